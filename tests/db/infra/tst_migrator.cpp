// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/migrator.h"
#include "tests/support/tempcluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

using Code = Error::Code;

/// Migrations on a real server: small ones of our own for the rules, the shipped ones for the whole.
class TestMigrator : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;
    int m_databases = 0;
    SchemaSources m_shipped = SchemaSources::shipped();

    [[nodiscard]] SchemaSources small() const
    {
        SchemaSources sources;
        sources.roles = m_shipped.roles;
        sources.migrations = {
            {1, u"0001_first"_s, "CREATE SCHEMA IF NOT EXISTS asp; CREATE TABLE asp.one (id int);"},
            {2, u"0002_second"_s,
             "CREATE TABLE asp.script_version (script_id text, version int, title text, yaml text,"
             " checksum text, state text, published_at timestamptz);"},
        };
        return sources;
    }
    PgConnection freshDatabase(const QString &login = u"admin"_s)
    {
        const QString name = u"essai%1"_s.arg(++m_databases);
        if (!m_cluster.createDatabase(name, false))
            qFatal("no database");
        return m_cluster.connect(login, name).value();
    }
    static bool exists(PgConnection &connection, const QByteArray &table)
    {
        return connection.exec("SELECT to_regclass($1) IS NOT NULL AS there", {table})->flag(0, "there");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why, TempCluster::Content::Bare), qPrintable(why));
        auto admin = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(admin->execScript("CREATE ROLE marie LOGIN"));
    }

    void rolesMissingAndNotAllowed() // first: the cluster has no roles yet
    {
        QVERIFY(m_cluster.createDatabase(u"sans_droit"_s, false));
        PgConnection marie = m_cluster.connect(u"marie"_s, u"sans_droit"_s).value();
        const auto answer = Migrator(marie, small()).migrate();
        QCOMPARE(answer.error().code, Code::Forbidden);
        QCOMPARE(answer.error().rule, u"roles_missing"_s);
        QCOMPARE(Migrator(marie, small()).applyRoles().error().rule, u"roles_not_allowed"_s);
        QCOMPARE(marie.exec("SELECT FROM pg_roles WHERE rolname LIKE 'asp%'")->size(), 0);
    }

    void freshDatabaseGetsRolesAndSchema()
    {
        PgConnection admin = freshDatabase();
        QStringList steps;
        const auto report = Migrator(admin, small()).migrate([&](const QString &step, int) { steps << step; });
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(report->rolesMade);
        QCOMPARE(report->from, 0);
        QCOMPARE(report->to, 2);
        QCOMPARE(steps, QStringList({u"0001_first"_s, u"0002_second"_s, u"scripts"_s}));
        const auto owner = admin.exec("SELECT tableowner FROM pg_tables WHERE schemaname = 'asp' GROUP BY 1");
        QCOMPARE(owner->size(), 1);
        QCOMPARE(owner->text(0, "tableowner"), u"asp_owner"_s);
        const auto rows = admin.exec("SELECT name, sha256 FROM asp.schema_migration ORDER BY version");
        QCOMPARE(rows->text(1, "name"), u"0002_second"_s);
        QCOMPARE(rows->text(1, "sha256"), small().migrations[1].sha256());
    }

    void twiceDoesNothing()
    {
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, small()).migrate());
        const auto again = Migrator(admin, small()).migrate();
        QVERIFY(again);
        QVERIFY(!again->rolesMade);
        QCOMPARE(again->from, 2);
        QCOMPARE(again->to, 2);
        QCOMPARE(Migrator(admin, small()).currentVersion().value(), 2);
    }

    void onlyWhatIsMissingIsApplied()
    {
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, small()).migrate());
        SchemaSources later = small();
        later.migrations << Migration{3, u"0003_third"_s, "CREATE TABLE asp.three ()"};
        const auto report = Migrator(admin, later).migrate();
        QCOMPARE(report->from, 2);
        QCOMPARE(report->to, 3);
    }

    void changedFileIsRefused()
    {
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, small()).migrate());
        SchemaSources changed = small();
        changed.migrations[0].sql += " -- a late idea";
        changed.migrations << Migration{3, u"0003_third"_s, "CREATE TABLE asp.three ()"};
        const auto answer = Migrator(admin, changed).migrate();
        QCOMPARE(answer.error().code, Code::Conflict);
        QCOMPARE(answer.error().rule, u"migration_changed"_s);
        QCOMPARE(answer.error().params.value(u"name"_s).toString(), u"0001_first"_s);
        QVERIFY(!exists(admin, "asp.three"));
    }

    void lineEndsOfTheCheckoutDoNotMatter()
    {
        QTemporaryDir folder;
        for (const QByteArray &text : {QByteArray("SELECT 1;\n"), QByteArray("SELECT 1;\r\n")}) {
            QFile file(folder.filePath(text.contains('\r') ? u"0002_b.sql"_s : u"0001_a.sql"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        QFile stray(folder.filePath(u"notes.sql"_s));
        QVERIFY(stray.open(QIODevice::WriteOnly));
        const QList<Migration> migrations = migrationsIn(folder.path());
        QCOMPARE(migrations.size(), 2);
        QCOMPARE(migrations[0].sha256(), migrations[1].sha256());
    }

    void newerSchemaIsRefused()
    {
        PgConnection admin = freshDatabase();
        SchemaSources newer = small();
        newer.migrations << Migration{3, u"0003_third"_s, "CREATE TABLE asp.three ()"};
        QVERIFY(Migrator(admin, newer).migrate());
        const auto answer = Migrator(admin, small()).migrate();
        QCOMPARE(answer.error().code, Code::TooNew);
        QCOMPARE(answer.error().rule, u"schema_newer"_s);
        QCOMPARE(answer.error().params.value(u"schema"_s).toInt(), 3);
        QCOMPARE(answer.error().params.value(u"known"_s).toInt(), 2);
    }

    void failingFileIsRolledBackWhole_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a later statement fails") << QByteArray("CREATE TABLE asp.half (); SELECT 1/0;");
        QTest::newRow("the server cuts the connection")
            << QByteArray("CREATE TABLE asp.half (); RESET ROLE; SELECT pg_terminate_backend(pg_backend_pid());");
        QTest::newRow("a syntax error") << QByteArray("CREATE TABLE asp.half (); CRAETE TABLE asp.more ();");
    }
    void failingFileIsRolledBackWhole()
    {
        QFETCH(QByteArray, sql);
        PgConnection admin = freshDatabase();
        const QString name = u"essai%1"_s.arg(m_databases);
        SchemaSources broken = small();
        broken.migrations.insert(1, Migration{2, u"0002_broken"_s, sql});
        broken.migrations[2].version = 3;
        const auto answer = Migrator(admin, broken).migrate();
        QVERIFY(!answer);
        QCOMPARE(answer.error().params.value(u"migration"_s).toString(), u"0002_broken"_s);
        PgConnection after = m_cluster.connect(u"admin"_s, name).value();
        QVERIFY(exists(after, "asp.one"));
        QVERIFY(!exists(after, "asp.half"));
        QCOMPARE(Migrator(after, small()).currentVersion().value(), 1);
        QVERIFY2(Migrator(after, small()).migrate(), "the mended file goes in");
    }

    void fileThatCommitsIsRefused()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.migrations[1].sql = "CREATE TABLE asp.two (); COMMIT;";
        QVERIFY(!Migrator(admin, sources).migrate());
        QCOMPARE(Migrator(admin, small()).currentVersion().value(), 1);
    }

    void migrationsCannotUseMoreThanTheOwnersRights()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.migrations[1].sql = "CREATE ROLE intruder SUPERUSER";
        QCOMPARE(Migrator(admin, sources).migrate().error().code, Code::Forbidden);
    }

    void strangerIsNotTheOwner()
    {
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, small()).migrate());
        PgConnection marie = m_cluster.connect(u"marie"_s, u"essai%1"_s.arg(m_databases)).value();
        const auto answer = Migrator(marie, small()).migrate();
        QCOMPARE(answer.error().code, Code::Forbidden);
        QCOMPARE(answer.error().rule, u"not_owner"_s);
    }

    void secondProgramWaitsForTheFirst()
    {
        PgConnection first = freshDatabase();
        PgConnection second = m_cluster.connect(u"admin"_s, u"essai%1"_s.arg(m_databases)).value();
        SchemaSources slow = small();
        slow.migrations[0].sql += "SELECT pg_sleep(0.3);";
        Result<MigrationReport> one, two;
        std::thread other([&] { one = Migrator(first, slow).migrate(); });
        two = Migrator(second, slow).migrate();
        other.join();
        QVERIFY(one);
        QVERIFY(two);
        QVERIFY2((one->from == 0) != (two->from == 0), "exactly one of them did it");
    }

    void scriptsArePublishedOnceThenDrafted()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.scripts = {{u"perdu"_s, u"Mot de passe perdu"_s, "id: perdu\ntitle: Mot de passe perdu\n"}};
        QCOMPARE(Migrator(admin, sources).migrate()->scriptsPublished, 1);
        QCOMPARE(Migrator(admin, sources).migrate()->scriptsPublished, 0);
        sources.scripts[0].yaml += "# reworded\n";
        const auto later = Migrator(admin, sources).migrate();
        QCOMPARE(later->scriptsPublished, 0);
        QCOMPARE(later->scriptsDrafted, 1);
        QCOMPARE(Migrator(admin, sources).migrate()->scriptsDrafted, 0);
        const auto rows = admin.exec("SELECT version, state, title, yaml FROM asp.script_version ORDER BY version");
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->text(0, "state"), u"published"_s);
        QCOMPARE(rows->text(1, "state"), u"draft"_s);
        QCOMPARE(rows->bytes(1, "yaml"), sources.scripts[0].yaml);
        QCOMPARE(rows->text(0, "title"), u"Mot de passe perdu"_s);
    }

    void idAndTitleOfAScriptFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"38-perdu.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("number: 38\nid: perdu\ntitle: \"Mot de passe : perdu\"\nnodes:\n  a:\n    title: autre\n");
        file.close();
        const QList<ShippedScript> scripts = scriptsIn(folder.path());
        QCOMPARE(scripts.size(), 1);
        QCOMPARE(scripts[0].id, u"perdu"_s);
        QCOMPARE(scripts[0].title, u"Mot de passe : perdu"_s);
    }

    void shippedSchemaGoesIn()
    {
        QVERIFY(!m_shipped.roles.isEmpty());
        QVERIFY(m_shipped.newestVersion() > 0);
        for (qsizetype i = 0; i < m_shipped.migrations.size(); ++i)
            QCOMPARE(m_shipped.migrations[i].version, i + 1); // numbered without a gap
        PgConnection admin = freshDatabase();
        const auto report = Migrator(admin).migrate();
        QVERIFY2(report,
                 qPrintable(report ? QString()
                                   : report.error().detail + report.error().params.value(u"migration"_s).toString()));
        QCOMPARE(report->to, m_shipped.newestVersion());
        QCOMPARE(report->scriptsPublished, m_shipped.scripts.size());
        QCOMPARE(Migrator(admin).migrate()->from, m_shipped.newestVersion());
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
