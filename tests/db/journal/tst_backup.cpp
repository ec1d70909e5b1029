// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalsealer.h"
#include "db/privateserver/postgresprograms.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/journal/journalworld.h"
#include "tests/db/stores/storesworld.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace desk;

/// The way back after the server is lost, as db/journal/README.md describes it: dump, another server, restore, verify,
/// work on.
class TestBackup : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;
    TempCluster m_other;
    QTemporaryDir m_folder;
    PostgresPrograms m_programs;

    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Its error output when it failed.
    QString runProgram(const QString &program, const QStringList &arguments, const QString &output = {})
    {
        QProcess process;
        if (!output.isEmpty())
            process.setStandardOutputFile(output);
        process.start(m_programs.path(program), arguments);
        if (process.waitForFinished(120'000) && process.exitCode() == 0)
            return {};
        return program + ": "_L1 + QString::fromUtf8(process.readAllStandardError()) + process.errorString();
    }

    void work(int files)
    {
        auto agent = m_world.cluster.connect(u"agent1"_s);
        for (int i = 0; i < files; ++i)
            QVERIFY(
                agent->exec("select desk.announce(gen_random_uuid(), 'open_file', jsonb_build_object('key', $1::text))",
                            {StoresWorld::siret.toLatin1()}));
    }
    void seal(const TempCluster &cluster, const QString &anchor)
    {
        auto relay = cluster.connect(u"relay1"_s);
        QVERIFY(JournalSealer(anchor).finish(*relay).has_value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        const auto programs = PostgresPrograms::locate();
        QVERIFY(programs.has_value());
        m_programs = *programs;
        // A service that has worked, been purged, and whose last rows are not sealed yet.
        QVERIFY(m_world.admin(
            "set role asp_owner; insert into asp.journal (kind, at) values ('reveal', now() - interval '2 years')"));
        work(5);
        seal(m_world.cluster, file(u"ancre"_s));
        QCOMPARE(JournalWorld::dbadmin({u"purge"_s, m_world.cluster.uri(u"admin"_s)}).code, 0);
        seal(m_world.cluster, file(u"ancre"_s));
        QVERIFY(QFile::copy(file(u"ancre"_s), file(u"ancre-du-jour"_s)));
        work(2);
    }

    void dump()
    {
        const QString maintenance = m_world.cluster.uri(u"admin"_s, u"postgres"_s);
        QCOMPARE(runProgram(u"pg_dumpall"_s, {u"--globals-only"_s, u"-d"_s, maintenance}, file(u"roles.sql"_s)),
                 QString());
        QCOMPARE(runProgram(u"pg_dump"_s, {u"-Fc"_s, u"-f"_s, file(u"asp.dump"_s), m_world.cluster.uri(u"admin"_s)}),
                 QString());
        work(3); // and the day goes on
        seal(m_world.cluster, file(u"ancre"_s));
    }

    void restoreOnAnotherServer()
    {
        QString why;
        QVERIFY2(m_other.start(&why, TempCluster::Content::Bare), qPrintable(why));
        QCOMPARE(
            runProgram(u"psql"_s, {u"-q"_s, u"-f"_s, file(u"roles.sql"_s), m_other.uri(u"admin"_s, u"postgres"_s)}),
            QString()); // its own superuser is there already: psql goes on
        QVERIFY2(m_other.createDatabase(u"asp"_s, false, &why), qPrintable(why));
        QCOMPARE(
            runProgram(u"pg_restore"_s, {u"--exit-on-error"_s, u"-d"_s, m_other.uri(u"admin"_s), file(u"asp.dump"_s)}),
            QString());
        QCOMPARE(JournalWorld::dbadmin({u"roles"_s, m_other.uri(u"admin"_s)}).code, 0); // rights on the database itself
        const auto migrated = JournalWorld::dbadmin({u"migrate"_s, m_other.uri(u"admin"_s)});
        QVERIFY2(migrated.out.contains(u"à jour"_s), qPrintable(migrated.out + migrated.err));
    }

    void nothingIsOpenThatWasNot()
    {
        auto admin = m_other.connect(u"admin"_s);
        QCOMPARE(
            admin
                ->exec("select count(*) as n from pg_proc p join pg_namespace s on s.oid = p.pronamespace"
                       " where s.nspname in ('asp', 'desk') and has_function_privilege('public', p.oid, 'execute')")
                ->number(0, "n"),
            0);
        auto agent = m_other.connect(u"agent1"_s);
        for (const char *sql : {"select * from asp.account", "select * from asp.journal_link",
                                "create table public.x ()", "create temp table x ()", "select desk.relay_seal(1)"})
            QCOMPARE(agent->execScript(sql).error().params.value(u"sqlstate"_s).toString(), u"42501"_s);
    }

    void theChainIsWhole()
    {
        const auto verified
            = JournalWorld::dbadmin({u"verify"_s, m_other.uri(u"admin"_s), u"--anchor"_s, file(u"ancre-du-jour"_s)});
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        QVERIFY2(verified.out.contains(u"2 lignes attendent"_s), qPrintable(verified.out));
        QVERIFY2(verified.out.contains(u"purgées à leur terme\u00A0: 1"_s), qPrintable(verified.out));
    }

    void anAnchorAheadOfTheBackupIsExplained()
    {
        const auto verified
            = JournalWorld::dbadmin({u"verify"_s, m_other.uri(u"admin"_s), u"--anchor"_s, file(u"ancre"_s)});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.out.contains(u"La fin manque"_s) && verified.out.contains("sauvegarde plus ancienne"_L1),
                 qPrintable(verified.out));
    }

    void anAgentLogsInAndWorks()
    {
        PgDatabase database;
        PgSessionStore session(database);
        PgLookupStore lookup(database);
        const auto info = await(session.logIn(m_other.tcpSettings(u"agent1"_s), TempCluster::password(u"agent1"_s)));
        QVERIFY2(info, qPrintable(info ? QString() : info.error().detail));
        QCOMPARE(info->displayName, u"Nadia Martin"_s);
        const auto opened = await(lookup.openFile(StoresWorld::siret, QUuid::createUuid()));
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QCOMPARE(opened->subject, CallerFile::Subject::Establishment);
        QVERIFY(!await(session.logIn(m_other.tcpSettings(u"agent1"_s), u"faux"_s)));
    }

    void theChainGoesOn()
    {
        seal(m_other, file(u"ancre-du-jour"_s));
        const auto verified
            = JournalWorld::dbadmin({u"verify"_s, m_other.uri(u"admin"_s), u"--anchor"_s, file(u"ancre-du-jour"_s)});
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        QVERIFY2(!verified.out.contains("attend"_L1), qPrintable(verified.out));
        auto admin = m_other.connect(u"admin"_s);
        QCOMPARE(admin->exec("select (select count(*) from asp.journal) + 1 - (select seq from asp.journal_head) as n")
                     ->number(0, "n"),
                 0); // all are sealed, one was purged
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
