// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/calls/callservice.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"
#include "db/local/sqlitelocalstore.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/countingproxy.h"
#include "tests/support/fakestores.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using State = SessionService::State;

/// The real services on the real stores, with a proxy between them and the server.
class TestLostAnswers : public QObject {
    Q_OBJECT
private:
    struct Desk {
        PgDatabase database;
        PgSessionStore sessions{database};
        PgLookupStore lookup{database};
        PgOperationStore store{database};
        test::FakeSecretStore secrets;
        SqliteLocalStore local;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        OperationService operations{store, session, local};
        CallService call{store, operations, session, local, clock};
        CaseService cases{lookup, call, session};
        QSignalSpy finished{&operations, &OperationService::finished};
        QSignalSpy failed{&operations, &OperationService::failed};
        QSignalSpy uncertain{&operations, &OperationService::uncertain};

        Desk(const ConnectionSettings &where, const QString &folder) : local(folder)
        {
            session.logIn(where, TempCluster::password(where.login), false);
            (void)QTest::qWaitFor([&] { return session.state() == State::Connected; }, 20'000);
            (void)await(local.open(where.keychainKey()));
            (void)await(local.unlock(QByteArray(32, 'k')));
        }
        void openFile()
        {
            cases.open(StoresWorld::siret);
            QTRY_COMPARE_WITH_TIMEOUT(cases.state(), CaseService::State::Open, 20'000);
        }
        QUuid unlock()
        {
            OperationRequest request;
            request.kind = OperationKind::Unlock;
            request.params = {{u"account_id"_s, 1}};
            request.reason = u"locked"_s;
            request.call = call.id();
            return operations.submit(request);
        }
        Error lastError() const { return failed.last().at(1).value<Error>(); }
    };

    StoresWorld m_world;
    std::unique_ptr<CountingProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;

    ConnectionSettings where() const
    {
        auto settings = m_world.cluster.tcpSettings(u"agent1"_s);
        settings.port = m_proxy->port();
        return settings;
    }
    QString unlocks() { return m_world.one("select count(*) as x from asp.operation where kind = 'account.unlock'"); }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init()
    {
        m_proxy = std::make_unique<CountingProxy>(quint16(m_world.cluster.port()));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_world.admin("update asp.account set locked_at = now(), locked_until = now() + interval '1 hour', "
                              "failed_logins = 3"));
    }

    void theAnswerIsLostButTheWorkIsDone()
    {
        Desk desk(where(), m_folder->path());
        desk.openFile();
        const QString before = unlocks();
        m_proxy->setSwallowAnswers(true);
        const QUuid id = desk.unlock();
        QTRY_COMPARE_WITH_TIMEOUT(unlocks().toInt(), before.toInt() + 1, 10'000);
        m_proxy->cutAll();
        QTRY_COMPARE_WITH_TIMEOUT(desk.uncertain.count(), 1, 10'000);
        m_proxy->setSwallowAnswers(false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.finished.count(), 1, 20'000);
        const auto outcome = desk.finished.first().first().value<OperationOutcome>();
        QCOMPARE(outcome.id, id);
        QVERIFY(outcome.repeated);
        QCOMPARE(desk.failed.count(), 0);
        QCOMPARE(unlocks().toInt(), before.toInt() + 1);
        QVERIFY(await(desk.local.pending())->isEmpty());
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void theServerIsKilledInTheMiddleOfAnOperation()
    {
        Desk desk(where(), m_folder->path());
        desk.openFile();
        const QString before = unlocks();
        desk.call.setNote(u"tapé pendant la panne"_s);
        auto holder = m_world.cluster.connect(u"admin"_s); // the operation waits for this row
        QVERIFY(holder->execScript("begin; select from asp.account where id = 1 for update"));
        desk.unlock();
        QTRY_VERIFY(m_world.one("select count(*) as x from pg_stat_activity where wait_event_type = 'Lock'") == u"1"_s);
        QVERIFY(m_world.admin("checkpoint")); // durability is off here: what came before must outlive the kill
        m_world.cluster.killServer();
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Lost, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.uncertain.count(), 1, 10'000);
        QVERIFY(desk.cases.stale());
        QVERIFY(m_world.cluster.startServer());
        QTRY_COMPARE_WITH_TIMEOUT(desk.failed.count(), 1, 40'000);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QCOMPARE(desk.finished.count(), 0);
        QCOMPARE(unlocks(), before);
        QCOMPARE(m_world.one("select (locked_until > now())::text as x from asp.account"), u"true"_s);
        QCOMPARE(desk.call.note(), u"tapé pendant la panne"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_world.one("select note as x from asp.call order by opened_at desc limit 1")
                                     == u"tapé pendant la panne"_s,
                                 10'000);
        QTRY_VERIFY(!desk.cases.stale());
        desk.unlock(); // and work goes on
        QTRY_COMPARE_WITH_TIMEOUT(desk.finished.count(), 1, 10'000);
    }

    void whileTheServerMayStillBeAtItNobodySaysItWasNotDone()
    {
        Desk desk(where(), m_folder->path());
        desk.openFile();
        const int before = unlocks().toInt();
        auto holder = m_world.cluster.connect(u"admin"_s);
        QVERIFY(holder->execScript("begin; select from asp.account where id = 1 for update"));
        desk.unlock();
        QTRY_VERIFY(m_world.one("select count(*) as x from pg_stat_activity where wait_event_type = 'Lock'") == u"1"_s);
        m_proxy->cutAll(); // the server process goes on: it has not noticed
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Connected, 10'000);
        QTest::qWait(1500);
        QCOMPARE(desk.failed.count() + desk.finished.count(), 0);
        QVERIFY(holder->execScript("rollback"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.finished.count() + desk.failed.count(), 1, 20'000);
        QCOMPARE(desk.finished.count(), 1);
        QCOMPARE(unlocks().toInt(), before + 1);
    }

    void aServerThatFallsSilentIsNoticedByThePulse()
    {
        Desk desk(where(), m_folder->path());
        desk.openFile();
        m_proxy->setSilent(true);
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Lost, 10'000);
        QVERIFY2(timer.elapsed() < 7000, qPrintable(QString::number(timer.elapsed())));
        m_proxy->setSilent(false);
        m_proxy->cutAll();
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Connected, 20'000);
    }

    void anOperationWithoutAServerIsRefusedAtOnce()
    {
        Desk desk(where(), m_folder->path());
        desk.openFile();
        m_world.cluster.stopServer();
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Lost, 10'000);
        QElapsedTimer timer;
        timer.start();
        desk.unlock();
        QTRY_COMPARE(desk.failed.count(), 1);
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QVERIFY(m_world.cluster.startServer());
        QTRY_COMPARE_WITH_TIMEOUT(desk.session.state(), State::Connected, 30'000);
    }

    void aCrashOfTheConsoleFindsOutAtTheNextLogIn()
    {
        QUuid id;
        {
            Desk desk(where(), m_folder->path());
            desk.openFile();
            m_proxy->setSwallowAnswers(true);
            const int before = unlocks().toInt();
            id = desk.unlock();
            QTRY_COMPARE_WITH_TIMEOUT(unlocks().toInt(), before + 1, 10'000);
        }
        m_proxy->setSwallowAnswers(false);
        Desk desk(where(), m_folder->path());
        desk.call.restore();
        desk.operations.resolveLeftovers();
        QTRY_COMPARE_WITH_TIMEOUT(desk.finished.count(), 1, 20'000);
        QCOMPARE(desk.finished.first().first().value<OperationOutcome>().id, id);
        QVERIFY(desk.call.active());
        QVERIFY(await(desk.local.pending())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLostAnswers)
#include "tst_lostanswers.moc"
