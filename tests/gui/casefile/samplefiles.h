// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"
#include "app/session/sessioninfo.h"

namespace desk::test {

using namespace Qt::StringLiterals;

/// When the samples happen: a Friday afternoon, 14:08 in Paris.
inline QDateTime sampleNow()
{
    return QDateTime(QDate(2020, 4, 3), QTime(12, 8), Qt::UTC);
}

inline QDateTime utc(int day, int hour, int minute, int month = 4)
{
    return QDateTime(QDate(2020, month, day), QTime(hour, minute), Qt::UTC);
}

inline QUuid sampleCall()
{
    return QUuid(u"5d5f8a1e-3f0c-4c0c-9d59-0c2f4f6c1a11"_s);
}

inline SessionInfo sampleSession()
{
    SessionInfo info;
    info.login = u"n.martin"_s;
    info.displayName = u"Nadia Martin"_s;
    info.schemaVersion = 1;
    info.serverTime = sampleNow();
    info.settings = {{u"telephone.assistance"_s, u"0800 705 800"_s},
                     {u"extranet.url"_s, u"https://activitepartielle.emploi.gouv.fr/aparts/"_s},
                     {u"extranet.inscription_libelle"_s, u"Créer mon espace"_s}};
    info.motifs = {{u"habilitation"_s, u"Habilitation à l’extranet"_s, false},
                   {u"fiche_etablissement"_s, u"Fiche Etablissement"_s, false},
                   {u"autres"_s, u"Autres"_s, false}};
    info.ticketOutcomes = {{u"access_restored"_s, u"Accès rétabli"_s, false},
                           {u"explained"_s, u"Expliqué, rien à faire"_s, false},
                           {u"duplicate"_s, u"Doublon"_s, false},
                           {u"transferred"_s, u"Transféré (préciser à qui)"_s, true},
                           {u"refused"_s, u"Refusé (préciser le motif)"_s, true}};
    info.operationReasons = {{u"secret_forgotten"_s, u"Réponse secrète oubliée"_s, false},
                             {u"never_received"_s, u"Identifiants jamais reçus"_s, false},
                             {u"locked"_s, u"Compte verrouillé"_s, false},
                             {u"other"_s, u"Autre (préciser)"_s, true}};
    return info;
}

inline MailEvent mail(MailKind kind, MailState state, const QDateTime &at, const QString &reason = {})
{
    MailEvent event;
    event.id = qint64(kind) + 1;
    event.kind = kind;
    event.state = state;
    event.queuedAt = at.addSecs(-600);
    event.sentAt = at.addSecs(-60);
    if (state == MailState::Delivered)
        event.deliveredAt = at;
    if (state == MailState::Bounced || state == MailState::Refused)
        event.bouncedAt = at;
    event.reason = reason;
    return event;
}

/// An account in order: habilitated, connected, its three mails delivered.
inline Account account(qint64 id, const QString &first, const QString &last, const QString &identifiant,
                       const QString &email)
{
    Account a;
    a.id = AccountId(id);
    a.firstName = first;
    a.lastName = last;
    a.identifiant = identifiant;
    a.emailMasked = email;
    a.phoneMasked = u"05 •• •• •• 12"_s;
    a.firstLoginAt = utc(10, 8, 0, 3);
    a.lastLoginAt = utc(1, 8, 0);
    a.password = PasswordState::Active;
    a.secretsSet = true;
    a.establishmentCount = 1;
    a.habilitation.id = HabilitationId(1000 + id);
    a.habilitation.state = HabilitationState::Active;
    a.habilitation.activeFrom = utc(3, 6, 0);
    a.mails = {mail(MailKind::Identifiant, MailState::Delivered, utc(1, 7, 12)),
               mail(MailKind::MotDePasse, MailState::Delivered, utc(1, 7, 12)),
               mail(MailKind::Habilitation, MailState::Delivered, utc(2, 15, 40))};
    return a;
}

inline Ticket ticket(qint64 number, TicketState state, const QDateTime &received)
{
    Ticket t;
    t.number = TicketNumber(number);
    t.motif = u"habilitation"_s;
    t.motifLabel = u"Habilitation à l’extranet"_s;
    t.state = state;
    t.receivedAt = received;
    t.dueAt = received.addDays(2);
    t.requesterName = u"Claire Fontan"_s;
    t.requesterEmailMasked = u"c••••@boulangerie-capitole.fr"_s;
    t.requesterPhoneMasked = u"05 •• •• •• 41"_s;
    t.description
        = u"Bonjour, je n’arrive plus à me connecter depuis ce matin. Le message dit que mon compte est bloqué."_s;
    t.channel = u"extranet"_s;
    t.version = 3;
    t.events = {{received, {}, {}, u"received"_s, {}}};
    return t;
}

/// The file of the sketch: three accounts, the first locked; two requests, the second a duplicate; one DAP, a contract.
inline CallerFile bakery()
{
    CallerFile file;
    file.subject = CallerFile::Subject::Establishment;
    file.asked = u"73282932000074"_s;
    file.stamp = u"1"_s;
    file.serverTime = sampleNow();
    file.call = CallState{sampleCall(), sampleNow().addSecs(-134), {}};
    Establishment &e = file.establishment;
    e.id = EstablishmentId(1);
    e.siret = u"73282932000074"_s;
    e.siren = u"732829320"_s;
    e.denomination = u"Boulangerie du Capitole"_s;
    e.addressLine = u"12 rue d’Alsace-Lorraine"_s;
    e.postcode = u"31000"_s;
    e.town = u"Toulouse"_s;
    e.department = u"31"_s;
    e.phoneMasked = u"05 •• •• •• 41"_s;
    e.emailMasked = u"c••••@boulangerie-capitole.fr"_s;
    e.headcount = 14;
    e.companyHeadcount = 31;
    e.registeredAt = utc(30, 8, 0, 3);
    e.otherEstablishments = 2;
    e.timeZone = u"Europe/Paris"_s;
    Account claire = account(1, u"Claire"_s, u"Fontan"_s, u"claire.fontan"_s, u"c••••@boulangerie-capitole.fr"_s);
    claire.habilitation.referent = true;
    claire.lockedAt = utc(3, 12, 2);
    claire.lockedUntil = utc(3, 12, 32);
    claire.failedLogins = 3;
    Account marc = account(2, u"Marc"_s, u"Delmas"_s, u"marc.delmas"_s, u"m••••@cabinet-delmas.fr"_s);
    marc.profile = Profile::Tiers;
    marc.otherExtranets = {u"SYLAé"_s};
    marc.habilitation.state = HabilitationState::AwaitingConfirmation;
    marc.habilitation.activeFrom = utc(6, 6, 0);
    marc.mails = {mail(MailKind::Habilitation, MailState::Queued, utc(3, 9, 0))};
    Account sonia = account(3, u"Sonia"_s, u"Roux"_s, u"sonia.roux"_s, u"s••••@boulangerie-capitole.fr"_s);
    sonia.firstLoginAt = {};
    sonia.lastLoginAt = {};
    sonia.habilitation.activeFrom = utc(2, 6, 0);
    file.accounts = {claire, marc, sonia};
    file.accountsTotal = 3;
    file.selectedAccount = claire.id;
    Dap dap;
    dap.number = u"031-2020-0417"_s;
    dap.state = DapState::EnAttenteUd;
    dap.motif = u"Conjoncture économique"_s;
    dap.from = QDate(2020, 3, 17);
    dap.to = QDate(2020, 6, 30);
    dap.submittedAt = utc(30, 9, 0, 3);
    file.daps = {dap};
    file.contracts = {{marc.id, marc.identifiant, QDate(2020, 3, 25), true}};
    Ticket first = ticket(48213, TicketState::Open, utc(1, 15, 5));
    Ticket second = ticket(48377, TicketState::Open, utc(3, 6, 51));
    second.duplicateOf = first.number;
    file.tickets = {first, second};
    file.calls = {
        {QUuid::createUuid(), utc(2, 8, 0), utc(2, 8, 9), u"p.leroy"_s, u"Paul Leroy"_s, u"Résolu"_s,
         u"Rappel des deux courriels."_s},
        {QUuid::createUuid(), utc(31, 8, 0, 3), utc(31, 8, 9, 3), u"p.leroy"_s, u"Paul Leroy"_s, u"À rappeler"_s, {}}};
    PastOperation reset;
    reset.id = QUuid::createUuid();
    reset.kind = OperationKind::ResetPassword;
    reset.at = utc(2, 8, 5);
    reset.actor = u"p.leroy"_s;
    reset.actorName = u"Paul Leroy"_s;
    reset.identifiant = u"claire.fontan"_s;
    reset.reasonLabel = u"Réponse secrète oubliée"_s;
    file.operations = {reset};
    return file;
}

/// Fifteen accounts in every trouble, a bounced mail on the chosen one, six requests, four DAP.
inline CallerFile crowded()
{
    CallerFile file = bakery();
    file.stamp = u"2"_s;
    file.establishment.denomination = u"Société hôtelière et thermale des Pyrénées-Atlantiques et du Béarn réunis"_s;
    file.accounts[0].mails[1]
        = mail(MailKind::MotDePasse, MailState::Bounced, utc(2, 9, 4), u"550 5.1.1 mailbox unavailable"_s);
    for (int i = 0; i < 12; ++i) {
        Account a = account(10 + i, u"Prénom"_s, u"Nom"_s, u"prenom.nom%1"_s.arg(i + 2), u"p••••@hotel-bearn.fr"_s);
        if (i == 8)
            a.beingDeletedAt = utc(1, 8, 0);
        if (i == 9) {
            a.password = PasswordState::Voided;
            a.mustChangePassword = true;
        }
        file.accounts << a;
    }
    file.accountsTotal = 15;
    for (int i = 0; i < 3; ++i) {
        Ticket t = ticket(48400 + i, i == 0 ? TicketState::Taken : TicketState::OnHold, utc(1, 7, 0));
        t.motifLabel = u"Demande d’Indemnisation"_s;
        t.owner = i == 0 ? u"p.leroy"_s : u"n.martin"_s;
        t.ownerName = i == 0 ? u"Paul Leroy"_s : u"Nadia Martin"_s;
        file.tickets << t;
    }
    Ticket closed = ticket(47012, TicketState::Closed, utc(20, 9, 0, 3));
    closed.closedAt = utc(22, 9, 0, 3);
    closed.outcomeLabel = u"Accès rétabli"_s;
    file.tickets << closed;
    Dap dap = file.daps.first();
    for (int i = 0; i < 3; ++i) {
        dap.number = u"064-2020-051%1"_s.arg(i);
        dap.state = DapState::Validee;
        file.daps << dap;
    }
    return file;
}

/// An accountant's account with `count` establishments.
inline CallerFile accountant(int count)
{
    CallerFile file;
    file.subject = CallerFile::Subject::Account;
    file.stamp = u"3"_s;
    file.serverTime = sampleNow();
    file.call = CallState{sampleCall(), sampleNow().addSecs(-34), {}};
    Account a = account(50, u"Hélène"_s, u"Castéra"_s, u"helene.castera"_s, u"h••••@cabinet-castera.fr"_s);
    a.profile = Profile::Tiers;
    a.habilitation = {};
    a.establishmentCount = count;
    file.accounts = {a};
    file.accountsTotal = 1;
    file.selectedAccount = a.id;
    static const QStringList names{u"Garage de l’Occitane"_s, u"Fleurs du Canal"_s,       u"Menuiserie Péchabou"_s,
                                   u"Crèperie Ty Breizh"_s,   u"Optique Saint-Étienne"_s, u"Librairie l’Autre Rive"_s};
    static const QStringList towns{u"Toulouse"_s, u"Blagnac"_s, u"Saint-Gaudens"_s, u"Muret"_s,
                                   u"Ramonville-Saint-Agne"_s};
    for (int i = 0; i < count; ++i) {
        EstablishmentLine line;
        line.id = EstablishmentId(500 + i);
        line.siret = u"3%1"_s.arg(12345670000 + i * 97, 13, 10, QChar(u'0'));
        line.denomination = names.at(i % names.size())
            + (i < names.size() ? QString() : u' ' + QString::number(i / names.size() + 1));
        line.postcode = u"31%1"_s.arg((i % towns.size()) * 100, 3, 10, QChar(u'0'));
        line.town = towns.at(i % towns.size());
        line.state = i % 11 == 3 ? HabilitationState::AwaitingConfirmation : HabilitationState::Active;
        line.activeFrom = line.state == HabilitationState::Active ? utc(2, 6, 0) : QDateTime();
        line.referent = i % 3 == 0;
        line.openTickets = i % 17 == 4 ? 2 : 0;
        file.establishments << line;
    }
    return file;
}

inline CallerFile unknownSiret()
{
    CallerFile file;
    file.subject = CallerFile::Subject::Unknown;
    file.asked = u"73282932000041"_s;
    file.stamp = u"4"_s;
    file.serverTime = sampleNow();
    file.call = CallState{sampleCall(), sampleNow().addSecs(-12), {}};
    file.candidates = {{u"73282932000074"_s, u"Boulangerie du Capitole"_s, u"31000"_s, u"Toulouse"_s},
                       {u"78282932000041"_s, u"Transports Lauragais"_s, u"31250"_s, u"Revel"_s}};
    return file;
}

/// Registered in Martinique, nobody habilitated yet.
inline CallerFile overseas()
{
    CallerFile file = bakery();
    file.stamp = u"5"_s;
    file.establishment.denomination = u"Hôtel des Anses"_s;
    file.establishment.addressLine = u"4 boulevard Allègre"_s;
    file.establishment.postcode = u"97200"_s;
    file.establishment.town = u"Fort-de-France"_s;
    file.establishment.timeZone = u"America/Martinique"_s;
    file.establishment.registeredAt = {};
    file.establishment.registrationRequestedAt = utc(1, 9, 0);
    file.establishment.otherEstablishments = 0;
    file.accounts.clear();
    file.accountsTotal = 0;
    file.selectedAccount.reset();
    file.daps.clear();
    file.contracts.clear();
    file.tickets.clear();
    file.calls.clear();
    file.operations.clear();
    return file;
}

} // namespace desk::test
