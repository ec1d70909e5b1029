// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresplaces.h"
#include "db/privateserver/postgresprograms.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// Which PostgreSQL is taken when a machine has none, one or several: on folders that only look like one.
class TestPostgresPrograms : public QObject {
    Q_OBJECT
private:
    static void makeProgram(const QString &file, const QByteArray &says)
    {
        QFile program(file);
        QVERIFY2(program.open(QIODevice::WriteOnly), qPrintable(file));
        program.write("#!/bin/sh\necho '" + says + "'\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    /// A folder of programs below `root`, whose server says that it is `version`.
    static void install(const QString &folder, const QByteArray &version)
    {
        QVERIFY(QDir().mkpath(folder));
        for (const char *program : {"initdb", "pg_ctl", "postgres"})
            makeProgram(folder + u'/' + QLatin1StringView(program), "postgres (PostgreSQL) " + version);
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_UNIX
        QSKIP("the programs made here are shell scripts");
#endif
    }

    void theNewestIsTaken_data()
    {
        QTest::addColumn<QStringList>("versions"); ///< as Debian names the folders
        QTest::addColumn<QString>("taken");
        QTest::newRow("Debian 12") << QStringList{u"15"_s} << u"15"_s;
        QTest::newRow("Debian 13") << QStringList{u"17"_s} << u"17"_s;
        QTest::newRow("upgraded from 12 to 13") << QStringList{u"15"_s, u"17"_s} << u"17"_s;
        QTest::newRow("from postgresql.org too") << QStringList{u"13"_s, u"16"_s, u"18"_s} << u"18"_s;
        QTest::newRow("a version before 15 is no use") << QStringList{u"13"_s, u"14"_s} << QString();
        QTest::newRow("none") << QStringList() << QString();
    }
    void theNewestIsTaken()
    {
        QFETCH(QStringList, versions);
        QFETCH(QString, taken);
        const QTemporaryDir root;
        for (const QString &version : std::as_const(versions))
            install(root.filePath("usr/lib/postgresql/"_L1 + version + "/bin"_L1),
                    version.toLatin1() + ".4 (Debian " + version.toLatin1() + ".4-0+deb13u1)");
        const auto found = PostgresPrograms::newestIn(postgresPlaces::usual(root.path()));
        QCOMPARE(found.has_value(), !taken.isEmpty());
        if (!found) {
            QCOMPARE(found.error().rule, u"no_postgresql"_s);
            QVERIFY(found.error()
                        .params.value(u"looked"_s)
                        .toStringList()
                        .contains(root.filePath(u"usr/local/pgsql/bin"_s)));
            return;
        }
        QCOMPARE(found->major, taken.toInt());
        QCOMPARE(found->folder, root.filePath("usr/lib/postgresql/"_L1 + taken + "/bin"_L1));
        QVERIFY(QFile::exists(found->path(u"initdb"_s)));
    }

    void placesOfOtherSystems_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("Red Hat, from postgresql.org") << u"usr/pgsql-16/bin"_s;
        QTest::newRow("built by hand") << u"usr/local/pgsql/bin"_s;
        QTest::newRow("Homebrew, Apple silicon") << u"opt/homebrew/opt/postgresql@16/bin"_s;
        QTest::newRow("Homebrew, Intel") << u"usr/local/opt/postgresql@16/bin"_s;
        QTest::newRow("Postgres.app") << u"Applications/Postgres.app/Contents/Versions/16/bin"_s;
    }
    void placesOfOtherSystems()
    {
        QFETCH(QString, folder);
        const QTemporaryDir root;
        install(root.filePath(folder), "16.9");
        const auto found = PostgresPrograms::newestIn(postgresPlaces::usual(root.path()));
        QVERIFY(found);
        QCOMPARE(found->major, 16);
        QCOMPARE(found->folder, root.filePath(folder));
    }

    void aDataFolderKeepsItsVersion()
    {
        const QTemporaryDir root;
        for (const QString &version : {u"15"_s, u"17"_s})
            install(root.filePath("usr/lib/postgresql/"_L1 + version + "/bin"_L1), version.toLatin1() + ".1");
        const QStringList places = postgresPlaces::usual(root.path());
        QCOMPARE(PostgresPrograms::newestIn(places, 15).value().major, 15);
        const auto gone = PostgresPrograms::newestIn(places, 16);
        QVERIFY(!gone);
        QCOMPARE(gone.error().params.value(u"major"_s).toInt(), 16);
    }

    void clientProgramsAloneAreNoServer()
    {
        const QTemporaryDir root;
        const QString folder = root.filePath(u"usr/lib/postgresql/17/bin"_s);
        install(folder, "17.2");
        QVERIFY(QFile::remove(folder + "/initdb"_L1));
        install(root.filePath(u"usr/lib/postgresql/15/bin"_s), "15.20");
        QCOMPARE(PostgresPrograms::newestIn(postgresPlaces::usual(root.path())).value().major, 15);
    }

    void whatIsOnThePathCounts()
    {
        const QTemporaryDir root;
        install(root.filePath(u"bin"_s), "99.1");
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(root.filePath(u"bin"_s)) + ':' + before);
        const auto found = PostgresPrograms::locate();
        qputenv("PATH", before);
        QVERIFY(found);
        QCOMPARE(found->major, 99);
    }

    void theFolderThatIsNamedIsTheOnlyOne()
    {
        const QTemporaryDir root;
        install(root.filePath(u"mine"_s), "16.3");
        QCOMPARE(PostgresPrograms::locate(root.filePath(u"mine"_s)).value().major, 16);
        QVERIFY(!PostgresPrograms::locate(root.filePath(u"empty"_s)));
        qputenv("ASP_PG_BIN", QFile::encodeName(root.filePath(u"empty"_s)));
        const auto found = PostgresPrograms::locate();
        qunsetenv("ASP_PG_BIN");
        QVERIFY(!found);
    }
};

QTEST_GUILESS_MAIN(TestPostgresPrograms)
#include "tst_postgresprograms.moc"
