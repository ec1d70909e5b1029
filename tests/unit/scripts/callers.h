// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/situations.h"

namespace desk::situations {

/// A caller, and what the console must propose first: written from what is true of the extranet, not from the scripts.
struct Caller {
    const char *name;
    CallerFile file;
    int account = 0; ///< index of the one picked; -1: none
    QString script; ///< proposed first; empty: nothing is proposed
    QString node; ///< where it opens
};

inline Account changed(Account a, void (*how)(Account &))
{
    how(a);
    return a;
}

inline QList<Caller> lockedCallers()
{
    const QString lock = u"compte_verrouille"_s;
    return {
        {"locked after three wrong passwords", file({locked()}), 0, lock, u"deverrouiller"_s},
        {"locked before the first log-in", file({locked(neverConnected())}), 0, lock, u"deverrouiller"_s},
        {"locked while being deleted", file({changed(locked(), [](Account &a) { a.beingDeletedAt = hoursAgo(9); })}), 0,
         lock, u"en_suppression"_s},
        {"locked and disabled", file({changed(locked(), [](Account &a) { a.disabledAt = hoursAgo(9); })}), 0, lock,
         u"desactive"_s},
        {"a DIRECCTE's locked account",
         file({changed(locked(),
                       [](Account &a) {
                           a.profile = Profile::Direccte;
                           a.identifiant = u"direccte.occitanie"_s;
                       })}),
         0, lock, u"deverrouiller"_s},
        {"the second of two accounts is locked, none picked", file({account(), locked(account(12, u"marc.delmas"_s))}),
         -1, lock, u"deverrouiller"_s},
        {"locked, its confirmation mail bounced", file({locked(withMail(MailKind::Habilitation, MailState::Bounced))}),
         0, lock, u"deverrouiller"_s},
        {"the lock has just been lifted",
         file({changed(locked(), [](Account &a) { a.lockedUntil = now().addSecs(-60); })}),
         0,
         {},
         {}},
    };
}

inline QList<Caller> waitingCallers()
{
    const QString s38 = u"edl_38"_s;
    const auto waiting = [] { return withHabilitation(HabilitationState::AwaitingConfirmation); };
    Account nothingSent = withoutMail(
        MailKind::MotDePasse, withoutMail(MailKind::Identifiant, withoutMail(MailKind::Habilitation, waiting())));
    Account sylae = nothingSent;
    sylae.otherExtranets = {u"SYLAé"_s};
    return {
        {"habilitation asked for, no mail gone yet", file({withHabilitation(HabilitationState::Requested)}), 0, s38,
         u"pas_encore"_s},
        {"both credentials delivered, confirmation to come", file({withoutMail(MailKind::Habilitation, waiting())}), 0,
         s38, u"attendre_confirmation"_s},
        {"awaiting, password mail still queued", file({withMail(MailKind::MotDePasse, MailState::Queued, waiting())}),
         0, s38, u"pas_encore"_s},
        {"awaiting, password mail bounced", file({withMail(MailKind::MotDePasse, MailState::Bounced, waiting())}), 0,
         s38, u"rejetes"_s},
        {"awaiting, nothing was ever sent", file({nothingSent}), 0, s38, u"pas_encore"_s},
        {"awaiting, uses SYLAé: only the third mail will come", file({sylae}), 0, s38,
         u"attendre_seule_confirmation"_s},
        {"confirmed, log-in works from tomorrow on",
         file({changed(neverConnected(), [](Account &a) { a.habilitation.activeFrom = now().addDays(1); })}), 0, s38,
         u"fin_a_venir"_s},
        {"active since this morning, never logged in",
         file({changed(neverConnected(), [](Account &a) { a.habilitation.activeFrom = hoursAgo(6); })}), 0, s38,
         u"attendre_un_jour"_s},
    };
}

inline QList<Caller> cannotLogInCallers()
{
    const QString s38 = u"edl_38"_s;
    Account sylae = withoutMail(MailKind::MotDePasse, withoutMail(MailKind::Identifiant));
    sylae.otherExtranets = {u"SYLAé"_s};
    Account tiers = account(12, u"marc.delmas"_s);
    tiers.profile = Profile::Tiers;
    tiers.habilitation.referent = false;
    return {
        {"all three delivered days ago, never logged in", file({neverConnected()}), 0, s38, u"adresse_page"_s},
        {"identifiant mail bounced", file({withMail(MailKind::Identifiant, MailState::Bounced)}), 0, s38, u"rejetes"_s},
        {"password mail bounced", file({withMail(MailKind::MotDePasse, MailState::Bounced)}), 0, s38, u"rejetes"_s},
        {"confirmation mail refused by the server", file({withMail(MailKind::Habilitation, MailState::Refused)}), 0,
         s38, u"rejetes"_s},
        {"active, confirmation mail still queued", file({withMail(MailKind::Habilitation, MailState::Queued)}), 0, s38,
         u"renvoyer"_s},
        {"active, confirmation mail cancelled", file({withMail(MailKind::Habilitation, MailState::Cancelled)}), 0, s38,
         u"renvoyer"_s},
        {"identifiant sent, delivery not confirmed", file({withMail(MailKind::Identifiant, MailState::Sent)}), 0, s38,
         u"deux_recus"_s},
        {"password mail not gone yet", file({withMail(MailKind::MotDePasse, MailState::Sending)}), 0, s38,
         u"pas_encore"_s},
        {"uses SYLAé, got the confirmation alone", file({sylae}), 0, s38, u"memes_identifiants"_s},
        {"no habilitation here, the SIRET is on another account",
         file({withHabilitation(HabilitationState::None), tiers}), 0, s38, u"adresse_autre_compte"_s},
        {"habilitation revoked, nobody else on the SIRET",
         file({withHabilitation(HabilitationState::Revoked, account())}), 0, s38, u"sans_habilitation"_s},
        {"account being deleted", file({changed(account(), [](Account &a) { a.beingDeletedAt = hoursAgo(20); })}), 0,
         s38, u"en_suppression"_s},
        {"unknown SIRET", unknownSiret(), -1, s38, u"relire"_s},
    };
}

inline QList<Caller> passwordCallers()
{
    const QString lost = u"mot_de_passe_perdu"_s;
    CallerFile ticket = file();
    ticket.tickets = {openTicket()};
    CallerFile other = file();
    other.tickets = {openTicket(u"autres"_s)};
    return {
        {"in the middle of the self-service procedure",
         file({changed(account(), [](Account &a) { a.selfServiceStartedAt = now().addSecs(-20 * 60); })}), 0, lost,
         u"en_cours"_s},
        {"the procedure ran out", file({changed(account(), [](Account &a) { a.selfServiceStartedAt = hoursAgo(3); })}),
         0, lost, u"message"_s},
        {"the procedure was refused for want of secrets",
         file({changed(account(),
                       [](Account &a) {
                           a.selfServiceStartedAt = hoursAgo(3);
                           a.secretsSet = false;
                       })}),
         0, lost, u"sans_secrets"_s},
        {"a new password is on its way",
         file({changed(account(), [](Account &a) { a.password = PasswordState::Voided; })}), 0, lost, u"message"_s},
        {"asks again about an open request", ticket, 0, u"demande_habilitation"_s, u"existante"_s},
        {"an open request about something else", other, 0, {}, {}},
        {"nothing wrong", file(), 0, {}, {}},
        {"nothing wrong, an accountant's account too", file({account(), account(12, u"marc.delmas"_s)}), 0, {}, {}},
        {"nobody on the SIRET", file({}), -1, {}, {}},
    };
}

inline QList<Caller> otherCallers()
{
    const auto dap = [](DapState state) {
        CallerFile f = file();
        f.daps = {Dap()};
        f.daps.first().state = state;
        f.daps.first().from = QDate(2020, 3, 16);
        return f;
    };
    const auto administration = [](Profile profile) {
        Account a = neverConnected();
        a.profile = profile;
        return file({a});
    };
    CallerFile asked = file({});
    asked.establishment.registeredAt = {};
    return {
        {"registration asked for, not recorded yet", asked, -1, u"edl_36"_s, u"demandee"_s},
        {"the latest DAP was invalidated", dap(DapState::Invalidee), 0, u"edl_52"_s, u"reprendre"_s},
        {"a DAP begun and never sent", dap(DapState::Provisoire), 0, u"edl_54"_s, u"provisoire"_s},
        {"a DAP with the UD", dap(DapState::EnAttenteUd), 0, {}, {}},
        {"a DAP being examined", dap(DapState::EnInstruction), 0, {}, {}},
        {"a validated DAP", dap(DapState::Validee), 0, {}, {}},
        {"a DIRECCTE that never logged in", administration(Profile::Direccte), 0, u"edl_40"_s, u"case_identifiant"_s},
        {"a UD that never logged in", administration(Profile::Ud), 0, u"edl_40"_s, u"case_identifiant"_s},
    };
}

inline QList<Caller> callers()
{
    return lockedCallers() + waitingCallers() + cannotLogInCallers() + passwordCallers() + otherCallers();
}

} // namespace desk::situations
