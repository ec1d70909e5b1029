// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/section.h"

class QBoxLayout;
class QLabel;

namespace desk {

class Chip;
class ElidedLabel;
class LinkButton;

/// The three mails an account needs before its holder can log in, as a time line, and what became of each.
class MailsCard : public Section {
    Q_OBJECT
public:
    explicit MailsCard(QWidget *parent = nullptr);
    /// `account` is the caller's; null: nobody chosen.
    void setAccount(const Account *account, const QDateTime &now, bool withHabilitation);

    void setNarrow(bool narrow); ///< one mail under the other

Q_SIGNALS:
    void resendWanted(desk::AccountId id);

private:
    struct Event {
        QFrame *box = nullptr;
        Chip *chip = nullptr;
        QLabel *reason = nullptr;
    };
    Event makeEvent(MailKind kind);

    QWidget *m_line;
    QBoxLayout *m_stops;
    QLabel *m_none;
    Event m_events[3];
    LinkButton *m_resend;
    AccountId m_account{0};
};

} // namespace desk
