// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// When somebody else must look, who may, and that everything is looked at once more when they do.
class TestApprovals : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QJsonObject asked(const Ask &ask, const QString &login = u"agent1"_s)
    {
        return asks::resultOf(m_world.operate(login, ask));
    }
    /// A request that waits for the address alone; its id.
    QString request()
    {
        return asked(asks::reassign(asks::person(asks::otherAddress))).value("approval"_L1).toString();
    }
    QJsonObject decideAs(const QString &login, const QString &kind, const QJsonObject &params)
    {
        return m_world.operate(login, asks::decide(kind, params));
    }
    QString decided(const QString &login, const QString &kind, const QJsonObject &params)
    {
        return asks::outcome(m_world, decideAs(login, kind, params));
    }
    QString approved(const QString &id, const QString &login = u"superviseur1"_s)
    {
        return decided(login, u"approval.approve"_s, {{u"request"_s, id}});
    }
    QJsonArray page(const QString &login, const QByteArray &filter)
    {
        return m_world.read(login, "approvals", "{\"filter\": \"" + filter + "\"}").value("requests"_L1).toArray();
    }
    static QByteArray earlierChange()
    {
        return "insert into asp.operation (id, kind, params, ticket, actor, at, result, digest) values"
               " ('00000000-0000-4000-8000-00000000c0de', 'account.create', '{}', 48213, 'agent2', now(), '{}', '');"
               " insert into asp.access_change (id, kind, requested_by, establishment_id, new_habilitation_id,"
               " new_account_id, account_created, before, mails, at, until) values"
               " ('00000000-0000-4000-8000-00000000c0de', 'account.create', 'agent2', 1, 2, 2, false, '{}', '{}',"
               " now() - interval '29 days', now() - interval '28 days')";
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
        admin("update asp.setting set value = '500' where key ~ '^(repetition|plafond)'");
    }

    void why_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("why");
        const QString known = asks::knownAddress, outside = u"address_outside_domains"_s,
                      noTicket = u"no_ticket_from_requester"_s, second = u"second_change_in_30_days"_s;
        const auto row = [](const char *name, const QByteArray &before, const QString &address, const QString &why) {
            QTest::newRow(name) << before << address << why;
        };
        row("nothing", "select 1", known, {});
        row("another case", "select 1", u"Ana@BOULANGERIE-Capitole.FR"_s, {});
        row("elsewhere", "select 1", asks::otherAddress, outside);
        row("a name below the known one", "select 1", u"ana@mail.boulangerie-capitole.fr"_s, outside);
        row("the known one in front", "select 1", u"ana@boulangerie-capitole.fr.ailleurs.fr"_s, outside);
        row("at the end, no dot", "select 1", u"ana@xboulangerie-capitole.fr"_s, outside);
        row("a look-alike in punycode", "select 1", u"ana@xn--boulangerie-cpitole-1tb.fr"_s, outside);
        const auto claire = [](const QByteArray &domain) {
            return "update asp.account set email = 'c@" + domain
                + "' where id = 1;"
                  "update asp.ticket set requester_email = 'c@"
                + domain + "' where number = 48213";
        };
        row("a shared provider", claire("gmail.com"), u"ana@gmail.com"_s, outside);
        row("below a shared provider", claire("pro.gmail.com"), u"ana@pro.gmail.com"_s, outside);
        row("a name that ends like a shared one", claire("notgmail.com"), u"ana@notgmail.com"_s, {});
        row("capitals on file", claire("Boulangerie-CAPITOLE.fr"), known, {});
        row("known for 29 days", "update asp.habilitation set active_from = now() - interval '29 days'", known,
            outside);
        row("made by the desk",
            "update asp.habilitation set made_by_desk = true where account_id = 1;"
            "update asp.ticket set requester_email = 'contact@boulangerie-capitole.fr'",
            known, outside);
        row("of an account the desk made", "update asp.account set created_by_desk = true where id = 1", known,
            outside);
        row("not active", "update asp.habilitation set state = 'awaiting_confirmation' where account_id = 1", known,
            outside);
        row("of an account switched off", "update asp.account set disabled_at = now() where id = 1", known, outside);

        row("no ticket",
            "update asp.ticket set state = 'closed', closed_at = now(), outcome = 'explained' where number in"
            " (48213, 48377)",
            known, noTicket);
        row("opened by an agent", "update asp.ticket set channel = 'agent'", known, noTicket);
        row("about something else", "update asp.ticket set motif = 'autres'", known, noTicket);
        row("from a stranger", "update asp.ticket set requester_email = 'x@y.fr'", known, noTicket);
        row("for another establishment", "update asp.ticket set siret = '73282932000025'", known, noTicket);
        row("from the person asked for", "update asp.ticket set requester_email = 'Ana.Vidal@boulangerie-capitole.fr'",
            known, {});
        row("from the establishment's address",
            "update asp.ticket set requester_email = 'contact@boulangerie-capitole.fr'", known, {});
        row("opened again by the one who asks",
            "insert into asp.ticket_event (ticket, at, actor, kind) values (48213, now(), 'superviseur2', 'reopened')",
            known, noTicket);
        row("opened again by a colleague",
            "insert into asp.ticket_event (ticket, at, actor, kind) values (48213, now(), 'agent2', 'reopened')", known,
            {});
        row("a change 29 days ago", earlierChange(), known, second);
        row("a change long ago",
            earlierChange()
                + "; update asp.access_change set at = at - interval '2 days', until = until - interval '2 days'",
            known, {});
        row("all of it", earlierChange() + "; update asp.ticket set channel = 'agent'", asks::otherAddress,
            outside + u' ' + noTicket + u' ' + second);
    }
    void why()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, address);
        QFETCH(QString, why);
        admin(before);
        for (const Ask &ask : {asks::create(asks::person(address)), asks::reassign(asks::person(address))}) {
            const QString savepoint = m_world.stateOf(u"agent1"_s, "begin"); // the two do not know of each other
            QCOMPARE(savepoint, QString());
            const QJsonObject result = asked(ask);
            QCOMPARE(m_world.stateOf(u"agent1"_s, "rollback"), QString());
            QCOMPARE(asks::whyOf(result), why);
            QCOMPARE(result.value("state"_L1).toString(), why.isEmpty() ? u"done"_s : u"waiting"_s);
        }
    }

    void anExistingAccountsAddressCountsToo()
    {
        admin("update asp.habilitation set active_from = now() - interval '5 days' where account_id = 2");
        QCOMPARE(asks::whyOf(asked(asks::reassignTo(2))), u"address_outside_domains"_s);
        QCOMPARE(m_world.one("select count(*) from asp.access_change"), u"0"_s);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100"), u"0"_s);
        QCOMPARE(m_world.one("select referent from asp.habilitation where account_id = 1"), u"true"_s);
    }

    void approvedByAnother()
    {
        const QString id = request();
        const QJsonObject done
            = asks::resultOf(decideAs(u"superviseur1"_s, u"approval.approve"_s, {{u"request"_s, id}}));
        QCOMPARE(done.value("state"_L1).toString(), u"approved"_s);
        QCOMPARE(done.value("kind"_L1).toString(), u"referent.reassign"_s);
        QCOMPARE(done.value("request"_L1).toString(), id);
        QCOMPARE(done.value("identifiant"_L1).toString(), u"ana.vidal"_s);
        QCOMPARE(done.value("mails"_L1).toArray().size(), 3);
        QCOMPARE(
            m_world.one("select concat_ws('|', state, decided_by, decided_at > requested_at, operation_id is not null)"
                        " from asp.approval_request"),
            u"approved|superviseur1|t|t"_s);
        QCOMPARE(m_world.one("select concat_ws('|', requested_by, approved_by, request) from asp.access_change"),
                 u"agent1|superviseur1|"_s + id);
        QCOMPARE(approved(id), u"not_waiting"_s);
    }

    void whoMayNot()
    {
        const QString id = request();
        QCOMPARE(approved(id, u"superviseur2"_s), u"own_request"_s); // the same person's second log-in
        QCOMPARE(decided(u"superviseur2"_s, u"approval.refuse"_s, {{u"request"_s, id}, {u"text"_s, u"non"_s}}),
                 u"own_request"_s);
        QCOMPARE(approved(id, u"agent2"_s), u"supervisor_only"_s);
        QCOMPARE(decided(u"agent2"_s, u"approval.withdraw"_s, {{u"request"_s, id}}), u"unknown_request"_s);
        QCOMPARE(approved(RulesWorld::newId()), u"unknown_request"_s);
        QCOMPARE(approved(u"x"_s), u"bad_params"_s);
        // Nor once the list of staff says something else than when it was asked.
        admin("update asp.staff set person = 'autre' where login = 'agent1'");
        QCOMPARE(approved(id, u"superviseur2"_s), u"own_request"_s);
        QCOMPARE(approved(id), u"done"_s);
    }

    void supervisorsAskToo()
    {
        admin(
            "insert into asp.call (id, agent) values ('00000000-0000-4000-8000-0000000000a1', 'superviseur2');"
            "insert into asp.call_file (call_id, establishment_id) values ('00000000-0000-4000-8000-0000000000a1', 1)");
        const QString call = u"00000000-0000-4000-8000-0000000000a1"_s;
        m_world.givePass(call, 1, 1);
        const QString id = asked(asks::reassign(asks::person(asks::otherAddress), false, call), u"superviseur2"_s)
                               .value("approval"_L1)
                               .toString();
        QCOMPARE(approved(id, u"superviseur2"_s), u"own_request"_s);
        QCOMPARE(decided(u"agent1"_s, u"approval.withdraw"_s, {{u"request"_s, id}}), u"done"_s); // their other log-in
    }

    void refusedAndWithdrawn()
    {
        QString id = request();
        QCOMPARE(asks::outcome(m_world, m_world.operate(u"agent1"_s, asks::reassign(asks::person()))),
                 u"already_waiting"_s);
        QCOMPARE(decided(u"superviseur1"_s, u"approval.refuse"_s, {{u"request"_s, id}}), u"text_needed"_s);
        QCOMPARE(
            decided(u"superviseur1"_s, u"approval.refuse"_s, {{u"request"_s, id}, {u"text"_s, u"Adresse inconnue"_s}}),
            u"done"_s);
        QCOMPARE(approved(id), u"not_waiting"_s);
        id = request();
        QCOMPARE(decided(u"agent1"_s, u"approval.withdraw"_s, {{u"request"_s, id}}), u"done"_s);
        QCOMPARE(approved(id), u"not_waiting"_s);
        QCOMPARE(m_world.one("select count(*) from asp.access_change"), u"0"_s);
        QCOMPARE(m_world.one("select count(*) from asp.mail where id > 100"), u"0"_s);
    }

    void itExpires()
    {
        const QString id = request();
        QCOMPARE(m_world.one("select expires_at - requested_at = '72:00' from asp.approval_request"), u"true"_s);
        admin("update asp.approval_request set requested_at = requested_at - interval '73 hours',"
              " expires_at = expires_at - interval '73 hours'");
        QCOMPARE(approved(id), u"request_expired"_s);
        QCOMPARE(page(u"superviseur1"_s, "waiting").size(), 0);
        QCOMPARE(page(u"superviseur1"_s, "decided").at(0)[u"state"].toString(), u"expired"_s);
        QVERIFY(!request().isEmpty()); // and makes room for another
        QCOMPARE(m_world.one("select string_agg(state, ' ' order by requested_at) from asp.approval_request"),
                 u"expired waiting"_s);
    }

    void allRulesAgain_data()
    {
        QTest::addColumn<QByteArray>("meanwhile");
        QTest::addColumn<QString>("rule");
        QTest::newRow("nothing") << QByteArray("select 1") << u"done"_s;
        QTest::newRow("the check got old") << QByteArray(
            "alter table asp.caller_check disable trigger all; update asp.caller_check set valid_until = now();"
            "update asp.call set closed_at = now(), outcome = 'solved'")
                                           << u"done"_s;
        QTest::newRow("the check is not theirs") << QByteArray(
            "alter table asp.caller_check disable trigger all; update asp.caller_check set person = 'paul'")
                                                 << u"check_needed"_s;
        QTest::newRow("the check was elsewhere") << QByteArray("alter table asp.caller_check disable trigger all;"
                                                               "update asp.caller_check set establishment_id = 2")
                                                 << u"check_needed"_s;
        QTest::newRow("the address got an account")
            << QByteArray("update asp.account set email = 'ANA.vidal@ailleurs.fr' where id = 3") << u"account_exists"_s;
        QTest::newRow("another change came in between") << earlierChange() << u"facts_changed"_s;
        QTest::newRow("the ticket is closed")
            << QByteArray("update asp.ticket set channel = 'agent'") << u"facts_changed"_s;
        QTest::newRow("another referent")
            << QByteArray("update asp.habilitation set referent = false where establishment_id = 1;"
                          "update asp.habilitation set referent = true where id = 2")
            << u"facts_changed"_s;
        QTest::newRow("less to look at") << QByteArray(
            "update asp.account set email = 'c@ailleurs.fr' where id = 1;"
            "update asp.ticket set requester_email = 'c@ailleurs.fr' where number = 48213")
                                         << u"done"_s;
    }
    void allRulesAgain()
    {
        QFETCH(QByteArray, meanwhile);
        QFETCH(QString, rule);
        const QString id = request();
        admin(meanwhile);
        const QJsonObject answer = decideAs(u"superviseur1"_s, u"approval.approve"_s, {{u"request"_s, id}});
        QCOMPARE(asks::outcome(m_world, answer), rule);
        if (rule != "facts_changed"_L1)
            return;
        // The page says it, and whoever has seen it may go on.
        QCOMPARE(m_world.one("select state from asp.approval_request"), u"waiting"_s);
        const QJsonValue shown = page(u"superviseur1"_s, "waiting").at(0)[u"why"];
        for (const QJsonValue &code : answer.value("params"_L1).toObject().value("why"_L1).toArray())
            QVERIFY2(shown.toArray().contains(code), qPrintable(code.toString()));
        QCOMPARE(decided(u"superviseur1"_s, u"approval.approve"_s, {{u"request"_s, id}, {u"seen"_s, shown}}),
                 u"done"_s);
    }

    void anAccountOnItsWayOutIsNotApproved()
    {
        admin("update asp.habilitation set active_from = now() - interval '5 days' where account_id = 2");
        const QString id = asked(asks::reassignTo(2)).value("approval"_L1).toString();
        admin("update asp.account set being_deleted_at = now() where id = 2");
        QCOMPARE(approved(id), u"account_being_deleted"_s);
        admin("update asp.account set being_deleted_at = null; update asp.habilitation set referent = false;"
              "update asp.habilitation set referent = true where id = 2");
        QCOMPARE(approved(id), u"already_referent"_s);
    }

    void twoAtOnceDecideOnce()
    {
        for (int round = 0; round < 6; ++round) {
            init();
            const QString id = request();
            QVERIFY(!id.isEmpty());
            std::vector<QString> outcomes(3);
            std::vector<std::thread> threads;
            const QList<QPair<QString, QByteArray>> who{{u"superviseur1"_s, "approval.approve"},
                                                        {u"superviseur1"_s, "approval.refuse"},
                                                        {u"agent1"_s, "approval.withdraw"}};
            for (size_t i = 0; i < outcomes.size(); ++i)
                threads.emplace_back([&, i] {
                    auto connection = m_world.connect(who[qsizetype(i)].first);
                    const auto rows
                        = connection->exec("select desk.operate($1::uuid, $2, $3::jsonb, null, null, null, null) as d",
                                           {RulesWorld::newId().toUtf8(), who[qsizetype(i)].second,
                                            asks::json({{u"request"_s, id}, {u"text"_s, u"x"_s}})});
                    const QJsonObject answer
                        = rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
                    outcomes[i] = answer.value("rule"_L1).toString(answer.value("status"_L1).toString());
                });
            for (auto &thread : threads)
                thread.join();
            std::sort(outcomes.begin(), outcomes.end());
            QCOMPARE(outcomes, (std::vector<QString>{u"done"_s, u"not_waiting"_s, u"not_waiting"_s}));
        }
    }

    void askedTwiceAtOnceWaitsOnce()
    {
        std::vector<std::thread> threads;
        const Ask ask = asks::reassign(asks::person(asks::otherAddress));
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                auto connection = m_world.connect(u"agent1"_s);
                static_cast<void>(
                    connection->exec("select desk.operate($1::uuid, $2, $3::jsonb, 'other', 'x', $4::uuid, null) as d",
                                     {RulesWorld::newId().toUtf8(), ask.kind.toUtf8(), ask.params, ask.call.toUtf8()}));
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(m_world.one("select count(*) from asp.approval_request"), u"1"_s);
        QCOMPARE(m_world.one("select count(*) from asp.journal where rule = 'already_waiting'"), u"3"_s);
    }

    void whoReadsWhat()
    {
        const QString id = request();
        const QJsonObject mine = page(u"agent1"_s, "mine").at(0).toObject();
        QCOMPARE(mine.value("person"_L1)[u"email"].toString(), u"a••••@ailleurs.fr"_s);
        QCOMPARE(mine.value("can_decide"_L1).toBool(), false);
        QCOMPARE(mine.value("own"_L1).toBool(), true);
        const QJsonObject shown = page(u"superviseur1"_s, "waiting").at(0).toObject();
        QCOMPARE(shown.value("person"_L1)[u"email"].toString(), asks::otherAddress);
        QCOMPARE(shown.value("can_decide"_L1).toBool(), true);
        QCOMPARE(shown.value("evidence"_L1)[u"known_domains"].toArray(), QJsonArray{u"boulangerie-capitole.fr"_s});
        QCOMPARE(shown.value("evidence"_L1)[u"tickets"].toArray(), QJsonArray{48213});
        QCOMPARE(page(u"superviseur2"_s, "waiting").at(0)[u"can_decide"].toBool(), false);
        QCOMPARE(
            m_world.one("select count(*) from asp.journal where kind = 'read_approvals' and detail -> 'requests' ? '"
                        + id.toUtf8() + "'"),
            u"3"_s);
        QCOMPARE(page(u"agent2"_s, "mine").size(), 0);
        QCOMPARE(m_world.read(u"agent2"_s, "approvals", R"({"filter": "waiting"})").value("rule"_L1).toString(),
                 u"supervisor_only"_s);
        const auto pulse
            = [this](const QString &login) { return m_world.document(login, "select desk.pulse(null, null) as d"); };
        QCOMPARE(pulse(u"superviseur1"_s).value("approvals_waiting"_L1).toInt(), 1);
        QCOMPARE(pulse(u"agent1"_s).value("approvals_waiting"_L1).toInt(), 0);
        QCOMPARE(pulse(u"agent1"_s).value("my_requests"_L1).toArray().at(0)[u"id"].toString(), id);
        QCOMPARE(pulse(u"superviseur2"_s).value("my_requests"_L1).toArray().size(), 1);
        const auto file = m_world.read(u"agent2"_s, "open_file", asks::json({{u"key"_s, RulesWorld::siret}}));
        QCOMPARE(file.value("requests"_L1).toArray().at(0)[u"person_name"].toString(), u"Ana Vidal"_s);
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
