// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"
#include "app/tickets/bulkplan.h"
#include "app/tickets/bulkservice.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgsessionstore.h"
#include "db/stores/pgticketstore.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/countingproxy.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace desk;
using State = BulkService::State;

/// A thousand tickets, every other one somebody else's, closed in bulk on a real server that is taken away meanwhile.
class TestBulk : public QObject {
    Q_OBJECT
private:
    static constexpr int count = 1000;

    struct Desk {
        PgDatabase database;
        PgSessionStore sessions{database};
        PgTicketStore store{database};
        test::FakeSecretStore secrets;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        BulkService bulk{store, session};
        QSignalSpy changed{&bulk, &BulkService::changed};

        explicit Desk(const ConnectionSettings &where)
        {
            session.logIn(where, TempCluster::password(where.login), false);
            (void)QTest::qWaitFor([&] { return session.state() == SessionService::State::Connected; }, 20'000);
        }
        void close()
        {
            BulkAction action;
            action.kind = BulkAction::Kind::Close;
            action.outcome = u"explained"_s;
            action.answer = u"Bonjour, le service est rétabli."_s;
            QList<QueueRow> rows;
            for (int i = 1; i <= count; ++i) {
                QueueRow row; // as the list showed them before the others were taken
                row.number = TicketNumber(90000 + i);
                row.version = 1;
                row.siret = QString::number(10000000000000 + i);
                row.motif = u"habilitation"_s;
                row.state = u"open"_s;
                rows << row;
            }
            bulk.begin(u"Clore"_s, planBulk(action, rows, u"agent1"_s).steps);
        }
        [[nodiscard]] bool isOver() const { return bulk.state() == State::Finished || bulk.state() == State::Stopped; }
    };

    StoresWorld m_world;

    int number(const QByteArray &sql) { return m_world.one(sql).toInt(); }
    int closed() { return number("select count(*) as x from asp.ticket where state = 'closed'"); }
    int mails() { return number("select count(*) as x from asp.mail where ticket > 90000"); }
    int closings() { return number("select count(*) as x from asp.operation where kind = 'ticket.close'"); }
    /// What was done was done once, with one mail each, and the service knows it.
    void compareWithServer(const Desk &desk)
    {
        QCOMPARE(closed(), count / 2);
        QCOMPARE(closings(), count / 2);
        QCOMPARE(mails(), count / 2);
        QCOMPARE(number("select coalesce(max(n), 0) as x from (select count(*) n from asp.mail where ticket > 90000 "
                        "group by ticket) m"),
                 1);
        QCOMPARE(desk.bulk.done(), count / 2);
        QCOMPARE(desk.bulk.refused(), count / 2);
        for (const BulkStep &step : desk.bulk.steps()) {
            const bool others = step.tickets.first().value() % 2 == 0;
            QCOMPARE(step.state == BulkStep::State::Refused, others);
            if (others)
                QVERIFY(step.error.code == Error::Code::Conflict || step.error.rule == "owned_by_other"_L1);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init()
    {
        QVERIFY(
            m_world.admin("set session_replication_role = replica; delete from asp.mail; delete from asp.operation; "
                          "delete from asp.ticket_event; delete from asp.ticket; delete from asp.read_meter;"));
        QVERIFY(m_world.admin(
            "set role asp_owner; "
            "insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, "
            "motif, description, channel, state, owner, due_at) "
            "select 90000 + i, (10000000000000 + i)::text, 'Boulangerie', 'Claire Fontan', '0612345678', "
            "'c' || i || '@exemple.fr', 'habilitation', 'Je ne peux plus entrer.', 'extranet', "
            "case when i % 2 = 0 then 'taken' else 'open' end, case when i % 2 = 0 then 'agent2' end, "
            "now() + interval '3 hours' from generate_series(1, 1000) i"));
    }

    void halfRefused()
    {
        Desk desk(m_world.cluster.settings(u"agent1"_s));
        desk.close();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOver(), 120'000);
        QVERIFY2(desk.bulk.state() == State::Finished,
                 qPrintable(desk.bulk.hindrance() ? desk.bulk.hindrance()->detail : QString()));
        compareWithServer(desk);
    }

    void theServerDropsTheConnectionInTheMiddle()
    {
        Desk desk(m_world.cluster.settings(u"agent1"_s));
        int killed = 0;
        connect(&desk.bulk, &BulkService::changed, this, [&] {
            const int done = desk.bulk.done() + desk.bulk.refused();
            if (desk.bulk.state() == State::Running && killed < 3 && done >= 200 * (killed + 1)) {
                ++killed;
                QTimer::singleShot(5 * killed, this, [this] { // while a batch is under way, or just after
                    (void)m_world.admin(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'agent1'");
                });
            }
        });
        desk.close();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOver(), 120'000);
        QCOMPARE(killed, 3);
        QCOMPARE(desk.bulk.state(), State::Finished);
        compareWithServer(desk);
    }

    void theAnswerGetsLostButTheBatchIsDone()
    {
        CountingProxy proxy{quint16(m_world.cluster.port())};
        auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        where.port = proxy.port();
        Desk desk(where);
        bool swallowed = false;
        connect(&desk.bulk, &BulkService::changed, this, [&] {
            if (!swallowed && desk.bulk.done() + desk.bulk.refused() >= 500) {
                swallowed = true;
                proxy.setSwallowAnswers(true);
            }
        });
        desk.close();
        QTRY_VERIFY_WITH_TIMEOUT(swallowed, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(closed(), 275, 20'000); // done, and nobody heard of it
        QCOMPARE(desk.bulk.done(), 250);
        proxy.cutAll();
        QTRY_VERIFY_WITH_TIMEOUT(desk.bulk.state() == State::Waiting, 20'000);
        proxy.setSwallowAnswers(false);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOver(), 120'000);
        QCOMPARE(desk.bulk.state(), State::Finished);
        compareWithServer(desk);
    }

    void stoppedAndResumed()
    {
        Desk desk(m_world.cluster.settings(u"agent1"_s));
        desk.close();
        QTRY_VERIFY_WITH_TIMEOUT(desk.bulk.done() > 0, 30'000);
        desk.bulk.stop();
        QTRY_COMPARE_WITH_TIMEOUT(desk.bulk.state(), State::Stopped, 30'000);
        const int soFar = closed();
        QCOMPARE(soFar, desk.bulk.done());
        QVERIFY(desk.bulk.notDone() > 0);
        QTest::qWait(200);
        QCOMPARE(closed(), soFar);
        desk.bulk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(desk.bulk.state(), State::Finished, 120'000);
        compareWithServer(desk);
    }
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
