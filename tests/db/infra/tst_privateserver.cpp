// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/pgconnection.h"
#include "db/privateserver/privateserver.h"
#include "tests/support/clustercontent.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;

using Code = Error::Code;
using Ready = PrivateServerPort::Ready;

namespace {

PgConnection logIn(const ConnectionSettings &where, const QString &login = {})
{
    const ConnInfo info{{u"host"_s, where.hosts},
                        {u"port"_s, QString::number(where.port)},
                        {u"dbname"_s, where.database},
                        {u"user"_s, login.isEmpty() ? where.login : login}};
    auto connection = PgConnection::open(toConnInfoText(info), u"test"_s);
    return connection ? std::move(*connection) : PgConnection();
}

Result<Done> tinyDemo(const QString &conninfo, const std::function<void(int)> &progress)
{
    auto connection = PgConnection::open(conninfo, u"test"_s);
    if (!connection)
        return Failure(connection.error());
    progress(50);
    return connection->execScript("CREATE TABLE IF NOT EXISTS public.demo AS SELECT 1 AS filled; GRANT "
                                  "SELECT ON public.demo TO PUBLIC");
}

qint64 serverPid(const QString &folder)
{
    QFile file(folder + "/data/postmaster.pid"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

} // namespace

/// The private server from end to end, with the installed PostgreSQL programs.
class TestPrivateServer : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_top{testsupport::scratchFolder() + "/asp-prive-XXXXXX"_L1};
    int m_folders = 0;

    QString newFolder() { return m_top.filePath(QString::number(++m_folders)); }
    static Result<Ready> startAndWait(PrivateServer &server, const QString &folder, QStringList *steps = nullptr)
    {
        const auto future = server.start(folder, [steps](const QString &step, int) {
            if (steps != nullptr && (steps->isEmpty() || steps->constLast() != step))
                *steps << step;
        });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            return fail(Code::Timeout);
        QCoreApplication::processEvents(); // the last progress
        return future.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_top.isValid());
        QVERIFY(
            QFile::setPermissions(m_top.path(), QFile::permissions(m_top.path()) | QFile::ExeGroup | QFile::ExeOther));
    }

    void createStopAndStartAgain()
    {
        const QString folder = newFolder();
        std::atomic_int fills = 0;
        const auto counted = [&fills](const QString &info, const std::function<void(int)> &progress) {
            ++fills;
            return tinyDemo(info, progress);
        };
        {
            PrivateServer server({counted, u"/nowhere/asp-relay"_s, {}});
            QStringList steps;
            QElapsedTimer timer;
            timer.start();
            const Result<Ready> ready = startAndWait(server, folder, &steps);
            QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().rule + ready.error().detail));
            qInfo("created and started in %lld ms", timer.elapsed());
            QCOMPARE(
                steps,
                QStringList({u"locate"_s, u"create"_s, u"start"_s, u"migrate"_s, u"demo"_s, u"relay"_s, u"ready"_s}));
            QCOMPARE(ready->agent.login, u"agent.demo"_s);
            QCOMPARE(ready->agent.kind, ConnectionSettings::Kind::Private);
            QCOMPARE(ready->agent.privateFolder, folder);
            QVERIFY2(ready->mailFolder.isEmpty(), "no relay, no mails");

            PgConnection agent = logIn(ready->agent);
            QVERIFY(agent.isOpen());
            const auto groups = agent.exec("SELECT pg_has_role('asp_agent', 'member') AS agent, "
                                           "pg_has_role('asp_supervisor', 'member') AS sup");
            QVERIFY(groups->flag(0, "agent"));
            QVERIFY(!groups->flag(0, "sup"));
            PgConnection supervisor = logIn(ready->supervisor);
            QVERIFY(supervisor.exec("SELECT pg_has_role('asp_supervisor', 'member') AS sup")->flag(0, "sup"));
            QVERIFY(supervisor.exec("SELECT filled FROM public.demo"));
            PgConnection admin = logIn(ready->agent, u"postgres"_s);
            const auto kind = admin.exec("SELECT kind, holds_real_data FROM asp.environment");
            QCOMPARE(kind->text(0, "kind"), u"demonstration"_s);
            QVERIFY(!kind->flag(0, "holds_real_data"));
            QCOMPARE(admin.exec("SHOW listen_addresses")->text(0, "listen_addresses"), QString());

            const auto again = startAndWait(server, folder);
            QVERIFY2(again && again->agent == ready->agent, "starting it again answers at once");
            QVERIFY(admin.exec("SELECT 1"));

            timer.start();
            server.stop();
            QVERIFY(timer.elapsed() < 5000);
            QVERIFY(!logIn(ready->agent).isOpen());
            QCOMPARE(serverPid(folder), 0);
        }
        PrivateServer server({counted, u"/nowhere/asp-relay"_s, {}});
        QElapsedTimer timer;
        timer.start();
        const Result<Ready> ready = startAndWait(server, folder);
        QVERIFY(ready);
        qInfo("started again in %lld ms", timer.elapsed());
        QVERIFY(logIn(ready->agent).exec("SELECT filled FROM public.demo"));
        QCOMPARE(fills.load(),
                 2); // asked again, as the small demo above leaves the product's own tables empty
    }

    void socketIsClosedToOtherUsers()
    {
        const QString folder = newFolder();
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY(ready);
        const QFile::Permissions permissions = QFile::permissions(ready->agent.hosts);
        QVERIFY(!(permissions
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                     | QFile::ExeOther)));
        if (geteuid() != 0)
            return;
        QProcess ps;
        ps.start(u"ps"_s, {u"-o"_s, u"user="_s, u"-p"_s, QString::number(serverPid(folder))});
        QVERIFY(ps.waitForFinished());
        QVERIFY2(ps.readAll().trimmed() != "root", "the server never runs as root");
        QProcess psql; // another system user tries
        psql.start(u"setpriv"_s,
                   {u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s, u"psql"_s, u"-h"_s,
                    ready->agent.hosts, u"-U"_s, u"postgres"_s, u"asp"_s, u"-c"_s, u"select 1"_s});
        QVERIFY(psql.waitForFinished());
        QVERIFY(psql.exitCode() != 0);
    }

    void longPathsGetAShortSocketFolder()
    {
        const QString folder = newFolder() + '/'_L1 + QString(120, u'd');
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
        const auto ready = startAndWait(server, folder);
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().rule + ready.error().detail));
        QVERIFY(!ready->agent.hosts.startsWith(folder));
        QVERIFY(logIn(ready->agent).isOpen());
    }

    void folderInUse()
    {
        const QString folder = newFolder();
        PrivateServer first({{}, u"/nowhere/asp-relay"_s, {}}), second({{}, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(first, folder);
        QVERIFY(ready);
        const auto refused = startAndWait(second, folder);
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(refused.error().rule, u"private_in_use"_s);
        QCOMPARE(PrivateServer::setAside(folder).error().rule, u"private_in_use"_s);
        QVERIFY2(logIn(ready->agent).isOpen(), "the first one goes on");
        QVERIFY(PrivateCluster::runningOn(folder));
    }

    void serverLeftByAKilledConsole()
    {
        const QString folder = newFolder();
        {
            PrivateServer server({tinyDemo, u"/nowhere/asp-relay"_s, {}});
            QVERIFY(startAndWait(server, folder));
        }
        // A server that goes on without its console, as on systems where it cannot be made to end with it.
        const auto user = ServerUser::choose();
        PostgresServer orphan(PostgresPrograms::locate().value(), *user, {folder, u"postgres"_s, 0, true, {}});
        QVERIFY(orphan.startDetached());
        const qint64 pid = serverPid(folder);
        QVERIFY(pid > 0);
        PrivateServer server({tinyDemo, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().rule + ready.error().detail));
        QVERIFY(serverPid(folder) != pid);
        QVERIFY(logIn(ready->agent).isOpen());
    }

    void staleProcessNumberOfAnotherProgram()
    {
        const QString folder = newFolder();
        {
            PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
            QVERIFY(startAndWait(server, folder));
        }
        QFile pidFile(folder + "/data/postmaster.pid"_L1); // as after a power cut: the number is now ours
        QVERIFY(pidFile.open(QIODevice::WriteOnly));
        pidFile.write(QByteArray::number(static_cast<qint64>(getpid())) + '\n' + folder.toUtf8()
                      + "/data\n1\n5432\n\n\n");
        pidFile.close();
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().rule + ready.error().detail));
    }

    void killedServerComesBack()
    {
        const QString folder = newFolder();
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY(ready);
        ::kill(static_cast<pid_t>(serverPid(folder)), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(!logIn(ready->agent).isOpen(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(logIn(ready->agent).isOpen(), 20'000);
    }

    void damagedFolder_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("control file cut") << u"global/pg_control"_s;
        QTest::newRow("version file gone") << u"PG_VERSION"_s;
    }
    void damagedFolder()
    {
        QFETCH(QString, file);
        const QString folder = newFolder();
        {
            PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
            QVERIFY(startAndWait(server, folder));
        }
        QVERIFY(QFile::resize(folder + "/data/"_L1 + file, 0));
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto refused = startAndWait(server, folder);
        QCOMPARE(refused.error().code, Code::Invalid);
        QCOMPARE(refused.error().rule, u"private_damaged"_s);
        QCOMPARE(refused.error().params.value(u"folder"_s).toString(), folder);
        QVERIFY2(QFileInfo::exists(folder + "/data"_L1), "nothing is moved unasked");
        const Result<QString> aside = PrivateServer::setAside(folder);
        QVERIFY(aside);
        QVERIFY(QFileInfo::exists(*aside));
        QVERIFY2(startAndWait(server, folder), "a new one takes its place");
    }

    void unwritablePlace()
    {
        const QString file = newFolder();
        QFile blocker(file);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto refused = startAndWait(server, file + "/dedans"_L1);
        QCOMPARE(refused.error().rule, u"private_unwritable"_s);
    }

    void programsMissing()
    {
        const QString folder = newFolder();
        QVERIFY(qputenv("ASP_PG_BIN", m_top.path().toUtf8()));
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        const auto refused = startAndWait(server, folder);
        qunsetenv("ASP_PG_BIN");
        QCOMPARE(refused.error().code, Code::NotFound);
        QCOMPARE(refused.error().rule, u"no_postgresql"_s);
        QVERIFY(!refused.error().params.value(u"install"_s).toString().isEmpty());
        QVERIFY2(!QFileInfo::exists(folder), "nothing was made");
    }

    void interruptedDemoLeavesNothing()
    {
        const QString folder = newFolder();
        {
            const auto failing = [](const QString &, const std::function<void(int)> &) -> Result<Done> {
                return fail(Code::DiskFull, u"full"_s);
            };
            PrivateServer server({failing, u"/nowhere/asp-relay"_s, {}});
            QCOMPARE(startAndWait(server, folder).error().code, Code::DiskFull);
            QCOMPARE(serverPid(folder), 0);
        }
        PrivateServer server({tinyDemo, u"/nowhere/asp-relay"_s, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().rule + ready.error().detail));
        QVERIFY(logIn(ready->agent).exec("SELECT filled FROM public.demo"));
    }

    void stopWhileStarting()
    {
        const QString folder = newFolder();
        const auto endless = [](const QString &info, const std::function<void(int)> &) -> Result<Done> {
            auto connection = PgConnection::open(info, u"test"_s);
            if (!connection)
                return Failure(connection.error());
            return connection->execScript("SELECT pg_sleep(600)");
        };
        PrivateServer server({endless, u"/nowhere/asp-relay"_s, {}});
        QString last;
        const auto future = server.start(folder, [&last](const QString &step, int) { last = step; });
        QTRY_COMPARE_WITH_TIMEOUT(last, u"demo"_s, 60'000);
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY2(timer.elapsed() < 5500, "the way out is never blocked for long");
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, Code::Cancelled);
    }

    void interfaceGoesOnWhileItStarts()
    {
        const QString folder = newFolder();
        PrivateServer server({{}, u"/nowhere/asp-relay"_s, {}});
        QTimer ticker;
        qint64 longest = 0;
        QElapsedTimer since;
        connect(&ticker, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        since.start();
        ticker.start(5);
        QVERIFY(startAndWait(server, folder));
        QVERIFY2(longest < 200, qPrintable(u"the event loop stood still for %1 ms"_s.arg(longest)));
    }

    void relayIsStartedWithTheServerAndAgainWhenItDies()
    {
        const QString folder = newFolder();
        const QString log = m_top.filePath(u"relais-appels"_s), program = m_top.filePath(u"faux-relais"_s);
        QFile script(program); // notes how it was called, then dies once and stays the second time
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho \"$@\" >> '" + log.toUtf8() + "'\n[ $(wc -l < '" + log.toUtf8()
                     + "') -lt 2 ] && exit 3\nexec sleep 600\n");
        script.close();
        QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        PrivateServer server({{}, program, {}});
        const auto ready = startAndWait(server, folder);
        QVERIFY(ready);
        QCOMPARE(ready->mailFolder, folder + "/courriels"_L1);
        QVERIFY(QFileInfo(ready->mailFolder).isDir());
        const auto calls = [&log] {
            QFile file(log);
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
        };
        QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 2, 10'000);
        QVERIFY(calls().first().startsWith("--database postgresql://?"));
        QVERIFY(calls().first().contains("relay.demo"));
        QVERIFY(calls().first().endsWith("--eml " + ready->mailFolder.toUtf8()));
        server.stop();
    }
};

QTEST_GUILESS_MAIN(TestPrivateServer)
#include "tst_privateserver.moc"
