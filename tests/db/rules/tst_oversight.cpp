// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// Ceilings, notices, settings, the watch and the rehearsal.
class TestOversight : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QString tried(const QString &login, const Ask &ask) { return asks::outcome(m_world, m_world.operate(login, ask)); }
    static Ask reset(const QString &call = RulesWorld::call)
    {
        return {u"account.reset_password"_s, R"({"account_id": 1})", u"locked"_s, {}, call};
    }
    static Ask lift(const QJsonObject &change = {})
    {
        QJsonObject params{{u"login"_s, u"agent1"_s},
                           {u"kind"_s, u"account.reset_password"_s},
                           {u"extra"_s, 1},
                           {u"minutes"_s, 30},
                           {u"text"_s, u"Panne des courriels"_s}};
        for (auto it = change.begin(); it != change.end(); ++it)
            params.insert(it.key(), it.value());
        return asks::decide(u"ceiling.lift"_s, params);
    }
    QHash<QString, QString> fingerprints()
    {
        QHash<QString, QString> prints;
        for (const QString &table :
             m_world.one("select string_agg(tablename, ' ') from pg_tables where schemaname = 'asp'").split(u' '))
            prints.insert(table,
                          m_world.one("select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from asp."
                                      + table.toLatin1() + " t"));
        return prints;
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
        m_world.givePass(RulesWorld::call, 1, 1);
        admin(
            "insert into asp.call (id, agent) values ('00000000-0000-4000-8000-0000000000a1', 'superviseur2');"
            "insert into asp.call_file (call_id, establishment_id) values ('00000000-0000-4000-8000-0000000000a1', 1);"
            "update asp.setting set value = '2' where key = 'plafond.reset'");
        m_world.givePass(u"00000000-0000-4000-8000-0000000000a1"_s, 1, 1);
    }

    void aCeilingIsAPersons()
    {
        const Ask other = reset(u"00000000-0000-4000-8000-0000000000a1"_s);
        QCOMPARE(tried(u"agent1"_s, reset()), u"done"_s);
        QCOMPARE(tried(u"superviseur2"_s, other), u"done"_s); // the same person
        QCOMPARE(tried(u"agent1"_s, reset()), u"over_ceiling"_s);
        QCOMPARE(tried(u"superviseur2"_s, other), u"over_ceiling"_s);
        QCOMPARE(tried(u"superviseur2"_s, lift()), u"own_ceiling"_s); // not through the other log-in either
        QCOMPARE(tried(u"agent2"_s, lift()), u"supervisor_only"_s);
        QCOMPARE(tried(u"superviseur1"_s, lift()), u"done"_s);
        QCOMPARE(tried(u"agent1"_s, reset()), u"done"_s);
        QCOMPARE(tried(u"superviseur2"_s, other), u"over_ceiling"_s);
        QCOMPARE(tried(u"superviseur1"_s, lift()), u"done"_s);
        admin("update asp.ceiling_lift set until = now()");
        QCOMPARE(tried(u"agent1"_s, reset()), u"over_ceiling"_s); // the lift is over
    }

    void ceilingsOfAllThree()
    {
        admin("update asp.setting set value = '1' where key ~ '^plafond[.][a-z]+$'");
        QCOMPARE(tried(u"agent1"_s, asks::create(asks::person(asks::otherAddress))), u"done"_s); // a request counts
        QCOMPARE(tried(u"agent1"_s, asks::create(asks::person())), u"over_ceiling"_s);
        QCOMPARE(tried(u"agent1"_s, asks::reassign(asks::person(u"b@ailleurs.fr"_s))), u"done"_s);
        QCOMPARE(tried(u"agent1"_s, asks::reassign(asks::person())), u"over_ceiling"_s);
    }

    void countedInParallel()
    {
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&, i] {
                auto connection = m_world.connect(i % 2 == 0 ? u"agent1"_s : u"superviseur2"_s);
                const QByteArray call = i % 2 == 0 ? RulesWorld::call.toUtf8() : "00000000-0000-4000-8000-0000000000a1";
                static_cast<void>(connection->exec("select desk.operate($1::uuid, 'account.reset_password', "
                                                   "'{\"account_id\": 1}', 'locked', null, $2::uuid, null)",
                                                   {RulesWorld::newId().toUtf8(), call}));
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(m_world.one("select count(*) from asp.operation where kind = 'account.reset_password'"), u"2"_s);
    }

    void liftsRefused_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("rule");
        QTest::newRow("nobody") << QJsonObject{{u"login"_s, u"personne"_s}} << u"unknown_login"_s;
        QTest::newRow("not an agent") << QJsonObject{{u"login"_s, u"relay1"_s}} << u"unknown_login"_s;
        QTest::newRow("oneself") << QJsonObject{{u"login"_s, u"superviseur1"_s}} << u"own_ceiling"_s;
        QTest::newRow("no ceiling") << QJsonObject{{u"kind"_s, u"ticket.take"_s}} << u"bad_params"_s;
        QTest::newRow("none") << QJsonObject{{u"extra"_s, 0}} << u"bad_params"_s;
        QTest::newRow("too many") << QJsonObject{{u"extra"_s, 201}} << u"bad_params"_s;
        QTest::newRow("too long") << QJsonObject{{u"minutes"_s, 1441}} << u"bad_params"_s;
        QTest::newRow("no reason") << QJsonObject{{u"text"_s, u" "_s}} << u"text_needed"_s;
    }
    void liftsRefused()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, rule);
        QCOMPARE(tried(u"superviseur1"_s, lift(change)), rule);
    }

    void notices_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const QJsonObject &change, const QString &rule) {
            QTest::newRow(name) << change << rule;
        };
        row("as it is", {}, u"done"_s);
        row("an announcement with a link",
            {{u"kind"_s, u"annonce"_s}, {u"link"_s, u"https://travail-emploi.gouv.fr/faq?p=1#a"_s}}, u"done"_s);
        row("of two lines", {{u"text"_s, u"Panne.\nRétablie à 15 h."_s}}, u"done"_s);
        row("empty", {{u"text"_s, u" "_s}}, u"text_needed"_s);
        row("too long", {{u"text"_s, QString(1001, u'x')}}, u"text_too_long"_s);
        row("turned around", {{u"text"_s, u"a\u202Eb"_s}}, u"bad_params"_s);
        row("another kind", {{u"kind"_s, u"alerte"_s}}, u"bad_params"_s);
        row("a script for a link", {{u"link"_s, u"javascript:alert(1)"_s}}, u"bad_params"_s);
        row("a link to elsewhere in disguise", {{u"link"_s, u"https://asp.fr@mal.fr/"_s}}, u"bad_params"_s);
        row("a link with a blank", {{u"link"_s, u"https://a.fr/ b"_s}}, u"bad_params"_s);
        row("over before it starts", {{u"until"_s, u"2020-01-01T00:00:00Z"_s}}, u"bad_params"_s);
        row("no time", {{u"until"_s, u"demain"_s}}, u"bad_params"_s);
    }
    void notices()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, rule);
        QJsonObject params{{u"text"_s, u"Les courriels partent en retard."_s}, {u"kind"_s, u"incident"_s}};
        for (auto it = change.begin(); it != change.end(); ++it)
            params.insert(it.key(), it.value());
        QCOMPARE(tried(u"agent1"_s, asks::decide(u"notice.post"_s, params)), u"supervisor_only"_s);
        QCOMPARE(tried(u"superviseur1"_s, asks::decide(u"notice.post"_s, params)), rule);
        const auto shown = [this] {
            return m_world.document(u"agent1"_s, "select desk.pulse(null, null) as d").value("notices"_L1).toArray();
        };
        QCOMPARE(shown().size(), rule == "done"_L1 ? 1 : 0);
        if (rule != "done"_L1)
            return;
        QCOMPARE(shown().at(0)[u"text"].toString(), params.value("text"_L1).toString());
        const Ask end = asks::decide(u"notice.end"_s, {{u"notice"_s, shown().at(0)[u"id"].toInt()}});
        QCOMPARE(tried(u"superviseur2"_s, end), u"done"_s);
        QCOMPARE(shown().size(), 0);
        QCOMPARE(tried(u"superviseur2"_s, end), u"unknown_notice"_s);
        const auto page = [this](const QString &login) {
            return m_world.document(login, "select desk.notices('all') as d").value("notices"_L1).toArray().size();
        };
        QCOMPARE(page(u"superviseur1"_s), 1);
        QCOMPARE(page(u"agent1"_s), 0);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("rule");
        const auto row = [](const QString &key, const QString &value, const QString &rule) {
            QTest::newRow(qPrintable(key + u'=' + value.left(30))) << key << value << rule;
        };
        row(u"plafond.reset"_s, u"31"_s, u"done"_s);
        row(u"plafond.reset"_s, u"0"_s, u"bad_value"_s);
        row(u"plafond.reset"_s, u"1000000"_s, u"bad_value"_s);
        row(u"plafond.reset"_s, u"-1"_s, u"bad_value"_s);
        row(u"verification.essais"_s, u"6"_s, u"bad_value"_s);
        row(u"objection.heures"_s, u"0"_s, u"bad_value"_s);
        row(u"verification.masquer"_s, u"non"_s, u"done"_s);
        row(u"verification.masquer"_s, u"peut-être"_s, u"bad_value"_s);
        row(u"telephone.assistance"_s, u"0800 705 801"_s, u"done"_s);
        row(u"telephone.assistance"_s, u"<b>"_s, u"bad_value"_s);
        row(u"mail.expediteur"_s, u"a@b.fr\nBcc: x@y.fr"_s, u"bad_value"_s);
        row(u"mail.expediteur_nom"_s, u"Assistance\r\nBcc: x"_s, u"bad_value"_s);
        row(u"mail.expediteur_nom"_s, u"Assistance"_s, u"done"_s);
        row(u"extranet.url"_s, u"javascript:x"_s, u"bad_value"_s);
        row(u"demo.appelants"_s, u"[]"_s, u"unknown_setting"_s);
        row(u"rien"_s, u"1"_s, u"unknown_setting"_s);
    }
    void settings()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, rule);
        admin("insert into asp.setting (key, value) values ('demo.appelants', '[1]')");
        const Ask ask = asks::decide(u"setting.set"_s, {{u"key"_s, key}, {u"value"_s, value}});
        const QByteArray sql = "select value from asp.setting where key = '" + key.toUtf8() + "'";
        const QString was = m_world.one(sql);
        QCOMPARE(tried(u"agent1"_s, ask), u"supervisor_only"_s);
        const QJsonObject answer = m_world.operate(u"superviseur1"_s, ask);
        QCOMPARE(asks::outcome(m_world, answer), rule);
        QCOMPARE(m_world.one(sql), rule == "done"_L1 ? value : was);
        if (rule == "done"_L1)
            QCOMPARE(asks::resultOf(answer).value("was"_L1).toString(), was);
    }

    void everySettingHasItsLine()
    {
        QCOMPARE(m_world.one(
                     "select string_agg(key, ' ') from asp.setting where editable and (label = '' or group_label = ''"
                     " or (least is null and value !~ ('^(' || pattern || ')$'))"
                     " or (least is not null and value::int not between least and most))"),
                 QString());
        const auto page = m_world.document(u"superviseur1"_s, "select desk.settings_page() as d");
        QVERIFY(page.value("settings"_L1).toArray().size() > 25);
        QVERIFY(page.value("providers"_L1).toArray().contains(u"gmail.com"_s));
        QCOMPARE(m_world.stateOf(u"agent1"_s, "select desk.settings_page()"), u"42501"_s);
    }

    void providers()
    {
        const auto set = [this](const QString &domain, bool shared) {
            return tried(u"superviseur1"_s,
                         asks::decide(u"provider.set"_s, {{u"domain"_s, domain}, {u"shared"_s, shared}}));
        };
        QCOMPARE(set(u"Fournisseur.FR."_s, true), u"done"_s);
        QCOMPARE(m_world.one("select count(*) from asp.shared_mail_provider where domain = 'fournisseur.fr'"), u"1"_s);
        QCOMPARE(set(u"fournisseur.fr"_s, false), u"done"_s);
        QCOMPARE(m_world.one("select count(*) from asp.shared_mail_provider where domain = 'fournisseur.fr'"), u"0"_s);
        for (const QString &bad : {u"fr"_s, u"%"_s, u"a b.fr"_s, u"a@b.fr"_s, u""_s, u"-a.fr"_s})
            QCOMPARE(set(bad, true), u"bad_params"_s);
    }

    void theWatch()
    {
        QCOMPARE(tried(u"agent1"_s, reset()), u"done"_s);
        QCOMPARE(tried(u"agent1"_s, reset()), u"done"_s);
        QCOMPARE(tried(u"agent1"_s, reset()), u"over_ceiling"_s);
        const QByteArray wrong = R"({"establishment_id": 1, "facts": [{"fact": "establishment.headcount", "value": "1"},
            {"fact": "establishment.phone", "value": "1"}]})";
        for (int i = 0; i < 3; ++i)
            QCOMPARE(tried(u"agent2"_s, {u"call.check"_s, wrong, {}, {}, RulesWorld::otherCall}), u"done"_s);
        const auto watch = m_world.read(u"superviseur1"_s, "watch");
        const QJsonValue agent = watch.value("agents"_L1).toArray().at(0);
        QCOMPARE(agent[u"login"].toString(), u"agent1"_s);
        QCOMPARE(agent[u"hour"].toInt(), 2);
        QCOMPARE(agent[u"ceiling"].toInt(), 2);
        QCOMPARE(agent[u"unusual"].toBool(), true);
        const QJsonValue failed = watch.value("checks"_L1).toArray().at(0);
        QCOMPARE(failed[u"agent_name"].toString(), u"Paul Durand"_s);
        QCOMPARE(failed[u"failures"].toInt(), 3);
        QCOMPARE(failed[u"blocked"].toBool(), true);
        QCOMPARE(watch.value("refusals"_L1).toArray().at(0)[u"rule"].toString(), u"over_ceiling"_s);
        QCOMPARE(m_world.read(u"agent1"_s, "watch").value("rule"_L1).toString(), u"supervisor_only"_s);
    }

    void aRehearsalLeavesNothing_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QString>("would");
        const QByteArray one = R"({"account_id": 1})";
        QTest::newRow("reset") << reset() << u"done"_s;
        QTest::newRow("unlock") << Ask{u"account.unlock"_s, one, {}, {}, RulesWorld::call} << u"done"_s;
        QTest::newRow("new referent") << asks::reassign(asks::person()) << u"done"_s;
        QTest::newRow("new account") << asks::create(asks::person()) << u"done"_s;
        QTest::newRow("for approval") << asks::reassign(asks::person(asks::otherAddress)) << u"waiting"_s;
        QTest::newRow("an account that exists")
            << asks::create(asks::person(u"claire.fontan@boulangerie-capitole.fr"_s)) << u"account_exists"_s;
        QTest::newRow("not locked") << Ask{u"account.unlock"_s, R"({"account_id": 2})", {}, {}, RulesWorld::call}
                                    << u"not_locked"_s;
        QTest::newRow("not checked")
            << Ask{u"account.reset_password"_s, R"({"account_id": 2})", {}, {}, RulesWorld::call} << u"check_needed"_s;
        QTest::newRow("a check: never") << Ask{u"call.check"_s, "{}", {}, {}, RulesWorld::call} << u"unknown_kind"_s;
        QTest::newRow("a decision: never")
            << Ask{u"change.undo"_s, "{}", {}, {}, RulesWorld::call} << u"unknown_kind"_s;
        QTest::newRow("someone else's call") << reset(RulesWorld::otherCall) << u"not_your_call"_s;
    }
    void aRehearsalLeavesNothing()
    {
        QFETCH(Ask, ask);
        QFETCH(QString, would);
        const auto before = fingerprints();
        const QJsonObject told = m_world.read(u"agent1"_s, "rehearse",
                                              "{\"kind\": \"" + ask.kind.toUtf8() + "\", \"call\": \""
                                                  + ask.call.toUtf8() + "\", \"params\": " + ask.params + "}");
        QCOMPARE(told.value("status"_L1).toString(), u"ok"_s);
        const QString outcome = told.value("would"_L1).toString();
        QCOMPARE(outcome == "refused"_L1 ? told.value("rule"_L1).toString() : outcome, would);
        const auto after = fingerprints();
        QStringList changed;
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (after.value(it.key()) != it.value())
                changed.append(it.key());
        }
        changed.sort();
        QCOMPARE(changed, (QStringList{u"journal"_s, u"read_meter"_s, u"reading"_s}));
        QCOMPARE(m_world.one("select string_agg(kind, ' ') from asp.journal"), u"rehearse"_s);
        QVERIFY(!told.value("result"_L1).toObject().contains("change"_L1));
        if (ask.kind == "referent.reassign"_L1 && would == "done"_L1) {
            QCOMPARE(told.value("result"_L1)[u"identifiant"].toString(), u"ana.vidal"_s);
            QCOMPARE(told.value("mails"_L1).toArray().size(), 5);
            QCOMPARE(told.value("mails"_L1).toArray().at(0)[u"to_masked"].toString(),
                     u"a••••@boulangerie-capitole.fr"_s);
        }
    }

    void rehearsalsAreCapped()
    {
        admin("update asp.setting set value = '2' where key = 'repetition.par_minute'");
        const auto rehearse = [this] {
            return m_world
                .read(
                    u"agent1"_s, "rehearse",
                    uR"({"kind": "account.unlock", "params": {"account_id": 1}, "call": "%1"})"_s.arg(RulesWorld::call)
                        .toUtf8())
                .value("status"_L1)
                .toString();
        };
        QCOMPARE(rehearse(), u"ok"_s);
        QCOMPARE(rehearse(), u"ok"_s);
        QCOMPARE(rehearse(), u"refused"_s);
    }
};

QTEST_GUILESS_MAIN(TestOversight)
#include "tst_oversight.moc"
