// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessvalues.h"
#include "app/core/id.h"
#include "app/operations/operation.h"
#include "ui/theme/tokens.h"
#include "ui/uiservices.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class Chip;

/// The check of the caller, in place at the top of a sheet: two facts the caller says and the agent types, compared by
/// the database. One line once it is passed. What is typed is kept nowhere but in its two fields, and never says which
/// of the two was wrong.
class CheckPanel : public QFrame {
    Q_OBJECT
public:
    /// What is checked: an account, its establishment, or both. An id of 0: none.
    struct Subject {
        EstablishmentId establishment{0};
        AccountId account{0};
    };
    CheckPanel(const UiServices &services, const Subject &subject, const QDateTime &passedUntil, QWidget *parent);

    enum class State {
        Asking, ///< the database has not said yet
        Open, ///< two facts are to be said
        Comparing,
        Passed,
        NoCall, ///< nobody is on the line: a call has to be opened first
        Exhausted, ///< no try is left: this caller cannot be checked any more
        Unknown ///< the database could not be asked: it will decide itself
    };
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool stopsTheOperation() const;
    [[nodiscard]] QDateTime passedUntil() const { return m_status.passedUntil; }
    /// Asks the database again where the check stands: it said that one is needed after all.
    void askAgain();
    void takeFocus();
    void compare();

Q_SIGNALS:
    void stateChanged();
    void compared(const desk::OperationOutcome &outcome);
    /// The caller could not be checked: the call may as well end, with that outcome.
    void endCallWanted();

private:
    struct Row {
        QComboBox *fact;
        QLineEdit *value;
    };
    void build();
    void begin();
    void ask();
    void onStatus(const Result<CheckStatus> &answer);
    void fillFacts();
    void chooseOther(int changed);
    void showFactHints();
    void onFinished(const OperationOutcome &outcome);
    void onFailed(const QUuid &id, const Error &error);
    void setState(State state);
    void say(Tone tone, const QString &lead, const QString &text);
    void forgetValues();
    [[nodiscard]] QString valueOf(const Row &row) const;

    UiServices m_services;
    Subject m_subject;
    CheckStatus m_status;
    State m_state = State::Asking;
    QLabel *m_title, *m_how;
    Chip *m_chip;
    QWidget *m_form;
    Row m_rows[2];
    QPushButton *m_compare, *m_endCall;
    Banner *m_result;
    QTimer m_expiry;
    QUuid m_pending;
    int m_asked = 0;
};

} // namespace desk
