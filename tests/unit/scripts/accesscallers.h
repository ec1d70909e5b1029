// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/troubles.h"

// Callers who cannot get in.

namespace desk::situations {

inline QList<Caller> lockedCallers()
{
    return {
        {"locked after three wrong passwords", file({locked()}), "compte_verrouille/deverrouiller",
         "unlock now, or tell when it unlocks by itself"},
        {"locked before the first log-in", file({locked(neverConnected())}), "compte_verrouille/deverrouiller",
         "unlock first: nothing else can be tried"},
        {"an accountant's locked account", file({asProfile(Profile::Tiers, locked())}),
         "compte_verrouille/deverrouiller", "the same for everyone"},
        {"a UD's locked account", file({asProfile(Profile::Ud, locked(account(11, u"ud.correze"_s)))}),
         "compte_verrouille/deverrouiller", "the same for everyone"},
        {"a DIRECCTE's locked account", file({asProfile(Profile::Direccte, locked())}),
         "compte_verrouille/deverrouiller", "the same for everyone"},
        {"the DGEFP's locked account", file({asProfile(Profile::Dgefp, locked())}), "compte_verrouille/deverrouiller",
         "the same for everyone"},
        {"the lock has just lifted by itself",
         file({changed(locked(), [](Account &a) { a.lockedUntil = now().addSecs(-60); })}), "",
         "nothing stands in the way any more"},
        {"the lock lifted, and no log-in ever",
         file({changed(locked(neverConnected()), [](Account &a) { a.lockedUntil = now().addSecs(-60); })}),
         "edl_38/adresse_page", "everything came, nothing explains it: go through the page and what was typed"},
        {"two wrong passwords, not locked", file({changed(account(), [](Account &a) { a.failedLogins = 2; })}), "",
         "one try is left; no lock"},
    };
}

inline QList<Caller> mailCallers()
{
    const auto queued = [](MailKind kind) { return file({withMail(kind, MailState::Queued)}); };
    const auto sent = [](MailKind kind) { return file({withMail(kind, MailState::Sent)}); };
    const auto delivered = [](MailKind kind) { return file({withMail(kind, MailState::Delivered)}); };
    const auto bounced = [](MailKind kind) { return file({withMail(kind, MailState::Bounced)}); };
    return {
        {"identifiant not gone yet", queued(MailKind::Identifiant), "edl_38/pas_encore", "38 (a): the mails come"},
        {"identifiant sent, nothing heard of it", sent(MailKind::Identifiant), "edl_38/deux_recus",
         "has the caller got both?"},
        {"identifiant delivered, as the others", delivered(MailKind::Identifiant), "edl_38/adresse_page",
         "all received, still failing: the page, the identifiant, the latest password"},
        {"identifiant bounced", bounced(MailKind::Identifiant), "edl_36/rejetes",
         "36: not received, because it bounced"},
        {"password not gone yet", queued(MailKind::MotDePasse), "edl_38/pas_encore", "38 (a): the mails come"},
        {"password being handed over", file({withMail(MailKind::MotDePasse, MailState::Sending)}), "edl_38/pas_encore",
         "38 (a): the mails come"},
        {"password sent, nothing heard of it", sent(MailKind::MotDePasse), "edl_38/deux_recus",
         "has the caller got both?"},
        {"password delivered, as the others", delivered(MailKind::MotDePasse), "edl_38/adresse_page",
         "all received, still failing"},
        {"password bounced", bounced(MailKind::MotDePasse), "edl_36/rejetes", "36: not received, because it bounced"},
        {"identifiant given up", file({withMail(MailKind::Identifiant, MailState::Cancelled)}), "edl_36/annules",
         "36: nothing is coming; the desk steps in"},
        {"password given up", file({withMail(MailKind::MotDePasse, MailState::Cancelled)}), "edl_36/annules",
         "36: nothing is coming; the desk steps in"},
        {"identifiant and password bounced",
         file(
             {withMail(MailKind::MotDePasse, MailState::Bounced, withMail(MailKind::Identifiant, MailState::Bounced))}),
         "edl_36/rejetes", "36: not received, because they bounced"},
        {"confirmation not gone yet", queued(MailKind::Habilitation), "edl_38/renvoyer",
         "active, but the caller was never told: send it"},
        {"confirmation given up", file({withMail(MailKind::Habilitation, MailState::Cancelled)}), "edl_38/renvoyer",
         "active, but the caller was never told: send it"},
        {"confirmation sent, nothing heard of it", sent(MailKind::Habilitation), "edl_38/adresse_page",
         "all sent, still failing"},
        {"confirmation delivered, as the others", delivered(MailKind::Habilitation), "edl_38/adresse_page",
         "all received, still failing"},
        {"confirmation bounced", bounced(MailKind::Habilitation), "edl_38/rejetes",
         "38 (b), and it bounced: case 3 of the recovery"},
        {"confirmation refused at once", file({withMail(MailKind::Habilitation, MailState::Refused)}), "edl_38/rejetes",
         "the same as bounced"},
        {"logs in elsewhere with this account, its confirmation here bounced",
         file({withMail(MailKind::Habilitation, MailState::Bounced, account())}), "edl_38/rejetes",
         "the date never reached the caller"},
        {"another ASP extranet, the third mail alone came", file({usesSylae(thirdMailAlone())}),
         "edl_38/memes_identifiants", "the identifiant and password of the other extranet"},
        {"another ASP extranet, the third mail still to come",
         file({usesSylae(justAsked(HabilitationState::AwaitingConfirmation))}), "edl_38/attendre_seule_confirmation",
         "no credential mails will come, only the confirmation"},
        {"no other extranet, yet the third mail alone came", file({thirdMailAlone()}), "edl_38/pas_encore",
         "the first two are still to come"},
    };
}

inline QList<Caller> habilitationCallers()
{
    return {
        {"habilitation asked for, nothing sent yet", file({justAsked()}), "edl_38/pas_encore",
         "38 (a): within days, and only the third mail opens the door"},
        {"awaiting confirmation, both credentials delivered", file({awaitingConfirmation()}),
         "edl_38/attendre_confirmation", "38 (b): wait a few days for it"},
        {"awaiting confirmation, nothing sent yet", file({justAsked(HabilitationState::AwaitingConfirmation)}),
         "edl_38/pas_encore", "38 (a)"},
        {"awaiting confirmation, password not gone yet",
         file({withMail(MailKind::MotDePasse, MailState::Queued, awaitingConfirmation())}), "edl_38/pas_encore",
         "38 (a)"},
        {"awaiting confirmation, password bounced",
         file({withMail(MailKind::MotDePasse, MailState::Bounced, awaitingConfirmation())}), "edl_36/rejetes",
         "waiting is no use: a mail was lost"},
        {"confirmed, log-in from tomorrow on", file({activeFrom(now().addDays(1))}), "edl_38/fin_a_venir",
         "from the date the third mail gives, not before"},
        {"has logged in for others, here from tomorrow on", file({activeFrom(now().addDays(1), account())}),
         "edl_38/fin_a_venir", "from the date the third mail gives, not before"},
        {"active since this morning, no log-in yet", file({activeFrom(hoursAgo(6))}), "edl_38/attendre_un_jour",
         "38 (c): wait 24 h"},
        {"active for weeks, never logged in", file({neverConnected()}), "edl_38/adresse_page",
         "everything came: go through the page and what was typed"},
        {"active, logs in every day", file({account()}), "", "nothing wrong"},
        {"revoked, nobody else on the SIRET", file({withHabilitation(HabilitationState::Revoked, account())}),
         "edl_38/sans_habilitation", "no right on this establishment"},
        {"revoked, a colleague goes on", file({withHabilitation(HabilitationState::Revoked, account()), colleague()}),
         "edl_38/adresse_autre_compte", "38 (d): the SIRET is on another account"},
        {"none, nobody else on the SIRET", file({withHabilitation(HabilitationState::None)}),
         "edl_38/sans_habilitation", "no right on this establishment"},
        {"none, the SIRET is on the accountant's account",
         file({withHabilitation(HabilitationState::None), asProfile(Profile::Tiers, colleague())}),
         "edl_38/adresse_autre_compte", "38 (d): is that account's address right?"},
    };
}

inline QList<Caller> passwordCallers()
{
    return {
        {"in the middle of the self-service procedure", file({selfServiceBegun(0.3)}), "mot_de_passe_perdu/en_cours",
         "still valid so many minutes: what did the extranet answer?"},
        {"the procedure ran out", file({selfServiceBegun(3)}), "mot_de_passe_perdu/message",
         "begin again: what did the extranet answer?"},
        {"the procedure ran out last month", file({selfServiceBegun(700)}), "", "not why they call"},
        {"secrets unset, the procedure was refused",
         file({selfServiceBegun(3, changed(account(), [](Account &a) { a.secretsSet = false; }))}),
         "mot_de_passe_perdu/sans_secrets", "the set of secrets is not filled in: only the desk can help"},
        {"never logged in, tried the procedure all the same", file({selfServiceBegun(0.3, neverConnected())}),
         "mot_de_passe_perdu/sans_secrets", "what an account that never logged in gets: only the desk can help"},
        {"secrets unset, logs in every day", file({changed(account(), [](Account &a) { a.secretsSet = false; })}), "",
         "not in the way until they forget"},
        {"reset by the desk, the new password not made yet", file({passwordOnItsWay()}), "mot_de_passe_perdu/en_route",
         "the old one is void, two mails are coming"},
        {"reset by the desk before the first log-in, the mail still queued",
         file({passwordOnItsWay(withMail(MailKind::MotDePasse, MailState::Queued))}), "mot_de_passe_perdu/en_route",
         "the old one is void, two mails are coming"},
        {"reset by the desk, the mail bounced",
         file({passwordOnItsWay(withMail(MailKind::MotDePasse, MailState::Bounced, account()))}), "edl_36/rejetes",
         "it will never come: bounced"},
        {"reset by the desk, arrived, used since",
         file({changed(account(), [](Account &a) { a.passwordChangedBy = u"desk"_s; })}), "", "nothing wrong"},
        {"reset by the desk, arrived, no log-in ever",
         file({changed(neverConnected(), [](Account &a) { a.passwordChangedBy = u"desk"_s; })}), "edl_38/adresse_page",
         "is it the latest password, without its brackets?"},
        {"new password by self-service, used since",
         file({changed(account(), [](Account &a) { a.passwordChangedBy = u"self_service"_s; })}), "", "nothing wrong"},
        {"password chosen by a UD",
         file({asProfile(Profile::Ud, changed(account(), [](Account &a) { a.passwordChangedBy = u"caller"_s; }))}), "",
         "nothing wrong"},
        {"no password was ever made, nothing sent",
         file({changed(justAsked(), [](Account &a) { a.password = PasswordState::None; })}), "edl_38/pas_encore",
         "38 (a)"},
    };
}

inline QList<Caller> endedAccountCallers()
{
    return {
        {"account being deleted", file({beingDeleted()}), "edl_55/explique",
         "55: those accounts are being deleted, new identifiants come"},
        {"account being deleted, never logged in", file({beingDeleted(neverConnected())}), "edl_55/explique",
         "55: the same"},
        {"an accountant's account being deleted", file({asProfile(Profile::Tiers, beingDeleted())}), "edl_55/explique",
         "55: the same"},
        {"a UD's account being deleted", file({asProfile(Profile::Ud, beingDeleted())}), "edl_40/en_suppression",
         "55 is the establishments': say it is being deleted, and what to use"},
        {"account disabled", file({disabled()}), "edl_38/desactive", "no longer in service"},
        {"account disabled before its first log-in", file({disabled(neverConnected())}), "edl_38/desactive",
         "no longer in service: no use trying"},
        {"a DIRECCTE's account disabled", file({asProfile(Profile::Direccte, disabled())}), "edl_40/desactive",
         "no longer in service"},
        {"a UD whose right was withdrawn",
         file({asProfile(Profile::Ud, withHabilitation(HabilitationState::Revoked, account()))}), "edl_40/annexe",
         "a new signed form"},
    };
}

} // namespace desk::situations
