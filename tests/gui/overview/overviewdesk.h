// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desktime.h"
#include "tests/support/fakedesk.h"

#include <QCoreApplication>

namespace desk::test {

using namespace Qt::StringLiterals;

/// The services behind the overview, a supervisor logged in, and what the far end has to show. Invented data.
struct OverviewDesk : FakeDesk {
    OverviewDesk()
    {
        SessionInfo info;
        info.login = u"l.perrin"_s;
        info.displayName = u"Luc Perrin"_s;
        info.supervisor = true;
        info.serverTime = now();
        info.motifs = {{u"habilitation"_s, u"Habilitation à l’extranet"_s},
                       {u"fiche_etablissement"_s, u"Fiche Etablissement"_s},
                       {u"decision_autorisation"_s, u"Décision d’Autorisation"_s},
                       {u"demande_indemnisation"_s, u"Demande d’Indemnisation"_s},
                       {u"certificat_signature"_s, u"Certificat de signature"_s},
                       {u"autres"_s, u"Autres"_s}};
        info.operationReasons = {{u"locked"_s, u"Compte verrouillé"_s}, {u"other"_s, u"Autre"_s, true}};
        sessionStore.logIns.always = info;
        session.logIn({}, {}, false);
        settle();
        clock.synchronise(now());
        overview.overviews.always = figures();
        overview.pages.always = WatchedPage{lockedAccounts(), {}};
    }
    static QDateTime now() { return QDateTime(QDate(2026, 4, 3), QTime(12, 30), Qt::UTC); }
    static void settle()
    {
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    void done()
    {
        const OperationRequest &request = operationStore.submitted.constLast();
        operationStore.outcomes.answerLast(OperationOutcome{request.id, request.kind, false, now(), {}});
        settle();
    }
    static Overview figures()
    {
        Overview o;
        o.backlog = {{u"habilitation"_s, {610, 320, 240, 84, 30}, 37, 61, 45, 1284},
                     {u"fiche_etablissement"_s, {120, 60, 22, 8, 2}, 4, 20, 9, 212},
                     {u"decision_autorisation"_s, {50, 26, 15, 5, 0}, 2, 6, 3, 96},
                     {u"demande_indemnisation"_s, {180, 90, 50, 15, 6}, 9, 22, 12, 341},
                     {u"certificat_signature"_s, {10, 5, 3, 0, 0}, 0, 1, 0, 18},
                     {u"autres"_s, {40, 20, 12, 4, 1}, 1, 2, 4, 77}};
        o.receivedToday = 312;
        o.closedToday = 347;
        o.closedLateToday = 12;
        const QDateTime midnight(QDate(2026, 4, 2), QTime(22, 0), Qt::UTC); // in Paris
        const int received[] = {0, 0, 0, 0, 0, 0, 1, 6, 34, 62, 58, 51, 22, 40, 38};
        const int closed[] = {0, 0, 0, 0, 0, 0, 0, 0, 41, 70, 66, 59, 30, 48, 33};
        for (int hour = 0; hour < 15; ++hour)
            o.hours << HourCount{midnight.addSecs(3600 * hour), received[hour], closed[hour]};
        for (int day = 0; day < 30; ++day)
            o.days << HourCount{midnight.addDays(day - 29), day % 7 > 4 ? 12 : 280 + 9 * (day % 5),
                                day % 7 > 4 ? 0 : 262 + 11 * (day % 6)};
        o.agents = {{u"k.diallo"_s, u"Kadi Diallo"_s, false, 3, 1, 2, 0, now().addSecs(-5400), {}},
                    {u"n.martin"_s,
                     u"Nadia Martin"_s,
                     true,
                     14,
                     2,
                     3,
                     41,
                     now().addSecs(-600),
                     {{TicketNumber(48213), PresenceLevel::Writing}, {TicketNumber(48377), PresenceLevel::Open}}},
                    {u"s.nguyen"_s,
                     u"Sophie Nguyen"_s,
                     true,
                     9,
                     0,
                     1,
                     38,
                     now().addSecs(5 * 3600),
                     {{TicketNumber(48240), PresenceLevel::Away}}},
                    {u"p.durand"_s, u"Paul Durand"_s, true, 0, 0, 0, 12, {}, {}}};
        o.accounts = {{u"locked"_s, 3},  {u"never"_s, 1000}, {u"waiting"_s, 41},
                      {u"bounced"_s, 5}, {u"resets"_s, 0},   {u"several"_s, 7}};
        o.at = now();
        return o;
    }
    static WatchedAccount account(int number)
    {
        WatchedAccount row;
        row.id = number;
        row.account = AccountId(number);
        row.habilitation = HabilitationId(100 + number);
        row.identifiant = u"claire.fontan%1"_s.arg(number);
        row.profile = u"etablissement"_s;
        row.siret = u"73282932000074"_s;
        row.denomination = u"Boulangerie du Capitole"_s;
        row.since = now().addSecs(-60 * number);
        row.until = now().addSecs(1800 - 60 * number);
        row.activeFrom = now().addDays(-30);
        row.count = 3;
        return row;
    }
    static QList<WatchedAccount> lockedAccounts()
    {
        QList<WatchedAccount> rows{account(1), account(2), account(3)};
        rows[1].denomination = u"=HYPERLINK(\"http://exemple.fr\")"_s; // as somebody might register
        return rows;
    }
    static QList<WatchedAccount> bouncedMails()
    {
        WatchedAccount row = account(7);
        row.mail = 700;
        row.mailKind = u"mot_de_passe"_s;
        row.detail = u"550 5.1.1 user unknown"_s;
        row.until = {};
        WatchedAccount answer; // to a requester without an account
        answer.id = answer.mail = 701;
        answer.mailKind = u"ticket_reponse"_s;
        answer.siret = u"44306184100047"_s;
        answer.since = now();
        return {row, answer};
    }
};

} // namespace desk::test
