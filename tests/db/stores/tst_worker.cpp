// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/databaseworker.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/countingproxy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

class TestWorker : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;
    const QString m_secret = u"a'b\\c \"é;=%😀 $$"_s;

    ConnectTo target(std::chrono::milliseconds limit = 12s) const
    {
        return {connectText(m_cluster.settings(u"admin"_s, u"postgres"_s), limit), {}};
    }
    static QFuture<Result<QString>> ask(DatabaseWorker &worker, const QByteArray &sql,
                                        const DatabaseWorker::Options &options = {})
    {
        return worker.run(options, [sql](DatabaseSession &db) -> Result<QString> {
            const auto rows = db.execText(sql);
            if (!rows)
                return Failure(rows.error());
            return rows->hasColumn("x") ? rows->text(0, "x") : QString();
        });
    }
    static DatabaseWorker::Options within(std::chrono::milliseconds deadline)
    {
        DatabaseWorker::Options options;
        options.deadline = deadline;
        return options;
    }
    static DatabaseWorker::Options newest()
    {
        DatabaseWorker::Options options;
        options.newestOnly = true;
        return options;
    }
    int backends(const QByteArray &state = "%") const
    {
        auto admin = m_cluster.connect(u"admin"_s, u"postgres"_s);
        const auto rows
            = admin->exec("select count(*) as x from pg_stat_activity where application_name = 'asp-console' "
                          "and state like $1",
                          {state});
        return int(rows->number(0, "x"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why, TempCluster::Content::Bare), qPrintable(why));
        auto admin = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(admin->exec("create role awkward login password " + admin->quotedLiteral(m_secret.toUtf8())));
    }

    void slowQueryDoesNotBlockTheEventLoop()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QTimer ticker;
        QSignalSpy ticks(&ticker, &QTimer::timeout);
        ticker.start(10ms);
        const auto slow = ask(worker, "select pg_sleep(0.5)");
        QVERIFY(await(slow));
        QVERIFY2(ticks.count() >= 25, "the event loop stood still while the query ran");
    }

    void answersComeInOrder()
    {
        DatabaseWorker worker;
        worker.configure(target());
        const auto first = ask(worker, "select pg_sleep(0.1), 'one' as x");
        const auto second = ask(worker, "select 'two' as x");
        QCOMPARE(*await(second), u"two"_s);
        QVERIFY(first.isFinished());
        QCOMPARE(*first.result(), u"one"_s);
    }

    void theDeadlineAnswersWhateverTheServerDoes()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        QElapsedTimer timer;
        timer.start();
        const auto slow = ask(worker, "select pg_sleep(5)", within(300ms));
        const auto next = ask(worker, "select 'next' as x");
        const auto answer = await(slow);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Timeout);
        QCOMPARE(answer.error().rule, u"deadline"_s);
        QVERIFY(!answer.error().params.contains(u"nothing_done"_s));
        QCOMPARE(*await(next), u"next"_s); // on a connection of its own, not behind the slow one
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatWaitedTooLongWasNeverSent()
    {
        DatabaseWorker worker;
        worker.configure(target());
        const auto first = ask(worker, "select pg_sleep(0.5)");
        const auto queued = ask(worker, "create table never_made ()", within(100ms));
        const auto answer = await(queued);
        QVERIFY(!answer);
        QCOMPARE(answer.error().params.value(u"nothing_done"_s).toBool(), true);
        QVERIFY(await(first));
        QCOMPARE(*await(ask(worker, "select count(*) as x from pg_class where relname = 'never_made'")), u"0"_s);
    }

    void aDeadlineFromTheStartDoesNotCountTheQueue()
    {
        DatabaseWorker worker;
        worker.configure(target());
        auto options = within(300ms);
        options.deadlineFromStart = true;
        const auto first = ask(worker, "select pg_sleep(0.6)");
        QVERIFY(await(ask(worker, "select 1 as x", options)));
        const auto late = await(ask(worker, "select pg_sleep(3)", options));
        QVERIFY(!late);
        QCOMPARE(late.error().code, Error::Code::Timeout);
    }

    void onlyTheNewestSuggestionRunsOn()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x", newest())));
        const auto older = ask(worker, "select pg_sleep(10)", newest());
        QTRY_COMPARE(backends("active"), 1);
        QElapsedTimer timer;
        timer.start();
        const auto newer = ask(worker, "select 'newest' as x", newest());
        QVERIFY(older.isFinished());
        QCOMPARE(older.result().error().code, Error::Code::Cancelled);
        QCOMPARE(*await(newer), u"newest"_s);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(backends("active"), 0);
        QCOMPARE(backends(), 1); // the connection stayed
    }

    void aLateCancelNeverHitsTheNextQuery()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QFuture<Result<QString>> last;
        for (int i = 0; i < 200; ++i) {
            last = ask(worker, "select pg_sleep(0.002), '" + QByteArray::number(i) + "' as x", newest());
            QTest::qWait(i % 5);
            if (i % 20 == 19)
                QCOMPARE(*await(last), QString::number(i));
        }
        QCOMPARE(backends(), 1);
    }

    void aKilledBackendIsNoticedAndReplaced()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        const auto answer = await(ask(worker, "select pg_terminate_backend(pg_backend_pid())"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Unavailable);
        QCOMPARE(answer.error().rule, u"connection_lost"_s);
        QVERIFY(!answer.error().params.contains(u"nothing_done"_s));
        QVERIFY(await(ask(worker, "select 1 as x")));
    }

    void aReadIsAskedOnceMore()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        auto killer = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(killer->exec(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'asp-console'"));
        DatabaseWorker::Options options;
        options.retry = true;
        QCOMPARE(*await(ask(worker, "select 'again' as x", options)), u"again"_s);
    }

    void aStoppedServerIsSaidAndComesBack()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        const auto busy = ask(worker, "select pg_sleep(10)");
        QTRY_COMPARE(backends("active"), 1);
        m_cluster.stopServer();
        const auto lost = await(busy);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, Error::Code::Unavailable);
        const auto away = await(ask(worker, "select 1 as x"));
        QVERIFY(!away);
        QCOMPARE(away.error().code, Error::Code::Unavailable);
        QCOMPARE(away.error().params.value(u"nothing_done"_s).toBool(), true);
        QVERIFY(m_cluster.startServer());
        QVERIFY(await(ask(worker, "select 1 as x")));
    }

    void aSilentServerDoesNotHoldTheWindow()
    {
        CountingProxy proxy(quint16(m_cluster.port()));
        ConnectionSettings where = m_cluster.tcpSettings(u"awkward"_s, u"postgres"_s);
        where.port = proxy.port();
        DatabaseWorker worker;
        worker.configure({connectText(where, 12s), m_secret});
        const auto first = await(ask(worker, "select 1 as x"));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        proxy.setSilent(true);
        QTimer ticker;
        QSignalSpy ticks(&ticker, &QTimer::timeout);
        ticker.start(10ms);
        QElapsedTimer timer;
        timer.start();
        const auto answer = await(ask(worker, "select 1 as x", within(400ms)));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Timeout);
        QVERIFY2(timer.elapsed() < 700, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(ticks.count() > 20);
        proxy.setSilent(false);
        QVERIFY(await(ask(worker, "select 1 as x")));
    }

    void closingAnswersWhatIsUnderWay()
    {
        DatabaseWorker worker;
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        const auto busy = ask(worker, "select pg_sleep(10)");
        const auto queued = ask(worker, "select 1 as x");
        QTRY_COMPARE(backends("active"), 1);
        worker.close();
        QVERIFY(busy.isFinished() && queued.isFinished());
        QVERIFY(!busy.result().error().params.contains(u"nothing_done"_s));
        QVERIFY(queued.result().error().params.contains(u"nothing_done"_s));
        QCOMPARE(await(ask(worker, "select 1 as x")).error().rule, u"not_connected"_s);
        QTRY_COMPARE(backends("idle"), 0);
    }

    void endingTheProgramDoesNotWaitForASlowQuery()
    {
        QElapsedTimer timer;
        {
            DatabaseWorker worker;
            worker.configure(target());
            QVERIFY(await(ask(worker, "select 1 as x")));
            const auto busy = ask(worker, "select pg_sleep(10)");
            QTest::qWait(50);
            timer.start();
        }
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void anIdleSecondConnectionCloses()
    {
        DatabaseWorker worker(150ms);
        worker.configure(target());
        QVERIFY(await(ask(worker, "select 1 as x")));
        QTRY_COMPARE(backends("idle"), 0);
        QVERIFY(await(ask(worker, "select 1 as x")));
    }

    void theServersOwnLimitIsKnownToUndo()
    {
        DatabaseWorker worker;
        worker.configure(target(100ms));
        const auto answer = await(ask(worker, "select pg_sleep(5)"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Timeout);
        QCOMPARE(answer.error().rule, u"server_cancelled"_s);
        QCOMPARE(*await(ask(worker, "select current_setting('lock_timeout') as x")), u"5s"_s); // on the same connection
        QCOMPARE(*await(ask(worker, "select current_setting('application_name') as x")), u"asp-console"_s);
    }

    void anAwkwardPasswordArrivesAsItIs()
    {
        DatabaseWorker worker;
        worker.configure({connectText(m_cluster.tcpSettings(u"awkward"_s, u"postgres"_s), 12s), m_secret});
        const auto answer = await(ask(worker, "select current_user as x"));
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(*answer, u"awkward"_s);
    }

    void theFirstHostMaySleep()
    {
        QTcpServer silent; // accepts, never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ConnectionSettings where = m_cluster.tcpSettings(u"awkward"_s, u"postgres"_s);
        where.hosts = u"127.0.0.1,127.0.0.1"_s;
        where.extraOptions = {u"port=%1,%2"_s.arg(silent.serverPort()).arg(m_cluster.port()), u"connect_timeout=2"_s};
        DatabaseWorker worker;
        worker.configure({connectText(where, 12s), m_secret});
        QVERIFY(await(ask(worker, "select 1 as x")));
    }

    void valuesNeverReachTheServersLogAsText()
    {
        DatabaseWorker worker;
        worker.configure(target());
        const auto answer = await(worker.run({}, [](DatabaseSession &db) -> Result<QString> {
            const auto rows = db.execText("select ($1::text || 'x')::int as x", {QByteArray("confidentiel-42")});
            return rows ? Result<QString>(rows->text(0, "x")) : Failure(rows.error());
        }));
        QVERIFY(!answer);
        QVERIFY(!answer.error().detail.contains(u"confidentiel"_s));
        QFile log(m_cluster.logFile());
        QVERIFY2(log.open(QIODevice::ReadOnly), qPrintable(log.fileName()));
        const QByteArray text = log.readAll();
        const qsizetype at = text.lastIndexOf("select ($1::text");
        QVERIFY(at > 0); // the statement is logged, its value is not part of it
        QVERIFY(!text.mid(at, text.indexOf('\n', at) - at).contains("confidentiel"));
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
