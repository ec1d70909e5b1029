// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desktime.h"
#include "tests/support/fakedesk.h"

#include <QCoreApplication>

namespace desk::test {

using namespace Qt::StringLiterals;

/// The services behind a page of oversight, somebody logged in, and what the far end has to show. Invented data.
struct OversightDesk : FakeDesk {
    explicit OversightDesk(bool supervisor = true)
    {
        SessionInfo info;
        info.login = supervisor ? u"l.perrin"_s : u"n.martin"_s;
        info.displayName = supervisor ? u"Luc Perrin"_s : u"Nadia Martin"_s;
        info.supervisor = supervisor;
        info.serverTime = now();
        sessionStore.logIns.always = info;
        session.logIn({}, {}, false);
        settle();
        clock.synchronise(now());
    }
    static QDateTime now() { return QDateTime(QDate(2026, 4, 3), QTime(8, 0), Qt::UTC); }
    static void settle()
    {
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    void answerAll()
    {
        supervision.waiting.always = waitingRequests();
        supervision.decided.always = decidedRequests();
        supervision.mine.always = QList<ApprovalRequest>{ownRequest(), decidedRequests().first()};
        supervision.changeLists.always = recentChanges();
        supervision.reports.always = report();
        supervision.noticeLists.always = posted();
        supervision.settingsSheets.always = sheet();
        supervision.mails.always = MailsPage{failedMails(), {12, 2, 3}};
        supervision.journals.always = JournalPage{journalRows(40, 9000), 0};
        supervision.states.always = JournalState{1204331, 17, now().addSecs(-40), u"9f2c"_s, 0};
    }
    void done(const QJsonObject &result = {})
    {
        const OperationRequest &request = operationStore.submitted.constLast();
        operationStore.outcomes.answerLast(OperationOutcome{request.id, request.kind, false, now(), result});
        settle();
    }
    void refuse(const QString &rule, const QVariantMap &params = {})
    {
        operationStore.outcomes.answerLast(Failure(Error{Error::Code::Refused, {}, rule, params}));
        settle();
    }

    static EstablishmentRef bakery()
    {
        return {EstablishmentId(1), u"73282932000074"_s, u"Boulangerie du Capitole"_s, u"31000"_s, u"Toulouse"_s};
    }
    static QUuid id(int number) { return QUuid(uint(number), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0); }
    static ApprovalRequest request(int number)
    {
        ApprovalRequest r;
        r.id = id(number);
        r.kind = u"referent.reassign"_s;
        r.requestedAt = now().addSecs(-3600);
        r.expiresAt = now().addSecs(71 * 3600);
        r.requestedBy = u"n.martin"_s;
        r.requestedByName = u"Nadia Martin"_s;
        r.establishment = bakery();
        r.target
            = {AccountId(0),      {}, u"Roux"_s, u"Sonia"_s, u"sonia.roux@courriel-libre.fr"_s, u"06 12 34 56 78"_s,
               u"etablissement"_s};
        r.why = {u"address_outside_domains"_s, u"no_ticket_from_requester"_s};
        r.evidence = {u"courriel-libre.fr"_s,
                      {u"boulangerie-capitole.fr"_s},
                      {},
                      {},
                      now().addSecs(-3700),
                      {u"account.phone"_s, u"establishment.street"_s}};
        r.reasonLabel = u"Départ du référent"_s;
        r.reasonText = u"Claire Fontan est partie en février, la boîte n’est plus relevée."_s;
        r.ticket = 48213;
        r.canDecide = true;
        return r;
    }
    static QList<ApprovalRequest> waitingRequests()
    {
        ApprovalRequest second = request(2);
        second.kind = u"account.create"_s;
        second.establishment
            = {EstablishmentId(2), u"44306184100047"_s, u"SARL Pyrène Services"_s, u"09000"_s, u"Foix"_s};
        second.target
            = {AccountId(77), u"damien.costa"_s, u"Costa"_s, u"Damien"_s, u"d•••@pyrene-services.fr"_s, {}, {}};
        second.why = {u"second_change_in_30_days"_s};
        second.expiresAt = now().addSecs(3 * 3600);
        second.evidence.tickets = {48231};
        second.evidence.recentChanges = {{id(90), u"referent.reassign"_s, now().addDays(-9), u"Sophie Nguyen"_s}};
        ApprovalRequest own = request(3);
        own.establishment = {EstablishmentId(3), u"51200411800021"_s, u"Garage Méric"_s, u"31200"_s, u"Toulouse"_s};
        own.requestedBy = u"l.perrin"_s;
        own.requestedByName = u"Luc Perrin"_s;
        own.own = true;
        own.canDecide = false;
        return {request(1), second, own};
    }
    static ApprovalRequest ownRequest()
    {
        ApprovalRequest r = request(1);
        r.own = true;
        r.canDecide = false;
        r.target.email = u"s•••@courriel-libre.fr"_s;
        return r;
    }
    static QList<ApprovalRequest> decidedRequests()
    {
        ApprovalRequest refused = request(4);
        refused.state = ApprovalState::Refused;
        refused.establishment
            = {EstablishmentId(4), u"79011234500016"_s, u"Crèche Les Lutins"_s, u"81000"_s, u"Albi"_s};
        refused.decidedByName = u"Sophie Nguyen"_s;
        refused.decidedAt = now().addSecs(-7200);
        refused.decidedText = u"Rappeler au numéro du dossier avant toute chose."_s;
        refused.own = true;
        refused.canDecide = false;
        return {refused};
    }
    static AccessChange change(int number)
    {
        AccessChange c;
        c.id = id(number);
        c.kind = u"referent.reassign"_s;
        c.at = now().addSecs(-5 * 3600);
        c.until = now().addSecs(19 * 3600);
        c.actorName = u"Nadia Martin"_s;
        c.approvedByName = u"Sophie Nguyen"_s;
        c.establishment
            = {EstablishmentId(5), u"40277831000029"_s, u"Hôtel du Pont Vieux"_s, u"82000"_s, u"Montauban"_s};
        c.newHolder = {AccountId(8), u"paul.vidal"_s, u"Vidal"_s, u"Paul"_s, u"p•••@pontvieux.fr"_s, {}, {}};
        c.oldHolder = {AccountId(7), u"rose.abadie"_s, u"Abadie"_s, u"Rose"_s, u"r•••@pontvieux.fr"_s, {}, {}};
        return c;
    }
    static QList<AccessChange> recentChanges()
    {
        AccessChange objected = change(11);
        objected.objectedAt = now().addSecs(-1800);
        objected.objectionText = u"Je suis toujours la gérante et je n’ai rien demandé."_s;
        objected.later = {{id(95), u"account.reset_password"_s, now().addSecs(-3600), u"Nadia Martin"_s}};
        AccessChange quiet = change(12);
        quiet.establishment = bakery();
        return {quiet, objected};
    }
    static WatchReport report()
    {
        return {{{u"n.martin"_s, u"Nadia Martin"_s, u"account.reset_password"_s, 27, 96, 30, {}, true},
                 {u"s.nguyen"_s, u"Sophie Nguyen"_s, u"referent.reassign"_s, 10, 14, 10, {}, true},
                 {u"l.perrin"_s, u"Luc Perrin"_s, u"account.create"_s, 2, 5, 10, {}, false},
                 {u"k.diallo"_s, u"Kadi Diallo"_s, u"referent.reassign"_s, 4, 9, 20, now().addSecs(1800), false}},
                {{now().addSecs(-900), id(40), u"Nadia Martin"_s, u"73282932000074"_s, u"Boulangerie du Capitole"_s, 3,
                  true},
                 {now().addSecs(-4000), id(41), u"Kadi Diallo"_s, u"44306184100047"_s, u"SARL Pyrène Services"_s, 1,
                  false}},
                {{u"n.martin"_s, u"Nadia Martin"_s, u"check_needed"_s, 4, now().addSecs(-600)},
                 {u"s.nguyen"_s, u"Sophie Nguyen"_s, u"over_ceiling"_s, 2, now().addSecs(-300)}}};
    }
    static QList<PostedNotice> posted()
    {
        return {{3,
                 NoticeKind::Incident,
                 u"Les courriels vers orange.fr prennent jusqu’à une heure : ne les renvoyez pas."_s,
                 u"https://exemple.fr/etat"_s,
                 now().addSecs(-3600),
                 {},
                 {},
                 u"Luc Perrin"_s},
                {2,
                 NoticeKind::Annonce,
                 u"Fermeture à 17 h vendredi."_s,
                 {},
                 now().addSecs(7200),
                 now().addDays(1),
                 {},
                 u"Sophie Nguyen"_s},
                {1,
                 NoticeKind::Incident,
                 u"Extranet indisponible."_s,
                 {},
                 now().addDays(-3),
                 {},
                 now().addDays(-2),
                 u"Luc Perrin"_s}};
    }
    static SettingsSheet sheet()
    {
        return {{{u"plafond.reset"_s, u"30"_s, u"Réinitialisations de mot de passe par heure et par agent"_s,
                  u"Plafonds"_s},
                 {u"plafond.reassign"_s, u"10"_s, u"Changements de référent par heure et par agent"_s, u"Plafonds"_s},
                 {u"plafond.create"_s, u"10"_s, u"Accès créés par heure et par agent"_s, u"Plafonds"_s},
                 {u"verification.essais"_s, u"3"_s, u"Essais de contrôle par appel et par établissement"_s,
                  u"Vérification de l’appelant"_s},
                 {u"verification.minutes"_s, u"30"_s, u"Minutes pendant lesquelles un contrôle réussi vaut"_s,
                  u"Vérification de l’appelant"_s},
                 {u"telephone.assistance"_s, u"0800 705 800"_s, u"Numéro de l’assistance téléphonique"_s,
                  u"Coordonnées"_s}},
                {u"gmail.com"_s, u"orange.fr"_s, u"wanadoo.fr"_s}};
    }
    static QList<MailLine> failedMails()
    {
        QList<MailLine> mails;
        for (int i = 0; i < 5; ++i) {
            MailLine mail;
            mail.id = 500 - i;
            mail.kind = i % 2 ? u"habilitation"_s : u"mot_de_passe"_s;
            mail.state = i < 3 ? MailState::Bounced : MailState::Refused;
            mail.toMasked = u"c•••@boulangerie-capitole.fr"_s;
            mail.identifiant = u"claire.fontan"_s;
            mail.siret = u"73282932000074"_s;
            mail.denomination = u"Boulangerie du Capitole"_s;
            mail.queuedAt = now().addSecs(-600 * (i + 1));
            mail.attempts = 1 + i;
            mail.reason = u"550 5.1.1 user unknown"_s;
            mails << mail;
        }
        mails.last().replacedBy = 620;
        return mails;
    }
    static QList<JournalRow> journalRows(int count, qint64 newest)
    {
        QList<JournalRow> rows;
        for (int i = 0; i < count; ++i) {
            JournalRow row;
            row.id = newest - i;
            row.at = now().addSecs(-90 * i);
            row.actor = i % 3 ? u"n.martin"_s : u"s.nguyen"_s;
            row.actorName = i % 3 ? u"Nadia Martin"_s : u"Sophie Nguyen"_s;
            row.kind = i % 4 == 0 ? u"operation"_s
                : i % 7 == 0      ? u"refused"_s
                : i % 5 == 0      ? u"reveal"_s
                                  : u"open_file"_s;
            if (row.kind == "operation"_L1)
                row.operationKind = u"account.reset_password"_s;
            if (row.kind == "refused"_L1)
                row.rule = u"check_needed"_s;
            row.siret = u"73282932000074"_s;
            row.denomination = u"Boulangerie du Capitole"_s;
            row.identifiant = i % 2 ? QString() : u"claire.fontan"_s;
            row.ticket = i % 6 ? 0 : 48213;
            row.detail = row.kind == "reveal"_L1 ? QJsonValue(u"field : account.email"_s) : QJsonValue();
            rows << row;
        }
        return rows;
    }
};

} // namespace desk::test
