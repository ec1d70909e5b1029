// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace desk {

class FoldButton;

/// A card of the caller's file. Where room is short it folds to one line that still says the state; a click or a key
/// unfolds it, and what the person chose then stays.
class Section : public QFrame {
    Q_OBJECT
public:
    /// `name` is the object name; the parts of the card derive theirs from it.
    Section(const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void addAction(QWidget *button); ///< in the heading, behind the note
    /// Where width is short: the actions below the title, or even one below the other.
    void stackActions(bool below, bool eachOnItsLine);
    void setNote(const QString &note); ///< at the right of the title
    void setSummary(const QString &summary); ///< what the folded line says after the title
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// Folds or unfolds for want of room; a person's own choice wins until resetChoice().
    void setCramped(bool cramped);
    /// Always shows the fold line, folded at first (the history).
    void setAlwaysFoldable();
    void resetChoice();

Q_SIGNALS:
    void foldedChanged(bool folded); ///< by the person

private:
    void apply();

    QWidget *m_heading, *m_content;
    QBoxLayout *m_headingBox, *m_actions;
    QLabel *m_title, *m_note;
    FoldButton *m_fold;
    QVBoxLayout *m_body;
    QString m_titleText, m_summary;
    bool m_cramped = false, m_always = false, m_folded = false;
    enum class Choice { None, Folded, Unfolded } m_choice = Choice::None;
};

} // namespace desk
