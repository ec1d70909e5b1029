// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QJsonObject submit(PgConnection &connection, const QString &id, const QByteArray &kind, const QByteArray &params,
                   const std::optional<QByteArray> &call = {})
{
    const auto rows
        = connection.exec("select desk.operate($1::uuid, $2, $3::jsonb, 'locked', null, $4::uuid, 48213) as d",
                          {id.toUtf8(), kind, params, call});
    return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object()
                : QJsonObject{{u"error"_s, rows.error().detail}};
}

} // namespace

/// The same operation sent again, sent by someone else, sent twice at once; and two people on one thing.
class TestRepetition : public QObject {
    Q_OBJECT
    RulesWorld m_world;

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
    }

    void sameAgainAnswersTheFirstResult()
    {
        m_world.givePass(RulesWorld::call, 1, 1);
        Ask ask{u"account.reset_password"_s, R"({"account_id": 1, "unlock": true})", u"locked"_s, {}, RulesWorld::call};
        ask.id = RulesWorld::newId();
        const QJsonObject first = m_world.operate(u"agent1"_s, ask);
        ask.params = R"({ "unlock":true, "account_id":1 })"; // the same content, spelt otherwise
        QJsonObject second = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(second.value("repeated"_L1).toBool(), true);
        second.insert("repeated"_L1, false);
        QCOMPARE(second, first);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100"), u"2"_s);
        const auto found = m_world.document(u"agent1"_s, "select desk.operation($1::uuid) as d", {ask.id.toUtf8()});
        QCOMPARE(found.value("result"_L1), first.value("result"_L1));
    }

    void anotherContentOrPersonIsRefused_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ticket");
        const QByteArray one = R"({"account_id": 1})";
        QTest::newRow("someone else") << u"agent2"_s << u"account.unlock"_s << one << u"locked"_s << RulesWorld::call
                                      << QString() << qint64(0);
        QTest::newRow("other account") << u"agent1"_s << u"account.unlock"_s << QByteArray(R"({"account_id": 2})")
                                       << u"locked"_s << RulesWorld::call << QString() << qint64(0);
        QTest::newRow("other kind") << u"agent1"_s << u"account.reset_password"_s << one << u"locked"_s
                                    << RulesWorld::call << QString() << qint64(0);
        QTest::newRow("other reason") << u"agent1"_s << u"account.unlock"_s << one << u"never_received"_s
                                      << RulesWorld::call << QString() << qint64(0);
        QTest::newRow("other call") << u"agent1"_s << u"account.unlock"_s << one << u"locked"_s
                                    << RulesWorld::closedCall << QString() << qint64(0);
        QTest::newRow("other words of the reason") << u"agent1"_s << u"account.unlock"_s << one << u"locked"_s
                                                   << RulesWorld::call << u"autre chose"_s << qint64(0);
        QTest::newRow("a ticket besides") << u"agent1"_s << u"account.unlock"_s << one << u"locked"_s
                                          << RulesWorld::call << QString() << qint64(48213);
    }
    void anotherContentOrPersonIsRefused()
    {
        QFETCH(QString, login);
        QFETCH(QString, kind);
        QFETCH(QByteArray, params);
        QFETCH(QString, reason);
        QFETCH(QString, call);
        QFETCH(QString, text);
        QFETCH(qint64, ticket);
        const QString id = RulesWorld::newId();
        QCOMPARE(m_world
                     .operate(u"agent1"_s,
                              {u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call, 0, id})
                     .value("status"_L1)
                     .toString(),
                 u"done"_s);
        const QJsonObject answer = m_world.operate(login, {kind, params, reason, text, call, ticket, id});
        QCOMPARE(answer.value("rule"_L1).toString(), u"id_reused"_s);
        QCOMPARE(m_world.one("select count(*) from asp.operation"), u"1"_s);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100"), u"0"_s);
    }

    void aRefusedIdMayBeSentAgain()
    {
        const QString id = RulesWorld::newId();
        Ask ask{u"account.unlock"_s, R"({"account_id": 2})", u"locked"_s, {}, RulesWorld::call, 0, id};
        QCOMPARE(m_world.operate(u"agent1"_s, ask).value("rule"_L1).toString(), u"not_locked"_s);
        QCOMPARE(m_world.document(u"agent1"_s, "select desk.operation($1::uuid) as d", {id.toUtf8()})
                     .value("status"_L1)
                     .toString(),
                 u"none"_s);
        QCOMPARE(m_world.stateOf(
                     u"admin"_s,
                     "update asp.account set locked_at = now(), locked_until = now() + interval '1 hour' where id = 2"),
                 QString());
        QCOMPARE(m_world.operate(u"agent1"_s, ask).value("status"_L1).toString(), u"done"_s);
    }

    void othersOperationsAreNotTold()
    {
        const QString id = RulesWorld::newId();
        m_world.operate(u"agent1"_s,
                        {u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call, 0, id});
        const auto asked = [&](const QString &login) {
            return m_world.document(login, "select desk.operation($1::uuid) as d", {id.toUtf8()})
                .value("status"_L1)
                .toString();
        };
        QCOMPARE(asked(u"agent1"_s), u"done"_s);
        QCOMPARE(asked(u"agent2"_s), u"none"_s);
        QCOMPARE(asked(u"superviseur1"_s), u"none"_s);
    }

    void sameIdAtOnceIsDoneOnce()
    {
        constexpr int rounds = 20, connections = 4;
        std::vector<PgConnection> open;
        for (int i = 0; i < connections; ++i) {
            auto connection = m_world.connect(u"agent1"_s);
            QVERIFY(connection);
            open.push_back(std::move(*connection));
        }
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.setting set value = '1000' where key = 'plafond.reset'"),
                 QString());
        m_world.givePass(RulesWorld::call, 1, 1);
        for (int round = 0; round < rounds; ++round) {
            const QString id = RulesWorld::newId();
            std::vector<QJsonObject> answers(connections);
            std::vector<std::thread> threads;
            for (size_t i = 0; i < connections; ++i)
                threads.emplace_back([&, i] {
                    answers[i] = submit(open[i], id, "account.reset_password", R"({"account_id": 1})",
                                        RulesWorld::call.toUtf8());
                });
            for (auto &thread : threads)
                thread.join();
            int first = 0;
            for (const QJsonObject &answer : answers) {
                QVERIFY2(answer.value("status"_L1) == "done"_L1, QJsonDocument(answer).toJson().constData());
                QCOMPARE(answer.value("result"_L1), answers[0].value("result"_L1));
                first += answer.value("repeated"_L1).toBool() ? 0 : 1;
            }
            QCOMPARE(first, 1);
        }
        QCOMPARE(m_world.one("select count(*) from asp.operation where kind <> 'call.check'").toInt(), rounds);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100").toInt(), 2 * rounds);
    }

    void aBrokenOffTransactionLeavesNothing()
    {
        auto connection = m_world.connect(u"agent1"_s);
        QVERIFY(connection);
        const QString id = RulesWorld::newId();
        QVERIFY(connection->execScript("begin"));
        QCOMPARE(submit(*connection, id, "account.unlock", R"({"account_id": 1})").value("status"_L1).toString(),
                 u"done"_s);
        connection->close();
        QTRY_COMPARE(m_world.one("select count(*) from asp.operation"), u"0"_s);
        QCOMPARE(m_world.one("select locked_until is not null from asp.account where id = 1"), u"true"_s);
        Ask again{u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, {}, 48213, id};
        QCOMPARE(m_world.operate(u"agent1"_s, again).value("repeated"_L1).toBool(true), false);
    }

    void twoAgentsCloseOneTicket()
    {
        const Ask close{u"ticket.close"_s,
                        R"({"number": 48213, "version": 1, "outcome": "access_restored", "answer": "Fait.",
                            "leave_duplicates": true})"};
        QCOMPARE(m_world.operate(u"agent1"_s, close).value("status"_L1).toString(), u"done"_s);
        const QJsonObject second = m_world.operate(u"agent2"_s, close);
        QCOMPARE(second.value("status"_L1).toString(), u"conflict"_s);
        QCOMPARE(second.value("rule"_L1).toString(), u"version"_s);
        const QJsonObject params = second.value("params"_L1).toObject();
        QCOMPARE(params.value("number"_L1).toInt(), 48213);
        QCOMPARE(params.value("version"_L1).toInt(), 2);
        QCOMPARE(params.value("state"_L1).toString(), u"closed"_s);
        QCOMPARE(params.value("owner"_L1).toString(), u"agent1"_s);
        QCOMPARE(params.value("owner_name"_L1).toString(), u"Nadia Martin"_s);
        QStringList changes;
        for (const auto &value : params.value("changes"_L1).toArray()) {
            const QJsonObject change = value.toObject();
            changes.append(u"%1: %2 > %3, %4"_s.arg(change.value("field"_L1).toString(),
                                                    change.value("was"_L1).toString(), change.value("is"_L1).toString(),
                                                    change.value("by"_L1).toString()));
            QVERIFY(change.value("at"_L1).toString().endsWith("+00:00"_L1));
        }
        QCOMPARE(changes,
                 (QStringList{u"answer:  > Fait., Nadia Martin"_s, u"outcome:  > access_restored, Nadia Martin"_s,
                              u"owner:  > agent1, Nadia Martin"_s, u"state: open > closed, Nadia Martin"_s}));
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100"), u"1"_s);
        QCOMPARE(m_world.one("select concat_ws('|', actor, kind, rule) from asp.journal order by id desc limit 1"),
                 u"agent2|conflict|version"_s);
    }

    void twoAgentsTakeOneTicketAtOnce()
    {
        for (int round = 1; round <= 20; ++round) {
            const QByteArray params = "{\"number\": 48213, \"version\": " + QByteArray::number(2 * round - 1) + "}";
            QStringList states(2);
            std::vector<std::thread> threads;
            for (int i = 0; i < 2; ++i) {
                threads.emplace_back([&, i] {
                    auto connection = m_world.connect(u"agent%1"_s.arg(i + 1));
                    states[i] = connection
                        ? submit(*connection, RulesWorld::newId(), "ticket.take", params).value("status"_L1).toString()
                        : connection.error().detail;
                });
            }
            for (auto &thread : threads)
                thread.join();
            states.sort();
            QCOMPARE(states, (QStringList{u"conflict"_s, u"done"_s}));
            QCOMPARE(
                m_world.stateOf(
                    u"admin"_s,
                    "update asp.ticket set state = 'open', owner = null, version = version + 1 where number = 48213"),
                QString());
        }
    }

    void aCommentNeedsNoNewestVersion()
    {
        QCOMPARE(m_world.operate(u"agent1"_s, {u"ticket.take"_s, R"({"number": 48213, "version": 1})"})
                     .value("status"_L1)
                     .toString(),
                 u"done"_s);
        const QJsonObject late = m_world.operate(
            u"agent2"_s, {u"ticket.comment"_s, R"({"number": 48213, "version": 1, "text": "Moi aussi."})"});
        QCOMPARE(late.value("result"_L1).toObject().value("version"_L1).toInt(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRepetition)
#include "tst_repetition.moc"
