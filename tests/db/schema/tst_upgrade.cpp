// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresprograms.h"
#include "db/schema/migrator.h"
#include "tests/support/tempcluster.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// A database as the release of the forty migrations left it, with demonstration data, brought to today's schema: it
/// ends up as a fresh one does, and nothing that was in it is lost. The kept dumps: tests/data/upgrade/README.md.
class TestUpgrade : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;
    PostgresPrograms m_programs;
    QTemporaryDir m_folder;
    QHash<QString, qint64> m_before;

    QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(m_programs.path(program), arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qWarning() << program << process.readAllStandardError();
        return process.readAllStandardOutput();
    }
    /// The schema, without the key that newer programs write around a dump.
    QStringList schemaOf(const QString &database)
    {
        QStringList lines;
        for (const QString &line :
             QString::fromUtf8(run(u"pg_dump"_s, {u"-s"_s, m_cluster.uri(u"admin"_s, database)})).split(u'\n')) {
            if (!line.startsWith("\\restrict"_L1) && !line.startsWith("\\unrestrict"_L1))
                lines << line;
        }
        return lines;
    }
    QHash<QString, qint64> counts(const QString &database)
    {
        QHash<QString, qint64> found;
        auto admin = m_cluster.connect(u"admin"_s, database);
        const auto tables = admin->exec("select c.relname from pg_class c where c.relnamespace = 'asp'::regnamespace"
                                        " and c.relkind = 'r' and c.relpersistence = 'p'");
        for (int row = 0; row < tables->size(); ++row) {
            const QByteArray table = tables->bytes(row, "relname");
            found.insert(QString::fromUtf8(table),
                         admin->exec("select count(*) as n from asp." + table)->number(0, "n"));
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why, TempCluster::Content::Migrated), qPrintable(why));
        const auto programs = PostgresPrograms::locate();
        QVERIFY(programs.has_value());
        m_programs = *programs;

        QProcess unzip;
        unzip.setStandardOutputFile(m_folder.filePath(u"release.sql"_s));
        unzip.start(u"gzip"_s, {u"-dc"_s, QStringLiteral(UPGRADE_FOLDER "/release-40.sql.gz")});
        QVERIFY2(unzip.waitForFinished() && unzip.exitCode() == 0, qPrintable(unzip.errorString()));
        QVERIFY(m_cluster.createDatabase(u"ancienne"_s, false));
        run(u"psql"_s,
            {u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-f"_s, m_folder.filePath(u"release.sql"_s),
             m_cluster.uri(u"admin"_s, u"ancienne"_s)});
        m_before = counts(u"ancienne"_s);
        QVERIFY2(m_before.value(u"ticket"_s) > 0 && m_before.value(u"account"_s) > 0, "the dump did not go in");
    }

    void upgrades()
    {
        auto admin = m_cluster.connect(u"admin"_s, u"ancienne"_s);
        const auto report = Migrator(*admin).migrate();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->from, 40);
        QCOMPARE(report->to, SchemaSources::shipped().newestVersion());
        QVERIFY(report->codeMade);
        const auto again = Migrator(*admin).migrate();
        QVERIFY(again && !again->codeMade && again->from == again->to);
    }

    void schemaIsThatOfAFreshDatabase()
    {
        const QStringList upgraded = schemaOf(u"ancienne"_s), fresh = schemaOf(u"asp"_s);
        QVERIFY(fresh.size() > 1000);
        for (qsizetype i = 0; i < std::min(upgraded.size(), fresh.size()); ++i) // the first line that differs says more
            QCOMPARE(upgraded[i], fresh[i]);
        QCOMPARE(upgraded.size(), fresh.size());
    }

    void nothingIsLost()
    {
        const QHash<QString, qint64> after = counts(u"ancienne"_s);
        for (auto it = m_before.cbegin(); it != m_before.cend(); ++it)
            QVERIFY2(after.value(it.key(), -1) >= it.value(), qPrintable(it.key()));
    }

    void anAgentWorksOnIt()
    {
        auto agent = m_cluster.connect(u"agent1"_s, u"ancienne"_s);
        const auto info = agent->exec("select desk.session_info() ->> 'status' as s");
        QVERIFY2(info, qPrintable(info ? QString() : info.error().detail));
        QCOMPARE(info->text(0, "s"), u"ok"_s);
        auto admin = m_cluster.connect(u"admin"_s, u"ancienne"_s);
        const QByteArray siret
            = admin->exec("select siret from asp.ticket where state = 'open' order by number limit 1")
                  ->bytes(0, "siret");
        QVERIFY(agent->exec("select desk.announce(gen_random_uuid(), 'queue_page', '{}')"));
        const auto announced = agent->exec("select desk.announce('00000000-0000-4000-8000-000000000009', 'open_file',"
                                           " jsonb_build_object('key', $1::text)) ->> 'status' as s",
                                           {siret});
        QCOMPARE(announced->text(0, "s"), u"ok"_s);
        const auto file = agent->exec("select d ->> 'status' as s, jsonb_array_length(d -> 'tickets') as n"
                                      " from desk.answer('00000000-0000-4000-8000-000000000009') d");
        QCOMPARE(file->text(0, "s"), u"ok"_s);
        QVERIFY(file->number(0, "n") > 0);
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
