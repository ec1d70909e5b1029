// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgdatabase.h"
#include "db/stores/pgdraftstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"

using namespace Qt::StringLiterals;
using namespace desk;

/// Drafts kept in the central database, and what plain SQL can do with them.
class TestDrafts : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;

    struct Desk {
        explicit Desk(const ConnectionSettings &where) { in = await(sessions.logIn(where, {})).has_value(); }
        [[nodiscard]] QMap<QString, QString> all()
        {
            return await(drafts.all()).value_or(QMap<QString, QString>{{u"error"_s, {}}});
        }
        PgDatabase database;
        PgSessionStore sessions{database};
        PgDraftStore drafts{database};
        bool in = false;
    };
    [[nodiscard]] QString sqlState(const QString &login, const QByteArray &sql)
    {
        auto connection = m_world.cluster.connect(login);
        const auto rows = connection ? connection->exec(sql) : Failure(connection.error());
        return rows ? u"done"_s : rows.error().params.value(u"sqlstate"_s).toString();
    }
    [[nodiscard]] QString rule(const QString &login, const QByteArray &call)
    {
        auto connection = m_world.cluster.connect(login);
        const auto rows = connection
            ? connection->exec("select coalesce(a->>'rule', a->>'status') as x from " + call + " a")
            : Failure(connection.error());
        return rows ? rows->text(0, "x") : rows.error().params.value(u"sqlstate"_s).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init() { QVERIFY(m_world.admin("set role asp_owner; delete from asp.draft; delete from asp.read_meter")); }

    void areKeptReplacedAndRemoved()
    {
        Desk desk(m_world.cluster.settings(u"agent1"_s));
        QVERIFY(desk.in);
        QVERIFY(await(desk.drafts.save(u"note/1"_s, u"« à l’étranger »\n😀"_s)));
        QVERIFY(await(desk.drafts.save(u"note/2"_s, u"x"_s)));
        QVERIFY(await(desk.drafts.save(u"note/2"_s, u"y"_s)));
        QCOMPARE(desk.all(), (QMap<QString, QString>{{u"note/1"_s, u"« à l’étranger »\n😀"_s}, {u"note/2"_s, u"y"_s}}));
        QVERIFY(await(desk.drafts.save(u"note/1"_s, {})));
        QCOMPARE(desk.all().keys(), QStringList(u"note/2"_s));
    }

    void nobodyReadsThoseOfAnother()
    {
        Desk one(m_world.cluster.settings(u"agent1"_s)), two(m_world.cluster.settings(u"agent2"_s));
        Desk boss(m_world.cluster.settings(u"superviseur1"_s));
        QVERIFY(await(one.drafts.save(u"note/1"_s, u"mine"_s)));
        QVERIFY(two.all().isEmpty());
        QVERIFY(boss.all().isEmpty());
        QVERIFY(await(two.drafts.save(u"note/1"_s, {}))); // removes none but one's own
        QCOMPARE(one.all().size(), 1);
    }

    void plainSqlGetsNoFurther_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("an agent reads the table") << u"agent1"_s << QByteArray("select * from asp.draft");
        QTest::newRow("a supervisor reads the table") << u"superviseur1"_s << QByteArray("select * from asp.draft");
        QTest::newRow("an agent writes for another")
            << u"agent1"_s << QByteArray("insert into asp.draft (login, key, value) values ('agent2', 'a', 'b')");
        QTest::newRow("the relay asks") << u"relay1"_s << QByteArray("select desk.drafts()");
        QTest::newRow("the extranet asks") << u"extranet1"_s << QByteArray("select desk.save_draft('a', 'b')");
        QTest::newRow("the relay announces a password")
            << u"relay1"_s << QByteArray("select desk.own_password_changed()");
        QTest::newRow("an inner function") << u"agent1"_s << QByteArray("select asp.f_draft_limit()");
    }
    void plainSqlGetsNoFurther()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, sql);
        QCOMPARE(sqlState(login, sql), u"42501"_s);
    }

    void sizesAreCapped()
    {
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k', repeat('x', 65536))"), u"ok"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k', repeat('x', 65537))"), u"draft_too_long"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k', repeat('é', 32769))"), u"draft_too_long"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('', 'x')"), u"bad_params"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft(null, 'x')"), u"bad_params"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft(repeat('k', 201), 'x')"), u"bad_params"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k', null)"), u"ok"_s);
        QCOMPARE(m_world.one("select count(*) as x from asp.draft"), u"0"_s);
    }

    void theSumIsCapped()
    {
        for (int i = 0; i < 16; ++i)
            QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k" + QByteArray::number(i) + "', repeat('x', 65536))"),
                     u"ok"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('more', 'x')"), u"too_many_drafts"_s);
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k1', 'x')"), u"ok"_s); // smaller than before: room again
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('more', 'x')"), u"ok"_s);
        QCOMPARE(rule(u"agent2"_s, "desk.save_draft('more', 'x')"), u"ok"_s);
    }

    void theRateIsCapped()
    {
        QVERIFY(
            m_world.admin("set role asp_owner; update asp.setting set value = '3' where key = 'brouillon.par_minute'"));
        for (int i = 0; i < 3; ++i)
            (void)rule(u"agent1"_s, "desk.save_draft('k', 'x')");
        QCOMPARE(rule(u"agent1"_s, "desk.save_draft('k', 'x')"), u"rate_limited"_s);
        QVERIFY(m_world.admin(
            "set role asp_owner; update asp.setting set value = '180' where key = 'brouillon.par_minute'"));
    }

    void aWeekOldIsNeitherReadNorKept()
    {
        QVERIFY(m_world.admin("set role asp_owner; insert into asp.draft values "
                              "('agent1', 'old', 'x', now() - interval '7 days 1 minute'), "
                              "('agent2', 'old', 'x', now() - interval '8 days'), "
                              "('agent1', 'young', 'x', now() - interval '6 days 23 hours')"));
        Desk desk(m_world.cluster.settings(u"agent1"_s));
        QCOMPARE(desk.all().keys(), QStringList(u"young"_s));
        QVERIFY(await(desk.drafts.save(u"new"_s, u"x"_s)));
        QCOMPARE(m_world.one("select string_agg(key, ' ' order by key) as x from asp.draft"), u"new young"_s);
    }

    void theAnnouncementOfANewPasswordHoldsIdsOnly()
    {
        QCOMPARE(rule(u"agent1"_s, "desk.own_password_changed()"), u"ok"_s);
        QCOMPARE(m_world.one("select concat_ws('|', actor, rule, detail::text) as x from asp.journal "
                             "where kind = 'own_password_changed'"),
                 u"agent1|{}"_s);
        for (int i = 0; i < 9; ++i)
            (void)rule(u"agent1"_s, "desk.own_password_changed()");
        QCOMPARE(rule(u"agent1"_s, "desk.own_password_changed()"), u"rate_limited"_s);
    }
};

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
