// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/common/chip.h"

#include <QList>

namespace desk {

/// One button of an account's row: what it does, what it is called, and why it cannot be pressed (empty: it can).
struct OperationChoice {
    QString kind; ///< OperationKind
    QString label;
    QString blocked;
    friend bool operator==(const OperationChoice &, const OperationChoice &) = default;
};

// What an account's row says, as pure functions of the account and the server's time.

/// Every state worth a word, what matters most first. `withHabilitation`: in an establishment's file.
[[nodiscard]] QList<ChipText> accountChips(const Account &account, const QDateTime &now, bool withHabilitation);
/// The two operations the row offers, in their columns.
[[nodiscard]] QList<OperationChoice> accountOperations(const Account &account, const QDateTime &now,
                                                       bool withHabilitation);
/// Why `kind` is impossible now, in words short enough for a button; empty when it is possible.
[[nodiscard]] QString whyNot(const QString &kind, const Account &account, const QDateTime &now);
/// How much is wrong with an account; the higher, the nearer to the top of a shortened list.
[[nodiscard]] int trouble(const Account &account, const QDateTime &now);
/// "référent · tiers déclarant", or empty for a plain user of the establishment; an account's own file says the rest
/// itself.
[[nodiscard]] QString accountRole(const Account &account, bool withHabilitation);
/// "connecté en 03/2020", while the day is masked.
[[nodiscard]] QString lastLoginMonth(const Account &account);
/// "connecté le 14/03/2020", from the day as it was revealed.
[[nodiscard]] QString lastLoginDay(const QString &revealed);
/// Why the access to the establishment cannot be changed from this file now, for `kind` (create, reassign); empty when
/// it can.
[[nodiscard]] QString whyNoChange(const QString &kind, const CallerFile &file, const QDateTime &now, bool connected);
/// The person's name where the identifiant does not already say it.
[[nodiscard]] QString accountPerson(const Account &account);
/// When what is shown changes by itself (a lock that ends); invalid when nothing does.
[[nodiscard]] QDateTime nextAccountChange(const Account &account, const QDateTime &now);

/// One of the three credential mails: its chip and, when it failed, why. `mail` may be null.
struct MailStateText {
    ChipText chip;
    QString reason;
    friend bool operator==(const MailStateText &, const MailStateText &) = default;
};
[[nodiscard]] MailStateText mailState(const Account &account, MailKind kind, const QDateTime &now);

/// The sign of a lock, where a font has it.
[[nodiscard]] QString lockSign();

} // namespace desk
