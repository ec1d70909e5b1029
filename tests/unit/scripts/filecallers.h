// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/troubles.h"

// What the establishment, its people and its papers say of a caller; and callers with two things wrong.

namespace desk::situations {

inline CallerFile withDap(DapState state)
{
    CallerFile f = file();
    Dap dap;
    dap.number = u"D-1"_s;
    dap.state = state;
    dap.from = QDate(2020, 3, 16);
    dap.to = QDate(2020, 6, 30);
    dap.submittedAt = hoursAgo(100);
    f.daps = {dap};
    return f;
}

inline CallerFile withContract()
{
    CallerFile f = file();
    f.contracts = {Contract()};
    f.contracts.first().account = AccountId(11);
    return f;
}

inline CallerFile withTicket(const QString &motif, CallerFile f = file())
{
    f.tickets = {openTicket(motif)};
    return f;
}

inline CallerFile registering(bool asked)
{
    CallerFile f = file({});
    f.establishment.registeredAt = {};
    if (!asked)
        f.establishment.registrationRequestedAt = {};
    return f;
}

/// A change of referent waits for approval.
inline CallerFile withRequest(CallerFile f = file())
{
    FileRequest request;
    request.kind = u"referent.reassign"_s;
    request.expiresAt = now().addDays(2);
    f.requests = {request};
    return f;
}

/// The caller was checked in this call, for the account picked and its establishment.
inline CallerFile checkedCaller(CallerFile f = file())
{
    f.check = {AccountId(11), now().addSecs(600), 3};
    return f;
}

inline CallerFile withNotice(bool announcement, CallerFile f = file())
{
    IncidentNotice notice;
    notice.id = 3;
    notice.text
        = announcement ? u"Date limite repoussée par le ministère."_s : u"Demandes rejetées par erreur ce matin."_s;
    notice.from = hoursAgo(2);
    notice.kind = announcement ? NoticeKind::Annonce : NoticeKind::Incident;
    f.notices = {notice};
    return f;
}

/// Looked for by e-mail or identifiant: an account's own file, with the establishments it may act for.
inline CallerFile accountFile(Account a, int establishments)
{
    a.habilitation = {}; // of no establishment in particular
    a.establishmentCount = establishments;
    CallerFile f;
    f.subject = CallerFile::Subject::Account;
    f.serverTime = now();
    f.accounts = {a};
    f.accountsTotal = 1;
    for (int i = 0; i < establishments; ++i) {
        EstablishmentLine line;
        line.id = EstablishmentId(100 + i);
        line.denomination = u"Agence %1"_s.arg(i);
        line.state = HabilitationState::Active;
        f.establishments.append(line);
    }
    return f;
}

inline QList<Caller> registrationCallers()
{
    return {
        {"unknown SIRET", unknownSiret(), "recuperation/cas_1",
         "case 1: is it mistyped, does it exist at all? then register", nonePicked},
        {"registration sent, not recorded yet", registering(true), "edl_36/demandee", "36 (1): was it sent to the end?",
         nonePicked},
        {"known establishment, never registered, nobody on it", registering(false), "edl_33/etapes",
         "36 (1), registration not recorded: 33", nonePicked},
        {"known and registered, nobody on it", file({}), "recuperation/sans_compte",
         "nobody can add the caller: the desk gives the first access", nonePicked},
        {"the referent left, a user remains", file({colleague()}), "recuperation/collegue",
         "case 2: the users there first, on the establishment sheet; else the desk"},
        {"the referent left, users remain, none picked", file({colleague(), colleague(13, u"sonia.roux"_s)}),
         "recuperation/collegue", "case 2", nonePicked},
        {"a change of referent waits for approval", withRequest(), "recuperation/deja_demande",
         "asked for already: what the caller is told while it waits"},
        {"a change of referent waits, nobody picked", withRequest(), "recuperation/deja_demande",
         "asked for already: what the caller is told while it waits", nonePicked},
    };
}

inline QList<Caller> profileCallers()
{
    const auto healthy = [](Profile profile) { return file({asProfile(profile, account())}); };
    const auto fresh = [](Profile profile) { return file({asProfile(profile, neverConnected())}); };
    return {
        {"an accountant, nothing wrong", healthy(Profile::Tiers), "", "nothing wrong"},
        {"a UD, nothing wrong", healthy(Profile::Ud), "", "nothing wrong"},
        {"a DIRECCTE, nothing wrong", healthy(Profile::Direccte), "", "nothing wrong"},
        {"the DGEFP, nothing wrong", healthy(Profile::Dgefp), "", "nothing wrong"},
        {"an accountant who never logged in", fresh(Profile::Tiers), "edl_38/adresse_page",
         "all received, still failing"},
        {"a UD that never logged in", fresh(Profile::Ud), "edl_40/case_identifiant",
         "40: received; was the address typed?"},
        {"a DIRECCTE that never logged in", fresh(Profile::Direccte), "edl_40/case_identifiant",
         "40: received; was the address typed?"},
        {"the DGEFP's account, never logged in", fresh(Profile::Dgefp), "edl_40/case_identifiant",
         "40: received; was the address typed?"},
        {"a UD that was sent nothing and has no right yet",
         file({asProfile(Profile::Ud, justAsked(HabilitationState::None))}), "edl_40/annexe",
         "40: credentials not received: the signed form"},
        {"a DIRECCTE whose mails are still to go", file({asProfile(Profile::Direccte, justAsked())}),
         "edl_40/pas_encore", "the form came, the mails come within 48 h"},
        {"a DIRECCTE whose password bounced",
         file({asProfile(Profile::Direccte, withMail(MailKind::MotDePasse, MailState::Bounced))}), "edl_36/rejetes",
         "bounced, whoever it is"},
        {"a UD awaiting its confirmation", file({asProfile(Profile::Ud, awaitingConfirmation())}),
         "edl_40/attendre_confirmation", "only after the third mail"},
        {"a UD that may log in from tomorrow on", file({asProfile(Profile::Ud, activeFrom(now().addDays(1)))}),
         "edl_40/fin_a_venir", "not before the date of the third mail"},
        {"a DIRECCTE using another ASP extranet", file({asProfile(Profile::Direccte, usesSylae(thirdMailAlone()))}),
         "edl_40/memes_identifiants", "no credential mails: those of the other extranet"},
    };
}

inline QList<Caller> paperCallers()
{
    const auto of = [](Profile profile, CallerFile f) {
        f.accounts = {asProfile(profile, f.accounts.first())};
        return f;
    };
    CallerFile twice = withDap(DapState::Invalidee);
    twice.daps.append(withDap(DapState::Validee).daps.first());
    twice.daps.last().submittedAt = hoursAgo(10);
    CallerFile closed = withTicket(u"habilitation"_s);
    closed.tickets.first().state = TicketState::Closed;
    return {
        {"DAP begun and not sent", withDap(DapState::Provisoire), "edl_54/provisoire", "edit it, and send it"},
        {"DAP waiting for the UD", withDap(DapState::EnAttenteUd), "", "15 days at most: nothing wrong"},
        {"DAP being examined", withDap(DapState::EnInstruction), "", "15 days at most: nothing wrong"},
        {"DAP validated", withDap(DapState::Validee), "", "nothing wrong"},
        {"DAP invalidated", withDap(DapState::Invalidee), "edl_52/reprendre", "52: go back to it, correct, send again"},
        {"DAP invalidated, a later one validated", twice, "", "settled since"},
        {"an accountant's client's DAP invalidated", of(Profile::Tiers, withDap(DapState::Invalidee)),
         "edl_52/reprendre", "52: the same for accountants"},
        {"the accountant's contract is signed", of(Profile::Tiers, withContract()), "", "nothing wrong"},
        {"open request: habilitation", withTicket(u"habilitation"_s), "demande_habilitation/existante",
         "is it about the same? one is enough"},
        {"closed request: habilitation", closed, "", "answered"},
        {"open request: establishment sheet", withTicket(u"fiche_etablissement"_s), "demande_autre/motif",
         "one is open: what is it about?"},
        {"open request: authorisation", withTicket(u"decision_autorisation"_s), "demande_autre/motif",
         "one is open: what is it about?"},
        {"open request: compensation claim", withTicket(u"demande_indemnisation"_s), "demande_autre/motif",
         "one is open: what is it about?"},
        {"open request: certificate", withTicket(u"certificat_signature"_s), "demande_autre/motif",
         "one is open: what is it about?"},
        {"open request: others", withTicket(u"autres"_s), "demande_autre/motif", "one is open: what is it about?"},
        {"an incident is in force, nothing else", withNotice(false), "", "the notice says it by itself"},
        {"an incident is in force, never logged in", withNotice(false, file({neverConnected()})),
         "edl_38/incident_en_cours", "it may be the incident: ask before going through everything"},
        {"an announcement is in force, never logged in", withNotice(true, file({neverConnected()})),
         "edl_38/adresse_page", "an announcement keeps nobody out"},
        {"the caller was checked already, nothing wrong", checkedCaller(), "", "nothing wrong"},
    };
}

inline QList<Caller> manyAccountsCallers()
{
    return {
        {"one of two accounts is locked, none picked", file({account(), locked(colleague())}),
         "compte_verrouille/deverrouiller", "names it", nonePicked},
        {"one of two accounts is locked, the other one picked", file({account(), locked(colleague())}), "",
         "nothing wrong with the caller's"},
        {"one bounced, one awaits, none picked",
         file({awaitingConfirmation(), withMail(MailKind::Identifiant, MailState::Bounced, colleague())}),
         "edl_38/attendre_confirmation", "the one that never got in, by name", nonePicked},
        {"two healthy accounts, none picked", file({account(), colleague()}), "", "nothing wrong", nonePicked},
        {"an account with 200 establishments, locked", accountFile(locked(), 200), "compte_verrouille/deverrouiller",
         "the lock is the account's, whatever the establishment"},
        {"an account with 200 establishments, never logged in", accountFile(neverConnected(), 200), "edl_38/siret",
         "first of all: for which SIRET?"},
        {"an account with 200 establishments, password bounced",
         accountFile(withMail(MailKind::MotDePasse, MailState::Bounced), 200), "edl_36/connu",
         "first of all: for which SIRET?"},
        {"an account with 200 establishments, nothing wrong", accountFile(account(), 200), "", "nothing wrong"},
    };
}

/// The more blocking first: nothing else can be tried while it lasts.
inline QList<Caller> twofoldCallers()
{
    return {
        {"locked and being deleted", file({beingDeleted(locked())}), "edl_55/explique",
         "unlocking a lost account is no use"},
        {"locked and disabled", file({disabled(locked())}), "edl_38/desactive",
         "unlocking a disabled account is no use"},
        {"locked, confirmation bounced", file({locked(withMail(MailKind::Habilitation, MailState::Bounced))}),
         "compte_verrouille/deverrouiller", "the lock first"},
        {"locked, in the middle of self-service", file({selfServiceBegun(0.3, locked())}),
         "compte_verrouille/deverrouiller", "the lock first: the new password would be refused"},
        {"locked, a request is open", withTicket(u"habilitation"_s, file({locked()})),
         "compte_verrouille/deverrouiller", "the lock first"},
        {"locked, DAP invalidated",
         [] {
             CallerFile f = withDap(DapState::Invalidee);
             f.accounts = {locked()};
             return f;
         }(),
         "compte_verrouille/deverrouiller", "without log-in nothing can be corrected"},
        {"disabled, password bounced", file({disabled(withMail(MailKind::MotDePasse, MailState::Bounced))}),
         "edl_38/desactive", "no mail would help"},
        {"being deleted, a request is open", withTicket(u"habilitation"_s, file({beingDeleted()})), "edl_55/explique",
         "what the request will be answered"},
        {"never logged in, a request is open", withTicket(u"habilitation"_s, file({neverConnected()})),
         "edl_38/adresse_page", "what can be settled now goes before what waits"},
        {"password bounced, self-service ran out",
         file({selfServiceBegun(3, withMail(MailKind::MotDePasse, MailState::Bounced, account()))}), "edl_36/rejetes",
         "every new password would bounce too"},
        {"password bounced, DAP invalidated",
         [] {
             CallerFile f = withDap(DapState::Invalidee);
             f.accounts = {withMail(MailKind::MotDePasse, MailState::Bounced)};
             return f;
         }(),
         "edl_36/rejetes", "without log-in nothing can be corrected"},
        {"a change of referent waits, and a request is open", withRequest(withTicket(u"habilitation"_s)),
         "recuperation/deja_demande", "the approval is what all wait for"},
        {"DAP invalidated, a request about it is open",
         withTicket(u"decision_autorisation"_s, withDap(DapState::Invalidee)), "edl_52/reprendre",
         "what the caller can do now goes before what waits"},
    };
}

} // namespace desk::situations
