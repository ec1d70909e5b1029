// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalchain.h"
#include "db/journal/journalkeeper.h"
#include "tests/db/journal/journalworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace desk;

/// The sealer: every committed row once, in an order nothing can come into later, and nobody waits.
class TestJournalSeal : public QObject {
    Q_OBJECT
private:
    JournalWorld m_world;

    QString links(const QByteArray &what = "count(*)")
    {
        return m_world.own("select " + what + " from asp.journal_link");
    }
    static QJsonObject relaySeal(PgConnection &relay, const QByteArray &limit = "1000")
    {
        const auto rows = relay.exec("select desk.relay_seal($1) as d", {limit});
        return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
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

    void nothingToDoWritesNothing()
    {
        auto relay = m_world.connect(u"relay1"_s);
        const QString mark = m_world.own("select ctid::text || xmin from asp.journal_head");
        const QJsonObject answer = relaySeal(*relay);
        QCOMPARE(answer.value("sealed"_L1).toInt(-1), 0);
        QCOMPARE(answer.value("more"_L1).toBool(true), false);
        QCOMPARE(m_world.own("select ctid::text || xmin from asp.journal_head"), mark);
    }

    void batchesAreBounded()
    {
        m_world.own("insert into asp.journal (kind) select 'open_file' from generate_series(1, 25)");
        auto relay = m_world.connect(u"relay1"_s);
        QCOMPARE(relaySeal(*relay, "10").value("sealed"_L1).toInt(), 10);
        QCOMPARE(links(), u"70"_s);
        QVERIFY(m_world.verify().whole());
        QCOMPARE(relaySeal(*relay, "10").value("more"_L1).toBool(), true);
        QCOMPARE(relaySeal(*relay, "10").value("sealed"_L1).toInt(), 5);
        QCOMPARE(relaySeal(*relay, "10").value("sealed"_L1).toInt(), 0);
        QCOMPARE(links("max(journal_id)"), u"85"_s);
        QVERIFY(m_world.verify().whole());
    }

    void anOpenTransactionHoldsTheSealAndNobodyElse()
    {
        auto slow = m_world.connect(u"admin"_s);
        QVERIFY(slow->execScript("begin; insert into asp.journal (kind, actor) values ('operation', 'lent')"));
        m_world.own("insert into asp.journal (kind, actor) values ('open_file', 'vif')"); // commits at once
        m_world.seal();
        QCOMPARE(links(), u"60"_s);
        const JournalReport report = m_world.verify();
        QVERIFY(report.whole());
        QCOMPARE(report.unsealed, 1);
        QVERIFY(slow->execScript("commit"));
        m_world.seal();
        QCOMPARE(m_world.own("select string_agg(j.actor, ' ' order by l.seq) from asp.journal_link l"
                             " join asp.journal j on j.id = l.journal_id where l.seq > 60"),
                 u"lent vif"_s);
        QVERIFY(m_world.verify().whole());
    }

    void aLowerIdCommittedLaterIsSealedOnce()
    {
        auto slow = m_world.connect(u"admin"_s);
        // Its number is drawn first, its transaction begins to write after another's.
        QVERIFY(slow->execScript("select nextval(pg_get_serial_sequence('asp.journal', 'id'))"));
        m_world.own("insert into asp.journal (kind, actor) values ('open_file', 'vif')");
        m_world.seal();
        QVERIFY(slow->execScript(
            "insert into asp.journal (id, kind, actor) overriding system value values (61, 'operation', 'lent')"));
        m_world.seal();
        QCOMPARE(
            m_world.own("select string_agg(journal_id::text, ' ' order by seq) from asp.journal_link where seq > 60"),
            u"62 61"_s);
        QVERIFY(m_world.verify().whole());
    }

    void rolledBackRowsLeaveNoGap()
    {
        auto other = m_world.connect(u"admin"_s);
        QVERIFY(other->execScript("begin; insert into asp.journal (kind) values ('operation'); rollback"));
        m_world.own("insert into asp.journal (kind) values ('open_file')");
        m_world.seal();
        QCOMPARE(links("max(seq)"), u"61"_s);
        QVERIFY(m_world.verify().whole());
    }

    void twoSealersAtOnce()
    {
        m_world.own("insert into asp.journal (kind) select 'open_file' from generate_series(1, 3000)");
        auto first = m_world.connect(u"relay1"_s), second = m_world.connect(u"relay1"_s);
        QVERIFY(first->execScript("begin"));
        QCOMPARE(relaySeal(*first).value("sealed"_L1).toInt(), 1000);
        const QJsonObject busy = relaySeal(*second); // at once, it waits for nobody
        QCOMPARE(busy.value("busy"_L1).toBool(), true);
        QCOMPARE(busy.value("sealed"_L1).toInt(-1), 0);
        QVERIFY(first->execScript("rollback"));
        QCOMPARE(relaySeal(*second).value("sealed"_L1).toInt(), 1000);

        std::atomic<int> sealed = 1000;
        const auto race = [&](PgConnection &relay) {
            for (int i = 0; i < 50'000 && sealed < 3000; ++i)
                sealed += relaySeal(relay, "17").value("sealed"_L1).toInt();
        };
        std::thread one([&] { race(*first); }), two([&] { race(*second); });
        one.join();
        two.join();
        QCOMPARE(sealed.load(), 3000);
        QVERIFY(m_world.verify().whole());
    }

    void writersAndSealerTogether()
    {
        std::atomic<bool> stop = false;
        const auto write = [&] {
            auto admin = m_world.connect(u"admin"_s);
            for (int i = 0; i < 300; ++i)
                static_cast<void>(admin->execScript(i % 3 ? "insert into asp.journal (kind) values ('open_file')"
                                                          : "begin; insert into asp.journal (kind) values ('reveal');"
                                                            "select pg_sleep(0.002); commit"));
        };
        std::thread sealer([&] {
            auto relay = m_world.connect(u"relay1"_s);
            while (!stop)
                relaySeal(*relay, "7");
        });
        std::thread writers[] = {std::thread(write), std::thread(write), std::thread(write)};
        for (std::thread &writer : writers)
            writer.join();
        stop = true;
        sealer.join();
        m_world.seal();
        QCOMPARE(links(), u"960"_s);
        QVERIFY(m_world.verify().whole());
    }

    void ourDigestsAreTheDatabases()
    {
        QCOMPARE(journalchain::netstring(QByteArray("é")), QByteArray("2:é"));
        QCOMPARE(journalchain::netstring(QByteArray()), QByteArray("0:"));
        QCOMPARE(journalchain::netstring(std::nullopt), QByteArray("-"));
        QCOMPARE(m_world.own("select asp.f_net('é') || asp.f_net('') || asp.f_net(null)"), u"2:é0:-"_s);
    }

    // A dump restored on another server brings transaction numbers that mean nothing there, usually higher ones.
    void restoredOnAnotherServer()
    {
        m_world.own("insert into asp.journal (kind, actor) values ('open_file', 'avant')"); // not sealed when dumped
        m_world.tamper("update asp.journal_head set cluster = 'other', xid = '1000000', id = 0");
        m_world.own("insert into asp.journal (kind, actor) values ('open_file', 'apres')");
        QVERIFY2(m_world.verify().whole(), "nothing is sealed here yet: all of it waits");
        QCOMPARE(m_world.own("asp.f_seal(1) ->> 'sealed'"), u"1"_s);
        m_world.own("insert into asp.journal (kind, actor) values ('open_file', 'ensuite')");
        m_world.seal();
        QCOMPARE(m_world.own("select string_agg(j.actor, ' ' order by l.seq) from asp.journal_link l"
                             " join asp.journal j on j.id = l.journal_id where l.seq > 60"),
                 u"avant apres ensuite"_s);
        QCOMPARE(m_world.own("select h.cluster = asp.f_cluster() from asp.journal_head h"), u"true"_s);
        m_world.own("insert into asp.journal (kind) values ('open_file')");
        m_world.seal();
        const JournalReport report = m_world.verify();
        QVERIFY(report.whole());
        QCOMPARE(report.links, 64);
        QCOMPARE(report.unsealed, 0);
    }

    void nobodyTouchesTheChain_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("sql");
        const std::pair<const char *, QByteArray> tries[] = {
            {"reads links", "select * from asp.journal_link"},
            {"adds a link", "insert into asp.journal_link values (61, 61, now(), 'x', '', '')"},
            {"changes a link", "update asp.journal_link set hash = ''"},
            {"deletes a link", "delete from asp.journal_link"},
            {"truncates", "truncate asp.journal_link"},
            {"moves the mark", "update asp.journal_head set seq = 0"},
            {"changes a duration", "update asp.retention set days = 180"},
            {"purges", "select asp.f_purge_announce()"},
            {"removes what a purge would", "begin; set local asp.purge = 'on'; select asp.f_purge_step(1, 10); commit"},
            {"drops the trigger", "drop trigger journal_link_never on asp.journal_link"},
        };
        for (const QString &login : {u"agent1"_s, u"superviseur1"_s, u"relay1"_s, u"extranet1"_s}) {
            for (const auto &[name, sql] : tries)
                QTest::addRow("%s %s", qPrintable(login), name) << login << sql;
            if (login != "relay1"_L1)
                QTest::addRow("%s seals", qPrintable(login)) << login << QByteArray("select desk.relay_seal(1)");
            QTest::addRow("%s searches past the announcement", qPrintable(login))
                << login << QByteArray("select asp.f_read_journal_page('{}')");
        }
    }
    void nobodyTouchesTheChain()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, sql);
        auto connection = m_world.connect(login);
        QVERIFY(connection.has_value());
        const auto done = connection->execScript(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().params.value(u"sqlstate"_s).toString(), u"42501"_s);
    }

    void notEvenTheOwnerByMistake()
    {
        auto owner = m_world.connect(u"admin"_s);
        QVERIFY(owner->execScript("set role asp_owner; set asp.purge = 'on'"));
        for (const char *sql : {"update asp.journal_link set hash = hash", "delete from asp.journal_link",
                                "truncate asp.journal_link", "update asp.journal set actor = actor"})
            QCOMPARE(owner->execScript(sql).error().params.value(u"sqlstate"_s).toString(), u"42501"_s);
    }

    void anchorFileIsWrittenAtTimes()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"ancre"_s);
        auto relay = m_world.connect(u"relay1"_s);
        JournalSealer sealer(file, std::chrono::hours(1));
        QCOMPARE(sealer.tick(*relay).value(), false);
        QCOMPARE(AnchorFile(file).read()->entries.size(), 1);
        QCOMPARE(QFile::permissions(file)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        m_world.own("insert into asp.journal (kind) values ('open_file')");
        QVERIFY(sealer.tick(*relay).has_value());
        QCOMPARE(AnchorFile(file).read()->entries.size(), 1); // the hour is not over
        QVERIFY(sealer.finish(*relay).has_value());
        QVERIFY(sealer.finish(*relay).has_value()); // the head is the same: no new line
        const auto content = AnchorFile(file).read();
        QCOMPARE(content->entries.size(), 2);
        QCOMPARE(content->entries.last().line.head.seq, 61);
        QVERIFY(m_world.verify(*content).whole());
        JournalSealer again(file, std::chrono::hours(1)); // a new process knows the last line
        QVERIFY(again.tick(*relay).has_value());
        QCOMPARE(AnchorFile(file).read()->entries.size(), 2);
    }

    void aBrokenAnchorFileDoesNotStopTheSeal()
    {
        auto relay = m_world.connect(u"relay1"_s);
        QStringList heard;
        JournalSealer sealer(u"/nulle/part/ancre"_s, std::chrono::milliseconds(0),
                             [&heard](const Error &error) { heard << error.rule; });
        m_world.own("insert into asp.journal (kind) values ('open_file')");
        QVERIFY(sealer.tick(*relay).has_value());
        QVERIFY(sealer.tick(*relay).has_value());
        QCOMPARE(links(), u"61"_s);
        QCOMPARE(heard, QStringList{u"anchor_file"_s}); // once
    }

    void aChainBehindItsAnchorIsSaid()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"ancre"_s);
        QVERIFY(AnchorFile(file).append({QDateTime::currentDateTimeUtc(), {100, QByteArray(32, 'x')}}));
        QStringList heard;
        JournalSealer sealer(file, std::chrono::hours(1), [&heard](const Error &error) { heard << error.rule; });
        auto relay = m_world.connect(u"relay1"_s);
        QVERIFY(sealer.tick(*relay).has_value());
        QCOMPARE(heard, QStringList{u"anchor_ahead"_s});
        QCOMPARE(AnchorFile(file).read()->entries.size(), 2); // and the old line stays as evidence
    }

    void theKeeperOutlivesTheServer()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"ancre"_s);
        std::atomic<int> complaints = 0;
        const QString uri = m_world.uri(u"relay1"_s);
        auto &cluster = const_cast<TempCluster &>(m_world.cluster());
        {
            JournalKeeper keeper({[uri] { return PgConnection::open(uri, u"asp-relay"_s); }, file,
                                  std::chrono::milliseconds(50), std::chrono::milliseconds(50),
                                  [&complaints](const Error &) { ++complaints; }});
            m_world.own("insert into asp.journal (kind) values ('open_file')");
            QTRY_COMPARE_WITH_TIMEOUT(links(), u"61"_s, 10'000);
            cluster.killServer();
            QTRY_VERIFY_WITH_TIMEOUT(complaints > 0, 10'000);
            QVERIFY(cluster.startServer());
            QTRY_VERIFY_WITH_TIMEOUT(m_world.connect(u"admin"_s).has_value(), 20'000);
            auto admin = m_world.connect(u"admin"_s);
            // The test server may forget the last commits when it is killed: what counts is the next row.
            const auto row = admin->exec("insert into asp.journal (kind) values ('open_file') returning id");
            const auto linked = [&] {
                return admin
                    ->exec("select count(*) as n from asp.journal_link where journal_id = $1", {row->bytes(0, "id")})
                    ->number(0, "n");
            };
            QTRY_COMPARE_WITH_TIMEOUT(linked(), 1, 20'000);
            QVERIFY(admin->execScript("insert into asp.journal (kind) values ('open_file')"));
        }
        auto admin = m_world.connect(u"admin"_s);
        QCOMPARE(admin
                     ->exec("select count(*) as n from asp.journal where not exists"
                            " (select from asp.journal_link l where l.journal_id = id)")
                     ->number(0, "n"),
                 0);
        QCOMPARE(AnchorFile(file).read()->entries.last().line.head.seq,
                 admin->exec("select seq from asp.journal_head")->number(0, "seq")); // anchored at its end
    }
};

QTEST_GUILESS_MAIN(TestJournalSeal)
#include "tst_journalseal.moc"
