// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// A change of access objected to and undone as a whole: everything as it was, nothing else touched.
class TestUndo : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QString change(const Ask &ask)
    {
        return asks::resultOf(m_world.operate(u"agent1"_s, ask)).value("change"_L1).toString();
    }
    QJsonObject undone(const QString &id, const QJsonArray &later = {}, const QString &login = u"superviseur1"_s)
    {
        return m_world.operate(
            login,
            asks::decide(u"change.undo"_s,
                         {{u"change"_s, id}, {u"text"_s, u"Le référent s’y oppose."_s}, {u"later"_s, later}}));
    }
    QString objected(const QString &id, const QString &text, const QString &login = u"agent2"_s)
    {
        Ask ask = asks::decide(u"change.object"_s, {{u"change"_s, id}, {u"text"_s, text}});
        ask.ticket = 48213;
        return asks::outcome(m_world, m_world.operate(login, ask));
    }
    QString habilitations(const QByteArray &where = "id < 100")
    {
        return m_world.one("select string_agg(h::text, ' ' order by id) from asp.habilitation h where " + where);
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
        admin("update asp.setting set value = '500' where key ~ '^(repetition|plafond)';"
              "update asp.account set email = 'marc@boulangerie-capitole.fr' where id in (2, 7)");
    }

    void everythingAsItWas_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<bool>("made");
        QTest::addColumn<int>("restored");
        QTest::newRow("new referent, old one revoked") << asks::reassign(asks::person()) << true << 1;
        QTest::newRow("new referent, old one kept") << asks::reassign(asks::person(), true) << true << 1;
        QTest::newRow("another user made referent") << asks::reassignTo(2) << false << 1;
        QTest::newRow("one still waiting made referent") << asks::reassignTo(3) << false << 1;
        QTest::newRow("account for a colleague") << asks::create(asks::person()) << true << 0;
        QTest::newRow("a revoked one brought back")
            << asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"account_id"_s, 7}}) << false << 0;
    }
    void everythingAsItWas()
    {
        QFETCH(Ask, ask);
        QFETCH(bool, made);
        QFETCH(int, restored);
        const QString before = habilitations(),
                      accounts = m_world.one("select md5(string_agg(a::text, ' ' order by id))"
                                             " from asp.account a where id < 100");
        const QString id = change(ask);
        QVERIFY(!id.isEmpty());
        QVERIFY(habilitations() != before || made);
        const QJsonObject result = asks::resultOf(undone(id));
        QCOMPARE(habilitations(), before);
        QCOMPARE(m_world.one("select md5(string_agg(a::text, ' ' order by id)) from asp.account a where id < 100"),
                 accounts);
        QCOMPARE(result.value("change"_L1).toString(), id);
        QCOMPARE(result.value("restored_account"_L1).toInt(), restored);
        QCOMPARE(result.value("disabled_account"_L1).toInt(), made ? 101 : 0);
        QCOMPARE(result.value("cancelled_mails"_L1).toArray().size(), made ? 3 : 1);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100 and state = 'queued'"),
                 u"2"_s); // the notices
        QCOMPARE(m_world.one("select string_agg(kind, ' ') from asp.mail where id <= 100 and state = 'cancelled'"),
                 QString());
        if (made) {
            QCOMPARE(m_world.one("select concat_ws('|', state, referent) from asp.habilitation where id > 100"),
                     u"revoked|f"_s);
            QCOMPARE(m_world.one("select disabled_at is not null from asp.account where id = 101"), u"true"_s);
        }
        QCOMPARE(asks::outcome(m_world, undone(id)), u"already_undone"_s);
        QCOMPARE(m_world.one("select concat_ws('|', undone_by, undone_at is not null) from asp.access_change"),
                 u"superviseur1|t"_s);
    }

    void mailsUnderWayAreStoppedToo()
    {
        const QString id = change(asks::reassign(asks::person()));
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_claim(10)"), QString());
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_set_password(102, '$argon2id$v')"), QString());
        QCOMPARE(asks::resultOf(undone(id)).value("cancelled_mails"_L1).toArray(), (QJsonArray{101, 102, 103}));
        QCOMPARE(m_world.one("select concat_ws('|', password_hash is null, password_state) from asp.account a"
                             " join asp.account_secret on account_id = id where id = 101"),
                 u"t|voided"_s);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_set_password(102, '$argon2id$v')"), u"55000"_s);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_sent(102)"), u"55000"_s);
    }

    void anAccountUsedElsewhereStays_data()
    {
        QTest::addColumn<QByteArray>("meanwhile");
        QTest::addColumn<bool>("stays");
        QTest::newRow("nowhere") << QByteArray("select 1") << false;
        QTest::newRow("another establishment") << QByteArray(
            "insert into asp.habilitation (account_id, establishment_id, state) values (101, 2, 'requested')")
                                               << true;
        QTest::newRow("revoked there") << QByteArray(
            "insert into asp.habilitation (account_id, establishment_id, state, "
            "revoked_at) values (101, 2, 'revoked', now())")
                                       << false;
        QTest::newRow("another extranet")
            << QByteArray("insert into asp.account_extranet values (101, 'APEA')") << true;
    }
    void anAccountUsedElsewhereStays()
    {
        QFETCH(QByteArray, meanwhile);
        QFETCH(bool, stays);
        const QString id = change(asks::create(asks::person()));
        admin(meanwhile);
        QCOMPARE(asks::resultOf(undone(id)).value("disabled_account"_L1).isNull(), stays);
        QCOMPARE(m_world.one("select disabled_at is null from asp.account where id = 101"),
                 stays ? u"true"_s : u"false"_s);
    }

    void whoAndWhen()
    {
        const QString id = change(asks::reassign(asks::person()));
        QCOMPARE(asks::outcome(m_world, undone(id, {}, u"agent1"_s)), u"supervisor_only"_s);
        QCOMPARE(asks::outcome(m_world, undone(RulesWorld::newId())), u"unknown_change"_s);
        QCOMPARE(asks::outcome(m_world,
                               m_world.operate(u"superviseur1"_s, asks::decide(u"change.undo"_s, {{u"change"_s, id}}))),
                 u"text_needed"_s);
        admin("update asp.access_change set at = at - interval '25 hours', until = until - interval '25 hours'");
        QCOMPARE(asks::outcome(m_world, undone(id)), u"objection_over"_s);
        QCOMPARE(objected(id, u"Non !"_s), u"objection_over"_s);
    }

    void objectionsReachSupervisors()
    {
        const QString id = change(asks::reassign(asks::person()));
        QCOMPARE(objected(id, u""_s), u"text_needed"_s);
        Ask uncited = asks::decide(u"change.object"_s, {{u"change"_s, id}, {u"text"_s, u"x"_s}});
        QCOMPARE(asks::outcome(m_world, m_world.operate(u"agent1"_s, uncited)), u"needs_call_or_ticket"_s);
        QCOMPARE(objected(id, u"Je n’ai rien demandé."_s), u"done"_s);
        const auto pulse = m_world.document(u"superviseur1"_s, "select desk.pulse(null, null) as d");
        QCOMPARE(pulse.value("objections"_L1).toInt(), 1);
        const QJsonValue shown
            = m_world.read(u"superviseur1"_s, "changes", R"({"filter": "open"})").value("changes"_L1).toArray().at(0);
        QCOMPARE(shown[u"objection_text"].toString(), u"Je n’ai rien demandé."_s);
        QCOMPARE(shown[u"old_account"][u"identifiant"].toString(), u"claire.fontan"_s);
        QCOMPARE(asks::outcome(m_world, undone(id)), u"done"_s);
        QCOMPARE(
            m_world.read(u"superviseur1"_s, "changes", R"({"filter": "open"})").value("changes"_L1).toArray().size(),
            0);
        QCOMPARE(m_world.read(u"agent1"_s, "changes", R"({"filter": "all"})").value("rule"_L1).toString(),
                 u"supervisor_only"_s);
    }

    void laterOperationsAskForOneDecision()
    {
        const QString id = change(asks::reassign(asks::person()));
        m_world.givePass(RulesWorld::call, 1, 101);
        const QJsonObject reset = m_world.operate(
            u"agent1"_s, {u"account.reset_password"_s, R"({"account_id": 101})", u"locked"_s, {}, RulesWorld::call});
        const QString resetId = reset.value("id"_L1).toString();
        QVERIFY(!resetId.isEmpty());
        // What only waits, and what touches neither account nor access, is not in the way.
        m_world.operate(u"agent1"_s, asks::reassign(asks::person(asks::otherAddress)));
        m_world.operate(
            u"agent1"_s,
            {u"ticket.comment"_s, R"({"number": 48213, "version": 1, "text": "x"})", {}, {}, RulesWorld::call});
        const QJsonObject refused = undone(id);
        QCOMPARE(asks::outcome(m_world, refused), u"later_operations"_s);
        const QJsonArray listed = refused.value("params"_L1)[u"operations"].toArray();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.at(0)[u"id"].toString(), resetId);
        QCOMPARE(listed.at(0)[u"actor_name"].toString(), u"Nadia Martin"_s);
        QCOMPARE(asks::outcome(m_world, undone(id, {RulesWorld::newId()})), u"later_operations"_s);
        QCOMPARE(asks::outcome(m_world, undone(id, {resetId, RulesWorld::newId()})), u"later_operations"_s);
        QCOMPARE(asks::outcome(m_world, undone(id, {resetId})), u"done"_s);
        QCOMPARE(
            m_world.one("select string_agg(state, ' ') from asp.mail where account_id = 101 and kind = 'mot_de_passe'"),
            u"cancelled cancelled"_s); // also the reset's: the account is no more
    }

    void aSecondChangeIsUndoneOneByOne()
    {
        const QString before = habilitations();
        const QString first = change(asks::reassign(asks::person(), true)); // Claire stays: her domain is known
        admin("alter table asp.access_change disable trigger all; update asp.access_change set at = at - interval '31 "
              "days'");
        const QString second = change(asks::reassignTo(2));
        QVERIFY(!second.isEmpty());
        admin("update asp.access_change set at = at + interval '31 days' where id = '" + first.toUtf8() + "'");
        QCOMPARE(asks::outcome(m_world, undone(first)), u"later_operations"_s);
        QCOMPARE(asks::outcome(m_world, undone(second)), u"done"_s);
        QCOMPARE(asks::outcome(m_world, undone(first)), u"done"_s); // the undone one is no hindrance any more
        QCOMPARE(habilitations(), before);
    }

    /// A reset of the new account while its change is undone: whichever comes first, no password mail is left.
    void undoWhileOthersWork()
    {
        for (int round = 0; round < 6; ++round) {
            QString why;
            QVERIFY2(m_world.fresh(&why), qPrintable(why));
            m_world.givePass(RulesWorld::call, 1, 1);
            const QString id = change(asks::reassign(asks::person()));
            m_world.givePass(RulesWorld::call, 1, 101);
            std::vector<QJsonObject> answers(2);
            std::vector<std::thread> threads;
            const auto send = [this](const QString &login, const QByteArray &kind, const QByteArray &params,
                                     const std::optional<QByteArray> &call) {
                auto connection = m_world.connect(login);
                const auto rows = connection->exec(
                    "select desk.operate($1::uuid, $2, $3::jsonb, 'locked', null, $4::uuid, null) as d",
                    {RulesWorld::newId().toUtf8(), kind, params, call});
                return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object()
                            : QJsonObject{{u"rule"_s, rows.error().detail}};
            };
            threads.emplace_back([&] {
                answers[0]
                    = send(u"superviseur1"_s, "change.undo", asks::json({{u"change"_s, id}, {u"text"_s, u"x"_s}}), {});
            });
            threads.emplace_back([&] {
                answers[1]
                    = send(u"agent1"_s, "account.reset_password", R"({"account_id": 101})", RulesWorld::call.toUtf8());
            });
            for (auto &thread : threads)
                thread.join();
            const QString undo = answers[0].value("rule"_L1).toString(u"done"_s),
                          reset = answers[1].value("rule"_L1).toString(u"done"_s);
            QVERIFY2((undo == "done"_L1 && (reset == "account_disabled"_L1 || reset == "no_active_habilitation"_L1))
                         || (undo == "later_operations"_L1 && reset == "done"_L1),
                     qPrintable(undo + u' ' + reset));
            if (undo == "done"_L1)
                QCOMPARE(m_world.one("select count(*) from asp.mail where account_id = 101 and state <> 'cancelled'"),
                         u"0"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
