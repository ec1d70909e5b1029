// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/ticketqueuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The documents of the queue as values, and questions as documents.
class TestTicketQueueJson : public QObject {
    Q_OBJECT
    static QJsonObject document(const char *text)
    {
        QJsonParseError fault;
        const QJsonObject object = QJsonDocument::fromJson(text, &fault).object();
        if (fault.error != QJsonParseError::NoError)
            qFatal("%s", qPrintable(fault.errorString()));
        return object;
    }

private Q_SLOTS:
    void aPage()
    {
        const auto page = queuePageFromJson(document(R"({"status": "ok", "more": true,
            "server_time": "2026-03-02T08:00:00.5+00:00", "rows": [{"number": 48213, "version": 3,
            "received_at": "2026-03-01T09:00:00+01:00", "due_at": "2026-03-03T10:00:00Z", "closed_at": null,
            "hold_until": "2026-03-02T07:00:00Z", "siret": "73282932000074", "denomination": "Boulangerie",
            "siret_known": true, "requester_name": "Claire", "requester_email_masked": "c••••@b.fr", "motif": "autres",
            "state": "on_hold", "hold_reason": "requester", "owner": "agent1", "owner_name": "Nadia",
            "department": "2A", "profile": "tiers", "channel": "extranet", "outcome": null, "awake": true, "twins": 2,
            "presence": [{"login": "p", "name": "Paul", "level": "writing"}, {"login": "q", "name": "Q", "level": "new"}],
            "key": "2026-03-03T10:00:00+00:00", "unknown": 1}]})"));
        QVERIFY(page.has_value());
        QVERIFY(page->more);
        QCOMPARE(page->serverTime, QDateTime({2026, 3, 2}, {8, 0, 0, 500}, Qt::UTC));
        const QueueRow &row = page->rows.first();
        QCOMPARE(row.number, TicketNumber(48213));
        QCOMPARE(row.version, 3);
        QCOMPARE(row.receivedAt, QDateTime({2026, 3, 1}, {8, 0}, Qt::UTC));
        QVERIFY(!row.closedAt.isValid() && row.holdUntil.isValid() && row.siretKnown && row.awake && row.isOpen());
        QCOMPARE(row.siret + row.denomination + row.requesterName + row.requesterEmailMasked,
                 u"73282932000074BoulangerieClairec••••@b.fr"_s);
        QCOMPARE((QStringList{row.motif, row.state, row.holdReason, row.owner, row.ownerName, row.department,
                              row.profile, row.channel, row.outcome}),
                 (QStringList{u"autres"_s, u"on_hold"_s, u"requester"_s, u"agent1"_s, u"Nadia"_s, u"2A"_s, u"tiers"_s,
                              u"extranet"_s, QString()}));
        QCOMPARE(row.twins, 2);
        QCOMPARE(row.presence,
                 (QList<Presence>{{u"p"_s, u"Paul"_s, PresenceLevel::Writing}, {u"q"_s, u"Q"_s, PresenceLevel::Open}}));
        QCOMPARE(row.key, u"2026-03-03T10:00:00+00:00"_s);
    }

    void aQuestion()
    {
        QueueQuestion question;
        question.filter.motifs = QStringList{u"autres"_s};
        question.order = {QueueColumn::Requester, true};
        question.backward = true;
        question.limit = 50;
        QCOMPARE(toJson(question), document(R"({"filter": {"scope": "open", "motifs": ["autres"]}, "sort": "requester",
                              "descending": true, "inclusive": false, "backward": true, "limit": 50})"));
        question.from = QueueCursor{u"zoé"_s, TicketNumber(7)};
        question.inclusive = true;
        const QJsonObject json = toJson(question);
        QCOMPARE(json.value("from"_L1).toObject(), document(R"({"key": "zoé", "number": 7})"));
        QVERIFY(json.value("inclusive"_L1).toBool());
    }

    void figures()
    {
        const auto counts = queueCountsFromJson(document(R"({"motifs": [{"motif": "autres", "open": 5, "late": 1,
            "soon": 2, "unowned": 3}], "views": {"all": 5, "00000000-0000-4000-8000-0000000000e1": 4},
            "received_today": 6, "closed_today": 7, "days": [{"from": "2026-03-01T23:00:00Z", "received": 8,
            "closed": 9}], "at": "2026-03-02T08:00:00Z"})"));
        QVERIFY(counts.has_value());
        QCOMPARE(counts->motifs, (QList<MotifCount>{{u"autres"_s, 5, 1, 2, 3}}));
        QCOMPARE(counts->views.value(u"all"_s), 5);
        QCOMPARE(counts->views.value(u"00000000-0000-4000-8000-0000000000e1"_s), 4);
        QCOMPARE(counts->receivedToday * 10 + counts->closedToday, 67);
        QCOMPARE(counts->days, (QList<HourCount>{{QDateTime({2026, 3, 1}, {23, 0}, Qt::UTC), 8, 9}}));
        QVERIFY(counts->at.isValid());
    }

    void aTicketWhole()
    {
        const auto detail = ticketDetailFromJson(document(R"({"ticket": {"number": 48213, "state": "on_hold",
            "siret": "732", "hold_reason": "requester", "hold_until": "2026-03-02T07:00:00Z", "awake": true, "merged": 2,
            "merged_others": true, "version": 4}, "siret": "732", "denomination": "B", "department": "31",
            "profile": "ud", "siret_known": true, "twins": [{"number": 5, "version": 2, "requester_name": "Ana",
            "requester_email_masked": "a••••@b.fr", "owner": null, "owner_name": null, "state": "open",
            "description": "d", "same_requester": true, "received_at": "2026-03-01T08:00:00Z"}],
            "merged": [{"number": 6, "state": "merged"}], "presence": [{"login": "p", "name": "Paul", "level": "away"}]})"));
        QVERIFY(detail.has_value());
        QCOMPARE(detail->ticket.number, TicketNumber(48213));
        QCOMPARE(detail->ticket.state, TicketState::OnHold);
        QCOMPARE(detail->ticket.holdReason, u"requester"_s);
        QVERIFY(detail->ticket.holdUntil.isValid() && detail->ticket.awake && detail->ticket.mergedOthers);
        QCOMPARE(detail->ticket.merged, 2);
        QCOMPARE(detail->siret + detail->department + detail->profile, u"73231ud"_s);
        QVERIFY(detail->siretKnown);
        QCOMPARE(detail->twins.first().number, TicketNumber(5));
        QVERIFY(detail->twins.first().sameRequester && detail->twins.first().owner.isEmpty());
        QCOMPARE(detail->merged.first().state, u"merged"_s);
        QCOMPARE(detail->presence.first().level, PresenceLevel::Away);
    }

    void viewsAgentsAndOthers()
    {
        const auto views = ticketViewsFromJson(document(R"({"views": [{"id": "00000000-0000-4000-8000-0000000000e1",
            "name": "Retards", "owner": "p", "owner_name": "Paul", "shared": true, "mine": false, "owner_gone": true,
            "chosen": true, "filter": {"due": "late", "mood": "red"}, "sort": "requester", "descending": true}]})"));
        QVERIFY(views.has_value());
        const TicketView &view = views->first();
        QCOMPARE(view.id, QUuid(u"00000000-0000-4000-8000-0000000000e1"_s));
        QVERIFY(view.shared && !view.mine && view.ownerGone && view.chosen);
        QCOMPARE(view.filter.due, TicketFilter::Due::Late);
        QCOMPARE(view.order, (QueueOrder{QueueColumn::Requester, true}));
        const auto agents
            = deskAgentsFromJson(document(R"({"agents": [{"login": "p", "name": "Paul", "open": 3, "here": true}]})"));
        QVERIFY(agents.has_value());
        QCOMPARE(*agents, (QList<DeskAgent>{{u"p"_s, u"Paul"_s, 3, true}}));
        const auto others
            = presenceFromJson(document(R"({"others": [{"ticket": 5, "login": "p", "name": "Paul", "level": "open"},
                                    {"ticket": 5, "login": "q", "name": "Q", "level": "writing"}]})"));
        QVERIFY(others.has_value());
        QCOMPARE(others->value(TicketNumber(5)).size(), 2);
    }

    void whatIsTold()
    {
        QCOMPARE(toJson(QList<OwnPresence>{{TicketNumber(5), PresenceLevel::Away}}),
                 (QJsonArray{document(R"({"ticket": 5, "level": "away"})")}));
        OperationRequest request;
        request.id = QUuid(u"00000000-0000-4000-8000-0000000000e1"_s);
        request.kind = u"ticket.take"_s;
        request.params = {{u"number"_s, 5}};
        request.ticket = TicketNumber(5);
        QCOMPARE(batchJson(request), document(R"({"id": "00000000-0000-4000-8000-0000000000e1", "kind": "ticket.take",
                                               "params": {"number": 5}, "reason": null, "reason_text": null, "ticket": 5})"));
    }

    void aDocumentWithoutItsListIsNone()
    {
        const QJsonObject empty{{u"status"_s, u"ok"_s}};
        QVERIFY(!queuePageFromJson(empty) && !queueCountsFromJson(empty) && !ticketDetailFromJson(empty)
                && !ticketViewsFromJson(empty) && !deskAgentsFromJson(empty) && !presenceFromJson(empty));
    }
};

QTEST_APPLESS_MAIN(TestTicketQueueJson)
#include "tst_ticketqueuejson.moc"
