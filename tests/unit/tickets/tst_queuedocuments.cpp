// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "app/tickets/ticketstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The documents of the queue as values, and questions as documents.
class TestQueueDocuments : public QObject {
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
        const auto page = fromDocument<QueuePageAnswer>(document(R"({"status": "ok", "more": true,
            "server_time": "2026-03-02T08:00:00.5+00:00", "rows": [{"number": 48213, "version": 3,
            "received_at": "2026-03-01T09:00:00+01:00", "due_at": "2026-03-03T10:00:00Z", "closed_at": null,
            "hold_until": "2026-03-02T07:00:00Z", "siret": "73282932000074", "denomination": "Boulangerie",
            "siret_known": true, "requester_name": "Claire", "requester_email_masked": "c••••@b.fr", "motif": "autres",
            "state": "on_hold", "hold_reason": "requester", "owner": "agent1", "owner_name": "Nadia",
            "department": "2A", "profile": "tiers", "channel": "extranet", "outcome": null, "awake": true, "twins": 2,
            "presence": [{"login": "p", "name": "Paul", "level": "writing"}, {"login": "q", "name": "Q", "level": "open"}],
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
        QCOMPARE(toDocument(question),
                 document(R"({"filter": {"scope": "open", "motifs": ["autres"]}, "sort": "requester",
                              "descending": true, "inclusive": false, "backward": true, "limit": 50})"));
        question.from = QueueCursor{u"zoé"_s, TicketNumber(7)};
        question.inclusive = true;
        const QJsonObject json = toDocument(question);
        QCOMPARE(json.value("from"_L1).toObject(), document(R"({"key": "zoé", "number": 7})"));
        QVERIFY(json.value("inclusive"_L1).toBool());
    }

    void figures()
    {
        const auto counts = fromDocument<QueueCounts>(document(R"({"motifs": [{"motif": "autres", "open": 5, "late": 1,
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
        TicketDetail told;
        told.ticket.number = TicketNumber(48213);
        told.ticket.state = TicketState::OnHold;
        told.ticket.siret = u"732"_s;
        told.ticket.holdReason = u"requester"_s;
        told.ticket.holdUntil = QDateTime({2026, 3, 2}, {7, 0}, Qt::UTC);
        told.ticket.awake = told.ticket.mergedOthers = true;
        told.ticket.merged = 2;
        told.ticket.version = 4;
        QJsonObject whole = document(R"({"siret": "732", "denomination": "B", "department": "31",
            "profile": "ud", "siret_known": true, "twins": [{"number": 5, "version": 2, "requester_name": "Ana",
            "requester_email_masked": "a••••@b.fr", "owner": null, "owner_name": null, "state": "open",
            "description": "d", "same_requester": true, "received_at": "2026-03-01T08:00:00Z"}],
            "merged": [{"number": 6, "version": 1, "requester_name": "Ana", "requester_email_masked": null, "owner": null,
            "owner_name": null, "state": "merged", "description": "d", "same_requester": null, "received_at": null}],
            "presence": [{"login": "p", "name": "Paul", "level": "away"}]})");
        whole.insert(u"ticket"_s, toDocument(told.ticket));
        const auto detail = fromDocument<TicketDetail>(whole);
        QVERIFY2(detail, detail ? "" : qPrintable(detail.error().detail));
        QCOMPARE(detail->ticket, told.ticket);
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
        const auto views
            = listFromDocument<TicketView>(document(R"({"views": [{"id": "00000000-0000-4000-8000-0000000000e1",
            "name": "Retards", "owner": "p", "owner_name": "Paul", "shared": true, "mine": false, "owner_gone": true,
            "chosen": true, "filter": {"due": "late", "mood": "red"}, "sort": "requester", "descending": true}]})"),
                                           "views"_L1);
        QVERIFY(views.has_value());
        const TicketView &view = views->first();
        QCOMPARE(view.id, QUuid(u"00000000-0000-4000-8000-0000000000e1"_s));
        QVERIFY(view.shared && !view.mine && view.ownerGone && view.chosen);
        QCOMPARE(view.filter.due, TicketFilter::Due::Late);
        QCOMPARE(view.order, (QueueOrder{QueueColumn::Requester, true}));
        const auto agents = listFromDocument<DeskAgent>(
            document(R"({"agents": [{"login": "p", "name": "Paul", "open": 3, "here": true}]})"), "agents"_L1);
        QVERIFY(agents.has_value());
        QCOMPARE(*agents, (QList<DeskAgent>{{u"p"_s, u"Paul"_s, 3, true}}));
        const auto others = listFromDocument<OtherPresence>(
            document(R"({"others": [{"ticket": 5, "login": "p", "name": "Paul", "level": "open"},
                                    {"ticket": 5, "login": "q", "name": "Q", "level": "writing"}]})"),
            "others"_L1);
        QVERIFY(others.has_value());
        QCOMPARE(*others,
                 (QList<OtherPresence>{{TicketNumber(5), {u"p"_s, u"Paul"_s, PresenceLevel::Open}},
                                       {TicketNumber(5), {u"q"_s, u"Q"_s, PresenceLevel::Writing}}}));
    }

    void whatIsTold()
    {
        QCOMPARE(written(QList<OwnPresence>{{TicketNumber(5), PresenceLevel::Away}}),
                 (QJsonArray{document(R"({"ticket": 5, "level": "away"})")}));
        OperationRequest request;
        request.id = QUuid(u"00000000-0000-4000-8000-0000000000e1"_s);
        request.kind = u"ticket.take"_s;
        request.params = {{u"number"_s, 5}};
        request.ticket = TicketNumber(5);
        QCOMPARE(toDocument(request), document(R"({"id": "00000000-0000-4000-8000-0000000000e1", "kind": "ticket.take",
                                               "params": {"number": 5}, "reason": null, "reason_text": null, "ticket": 5})"));
    }

    void aFilterOfAnotherConsole_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QJsonObject>("understood");
        QTest::newRow("nothing") << QByteArray("{}") << document(R"({"scope": "open"})");
        QTest::newRow("a code of tomorrow") << QByteArray(R"({"scope": "frozen", "due": "never", "twins": true})")
                                            << document(R"({"scope": "open", "twins": true})");
        QTest::newRow("another type") << QByteArray(
            R"({"scope": "all", "motifs": "autres", "age_to": "x", "siret": 7})")
                                      << document(R"({"scope": "all"})");
        QTest::newRow("everything")
            << QByteArray(R"({"scope": "closed", "motifs": ["a"], "states": ["open"], "owners": ["@me", ""],
               "departments": ["2A"], "profiles": ["ud"], "channels": ["agent"], "outcomes": ["o"], "due": "soon",
               "age_from": 1, "age_to": 2, "closed_within": 3, "twins": true, "siret": "732", "establishment": "b",
               "requester": "c"})")
            << document(R"({"scope": "closed", "motifs": ["a"], "states": ["open"], "owners": ["@me", ""],
               "departments": ["2A"], "profiles": ["ud"], "channels": ["agent"], "outcomes": ["o"], "due": "soon",
               "age_from": 1, "age_to": 2, "closed_within": 3, "twins": true, "siret": "732", "establishment": "b",
               "requester": "c"})");
    }
    void aFilterOfAnotherConsole()
    {
        QFETCH(QByteArray, json);
        const auto filter = fromDocument<TicketFilter>(document(json.constData()));
        QVERIFY(filter.has_value());
        QTEST(toDocument(*filter), "understood");
    }

    void aDocumentWithoutItsListIsNone()
    {
        const QJsonObject empty{{u"status"_s, u"ok"_s}};
        QCOMPARE(fromDocument<QueuePageAnswer>(empty).error().detail, u"rows: missing"_s);
        QCOMPARE(fromDocument<QueueCounts>(empty).error().detail, u"motifs: missing"_s);
        QCOMPARE(fromDocument<TicketDetail>(empty).error().detail, u"ticket: missing"_s);
        QCOMPARE(listFromDocument<TicketView>(empty, "views"_L1).error().detail, u"views: no list"_s);
        QCOMPARE(listFromDocument<DeskAgent>(empty, "agents"_L1).error().detail, u"agents: no list"_s);
        QCOMPARE(listFromDocument<OtherPresence>(empty, "others"_L1).error().detail, u"others: no list"_s);
    }

    void aLevelNobodyKnowsIsADefect()
    {
        const auto read = fromDocument<Presence>(document(R"({"login": "q", "name": "Q", "level": "new"})"));
        QCOMPARE(read.error().detail, u"level: unknown code 'new'"_s);
    }
};

QTEST_APPLESS_MAIN(TestQueueDocuments)
#include "tst_queuedocuments.moc"
