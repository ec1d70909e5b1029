// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/situations.h"

namespace desk::situations {

/// A caller, and what the console must propose first: written from what is true of the extranet, not from the scripts.
struct Caller {
    const char *name; ///< the situation, in words
    CallerFile file;
    const char *opens; ///< "script/node" of the first proposal once walked ahead; "": nothing is proposed
    const char *meaning; ///< what the agent must read there
    int account = 0; ///< index of the one picked; -1: none
};

/// Nobody has looked which of the file's accounts is the caller's.
inline constexpr int nonePicked = -1;

inline Account changed(Account a, void (*how)(Account &))
{
    how(a);
    return a;
}

inline Account asProfile(Profile profile, Account a)
{
    a.profile = profile;
    return a;
}

inline Account beingDeleted(Account a = account())
{
    a.beingDeletedAt = hoursAgo(20);
    return a;
}

inline Account disabled(Account a = account())
{
    a.disabledAt = hoursAgo(9);
    return a;
}

inline Account usesSylae(Account a)
{
    a.otherExtranets = {u"SYLAé"_s};
    return a;
}

/// The desk reset it: the old password is void, the mail with the new one has not been made or has not gone.
inline Account passwordOnItsWay(Account a = account())
{
    a.password = PasswordState::Voided;
    a.passwordChangedAt = hoursAgo(0.1);
    a.passwordChangedBy = u"desk"_s;
    return a;
}

inline Account selfServiceBegun(double hours, Account a = account())
{
    a.selfServiceStartedAt = hoursAgo(hours);
    return a;
}

inline Account activeFrom(const QDateTime &moment, Account a = neverConnected())
{
    a.habilitation.activeFrom = moment;
    return a;
}

/// As ASP has it before the first mail: habilitation asked for, nothing sent.
inline Account justAsked(HabilitationState state = HabilitationState::Requested)
{
    Account a = withHabilitation(state);
    a.mails.clear();
    return a;
}

/// Identifiant and password came, the confirmation has not been written yet.
inline Account awaitingConfirmation()
{
    return withoutMail(MailKind::Habilitation, withHabilitation(HabilitationState::AwaitingConfirmation));
}

/// The third mail alone: what the holder of another extranet's account gets.
inline Account thirdMailAlone(Account a = neverConnected())
{
    return withoutMail(MailKind::Identifiant, withoutMail(MailKind::MotDePasse, std::move(a)));
}

/// Somebody else's, healthy.
inline Account colleague(qint64 id = 12, const QString &identifiant = u"marc.delmas"_s)
{
    Account a = account(id, identifiant);
    a.habilitation.referent = false;
    return a;
}

} // namespace desk::situations
