// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// Two facts the caller says and the database compares: what counts, what does not, and that nobody gets to guess.
class TestCallerCheck : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    using Facts = QList<QPair<QString, QString>>;

    static Ask check(const Facts &facts, qint64 establishment = 1, qint64 account = 1,
                     const QString &call = RulesWorld::call)
    {
        QJsonArray list;
        for (const auto &[fact, value] : facts)
            list.append(QJsonObject{{u"fact"_s, fact}, {u"value"_s, value}});
        QJsonObject params{{u"facts"_s, list}};
        if (establishment != 0)
            params.insert(u"establishment_id"_s, establishment);
        if (account != 0)
            params.insert(u"account_id"_s, account);
        return {u"call.check"_s, asks::json(params), {}, {}, call};
    }
    static Facts right()
    {
        return {{u"account.phone"_s, u"06 12 34 56 78"_s}, {u"establishment.headcount"_s, u"14"_s}};
    }
    static Facts wrong()
    {
        return {{u"account.phone"_s, u"06 12 34 56 79"_s}, {u"establishment.headcount"_s, u"14"_s}};
    }
    QString tried(const Ask &ask, const QString &login = u"agent1"_s)
    {
        const QJsonObject answer = m_world.operate(login, ask);
        const QString outcome = asks::outcome(m_world, answer);
        return outcome != "done"_L1                              ? outcome
            : asks::resultOf(answer).value("passed"_L1).toBool() ? u"passed"_s
                                                                 : u"failed"_s;
    }
    QJsonObject status(qint64 establishment = 1, qint64 account = 1)
    {
        return m_world.read(u"agent1"_s, "check_status",
                            uR"({"call": "%1", "establishment": %2, "account": %3})"_s.arg(RulesWorld::call)
                                .arg(establishment)
                                .arg(account)
                                .toUtf8());
    }
    QString whyNot(const QString &fact)
    {
        for (const QJsonValue &value : status().value("facts"_L1).toArray()) {
            if (value[u"code"] == fact)
                return value[u"why"].toString();
        }
        return u"not offered"_s;
    }
    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    void newCall(const QString &id, const QByteArray &agent)
    {
        admin("insert into asp.call (id, agent) values ('" + id.toUtf8() + "', '" + agent
              + "'); insert into asp.call_file (call_id, establishment_id) values ('" + id.toUtf8() + "', 1)");
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
        admin("update asp.account set last_login_at = '2026-03-31 22:30:00Z' where id = 1;" // the 1st of April in Paris
              "update asp.establishment set street_type = 'avenue' where id = 1;"
              "update asp.setting set value = '5' where key = 'verification.essais';"
              "update asp.setting set value = '30' where key = 'verification.echecs_jour'");
    }

    void spelling_data()
    {
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QStringList>("good");
        QTest::addColumn<QStringList>("bad");
        QTest::newRow("phone") << u"account.phone"_s
                               << QStringList{u"0612345678"_s, u"06.12.34.56.78"_s, u"+33 6 12 34 56 78"_s,
                                              u"0033612345678"_s, u"06\u00A012 34 56 78"_s}
                               << QStringList{u"0612345679"_s, u"12345678"_s, u"06 •• •• •• 78"_s, u"%"_s};
        QTest::newRow("e-mail") << u"account.email"_s
                                << QStringList{u"claire.fontan@boulangerie-capitole.fr"_s,
                                               u" Claire.FONTAN@Boulangerie-Capitole.FR "_s}
                                << QStringList{u"claire.fontan"_s, u"c••••@boulangerie-capitole.fr"_s,
                                               u"claire_fontan@boulangerie-capitole.fr"_s};
        QTest::newRow("identifiant") << u"account.identifiant"_s << QStringList{u"Claire.Fontan"_s, u"clairé.fontan"_s}
                                     << QStringList{u"claire"_s, u"claire.fontan2"_s};
        QTest::newRow("last log-in") << u"account.last_login"_s
                                     << QStringList{u"2026-04-01"_s, u"31/03/2026"_s, u"2/4/2026"_s}
                                     << QStringList{u"2026-03-30"_s, u"03/04/2026"_s, u"2026-02-31"_s, u"avril"_s};
        QTest::newRow("establishment's phone")
            << u"establishment.phone"_s << QStringList{u"05 61 23 45 67"_s} << QStringList{u"05 61 23 45 6"_s};
        QTest::newRow("establishment's e-mail")
            << u"establishment.email"_s << QStringList{u"CONTACT@boulangerie-capitole.fr"_s}
            << QStringList{u"contact"_s};
        QTest::newRow("street") << u"establishment.street"_s
                                << QStringList{u"12 avenue d’Alsace-Lorraine"_s, u"12, AV. d'alsace lorraine"_s}
                                << QStringList{u"avenue d’Alsace-Lorraine"_s, u"12"_s,
                                               u"13 avenue d’Alsace-Lorraine"_s};
        QTest::newRow("headcount") << u"establishment.headcount"_s << QStringList{u" 14 "_s, u"014"_s}
                                   << QStringList{u"1"_s, u"15"_s, u"environ 14"_s};
        QTest::newRow("company's headcount")
            << u"establishment.company_headcount"_s << QStringList{u"31"_s} << QStringList{u"14"_s};
    }
    void spelling()
    {
        QFETCH(QString, fact);
        QFETCH(QStringList, good);
        QFETCH(QStringList, bad);
        const auto partner = fact == "account.phone"_L1 ? std::pair(u"account.identifiant"_s, u"claire.fontan"_s)
                                                        : std::pair(u"account.phone"_s, u"0612345678"_s);
        for (const QString &value : good)
            QCOMPARE(tried(check({partner, {fact, value}})) + u": "_s + value, u"passed: "_s + value);
        for (const QString &value : bad)
            QCOMPARE(tried(check({partner, {fact, value}})) + u": "_s + value, u"failed: "_s + value);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Ask>("ask");
        const auto row = [](const char *name, const char *rule, const Ask &ask) {
            QTest::newRow(name) << QString::fromLatin1(rule) << ask;
        };
        row("no call", "no_call", check(right(), 1, 1, {}));
        Ask ticket = check(right(), 1, 1, {});
        ticket.ticket = 48213;
        row("for a ticket only", "no_call", ticket);
        row("someone else's call", "not_your_call", check(right(), 1, 1, RulesWorld::otherCall));
        row("a call that is over", "call_closed", check(right(), 1, 1, RulesWorld::closedCall));
        row("one fact", "check_two_facts", check({right()[0]}));
        row("three facts", "check_two_facts", check(right() + Facts{{u"account.identifiant"_s, u"x"_s}}));
        row("one fact twice", "check_two_facts", check({right()[0], right()[0]}));
        row("one value twice", "check_two_facts",
            check({{u"account.email"_s, u"x"_s}, {u"establishment.email"_s, u"x"_s}}));
        row("the secret answer", "unknown_fact", check({right()[0], {u"account.secret_answer"_s, u"x"_s}}));
        row("a fact no longer asked", "unknown_fact", check({right()[0], {u"establishment.street"_s, u"x"_s}}));
        row("nothing typed", "bad_params", check({right()[0], {u"account.email"_s, u"  "_s}}));
        row("too much typed", "bad_params", check({right()[0], {u"account.email"_s, QString(301, u'x')}}));
        row("nothing on file", "fact_absent", check({right()[1], {u"account.phone"_s, u"0612345678"_s}}, 1, 3));
        row("no account named", "fact_absent", check(right(), 1, 0));
        row("nobody named", "bad_params", check(right(), 0, 0));
        row("an establishment not opened", "file_not_opened", check(right(), 3, 0));
        row("an account not opened", "file_not_opened", check(right(), 0, 6));
        row("an account of elsewhere", "file_not_opened", check(right(), 1, 6));
        row("an account no longer there", "file_not_opened", check(right(), 1, 7));
        row("no facts", "bad_params", {u"call.check"_s, R"({"establishment_id": 1})", {}, {}, RulesWorld::call});
        row("facts that are none", "check_two_facts",
            {u"call.check"_s, R"({"establishment_id": 1, "facts": [1, 2, 3]})", {}, {}, RulesWorld::call});
        row("a value that is no text", "bad_params",
            {u"call.check"_s,
             R"({"establishment_id": 1, "facts": [{"fact": "establishment.headcount", "value": 14}, {"fact": "x", "value": "1"}]})",
             {},
             {},
             RulesWorld::call});
    }
    void refused()
    {
        QFETCH(QString, rule);
        QFETCH(Ask, ask);
        admin("update asp.check_fact set active = false where code = 'establishment.street';"
              "update asp.establishment set email = 'Claire.Fontan@boulangerie-capitole.fr' where id = 1");
        QCOMPARE(tried(ask), rule);
        QCOMPARE(m_world.one("select count(*) from asp.caller_check"), u"0"_s);
    }

    void whatWasShownProvesNothing()
    {
        const auto open = [this] {
            return m_world.read(u"agent1"_s, "open_file", asks::json({{u"key"_s, RulesWorld::siret}}))
                .value("status"_L1)
                .toString();
        };
        const auto reveal = [this](const QString &field, int id) {
            return m_world
                .read(u"agent1"_s, "reveal",
                      asks::json({{u"field"_s, field}, {u"id"_s, id}, {u"call"_s, RulesWorld::call}}))
                .value("status"_L1)
                .toString();
        };
        QCOMPARE(whyNot(u"account.identifiant"_s), QString());
        QCOMPARE(open(), u"ok"_s); // even outside the call
        QCOMPARE(whyNot(u"account.identifiant"_s), u"shown"_s);
        QCOMPARE(tried(check({right()[0], {u"account.identifiant"_s, u"claire.fontan"_s}})), u"fact_shown"_s);

        QCOMPARE(whyNot(u"account.email"_s), QString());
        QCOMPARE(reveal(u"ticket.requester_email"_s, 48213), u"ok"_s); // the same address under another name
        QCOMPARE(whyNot(u"account.email"_s), u"shown"_s);
        QCOMPARE(reveal(u"account.phone"_s, 1), u"ok"_s);
        QCOMPARE(tried(check(right())), u"fact_shown"_s);
        QCOMPARE(reveal(u"establishment.headcount"_s, 1), u"ok"_s);
        QCOMPARE(whyNot(u"establishment.headcount"_s), u"shown"_s);
        QCOMPARE(whyNot(u"establishment.company_headcount"_s), u"shown"_s);
        QCOMPARE(whyNot(u"establishment.street"_s), QString());
        admin("update asp.setting set value = 'non' where key = 'verification.masquer'");
        QCOMPARE(whyNot(u"establishment.street"_s), u"shown"_s);
        QCOMPARE(whyNot(u"account.last_login"_s), u"shown"_s);
        // Another person has seen nothing of it.
        QCOMPARE(tried(check({right()[0], {u"account.identifiant"_s, u"claire.fontan"_s}}, 1, 1, RulesWorld::otherCall),
                       u"agent2"_s),
                 u"passed"_s);
    }

    void aFailedTryIsKeptAndSaysNothing()
    {
        Ask ask = check(wrong());
        ask.id = RulesWorld::newId();
        const QJsonObject answer = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(answer.value("status"_L1).toString(), u"done"_s);
        QStringList told = asks::resultOf(answer).keys();
        QCOMPARE(told, (QStringList{u"check"_s, u"passed"_s, u"tries_left"_s, u"valid_until"_s}));
        QCOMPARE(asks::resultOf(answer).value("tries_left"_L1).toInt(), 4);
        QCOMPARE(m_world.one("select concat_ws('|', agent, person, establishment_id, account_id, facts, passed)"
                             " from asp.caller_check"),
                 u"agent1|nadia|1|1|{account.phone,establishment.headcount}|f"_s);
        const QString everywhere = m_world.one("select concat((select string_agg(o::text, ' ') from asp.operation o),"
                                               " (select string_agg(j::text, ' ') from asp.journal j),"
                                               " (select string_agg(c::text, ' ') from asp.caller_check c))");
        QVERIFY(!everywhere.contains("34 56 79"_L1) && !everywhere.contains("612345679"_L1));
        QCOMPARE(tried(ask), u"failed"_s); // the same again is not one more
        QCOMPARE(m_world.one("select count(*) from asp.caller_check"), u"1"_s);
        Ask other = check(right());
        other.id = ask.id;
        QCOMPARE(tried(other), u"id_reused"_s);
        QCOMPARE(tried(ask, u"agent2"_s), u"id_reused"_s);
        QCOMPARE(m_world.stateOf(u"admin"_s, "set role asp_owner; update asp.caller_check set passed = true"),
                 u"42501"_s);
        QVERIFY(m_world.stateOf(u"admin"_s, "reset role").isEmpty());
    }

    void threeTriesACallAndNineADay()
    {
        admin("update asp.setting set value = '3' where key = 'verification.essais';"
              "update asp.setting set value = '9' where key = 'verification.echecs_jour'");
        QString call = RulesWorld::call;
        for (int round = 0; round < 3; ++round) {
            if (round > 0)
                newCall(call = RulesWorld::newId(), "agent1");
            for (int i = 0; i < 3; ++i)
                QCOMPARE(tried(check(wrong(), 1, 1, call)), u"failed"_s);
            QCOMPARE(tried(check(right(), 1, 1, call)), u"too_many_tries"_s);
            QCOMPARE(tried(check(right(), 0, 1, call)), u"too_many_tries"_s); // not by another way to the same account
            const Facts shop{{u"establishment.phone"_s, u"0561234567"_s}, {u"establishment.headcount"_s, u"14"_s}};
            QCOMPARE(tried(check(shop, 1, 2, call)), u"too_many_tries"_s); // nor with another of its accounts
        }
        newCall(call = RulesWorld::newId(), "agent2");
        QCOMPARE(tried(check(right(), 1, 1, call), u"agent2"_s), u"too_many_tries"_s); // the day is used up for all
        admin("alter table asp.caller_check disable trigger all; update asp.caller_check set at = at - interval '25 "
              "hours',"
              " meter_day = meter_day - 1; alter table asp.caller_check enable trigger all");
        QCOMPARE(tried(check(right(), 1, 1, call), u"agent2"_s), u"passed"_s);
    }

    /// A hostile client ends its transaction by force once it has read the answer.
    void aTryTakenBackStillCounts()
    {
        admin("update asp.setting set value = '3' where key = 'verification.essais'");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(m_world.stateOf(u"agent1"_s, "begin"), QString());
            QCOMPARE(tried(check(wrong())), u"failed"_s);
            QCOMPARE(m_world.stateOf(u"agent1"_s, "rollback"), QString());
        }
        QCOMPARE(m_world.one("select count(*) from asp.caller_check"), u"0"_s);
        QCOMPARE(tried(check(right())), u"too_many_tries"_s);
        QString call = RulesWorld::newId();
        newCall(call, "agent1");
        QCOMPARE(tried(check(right(), 1, 1, call)), u"too_many_tries"_s);
        newCall(call = RulesWorld::newId(), "superviseur2");
        QCOMPARE(tried(check(right(), 1, 1, call), u"superviseur2"_s), u"too_many_tries"_s); // the same person
        QCOMPARE(tried(check(right(), 1, 1, RulesWorld::otherCall), u"agent2"_s), u"passed"_s);
    }

    void triesAtOnceAreCountedOneByOne()
    {
        admin("update asp.setting set value = '3' where key = 'verification.essais'");
        constexpr size_t many = 8;
        std::vector<PgConnection> open;
        for (size_t i = 0; i < many; ++i)
            open.push_back(std::move(*m_world.connect(u"agent1"_s)));
        std::vector<std::thread> threads;
        const QByteArray params = check(wrong()).params;
        for (size_t i = 0; i < many; ++i)
            threads.emplace_back([&, i] {
                static_cast<void>(open[i].exec("select desk.operate($1::uuid, 'call.check', $2::jsonb, null, null, "
                                               "$3::uuid, null) as d",
                                               {RulesWorld::newId().toUtf8(), params, RulesWorld::call.toUtf8()}));
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(m_world.one("select count(*) from asp.caller_check"), u"3"_s);
        QCOMPARE(m_world.one("select count(*) from asp.journal where rule = 'too_many_tries'"), u"5"_s);
    }

    void aPassHoldsForThatCallPersonAndSubjectOnly()
    {
        const auto reset = [this](qint64 account, const QString &call, const QString &login) {
            return asks::outcome(
                m_world,
                m_world.operate(
                    login,
                    {u"account.reset_password"_s, asks::json({{u"account_id"_s, account}}), u"locked"_s, {}, call}));
        };
        QCOMPARE(tried(check(right())), u"passed"_s);
        QVERIFY(status().value("passed_until"_L1).isString());
        QVERIFY(status(1, 2).value("passed_until"_L1).isNull());
        QCOMPARE(reset(2, RulesWorld::call, u"agent1"_s), u"check_needed"_s); // another account
        QCOMPARE(reset(1, RulesWorld::otherCall, u"agent2"_s), u"check_needed"_s); // another's call
        QString second = RulesWorld::newId();
        newCall(second, "agent1");
        QCOMPARE(reset(1, second, u"agent1"_s), u"check_needed"_s); // another call
        QCOMPARE(reset(1, RulesWorld::call, u"agent1"_s), u"done"_s);
        admin("alter table asp.caller_check disable trigger all;"
              "update asp.caller_check set valid_until = clock_timestamp() where passed");
        QCOMPARE(reset(1, RulesWorld::call, u"agent1"_s), u"check_needed"_s); // too old
    }

    void statusIsForOnesOwnCallAndOpenFiles()
    {
        QCOMPARE(status().value("facts"_L1).toArray().size(), 9);
        QCOMPARE(status(1, 0).value("facts"_L1).toArray().size(), 5); // no account, none of its facts
        QCOMPARE(status(3, 0).value("rule"_L1).toString(), u"file_not_opened"_s);
        const auto others
            = m_world.read(u"agent2"_s, "check_status",
                           uR"({"call": "%1", "establishment": 1, "account": 1})"_s.arg(RulesWorld::call).toUtf8());
        QCOMPARE(others.value("rule"_L1).toString(), u"not_your_call"_s);
    }
};

QTEST_GUILESS_MAIN(TestCallerCheck)
#include "tst_callercheck.moc"
