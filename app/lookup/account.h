// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/habilitation.h"
#include "app/lookup/mailevent.h"
#include "app/lookup/profile.h"

#include <QList>
#include <QStringList>

namespace desk {

enum class PasswordState { None, Voided, Active };
BOOST_DESCRIBE_ENUM(PasswordState, None, Voided, Active)

struct Account {
    AccountId id{0};
    QString identifiant, lastName, firstName;
    QString emailMasked, phoneMasked;
    Profile profile = Profile::Etablissement;
    QDateTime lockedAt, lockedUntil; ///< invalid, or past: not locked
    int failedLogins = 0;
    QDateTime firstLoginAt, lastLoginAt;
    bool lastLoginMasked = false; ///< lastLoginAt is the first of its month; the day is to be revealed
    PasswordState password = PasswordState::None;
    QDateTime passwordChangedAt;
    QString passwordChangedBy; ///< "extranet", "self_service", "desk", "caller", or empty
    bool mustChangePassword = false;
    bool secretsSet = false;
    QDateTime selfServiceStartedAt;
    QDateTime beingDeletedAt, disabledAt;
    QStringList otherExtranets; ///< e.g. SYLAé, APEA, EA
    int establishmentCount = 0;
    bool createdByDesk = false;
    Habilitation habilitation; ///< on the establishment of this file; state None in an account's own file
    QList<MailEvent> mails; ///< the latest of each kind, oldest first

    [[nodiscard]] bool isReferent() const { return habilitation.referent; }
    [[nodiscard]] bool isLocked(const QDateTime &now) const { return lockedUntil.isValid() && lockedUntil > now; }
    /// The latest credential mail of that kind, or nullptr when none was ever queued.
    [[nodiscard]] const MailEvent *mail(MailKind kind) const;
    friend bool operator==(const Account &, const Account &) = default;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, identifiant, lastName, firstName, emailMasked, phoneMasked, profile, lockedAt, lockedUntil,
                       failedLogins, firstLoginAt, lastLoginAt, lastLoginMasked, password, passwordChangedAt,
                       passwordChangedBy, mustChangePassword, secretsSet, selfServiceStartedAt, beingDeletedAt,
                       disabledAt, otherExtranets, establishmentCount, createdByDesk, habilitation, mails))
template <>
inline constexpr auto documentMarks<Account> = std::array{orNull("habilitation"), unreadable("mails"),
                                                          unreadable("otherExtranets", "extranets")};

} // namespace desk
