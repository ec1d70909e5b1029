// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// Plain SQL under each role, as a tampered console or a bare client would send it: each forbidden thing is refused by
/// the database, and the allowed thing next to it passes.
class TestAttacks : public QObject {
    Q_OBJECT
    RulesWorld m_world;

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QCOMPARE(m_world.one("select 1"), u"1"_s); // the superuser is there to be attacked
    }

    void forbidden_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("forbidden");
        QTest::addColumn<QByteArray>("allowed");
        const QByteArray open = "select desk.announce(gen_random_uuid(), 'open_file', '{\"key\": \"73282932000074\"}')";
        const QByteArray info = "select desk.session_info()";
        const QByteArray suggest = "select desk.announce(gen_random_uuid(), 'suggest', '{\"kind\": \"words\"}')";
        const auto row
            = [](const QByteArray &name, const QString &login, const QByteArray &forbidden, const QByteArray &allowed) {
                  QTest::newRow(name.constData()) << login << forbidden << allowed;
              };
        // Reading past the functions.
        for (const QString &login : {u"agent1"_s, u"superviseur1"_s, u"relay1"_s}) {
            const QByteArray ok = login == u"relay1"_s ? "select desk.relay_settings()" : open;
            const QByteArray by = login.toLatin1();
            row(by + ": hashes", login, "select password_hash from asp.account_secret", ok);
            row(by + ": accounts", login, "select email from asp.account", ok);
            row(by + ": mails", login, "select to_address from asp.mail", ok);
            row(by + ": journal", login, "select * from asp.journal", ok);
            row(by + ": tickets", login, "select requester_email from asp.ticket", ok);
            row(by + ": copy out", login, "copy asp.account to stdout", ok);
            row(by + ": become the owner", login, "set role asp_owner", ok);
            row(by + ": become the extranet", login, "set role asp_extranet", ok);
            row(by + ": another session", login, "set session authorization admin", ok);
            row(by + ": temporary table", login, "create temp table account (id int)", ok);
            row(by + ": table in public", login, "create table public.account (id int)", ok);
            row(by + ": function in public", login,
                "create function public.f_setting(text, text) returns text language sql return 'x'", ok);
            row(by + ": schema", login, "create schema mine", ok);
            row(by + ": role", login, "create role intrus login superuser", ok);
        }
        // Writing past the door.
        const QString agent = u"agent1"_s, chief = u"superviseur1"_s;
        row("unlock", agent, "update asp.account set locked_until = null, locked_at = null", open);
        row("change an address", agent, "update asp.account set email = 'intrus@exemple.fr' where id = 1", open);
        row("own hash", agent, "update asp.account_secret set password_hash = '$argon2id$mine'", open);
        row("new account", agent,
            "insert into asp.account (identifiant, last_name, first_name, email, profile) values ('a.b', 'a', 'b', "
            "'a@b.fr', 'tiers')",
            open);
        row("habilitation", agent,
            "insert into asp.habilitation (account_id, establishment_id, state, active_from) values (3, 2, 'active', "
            "now())",
            open);
        row("referent", agent, "update asp.habilitation set referent = true where id = 2", open);
        row("close a ticket", agent, "update asp.ticket set state = 'closed', closed_at = now(), outcome = 'explained'",
            open);
        row("mail to oneself", agent,
            "insert into asp.mail (kind, account_id, to_address) values ('mot_de_passe', 1, 'intrus@exemple.fr')",
            open);
        row("redirect a mail", agent, "update asp.mail set to_address = 'intrus@exemple.fr' where id = 2", open);
        row("operation as someone else", agent,
            "insert into asp.operation (id, kind, params, actor, at, result, digest, ticket) values"
            " (gen_random_uuid(), 'account.unlock', '{}', 'agent2', now() - interval '1 day', '{}', '', 48213)",
            open);
        row("someone's call", agent, "update asp.call set agent = 'agent1'", open);
        row("own name", agent, "update asp.staff set person = 'paul' where login = 'agent1'", open);
        row("a setting", agent, "update asp.setting set value = '9999' where key = 'plafond.reset'", info);
        row("the caps' counters", agent, "delete from asp.read_meter", suggest);
        row("a script", chief, "insert into asp.script_version values ('x', 1, 'x', 'x', 'published', now())", open);
        // The journal.
        row("journal row", agent, "insert into asp.journal (kind, actor) values ('open_file', 'agent2')", open);
        row("journal change", chief, "update asp.journal set actor = 'agent2'", open);
        row("journal delete", chief, "delete from asp.journal", open);
        row("journal truncate", chief, "truncate asp.journal", open);
        row("journal purge", chief, "begin; set local asp.purge = 'on'; delete from asp.journal; commit", open);
        row("journal trigger off", chief, "alter table asp.journal disable trigger all", open);
        row("triggers off", agent, "set session_replication_role = replica", open);
        // Calling what is not for consoles.
        row("an inner operation", agent, "select asp.op_account_unlock(null)", open);
        row("a part of the file", agent, "select asp.f_file_accounts(1, null)", open);
        row("the dispatcher", agent, "select asp.f_dispatch(null)", open);
        row("a journal row by function", agent, "select asp.f_journal('open_file')", open);
        row("claim mails", agent, "select desk.relay_claim(1)", open);
        row("set a password", agent, "select desk.relay_set_password(2, '$argon2id$mine')", open);
        row("forge a ticket from the extranet", agent, "select desk.extranet_ticket('{}')", open);
        row("replace a function", agent,
            "create or replace function desk.pulse(bigint, bigint) returns jsonb language sql return '{}'", open);
        row("alter a function", agent, "alter function desk.answer(uuid) security invoker", open);
        row("own a function", chief,
            "alter function desk.operate(uuid, text, jsonb, text, text, uuid, bigint) owner to superviseur1", open);
        row("grant oneself", agent, "grant asp_supervisor to agent1", open);
        row("grant a table", chief, "grant select on asp.account to superviseur1", open);
        row("read a file", agent, "select pg_read_file('/etc/passwd')", open);
        row("run a program", agent, "copy (select 1) to program 'id'", open);
        row("end others' sessions", agent,
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'admin'", info);
        // The relay and the extranet, each in its place.
        row("relay: the desk's file", u"relay1"_s, open, "select desk.relay_claim(1)");
        row("relay: operate", u"relay1"_s,
            "select desk.operate(gen_random_uuid(), 'account.unlock', '{}', null, null, null, 48213)",
            "select desk.relay_settings()");
        row("relay: a hash", u"relay1"_s, "update asp.account_secret set password_hash = 'x'",
            "select desk.relay_settings()");
        const QString extranet = u"extranet1"_s;
        const QByteArray loggedIn = "update asp.account set failed_logins = 1, last_login_at = now() where id = 3";
        row("extranet: the desk's file", extranet, open, loggedIn);
        row("extranet: operations", extranet, "select * from asp.operation", loggedIn);
        row("extranet: journal", extranet, "select * from asp.journal", loggedIn);
        row("extranet: calls", extranet, "select note from asp.call", loggedIn);
        row("extranet: an identifiant", extranet, "update asp.account set identifiant = 'x.y' where id = 1", loggedIn);
        row("extranet: an address", extranet, "update asp.account set email = 'x@y.fr' where id = 1", loggedIn);
        row("extranet: made by the desk", extranet,
            "insert into asp.account (identifiant, last_name, first_name, email, profile, created_by_desk)"
            " values ('x.y', 'x', 'y', 'x@y.fr', 'tiers', true)",
            "insert into asp.account (identifiant, last_name, first_name, email, profile) values ('x.y', 'x', 'y', "
            "'x@y.fr', 'tiers')");
        row("extranet: a ticket past its function", extranet, "insert into asp.ticket (siret) values ('1')",
            R"(select desk.extranet_ticket('{"siret": "123", "denomination": "B", "requester_name": "A", "requester_phone": "1",
               "requester_email": "a", "motif": "autres"}'))");
        row("extranet: send again", extranet, "update asp.mail set state = 'queued' where id = 1",
            "update asp.mail set state = 'bounced', bounced_at = now(), reason = 'boîte pleine' where id = 1");
        row("extranet: read an address", extranet, "select to_address from asp.mail", "select state from asp.mail");
        row("extranet: a setting", extranet, "update asp.setting set value = 'x'", "select value from asp.setting");
    }
    void forbidden()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, forbidden);
        QFETCH(QByteArray, allowed);
        QCOMPARE(m_world.stateOf(login, forbidden), u"42501"_s);
        m_world.stateOf(login, "rollback; reset all");
        const QString passed = m_world.stateOf(login, allowed);
        QVERIFY2(passed.isEmpty(), qPrintable(passed + u' ' + (m_world.error ? m_world.error->detail : QString())));
    }

    /// A search path, a setting or a name of one's own changes nothing in what the functions see.
    void ownSettingsChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::newRow("search path") << QByteArray("set search_path = pg_temp, public");
        QTest::newRow("old string literals") << QByteArray("set standard_conforming_strings = off");
        QTest::newRow("null equals null") << QByteArray("set transform_null_equals = on");
        QTest::newRow("another role of one's own") << QByteArray("set role asp_agent");
        QTest::newRow("another time zone") << QByteArray("set timezone = 'Pacific/Noumea'");
        QTest::newRow("another date order") << QByteArray("set datestyle = 'SQL, DMY'");
        QTest::newRow("an encoding") << QByteArray("set client_encoding = 'LATIN1'");
        QTest::newRow("a purge") << QByteArray("set asp.purge = 'on'");
        QTest::newRow("a time long ago") << QByteArray("begin; select pg_sleep(0.05)");
    }
    void ownSettingsChangeNothing()
    {
        QFETCH(QByteArray, setting);
        QString why;
        QVERIFY2(m_world.fresh(&why), qPrintable(why));
        QCOMPARE(m_world.stateOf(u"agent1"_s, setting), QString());
        const QString begun = m_world.one("select clock_timestamp()");
        const QJsonObject done = m_world.operate(
            u"agent1"_s, {u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call});
        QCOMPARE(done.value("status"_L1).toString(), u"done"_s);
        m_world.stateOf(u"agent1"_s, "commit");
        QCOMPARE(m_world.one("select concat_ws('|', actor, at >= '" + begun.toLatin1() + "') from asp.operation"),
                 u"agent1|t"_s);
        QCOMPARE(m_world.one("select concat_ws('|', actor, at >= '" + begun.toLatin1() + "') from asp.journal"),
                 u"agent1|t"_s);
    }

    void notEvenTheOwnerRewritesWhatHappened_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *table : {"journal", "operation", "ticket_event"}) {
            QTest::addRow("%s: update", table) << QByteArray("update asp.") + table + " set at = now()";
            QTest::addRow("%s: delete", table) << QByteArray("delete from asp.") + table;
            QTest::addRow("%s: truncate", table) << QByteArray("truncate asp.") + table + " cascade";
        }
    }
    void notEvenTheOwnerRewritesWhatHappened()
    {
        QFETCH(QByteArray, sql);
        m_world.operate(u"agent1"_s, {u"ticket.comment"_s, R"({"number": 48213, "version": 1, "text": "x"})"});
        QCOMPARE(m_world.stateOf(u"admin"_s, "set role asp_owner; " + sql), u"42501"_s);
        m_world.stateOf(u"admin"_s, "rollback; reset role");
    }

    void everyFunctionIsClosedToTheRest()
    {
        QCOMPARE(m_world.one("select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                             " where n.nspname in ('asp', 'desk') and (p.proacl is null"
                             " or exists (select from aclexplode(p.proacl) a where a.grantee = 0))"),
                 u"0"_s);
        // SECURITY DEFINER without a search path of its own would be the caller's to redirect.
        QCOMPARE(
            m_world.one("select string_agg(p.proname, ' ') from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        " where n.nspname in ('asp', 'desk') and p.prosecdef and not coalesce("
                        " (select bool_or(c like 'search_path=%, pg_temp') from unnest(p.proconfig) c), false)"),
            QString());
        QCOMPARE(
            m_world.one("select string_agg(p.proname, ' ') from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        " where n.nspname = 'asp' and p.prosecdef and p.prorettype <> 'trigger'::regtype"),
            QString());
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
