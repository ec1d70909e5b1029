// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalpurge.h"
#include "tests/db/journal/journalworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = JournalFinding::Kind;

namespace {

// The sixty rows of the world, four hundred days ago, sealed as if it had been then.
constexpr auto old = R"sql(
insert into asp.journal (kind, actor, at)
select k, 'agent1', now() - make_interval(days => d)
from unnest(array['open_file', 'reveal', 'operation', 'refused', 'read_approvals', 'journal_purge']) k,
     unnest(array[2000, 400, 364]) d)sql";

} // namespace

/// Purges: what is past its time goes, the chain says so, and a purge nobody made is found.
class TestJournalPurge : public QObject {
    Q_OBJECT
private:
    JournalWorld m_world;

    QString left()
    {
        return m_world.own("select string_agg(kind || ' ' || n, ', ' order by kind) from (select kind, count(*) as n"
                           " from asp.journal where id > 60 group by kind) x");
    }
    PgConnection owner()
    {
        auto connection = m_world.connect(u"admin"_s);
        static_cast<void>(connection->execScript("set role asp_owner"));
        return std::move(*connection);
    }
    static QList<Kind> kindsOf(const JournalReport &report)
    {
        QList<Kind> kinds;
        for (const JournalFinding &finding : report.findings) {
            if (!kinds.contains(finding.kind))
                kinds.append(finding.kind);
        }
        return kinds;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init()
    {
        QString why;
        QVERIFY2(m_world.fresh(&why), qPrintable(why));
    }
    void cleanup() { QCOMPARE(m_world.error, QString()); }

    void shippedDurationsAreTheOnesVerifyKnows()
    {
        const RetentionHistory shipped;
        QCOMPARE(m_world.own("select count(*) from asp.retention").toInt(), shipped.patterns().size());
        for (auto it = shipped.patterns().begin(); it != shipped.patterns().end(); ++it)
            QCOMPARE(m_world.own("select coalesce(days::text, 'null') from asp.retention where pattern = '"
                                 + it.key().toUtf8() + '\''),
                     it.value() ? QString::number(**it) : u"null"_s);
        for (const char *kind :
             {"open_file", "open_files", "operation", "read_approvals", "read_", "journal_purge", ""})
            QCOMPARE(m_world.own("select coalesce(asp.f_retention_days('" + QByteArray(kind) + "')::text, 'null')"),
                     shipped.days(QString::fromLatin1(kind)) ? QString::number(*shipped.days(QString::fromLatin1(kind)))
                                                             : u"null"_s);
    }

    void whatIsPastItsTimeGoes()
    {
        m_world.own(old);
        m_world.seal();
        PgConnection connection = owner();
        JournalPurge purge(connection);
        const auto outcome = purge.run();
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->removed, 3 * 2 + 2 * 1); // reads after a year, acts after five
        QCOMPARE(left(), u"journal_purge 4, open_file 1, operation 2, read_approvals 1, refused 2, reveal 1"_s);
        const AnchorFile::Content anchor = m_world.anchorOfNow();
        const JournalReport report = m_world.verify(anchor);
        // The three rows this test forged under that name are nobody's purge; they say nothing that can be read.
        QCOMPARE(kindsOf(report), QList<Kind>{Kind::PurgeNotAllowed});
        QCOMPARE(report.purged, 8);
        QCOMPARE(m_world.own("select detail #>> '{kinds,open_file,rows}' from asp.journal where id = "
                             + QByteArray::number(outcome->announcement)),
                 u"2"_s);
        QCOMPARE(purge.run()->announcement, 0); // nothing more to do, nothing said
    }

    void verifyAcceptsAPurge()
    {
        m_world.own("insert into asp.journal (kind, at) select 'open_file', now() - interval '400 days' from "
                    "generate_series(1, 25)");
        m_world.seal();
        const auto dry = JournalWorld::dbadmin({u"purge"_s, m_world.uri(), u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QVERIFY2(dry.out.contains(u"gardé 365 jours"_s) && dry.out.contains(u": 25"_s), qPrintable(dry.out));
        QCOMPARE(left(), u"open_file 25"_s);
        const auto real = JournalWorld::dbadmin({u"purge"_s, m_world.uri()});
        QVERIFY2(real.code == 0, qPrintable(real.err));
        QVERIFY2(real.out.contains(u"Lignes retirées\u00A0: 25"_s), qPrintable(real.out));
        QCOMPARE(left(), u"journal_purge 1"_s);
        const JournalReport report = m_world.verify(m_world.anchorOfNow());
        QVERIFY(report.whole());
        QCOMPARE(report.purged, 25);
        QCOMPARE(report.purges, 1);
        const auto checked = JournalWorld::dbadmin({u"verify"_s, m_world.uri()});
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.out.contains(u"Purges inscrites au journal\u00A0: 1"_s), qPrintable(checked.out));
    }

    void onlySealedRowsGo()
    {
        m_world.own("insert into asp.journal (kind, at) values ('open_file', now() - interval '400 days')");
        m_world.seal();
        auto slow = m_world.connect(u"admin"_s);
        QVERIFY(slow->execScript("begin; insert into asp.journal (kind) values ('operation')"));
        m_world.own("insert into asp.journal (kind, at) values ('open_file', now() - interval '400 days')");
        PgConnection connection = owner();
        JournalPurge purge(connection);
        QCOMPARE(purge.plan()->first().kind, u"open_file"_s);
        QCOMPARE(purge.plan()->first().rows, 1);
        const auto held = purge.run(); // the announcement cannot be sealed: nothing may go
        QVERIFY(!held);
        QCOMPARE(held.error().rule, u"seal_held"_s);
        QCOMPARE(m_world.own("select count(*) from asp.journal where at < now() - interval '1 year'"), u"2"_s);
        QVERIFY(slow->execScript("rollback"));
        QCOMPARE(purge.run()->removed, 1);
        m_world.seal();
        QVERIFY(m_world.verify().whole());
        QCOMPARE(purge.run()->removed, 1); // the one that was not sealed then
        QVERIFY(m_world.verify().whole());
    }

    void interruptedPurgeIsNoAlteration()
    {
        m_world.own("insert into asp.journal (kind, at) select 'open_file', now() - interval '400 days' from "
                    "generate_series(1, 25)");
        m_world.seal();
        const QByteArray announced = m_world.own("asp.f_purge_announce()").toLatin1();
        QVERIFY(m_world.verify().whole());
        m_world.seal();
        QCOMPARE(m_world.own("asp.f_purge_step(" + announced + ", 10)"), u"10"_s); // killed here
        QVERIFY(m_world.verify().whole());
        PgConnection connection = owner();
        QCOMPARE(JournalPurge(connection).run()->removed, 15);
        QVERIFY(m_world.verify().whole());
    }

    void stepNeedsASealedAnnouncement()
    {
        m_world.own("insert into asp.journal (kind, at) values ('open_file', now() - interval '400 days')");
        m_world.seal();
        const QByteArray announced = m_world.own("asp.f_purge_announce()").toLatin1();
        PgConnection connection = owner();
        const auto step = connection.exec("select asp.f_purge_step(" + announced + ", 10)");
        QVERIFY(!step);
        QCOMPARE(step.error().params.value(u"sqlstate"_s).toString(), u"55000"_s);
    }

    void forgedPurges_data()
    {
        QTest::addColumn<QByteArray>("sql"); // with triggers off
        QTest::addColumn<bool>("sealed");
        QTest::addColumn<QList<Kind>>("found");
        const auto purgeRow = [](const QByteArray &kind, const QByteArray &before, const QByteArray &at = "now()") {
            return QByteArray("insert into asp.journal (kind, actor, at, detail) values ('journal_purge', 'dba', " + at
                              + ", jsonb_build_object('upto', 60, 'kinds', jsonb_build_object('" + kind
                              + "', jsonb_build_object('days', 1, 'rows', 20, 'before', (" + before
                              + ")::timestamptz))));");
        };
        const QByteArray gone = "delete from asp.journal where kind = 'operation'";
        const QList<Kind> both{Kind::RowMissing, Kind::PurgeNotAllowed};
        QTest::newRow("sealed, of rows that were kept")
            << purgeRow("operation", "now() + interval '1 day'") + gone << true << both;
        QTest::newRow("never sealed") << purgeRow("operation", "now() + interval '1 day'") + gone << false
                                      << QList<Kind>{Kind::RowMissing};
        QTest::newRow("dated ahead") << purgeRow("operation", "now() + interval '1 day'",
                                                 "now() + interval '3000 days'")
                + gone << true << both;
        QTest::newRow("of a kind kept for ever")
            << purgeRow("journal_purge", "now() - interval '3000 days'") << true << QList<Kind>{Kind::PurgeNotAllowed};
        QTest::newRow("of another kind, rightly")
            << purgeRow("open_file", "now() - interval '400 days'") + gone << true << QList<Kind>{Kind::RowMissing};
        QTest::newRow("of older rows, rightly")
            << purgeRow("operation", "now() - interval '2000 days'") + gone << true << QList<Kind>{Kind::RowMissing};
        QTest::newRow("the duration shortened first, silently")
            << "update asp.retention set days = 180 where pattern = '*';"
                + purgeRow("operation", "now() - interval '181 days'") + gone
            << true << QList<Kind>{Kind::RowMissing, Kind::PurgeNotAllowed, Kind::RetentionChanged};
        QTest::newRow("no sense in it")
            << QByteArray("insert into asp.journal (kind, detail) values ('journal_purge', '{\"kinds\": 3}');") + gone
            << true << both;
    }
    void forgedPurges()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, sealed);
        QFETCH(QList<Kind>, found);
        m_world.tamper(sql);
        if (sealed)
            m_world.seal();
        QCOMPARE(kindsOf(m_world.verify()), found);
    }

    void anHonestPurgeWidenedLater()
    {
        m_world.own("insert into asp.journal (kind, at) select 'open_file', now() - interval '400 days' from "
                    "generate_series(1, 5)");
        m_world.seal();
        PgConnection connection = owner();
        QCOMPARE(JournalPurge(connection).run()->removed, 5);
        m_world.tamper("update asp.journal set detail = jsonb_set(detail, '{kinds,open_file,before}', to_jsonb(now()))"
                       " where kind = 'journal_purge'; delete from asp.journal where id = 1");
        const QList<Kind> kinds = kindsOf(m_world.verify());
        QVERIFY(kinds.contains(Kind::RowMissing));
        QVERIFY(kinds.contains(Kind::ContentChanged));
    }

    // A duration may be changed, in the open: the journal has it, verify says to read it.
    void shorterDurationsAreJournalledAndJudged()
    {
        m_world.own("insert into asp.journal (kind, at) values ('open_file', now() - interval '300 days')");
        m_world.own("update asp.retention set days = 200 where pattern = 'open_file'");
        QCOMPARE(m_world.own("select concat_ws('|', kind, detail ->> 'pattern', detail ->> 'was', detail ->> 'days')"
                             " from asp.journal order by id desc limit 1"),
                 u"retention_set|open_file|365|200"_s);
        QVERIFY2(m_world.verify().whole(), "the change waits for its seal");
        m_world.seal();
        PgConnection connection = owner();
        QCOMPARE(JournalPurge(connection).run()->removed, 1);
        const JournalReport report = m_world.verify();
        QVERIFY(report.whole());
        QCOMPARE(report.retentionChanges, 1);
        m_world.own("insert into asp.retention (pattern, days) values ('x_*', 700)");
        m_world.own("delete from asp.retention where pattern = 'x_*'");
        m_world.seal();
        QVERIFY(m_world.verify().whole());
    }

    void noDurationBelowSixMonths()
    {
        PgConnection connection = owner();
        const auto done = connection.execScript("update asp.retention set days = 30 where pattern = 'open_file'");
        QVERIFY(!done);
        QCOMPARE(done.error().params.value(u"sqlstate"_s).toString(), u"23514"_s);
    }

    void metersGoToo()
    {
        m_world.own("insert into asp.read_meter values ('agent1', 'open_file', now() - interval '2 days', 1, now() - "
                    "interval '2 days', 1),"
                    " ('agent2', 'open_file', now(), 1, now(), 1)");
        PgConnection connection = owner();
        QCOMPARE(JournalPurge(connection).run()->meters, 1);
        QCOMPARE(m_world.own("select string_agg(login, ' ') from asp.read_meter"), u"agent2"_s);
    }

    void othersMayNot()
    {
        const auto outcome = JournalWorld::dbadmin({u"purge"_s, m_world.uri(u"superviseur1"_s)});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(u"n’a pas le droit"_s), qPrintable(outcome.err));
    }
};

QTEST_GUILESS_MAIN(TestJournalPurge)
#include "tst_journalpurge.moc"
