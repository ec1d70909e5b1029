// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int hundred = 100;

/// Tickets 50000 to 50099; every second one is somebody else's. All of different SIRETs, so that none is a duplicate.
constexpr auto manyTickets = R"sql(
set role asp_owner;
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, channel, state, owner, due_at)
select 50000 + n, 'X' || n, 'B', 'Ana', '1', 'ana@exemple.fr', 'autres', 'extranet',
       case n % 2 when 0 then 'open' else 'taken' end, case n % 2 when 1 then 'agent2' end, now()
from generate_series(0, 99) n;
)sql";

QJsonObject operation(const QString &kind, qint64 number, const QJsonObject &more = {}, int version = 1)
{
    QJsonObject params = more;
    params["number"_L1] = number;
    params["version"_L1] = version;
    return {{u"id"_s, RulesWorld::newId()}, {u"kind"_s, kind}, {u"params"_s, params}, {u"ticket"_s, number}};
}

QByteArray bytes(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QStringList statusesOf(const QJsonObject &answer)
{
    QStringList list;
    for (const auto &result : answer.value("results"_L1).toArray())
        list << result.toObject().value("rule"_L1).toString(result.toObject().value("status"_L1).toString());
    return list;
}

} // namespace

/// Many tickets at once: each carried out or refused by itself under the rules of the one door, found again by its id,
/// with a cap of its own.
class TestTicketBatch : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    QJsonObject batch(const QString &login, const QByteArray &operations)
    {
        return m_world.document(login, "select desk.operate_batch($1::jsonb) as d", {operations});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init()
    {
        QString why;
        QVERIFY2(m_world.fresh(&why), qPrintable(why));
        QCOMPARE(m_world.stateOf(u"admin"_s, manyTickets), QString());
    }

    void aHundredHalfRefusedAndSentAgain()
    {
        QJsonArray operations;
        for (int i = 0; i < hundred; ++i)
            operations.append(operation(u"ticket.take"_s, 50000 + i));
        const QJsonObject first = batch(u"agent1"_s, bytes(operations));
        QVERIFY2(!m_world.error, qPrintable(m_world.error ? m_world.error->detail : QString()));
        QCOMPARE(first.value("status"_L1).toString(), u"ok"_s);
        const QStringList statuses = statusesOf(first);
        QCOMPARE(statuses.size(), hundred);
        for (int i = 0; i < hundred; ++i)
            QCOMPARE(statuses.at(i), i % 2 ? u"owned_by_other"_s : u"done"_s);
        QCOMPARE(first.value("results"_L1)
                     .toArray()
                     .at(1)
                     .toObject()
                     .value("params"_L1)
                     .toObject()
                     .value("owner_name"_L1)
                     .toString(),
                 u"Paul Durand"_s);
        QCOMPARE(
            m_world.one("select count(*) from asp.ticket where number >= 50000 and owner = 'agent1' and version = 2"),
            u"50"_s);
        QCOMPARE(m_world.one(
                     "select concat_ws('|', count(*) filter (where kind = 'operation'), count(*) filter (where kind ="
                     " 'refused' and rule = 'owned_by_other')) from asp.journal where actor = 'agent1'"),
                 u"50|50"_s);

        const QJsonObject second = batch(u"agent1"_s, bytes(operations));
        QCOMPARE(statusesOf(second), statuses);
        for (int i = 0; i < hundred; i += 2) {
            const QJsonObject was = first.value("results"_L1).toArray().at(i).toObject();
            const QJsonObject is = second.value("results"_L1).toArray().at(i).toObject();
            QCOMPARE(is.value("repeated"_L1).toBool(), true);
            QCOMPARE(is.value("result"_L1), was.value("result"_L1));
        }
        QCOMPARE(m_world.one("select max(version) from asp.ticket where number >= 50000"), u"2"_s);
        QCOMPARE(m_world.one("select count(*) from asp.operation"), u"50"_s);

        // Another person, or another content, under the same ids.
        QCOMPARE(statusesOf(batch(u"agent2"_s, bytes(operations))).at(0), u"id_reused"_s);
        QJsonObject other = operations.at(0).toObject();
        other["kind"_L1] = u"ticket.hand_back"_s;
        QCOMPARE(statusesOf(batch(u"agent1"_s, bytes({other}))), QStringList{u"id_reused"_s});
    }

    void theIdIsFoundByItself()
    {
        const QJsonObject one = operation(u"ticket.take"_s, 50000);
        batch(u"agent1"_s, bytes({one}));
        const QByteArray id = one.value("id"_L1).toString().toUtf8();
        QCOMPARE(
            m_world.document(u"agent1"_s, "select desk.operation($1::uuid) as d", {id}).value("status"_L1).toString(),
            u"done"_s);
    }

    /// The rules of the door, through the batch: the same answer as when sent alone.
    void theSameAsAlone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("rule");
        const QJsonObject closing{{u"outcome"_s, u"explained"_s}, {u"answer"_s, u"Voilà."_s}};
        const auto row = [](const char *name, const QString &kind, qint64 number, QJsonObject params,
                            const QString &login, const char *rule, int version = 1) {
            params["number"_L1] = number;
            params["version"_L1] = version;
            QTest::newRow(name) << kind << params << login << QString::fromLatin1(rule);
        };
        const QString agent = u"agent1"_s;
        row("close", u"ticket.close"_s, 50000, closing, agent, "done");
        row("close, others left open", u"ticket.close"_s, 48213, closing, agent, "open_duplicates");
        row("close without outcome", u"ticket.close"_s, 50000, {{u"answer"_s, u"x"_s}}, agent, "outcome_needed");
        row("close without answer", u"ticket.close"_s, 50000, {{u"outcome"_s, u"explained"_s}}, agent, "answer_needed");
        row("close, a placeholder left", u"ticket.close"_s, 50000,
            {{u"outcome"_s, u"explained"_s}, {u"answer"_s, u"Bonjour {nom}"_s}}, agent, "unfilled_placeholder");
        row("close someone's", u"ticket.close"_s, 50001, closing, agent, "owned_by_other");
        row("close a closed one", u"ticket.close"_s, 48500, closing, agent, "not_open");
        row("close what has changed", u"ticket.close"_s, 50000, closing, agent, "version", 0);
        row("transfer to nobody", u"ticket.transfer"_s, 50000, {{u"answer"_s, u"x"_s}}, agent, "outcome_text_needed");
        row("merge", u"ticket.merge"_s, 48213,
            {{u"duplicates"_s, QJsonArray{QJsonObject{{u"number"_s, 48377}, {u"version"_s, 1}}}}}, agent, "done");
        row("merge another SIRET", u"ticket.merge"_s, 48213,
            {{u"duplicates"_s, QJsonArray{QJsonObject{{u"number"_s, 50000}, {u"version"_s, 1}}}}}, agent,
            "merge_other_siret");
        row("assign", u"ticket.assign"_s, 50000, {{u"login"_s, u"agent2"_s}}, u"superviseur1"_s, "done");
        row("assign, an agent", u"ticket.assign"_s, 50000, {{u"login"_s, u"agent2"_s}}, agent, "supervisor_only");
        row("change the motif", u"ticket.change_motif"_s, 50000, {{u"motif"_s, u"habilitation"_s}}, agent, "done");
        row("none", u"ticket.take"_s, 5, {}, agent, "unknown_ticket");
    }
    void theSameAsAlone()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, params);
        QFETCH(QString, login);
        QFETCH(QString, rule);
        const QJsonObject one{{u"id"_s, RulesWorld::newId()}, {u"kind"_s, kind}, {u"params"_s, params}};
        const QJsonObject together = batch(login, bytes({one})).value("results"_L1).toArray().at(0).toObject();
        QCOMPARE(together.value("rule"_L1).toString(together.value("status"_L1).toString()), rule);
        QString why;
        QVERIFY2(m_world.fresh(&why), qPrintable(why));
        QCOMPARE(m_world.stateOf(u"admin"_s, manyTickets), QString());
        const QJsonObject alone = m_world.operate(
            login, {kind, QJsonDocument(params).toJson(), {}, {}, {}, 0, one.value("id"_L1).toString()});
        QCOMPARE(alone.value("status"_L1), together.value("status"_L1));
        QCOMPARE(alone.value("rule"_L1), together.value("rule"_L1));
        QCOMPARE(alone.value("params"_L1), together.value("params"_L1));
    }

    void onlyTickets_data()
    {
        QTest::addColumn<QByteArray>("one");
        const QByteArray id = R"("id": "00000000-0000-4000-8000-00000000abcd")";
        QTest::newRow("unlock") << QByteArray("{" + id + R"(, "kind": "account.unlock", "params": )" + "{}}");
        QTest::newRow("a setting") << QByteArray("{" + id + R"(, "kind": "setting.set", "params": )" + "{}}");
        QTest::newRow("no kind") << QByteArray("{" + id + "}");
        QTest::newRow("no id") << QByteArray(R"({"kind": "ticket.take", "params": {"number": 50000, "version": 1}})");
        QTest::newRow("bad id") << QByteArray(
            R"({"id": "1", "kind": "ticket.take", "params": {"number": 50000, "version": 1}})");
        QTest::newRow("bad ticket") << QByteArray("{" + id + R"(, "ticket": "x", "kind": "ticket.take", "params": )"
                                                  + "{}}");
        QTest::newRow("no params") << QByteArray("{" + id + R"(, "kind": "ticket.take")" + "}");
        QTest::newRow("text") << QByteArray("\"x\"");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a number too big") << QByteArray("{" + id + R"(, "kind": "ticket.take", "params": )"
                                                        + R"({"number": 99999999999999999999, "version": 1}})");
    }
    /// What is no operation on a ticket is refused by itself; the one beside it is carried out.
    void onlyTickets()
    {
        QFETCH(QByteArray, one);
        const QByteArray good = QJsonDocument(operation(u"ticket.take"_s, 50002)).toJson();
        const QStringList statuses = statusesOf(batch(u"agent1"_s, "[" + one + "," + good + "]"));
        QVERIFY2(!m_world.error, qPrintable(m_world.error ? m_world.error->detail : QString()));
        QCOMPARE(statuses, (QStringList{u"bad_params"_s, u"done"_s}));
    }
    void openingNeedsACall()
    {
        const QJsonObject open{
            {u"id"_s, RulesWorld::newId()}, {u"kind"_s, u"ticket.open"_s}, {u"params"_s, QJsonObject{}}};
        QCOMPARE(statusesOf(batch(u"agent1"_s, bytes({open}))), QStringList{u"needs_call_or_ticket"_s});
    }

    void wholeRefused_data()
    {
        QTest::addColumn<QByteArray>("operations");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("more than a hundred") << QByteArray("[1" + QByteArray(",1").repeated(hundred) + "]");
        QTest::newRow("too big") << QByteArray("[\"" + QByteArray(2000001, 'x') + "\"]");
    }
    void wholeRefused()
    {
        QFETCH(QByteArray, operations);
        QCOMPARE(batch(u"agent1"_s, operations).value("rule"_L1).toString(), u"bad_params"_s);
    }

    void aCapOfItsOwn()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.setting set value = '3' where key = 'plafond.lot.par_minute'"),
                 QString());
        QJsonArray operations;
        for (int i = 0; i < 5; ++i)
            operations.append(operation(u"ticket.take"_s, 50000 + 2 * i));
        const QStringList statuses = statusesOf(batch(u"agent1"_s, bytes(operations)));
        QCOMPARE(statuses, (QStringList{u"done"_s, u"done"_s, u"done"_s, u"rate_limited"_s, u"rate_limited"_s}));
        QCOMPARE(m_world.one("select count(*) from asp.ticket where owner = 'agent1' and number >= 50000"), u"3"_s);
        // Its own meter: what is sent alone goes on, and a batch of somebody else too.
        QCOMPARE(m_world.operate(u"agent1"_s, {u"ticket.take"_s, R"({"number": 50010, "version": 1})"})
                     .value("status"_L1)
                     .toString(),
                 u"done"_s);
        QCOMPARE(statusesOf(batch(u"agent2"_s, bytes({operation(u"ticket.take"_s, 50012)}))), QStringList{u"done"_s});
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "update asp.setting set value = '100' where key = 'plafond.lot.par_minute';"
                                 " update asp.setting set value = '0' where key = 'plafond.operation.par_minute'"),
                 QString());
        QCOMPARE(statusesOf(batch(u"agent1"_s, bytes({operation(u"ticket.take"_s, 50014)}))), QStringList{u"done"_s});
    }

    void notForOthers_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("extranet") << u"extranet1"_s;
        QTest::newRow("relay") << u"relay1"_s;
    }
    void notForOthers()
    {
        QFETCH(QString, login);
        QCOMPARE(m_world.stateOf(login, "select desk.operate_batch('[]')"), u"42501"_s);
    }

    /// Two people work the same hundred in opposite orders: every ticket is somebody's, once, and neither waits for
    /// ever.
    void twoBatchesAtOnce()
    {
        QCOMPARE(
            m_world.stateOf(u"admin"_s, "update asp.ticket set state = 'open', owner = null where number >= 50000"),
            QString());
        QJsonArray forward, backward;
        for (int i = 0; i < hundred; ++i) {
            forward.append(operation(u"ticket.take"_s, 50000 + i));
            backward.append(operation(u"ticket.take"_s, 50099 - i));
        }
        std::vector<QStringList> statuses(2);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < 2; ++i) {
            threads.emplace_back([&, i] {
                auto connection = m_world.connect(u"agent%1"_s.arg(i + 1));
                if (!connection)
                    return;
                const auto rows = connection->exec("select desk.operate_batch($1::jsonb) as d",
                                                   {bytes(i == 0 ? forward : backward)});
                statuses[i] = rows ? statusesOf(QJsonDocument::fromJson(rows->bytes(0, "d")).object())
                                   : QStringList{rows.error().detail};
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(statuses[0].size() + statuses[1].size(), 2 * hundred);
        QCOMPARE(statuses[0].count(u"done"_s) + statuses[1].count(u"done"_s), hundred);
        QCOMPARE(statuses[0].count(u"version"_s) + statuses[1].count(u"version"_s), hundred);
    }
};

QTEST_GUILESS_MAIN(TestTicketBatch)
#include "tst_ticketbatch.moc"
