// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace desk {

class Field;
class LinkButton;

/// What closing asks for, for one ticket or for many: the outcome, the words that go with it, and the answer. The
/// answer is drafted from them until somebody writes in it; then it is never drafted over without being asked.
class AnswerForm : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString prefix; ///< of the object names
        QString answer; ///< label of the answer
    };
    AnswerForm(const Words &words, const QList<ListItem> &outcomes, QWidget *parent);

    /// Asks whom the ticket goes to instead of an outcome.
    void askWhom();
    /// Writes a draft from what the form and the sheet hold.
    void setDraft(std::function<QString()> draft) { m_draft = std::move(draft); }
    /// Below the outcome: what else the sheet asks or shows.
    [[nodiscard]] QVBoxLayout *aside() const { return m_aside; }
    /// `answer` empty: the draft.
    void fill(const QString &outcome, const QString &text, const QString &answer);
    void redraftIfUntouched();

    [[nodiscard]] QString outcome() const; ///< code; empty: none chosen, or whom was asked for
    [[nodiscard]] QString text() const; ///< as it may be sent
    [[nodiscard]] QString answer() const; ///< as it may be sent
    /// Marks what is missing; the first of it, or nullptr when nothing is.
    [[nodiscard]] QWidget *firstMissing();
    [[nodiscard]] QWidget *firstEmpty() const; ///< where the keyboard begins
    [[nodiscard]] QList<QWidget *> stops() const; ///< for Tab, in order

    [[nodiscard]] bool isEmpty() const; ///< nobody chose or wrote anything
    [[nodiscard]] QJsonObject typed() const; ///< for a draft on this machine
    void restore(const QJsonObject &typed);

Q_SIGNALS:
    void edited(); ///< by hand: worth keeping

private:
    void build(const QString &prefix);
    void connectParts();
    void outcomeChosen();
    void redraft(); ///< writes the draft over the answer
    void write(const QString &answer);
    void tell();
    void showLength();
    [[nodiscard]] bool textNeeded() const;
    [[nodiscard]] QString missingInAnswer() const;

    QList<ListItem> m_outcomes;
    std::function<QString()> m_draft;
    QComboBox *m_outcome;
    QLineEdit *m_text;
    QPlainTextEdit *m_answer;
    Field *m_outcomeField, *m_textField, *m_answerField;
    LinkButton *m_redraft;
    QVBoxLayout *m_aside;
    bool m_whom = false;
    bool m_edited = false; ///< somebody's hand is in the answer
    bool m_filling = false;
};

} // namespace desk
