// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/tickettest.h"

#include <QJsonArray>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// Two on one ticket: what the second is told, who waits for whom, and what is left open.
class TestTicketMeetings : public TicketTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }

    void whatIsLeftOpenIsTold()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(twins);
        for (const char *kind : {"ticket.close", "ticket.transfer"}) {
            const QJsonObject params
                = operate(agent, kind,
                          "{'number': 48213, 'version': 1, 'outcome': 'explained', 'to': 'x', 'answer': 'x', "
                          "'duplicates': [{'number': 48214, 'version': 1}]}")
                      .value("params"_L1)
                      .toObject();
            QCOMPARE(params.value("numbers"_L1).toArray(), (QJsonArray{48215, 48216, 48377}));
            QCOMPARE(params.value("count"_L1).toInt(), 3);
        }
    }

    // Two at once
    // ------------------------------------------------------------------------------------------------------------

    void theSecondIsToldFieldByField()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        QCOMPARE(ruleOf(agent, "ticket.take", "{'number': 48213, 'version': 1}"), u"done"_s);
        QCOMPARE(
            ruleOf(agent, "ticket.change_motif", "{'number': 48213, 'version': 2, 'motif': 'fiche_etablissement'}"),
            u"done"_s);
        QCOMPARE(
            ruleOf(agent, "ticket.hold", "{'number': 48213, 'version': 3, 'hold_reason': 'mail', 'until': '@week'}"),
            u"done"_s);
        QCOMPARE(ruleOf(colleague, "ticket.comment", "{'number': 48213, 'version': 1, 'text': 'Vu aussi.'}"),
                 u"done"_s);
        const QString before = everything();
        const QJsonObject second = operate(colleague, "ticket.close",
                                           "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'x'}");
        QCOMPARE(second.value("status"_L1).toString(), u"conflict"_s);
        QCOMPARE(everything(), before);
        QStringList told;
        for (const auto &value : second.value("params"_L1).toObject().value("changes"_L1).toArray()) {
            const QJsonObject change = value.toObject();
            const bool time = change.value("is"_L1).toString().contains("T"_L1);
            told << u"%1 %2>%3 %4"_s.arg(
                change.value("field"_L1).toString(), time ? QString() : change.value("was"_L1).toString(),
                time ? u"…"_s : change.value("is"_L1).toString(), change.value("by"_L1).toString());
        }
        QCOMPARE(told,
                 (QStringList{u"owner >agent1 Nadia Martin"_s, u"state open>taken Nadia Martin"_s,
                              u"due_at >… Nadia Martin"_s, u"motif habilitation>fiche_etablissement Nadia Martin"_s,
                              u"due_at >… Nadia Martin"_s, u"hold_reason >mail Nadia Martin"_s,
                              u"hold_until >… Nadia Martin"_s, u"state taken>on_hold Nadia Martin"_s,
                              u"comment >Vu aussi. Paul Durand"_s}));
    }

    /// Who waits for the ticket with the lower number has nothing in hand yet, whichever of the two is kept.
    void whoWaitsHoldsNothing()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        auto first = m_world.connect(u"admin"_s);
        QVERIFY(first && first->execScript("begin; select from asp.ticket where number = 48213 for update"));
        QString rule;
        std::thread second([&] {
            auto connection = m_world.connect(agent);
            if (!connection)
                return;
            const QByteArray params
                = json("{'number': 48377, 'version': 1, 'duplicates': [{'number': 48213, 'version': 1}]}");
            const auto rows
                = connection->exec("select desk.operate(gen_random_uuid(), 'ticket.merge', $1::jsonb, null, "
                                   "null, null, null) ->> 'status' as d",
                                   {params});
            rule = rows ? rows->text(0, "d") : rows.error().detail;
        });
        bool waits = false;
        for (int i = 0; i < 200 && !waits; ++i) {
            QTest::qWait(25);
            waits = m_world.one("select count(*) from pg_stat_activity where usename = 'agent1' and wait_event_type = "
                                "'Lock'")
                != u"0"_s;
        }
        const QString other
            = m_world.stateOf(u"admin"_s, "select from asp.ticket where number = 48377 for update nowait");
        const bool released = first->execScript("rollback").has_value();
        second.join();
        QVERIFY(waits && released);
        QCOMPARE(other, QString());
        QCOMPARE(rule, u"done"_s);
    }

    void crossedMergesDoNotBlockEachOther()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        for (int round = 0; round < 20; ++round) {
            sql("update asp.ticket set state = 'open', duplicate_of = null, closed_at = null, closed_by = null, "
                "version = 1"
                " where number in (48213, 48377)");
            QStringList rules(2);
            std::vector<std::thread> threads;
            for (int i = 0; i < 2; ++i) {
                threads.emplace_back([&, i] {
                    auto connection = m_world.connect(u"agent%1"_s.arg(i + 1));
                    if (!connection)
                        return;
                    const QByteArray kept = i == 0 ? "48213" : "48377", other = i == 0 ? "48377" : "48213";
                    const auto rows
                        = connection->exec("select desk.operate(gen_random_uuid(), 'ticket.merge', $1::jsonb, null, "
                                           "null, null, null) ->> 'status' as d",
                                           {json("{'number': " + kept + ", 'version': 1, 'duplicates': [{'number': "
                                                 + other + ", 'version': 1}]}")});
                    rules[i] = rows ? rows->text(0, "d") : rows.error().detail;
                });
            }
            for (auto &thread : threads)
                thread.join();
            rules.sort();
            QCOMPARE(rules, (QStringList{u"conflict"_s, u"done"_s}));
        }
    }
};

QTEST_GUILESS_MAIN(TestTicketMeetings)
#include "tst_ticketmeetings.moc"
