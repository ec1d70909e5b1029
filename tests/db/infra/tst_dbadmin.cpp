// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/clustercontent.h"
#include "tests/support/tempcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Outcome {
    int code = -1;
    QString out, err;
};

Outcome run(const QStringList &arguments, const QString &password = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"PGPASSWORD"_s);
    environment.insert(u"PGPASSFILE"_s, u"/nowhere/pgpass"_s);
    if (!password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, password);
    process.setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
    process.setProgram(u"setsid"_s); // no terminal to ask on
    process.setArguments(QStringList{u"--wait"_s, QStringLiteral(ASP_DBADMIN)} + arguments);
#else
    process.setProgram(QStringLiteral(ASP_DBADMIN));
    process.setArguments(arguments);
#endif
    process.start();
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// asp-dbadmin as an administrator uses it: the program itself, on a real server.
class TestDbAdmin : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;
    QTemporaryDir m_top{testsupport::scratchFolder() + "/asp-admin-XXXXXX"_L1};

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why, TempCluster::Content::Bare), qPrintable(why));
        QVERIFY(m_cluster.createDatabase(u"neuve"_s, false));
        QVERIFY(
            QFile::setPermissions(m_top.path(), QFile::permissions(m_top.path()) | QFile::ExeGroup | QFile::ExeOther));
    }

    void badCommandLines_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << u"Il manque la commande"_s;
        QTest::newRow("unknown command") << QStringList({u"efface"_s, u"private:"_s}) << u"Commande inconnue"_s;
        QTest::newRow("no database") << QStringList({u"migrate"_s}) << u"Il manque la base"_s;
        QTest::newRow("unknown option") << QStringList({u"migrate"_s, u"private:"_s, u"--force"_s})
                                        << u"Option inconnue"_s;
        QTest::newRow("a number is words")
            << QStringList({u"demo"_s, u"private:"_s, u"--establishments"_s, u"beaucoup"_s})
            << u"--establishments attend un nombre"_s;
        QTest::newRow("negative seed") << QStringList({u"demo"_s, u"private:"_s, u"--seed"_s, u"-4"_s})
                                       << u"--seed attend"_s;
        QTest::newRow("password in the address")
            << QStringList({u"migrate"_s, u"postgresql://marie:juste@db.example/asp"_s})
            << u"contient un mot de passe"_s;
        QTest::newRow("no address at all") << QStringList({u"migrate"_s, u"la base"_s}) << u"pas comprise"_s;
    }
    void badCommandLines()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY2(!outcome.err.contains("juste"_L1), "a secret is never repeated");
        QCOMPARE(outcome.out, QString());
    }

    void helpAndVersion()
    {
        QCOMPARE(run({u"--help"_s}).code, 0);
        QVERIFY(run({u"--help"_s}).out.contains("simulate BASE"_L1));
        QVERIFY(run({u"--version"_s}).out.startsWith("asp-dbadmin "_L1));
    }

    void unpreparedDatabase()
    {
        const Outcome demo = run({u"demo"_s, m_cluster.uri(u"admin"_s, u"neuve"_s)});
        QCOMPARE(demo.code, 1);
        QVERIFY2(demo.err.contains("asp-dbadmin migrate"_L1), qPrintable(demo.err));
        const Outcome missing = run({u"migrate"_s, m_cluster.uri(u"admin"_s, u"nulle_part"_s)});
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.err.contains("createdb"_L1), qPrintable(missing.err));
    }

    void rolesThenMigrateThenDemo()
    {
        const QString uri = m_cluster.uri(u"admin"_s, u"neuve"_s);
        QCOMPARE(run({u"roles"_s, uri}).code, 0);
        QCOMPARE(run({u"roles"_s, uri}).code, 0);
        const Outcome first = run({u"migrate"_s, uri});
        QCOMPARE(first.code, 0);
        QVERIFY2(first.out.contains("de la version 0"_L1), qPrintable(first.out));
        QVERIFY(run({u"migrate"_s, uri}).out.contains(u"à jour"_s));
        const Outcome demo = run({u"demo"_s, uri, u"--establishments"_s, u"100"_s, u"--seed"_s, u"7"_s});
        QVERIFY2(demo.code == 0, qPrintable(demo.err));
        QVERIFY(demo.out.contains(u"Des appelants à essayer"_s));
        auto admin = m_cluster.connect(u"admin"_s, u"neuve"_s);
        QCOMPARE(admin->exec("SELECT count(*) AS n FROM asp.establishment")->number(0, "n"), 100);
        const Outcome again = run({u"demo"_s, uri});
        QCOMPARE(again.code, 1);
        QVERIFY2(again.err.contains(u"rien n’y a été écrit"_s), qPrintable(again.err));
        const Outcome played = run({u"simulate"_s, uri, u"--events"_s, u"3"_s, u"--every"_s, u"0"_s});
        QVERIFY2(played.code == 0, qPrintable(played.err));
        QVERIFY(played.out.contains("3"_L1));
    }

    void passwordComesFromTheEnvironmentOnly()
    {
        const QString uri = m_cluster.tcpUri(u"marie"_s, u"postgres"_s);
        auto admin = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(admin->execScript("CREATE ROLE marie LOGIN PASSWORD 'juste'"));
        const Outcome none = run({u"roles"_s, uri});
        QCOMPARE(none.code, 1);
        QVERIFY2(none.err.contains("PGPASSWORD"_L1), qPrintable(none.err));
        const Outcome wrong = run({u"roles"_s, uri}, u"faux"_s);
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains(u"refusé le compte ou le mot de passe"_s), qPrintable(wrong.err));
        QVERIFY(!wrong.err.contains("faux"_L1));
        const Outcome right = run({u"roles"_s, uri}, u"juste"_s);
        QCOMPARE(right.code, 1);
        QVERIFY2(right.err.contains("superutilisateur"_L1), qPrintable(right.err));
    }

    void serverAway()
    {
        const Outcome outcome = run({u"migrate"_s, u"postgresql://marie@127.0.0.1:1/asp"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(u"ne répond pas"_s), qPrintable(outcome.err));
    }

    void privateFolderIsStartedForTheCommand()
    {
        const QString folder = m_top.filePath(u"prive"_s);
        const Outcome demo = run({u"demo"_s, "private:"_L1 + folder, u"--establishments"_s, u"50"_s});
        QVERIFY2(demo.code == 0, qPrintable(demo.err));
        QVERIFY2(!QFile::exists(folder + "/data/postmaster.pid"_L1), "nothing stays behind");
        QVERIFY(QFile::exists(folder + "/data/PG_VERSION"_L1));
    }

#ifdef Q_OS_LINUX
    void killedProgramLeavesNoServer()
    {
        const QString folder = m_top.filePath(u"tue"_s);
        QProcess process;
        process.start(QStringLiteral(ASP_DBADMIN), {u"migrate"_s, "private:"_L1 + folder});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(run({u"demo"_s, "private:"_L1 + folder, u"--establishments"_s, u"20"_s}).code, 0);
        process.start(QStringLiteral(ASP_DBADMIN), {u"simulate"_s, "private:"_L1 + folder, u"--every"_s, u"60"_s});
        QVERIFY(process.waitForReadyRead(60'000));
        QVERIFY(QFile::exists(folder + "/data/postmaster.pid"_L1));
        // While it plays, another command works on the same server.
        QVERIFY(run({u"migrate"_s, "private:"_L1 + folder}).out.contains(u"à jour"_s));
        process.kill();
        process.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folder + "/data/postmaster.pid"_L1), 15'000);
        QCOMPARE(run({u"migrate"_s, "private:"_L1 + folder}).code, 0);
    }
#endif
};

QTEST_GUILESS_MAIN(TestDbAdmin)
#include "tst_dbadmin.moc"
