// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/migrator.h"
#include "tests/support/tempcluster.h"

#include <QCryptographicHash>
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
        sources.changes = {
            change(1, u"0001_first"_s, "CREATE TABLE asp.one (id int);"),
            change(2, u"0002_second"_s,
                   "CREATE TABLE asp.script_version (script_id text, version int, title text, yaml text,"
                   " checksum text, state text, published_at timestamptz);"),
        };
        return sources;
    }
    static SchemaChange change(int version, const QString &name, const QByteArray &sql)
    {
        return {version, name, {{u"changes/"_s + name + u".sql"_s, sql}}};
    }
    static SchemaChange third() { return change(3, u"0003_third"_s, "CREATE TABLE asp.three ();"); }
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
        QCOMPARE(rows->text(1, "sha256"), small().changes[1].sha256());
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
        later.changes << third();
        const auto report = Migrator(admin, later).migrate();
        QCOMPARE(report->from, 2);
        QCOMPARE(report->to, 3);
    }

    void changedFileIsRefused()
    {
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, small()).migrate());
        SchemaSources changed = small();
        changed.changes[0].files[0].sql += " -- a late idea";
        changed.changes << third();
        const auto answer = Migrator(admin, changed).migrate();
        QCOMPARE(answer.error().code, Code::Conflict);
        QCOMPARE(answer.error().rule, u"migration_changed"_s);
        QCOMPARE(answer.error().params.value(u"name"_s).toString(), u"0001_first"_s);
        QVERIFY(!exists(admin, "asp.three"));
    }

    void lineEndsOfTheCheckoutDoNotMatter()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"changes"_s));
        for (const QByteArray &text : {QByteArray("SELECT 1;\n"), QByteArray("SELECT 1;\r\n")}) {
            QFile file(folder.filePath(text.contains('\r') ? u"changes/0002_b.sql"_s : u"changes/0001_a.sql"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        QFile stray(folder.filePath(u"changes/notes.sql"_s));
        QVERIFY(stray.open(QIODevice::WriteOnly));
        const QList<SchemaChange> changes = changesIn(folder.path(), u"changes"_s);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].files[0].sql, changes[1].files[0].sql);
        QCOMPARE(changes[0].files[0].path, u"changes/0001_a.sql"_s);
    }

    void newerSchemaIsRefused()
    {
        PgConnection admin = freshDatabase();
        SchemaSources newer = small();
        newer.changes << third();
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
        QVERIFY(Migrator(admin, small()).migrate());
        SchemaSources broken = small();
        broken.changes << third() << change(4, u"0004_broken"_s, sql);
        const auto answer = Migrator(admin, broken).migrate();
        QVERIFY(!answer);
        QCOMPARE(answer.error().params.value(u"file"_s).toString(), u"changes/0004_broken.sql"_s);
        PgConnection after = m_cluster.connect(u"admin"_s, name).value();
        QVERIFY(exists(after, "asp.one"));
        QVERIFY(!exists(after, "asp.half"));
        QVERIFY2(!exists(after, "asp.three"), "the change before it went back too");
        QCOMPARE(Migrator(after, small()).currentVersion().value(), 2);
        broken.changes[3].files[0].sql = "CREATE TABLE asp.half ();";
        QVERIFY2(Migrator(after, broken).migrate(), "the mended file goes in");
    }

    void fileThatCommitsIsRefused()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.changes[1].files[0].sql = "CREATE TABLE asp.two (); COMMIT;";
        const auto answer = Migrator(admin, sources).migrate();
        QCOMPARE(answer.error().params.value(u"sqlstate"_s).toString(), u"2D000"_s);
    }

    void migrationsCannotUseMoreThanTheOwnersRights()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.changes[1].files[0].sql = "CREATE ROLE intruder SUPERUSER";
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
        slow.changes[0].files[0].sql += "SELECT pg_sleep(0.3);";
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

    // What is made anew: functions, triggers, grants, rules -------------------------------------------------------

    /// A function that needs another one, in the wrong order, and one that a rule uses.
    [[nodiscard]] SchemaSources withCode() const
    {
        SchemaSources sources = small();
        sources.code.drop = m_shipped.code.drop;
        sources.code.functions = {
            {u"functions/a.sql"_s, "create function asp.f_twice(n int) returns int language sql return f_once(n) * 2;"},
            {u"functions/b.sql"_s, "create function asp.f_once(n int) returns int language sql return n;"}};
        sources.code.rules = {{u"rules/one.sql"_s, "insert into asp.one values (f_twice(21));"}};
        return sources;
    }
    static bool hasFunction(PgConnection &connection, const QByteArray &name)
    {
        return connection.exec("SELECT FROM pg_proc WHERE proname = $1", {name})->size() > 0;
    }

    void functionsWaitForWhatTheyNeed()
    {
        PgConnection admin = freshDatabase();
        const auto report = Migrator(admin, withCode()).migrate();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(report->codeMade);
        QCOMPARE(admin.exec("SELECT id FROM asp.one")->number(0, "id"), 42);
        QVERIFY2(!Migrator(admin, withCode()).migrate()->codeMade, "nothing differs");
    }

    void functionThatIsNoMoreGoes()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = withCode();
        QVERIFY(Migrator(admin, sources).migrate());
        sources.code.functions.removeFirst();
        sources.code.rules.clear();
        QVERIFY(Migrator(admin, sources).migrate()->codeMade);
        QVERIFY(!hasFunction(admin, "f_twice"));
        QVERIFY(hasFunction(admin, "f_once"));
    }

    void functionsDoNotHoldTables()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = withCode();
        sources.code.functions << SqlFile{u"functions/c.sql"_s,
                                          "create function asp.f_row(o asp.one) returns int language sql return o.id;"};
        QVERIFY(Migrator(admin, sources).migrate());
        sources.changes << change(3, u"0003_column"_s,
                                  "ALTER TABLE asp.one ADD COLUMN more int; ALTER TABLE asp.one ALTER id TYPE bigint;");
        sources.code.functions.last().sql
            = "create function asp.f_row(o asp.one) returns bigint language sql return o.id;";
        const auto report = Migrator(admin, sources).migrate();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(report->codeMade);
    }

    void refusedFileSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("state");
        QTest::newRow("a syntax error inside a body")
            << QByteArray("-- why\n\ncreate function asp.f_bad() returns int language plpgsql as $$\nbegin\n"
                          "    retrun 1;\nend $$;\n")
            << 5 << u"42601"_s;
        QTest::newRow("an error when it runs, in the second statement")
            << QByteArray("create function asp.f_bad() returns int language sql return 1;\n\n-- then; 'this'\n"
                          "alter table asp.one add constraint c check (id < 0), add constraint c check (id < 0);\n")
            << 4 << u"42710"_s;
        QTest::newRow("a function that nobody makes")
            << QByteArray("create function asp.f_bad() returns int language sql\n    return f_nowhere();\n") << 2
            << u"42883"_s;
    }
    void refusedFileSaysWhere()
    {
        QFETCH(QByteArray, sql);
        PgConnection admin = freshDatabase();
        QVERIFY(Migrator(admin, withCode()).migrate());
        SchemaSources broken = withCode();
        broken.code.functions << SqlFile{u"functions/bad.sql"_s, sql};
        const auto answer = Migrator(admin, broken).migrate();
        QVERIFY(!answer);
        QCOMPARE(answer.error().rule, u"migration_failed"_s);
        QCOMPARE(answer.error().params.value(u"file"_s).toString(), u"functions/bad.sql"_s);
        QTEST(answer.error().params.value(u"line"_s).toInt(), "line");
        QTEST(answer.error().params.value(u"sqlstate"_s).toString(), "state");
        QVERIFY2(hasFunction(admin, "f_twice"), "what stood still stands");
        QVERIFY(!Migrator(admin, withCode()).migrate()->codeMade);
    }

    void killedInTheMiddleLeavesAllAsItWas()
    {
        PgConnection admin = freshDatabase();
        const QString name = u"essai%1"_s.arg(m_databases);
        QVERIFY(Migrator(admin, withCode()).migrate());
        SchemaSources killed = withCode();
        killed.code.after = {{u"after.sql"_s, "RESET ROLE; SELECT pg_terminate_backend(pg_backend_pid());"}};
        const auto answer = Migrator(admin, killed).migrate();
        QCOMPARE(answer.error().code, Code::Unavailable);
        PgConnection after = m_cluster.connect(u"admin"_s, name).value();
        QVERIFY(hasFunction(after, "f_twice"));
        QCOMPARE(after.exec("SELECT id FROM asp.one")->size(), 1);
    }

    // The chain of migrations that the baseline took the place of -----------------------------------------------------

    void formerChain_data()
    {
        QTest::addColumn<QByteArray>("applied");
        QTest::addColumn<QString>("rule");
        QTest::newRow("whole: its tables are the baseline's, its rows stay")
            << QByteArray("(1, 'a', 'aa'), (2, 'b', 'bb')") << QString();
        QTest::newRow("left in the middle") << QByteArray("(1, 'a', 'aa')") << u"schema_of_migrations"_s;
        QTest::newRow("of other files") << QByteArray("(1, 'a', 'aa'), (2, 'b', 'xx')") << u"schema_of_migrations"_s;
    }
    void formerChain()
    {
        QFETCH(QByteArray, applied);
        QFETCH(QString, rule);
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        sources.former
            = {2, QString::fromLatin1(QCryptographicHash::hash("1:aa\n2:bb\n", QCryptographicHash::Sha256).toHex())};
        sources.changes[0].version = 3;
        sources.changes[1].version = 4;
        QVERIFY(Migrator(admin, small()).applyRoles());
        QVERIFY(admin.execScript("SET ROLE asp_owner; CREATE SCHEMA asp; CREATE TABLE asp.one (id int);"
                                 " INSERT INTO asp.one VALUES (7);"
                                 " CREATE TABLE asp.schema_migration (version int PRIMARY KEY, name text NOT NULL,"
                                 " sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());"
                                 " INSERT INTO asp.schema_migration VALUES "
                                 + applied + "; RESET ROLE"));
        const auto answer = Migrator(admin, sources).migrate();
        if (!rule.isEmpty()) {
            QCOMPARE(answer.error().rule, rule);
            QVERIFY(!exists(admin, "asp.script_version"));
        } else {
            QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
            QCOMPARE(answer->from, 2);
            QCOMPARE(answer->to, 4);
            QCOMPARE(Migrator(admin, sources).migrate()->from, 4);
        }
        QCOMPARE(admin.exec("SELECT id FROM asp.one")->number(0, "id"), 7);
    }

    void serverNewerThanTriedIsToldAndTried()
    {
        PgConnection admin = freshDatabase();
        SchemaSources sources = small();
        QCOMPARE(Migrator(admin, sources).migrate()->untriedServer, 0);
        sources.newestTriedServer = oldestServer - 1;
        sources.changes << third();
        const auto report = Migrator(admin, sources).migrate();
        QVERIFY(report);
        QVERIFY(report->untriedServer >= oldestServer);
        QCOMPARE(report->to, 3);
    }

    void shippedSchemaGoesIn()
    {
        QVERIFY(!m_shipped.roles.isEmpty());
        QVERIFY(m_shipped.newestVersion() > 0);
        for (qsizetype i = 1; i < m_shipped.changes.size(); ++i)
            QCOMPARE(m_shipped.changes[i].version, m_shipped.changes[i - 1].version + 1); // numbered without a gap
        PgConnection admin = freshDatabase();
        const auto report = Migrator(admin).migrate();
        QVERIFY2(
            report,
            qPrintable(report ? QString() : report.error().detail + report.error().params.value(u"file"_s).toString()));
        QCOMPARE(report->to, m_shipped.newestVersion());
        QCOMPARE(report->scriptsPublished, m_shipped.scripts.size());
        const auto again = Migrator(admin).migrate();
        QCOMPARE(again->from, m_shipped.newestVersion());
        QVERIFY(!again->codeMade);
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
