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

    static inline const QString agent = u"agent1"_s, chief = u"superviseur1"_s;
    static constexpr auto open
        = "select desk.announce(gen_random_uuid(), 'open_file', '{\"key\": \"73282932000074\"}')";
    static constexpr auto info = "select desk.session_info()";
    static constexpr auto suggest = "select desk.announce(gen_random_uuid(), 'suggest', '{\"kind\": \"words\"}')";
    static constexpr auto loggedIn = "update asp.account set failed_logins = 1, last_login_at = now() where id = 3";

    static void columns()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("forbidden");
        QTest::addColumn<QByteArray>("allowed");
    }
    static void row(const QByteArray &name, const QString &login, const QByteArray &forbidden,
                    const QByteArray &allowed)
    {
        QTest::newRow(name.constData()) << login << forbidden << allowed;
    }
    /// What no operation or reading of the desk's own has changed since: secrets, accesses, mails, decisions, links.
    QString held()
    {
        return m_world.one(
            "select md5(concat_ws('|', (select string_agg(s::text, '') from asp.account_secret s),"
            " (select string_agg(h::text, '' order by h.id) from asp.habilitation h),"
            " (select string_agg(concat(a.id, a.email, a.locked_at, a.identifiant), '' order by a.id)"
            "  from asp.account a where a.id < 100),"
            " (select string_agg(t::text, '' order by t.number) from asp.ticket t where t.number < 49000),"
            " (select string_agg(concat(s.key, s.value), '' order by s.key) from asp.setting s),"
            " (select count(*) from asp.operation), (select count(*) from asp.caller_check)))");
    }
    /// Refused for want of a right, nothing of it stays, and what is allowed passes after it.
    void refusedThenAllowed()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, forbidden);
        QFETCH(QByteArray, allowed);
        const QString before = held();
        const QString journal = m_world.one("select count(*) from asp.journal");
        QCOMPARE(m_world.stateOf(login, forbidden), u"42501"_s);
        m_world.stateOf(login, "rollback; reset all; reset role");
        QCOMPARE(held(), before);
        QCOMPARE(m_world.one("select count(*) from asp.journal"), journal);
        const QString passed = m_world.stateOf(login, allowed);
        QVERIFY2(passed.isEmpty(), qPrintable(passed + u' ' + (m_world.error ? m_world.error->detail : QString())));
        m_world.stateOf(login, "reset role; reset all");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QCOMPARE(m_world.one("select 1"), u"1"_s); // the superuser is there to be attacked
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.setting set value = '100000' where key like 'lecture.%'"),
                 QString());
    }

    // 1. Reading secrets, addresses or files past the functions
    // --------------------------------------------------------

    void reading_data()
    {
        columns();
        for (const QString &login : {u"agent1"_s, u"superviseur1"_s, u"superviseur2"_s, u"relay1"_s}) {
            const QByteArray ok = login == u"relay1"_s ? "select desk.relay_settings()" : open;
            const QByteArray by = login.toLatin1();
            row(by + ": hashes", login, "select password_hash from asp.account_secret", ok);
            row(by + ": accounts", login, "select email from asp.account", ok);
            row(by + ": mails", login, "select to_address from asp.mail", ok);
            row(by + ": journal", login, "select * from asp.journal", ok);
            row(by + ": tickets", login, "select requester_email from asp.ticket", ok);
            row(by + ": copy out", login, "copy asp.account to stdout", ok);
        }
        row("others' drafts", agent, "select value from asp.draft", "select desk.drafts()");
        row("what was announced", agent, "select params from asp.reading", open);
        row("what was shown to whom", agent, "select * from asp.shown_value", open);
        row("requests with addresses", agent, "select params from asp.approval_request", open);
        row("one column", agent, "select id from asp.account", open);
        row("only whether there is a row", agent, "select exists (select from asp.account where email like 'c%')",
            open);
        row("lock rows", agent, "select 1 from asp.account for update", open);
        row("lock a table", agent, "begin; lock table asp.account", open);
        row("a part of the file", agent, "select asp.f_file_accounts(1, null)", open);
        row("a value without its mask", agent, "select asp.f_masked_value('account.email', 1)", open);
        row("a fact", agent, "select asp.f_fact_value('account.phone', 1)", open);
        row("the body of a reading", agent, "select asp.f_read_open_file('{}')", open);
        row("read a server file", agent, "select pg_read_file('/etc/passwd')", open);
        row("list server files", agent, "select pg_ls_dir('.')", open);
        row("load a server file", agent, "select lo_import('/etc/passwd')", open);
        row("run a program", agent, "copy (select 1) to program 'id'", open);
        row("column statistics", agent, "select stavalues1 from pg_statistic", "select count(*) from pg_stats");
        row("hashes of log-ins", agent, "select rolpassword from pg_authid", "select rolname from pg_roles");
        const QString extranet = u"extranet1"_s;
        row("extranet: the desk's file", extranet, open, loggedIn);
        row("extranet: operations", extranet, "select * from asp.operation", loggedIn);
        row("extranet: journal", extranet, "select * from asp.journal", loggedIn);
        row("extranet: calls", extranet, "select note from asp.call", loggedIn);
        row("extranet: read an address", extranet, "select to_address from asp.mail", "select state from asp.mail");
        row("relay: the desk's file", u"relay1"_s, open, "select desk.relay_claim(1)");
    }
    void reading() { refusedThenAllowed(); }

    // 2. Changing credentials, habilitation, referent, outcome past the door
    // -------------------------------------------

    void changing_data()
    {
        columns();
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
        row("a setting", agent, "update asp.setting set value = '9999' where key = 'plafond.reset'", info);
        row("the caps' counters", agent, "delete from asp.read_meter", suggest);
        row("the count of tries", agent, "select setval('asp.try_meter_1', 1)", open);
        row("a script", chief, "insert into asp.script_version values ('x', 1, 'x', 'x', 'published', now())", open);
        row("which kinds need what", chief, "update asp.operation_kind set role = 'agent'", open);
        row("which facts are asked", chief, "insert into asp.check_fact values ('x', 'x', 'account', 1, true)", open);
        row("an inner operation", agent, "select asp.op_account_unlock(null)", open);
        row("the dispatcher", agent, "select asp.f_dispatch(null)", open);
        row("an inner operation of a batch", agent,
            "select asp.f_operate(gen_random_uuid(), 'ticket.take', '{}', null, null, null, null, 'x', 'x')",
            "select desk.operate_batch('[]')");
        row("assign past the door", agent, "select asp.op_ticket_assign(null)", "select desk.operate_batch('[]')");
        row("give a ticket", agent, "update asp.ticket set owner = 'agent1', state = 'taken'", open);
        row("move a due time", agent, "update asp.ticket set due_at = 'infinity', due_left = null", open);
        row("lock tickets", agent, "select asp.f_lock_batch('[]')", open);
        row("a holiday", chief, "insert into asp.holiday values (current_date, null, 'Pont')", open);
        row("extranet: a batch", u"extranet1"_s, "select desk.operate_batch('[]')", loggedIn);
        row("relay: a batch", u"relay1"_s, "select desk.operate_batch('[]')", "select desk.relay_settings()");
        row("claim mails", agent, "select desk.relay_claim(1)", open);
        row("set a password", agent, "select desk.relay_set_password(2, '$argon2id$mine')", open);
        row("say that a mail came back", agent, "select desk.relay_bounced('<mail-1@x>', 'failed', '')", open);
        row("relay: operate", u"relay1"_s,
            "select desk.operate(gen_random_uuid(), 'account.unlock', '{}', null, null, null, 48213)",
            "select desk.relay_settings()");
        row("relay: a hash", u"relay1"_s, "update asp.account_secret set password_hash = 'x'",
            "select desk.relay_settings()");
        const QString extranet = u"extranet1"_s;
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
        const QByteArray bounced
            = "update asp.mail set state = 'bounced', bounced_at = now(), reason = 'boîte pleine' where id = 1";
        row("extranet: send again", extranet, "update asp.mail set state = 'queued' where id = 1", "select 1");
        row("extranet: send again under the group's name", extranet,
            "set role asp_extranet; update asp.mail set state = 'queued' where id = 1", bounced);
        row("extranet: a setting", extranet, "update asp.setting set value = 'x'", "select value from asp.setting");
    }
    void changing() { refusedThenAllowed(); }

    // 3. Forging actor, time, call, check or approval by rows
    // ----------------------------------------------------------

    void forging_data()
    {
        columns();
        row("operation as someone else", agent,
            "insert into asp.operation (id, kind, params, actor, at, result, digest, ticket) values"
            " (gen_random_uuid(), 'account.unlock', '{}', 'agent2', now() - interval '1 day', '{}', '', 48213)",
            open);
        row("someone's call", agent, "update asp.call set agent = 'agent1'", open);
        row("a call long ago", agent,
            "insert into asp.call (id, agent, opened_at) values (gen_random_uuid(), 'agent1', '2020-01-01')", open);
        row("own name", agent, "update asp.staff set person = 'paul' where login = 'agent1'", open);
        row("a second person", u"superviseur2"_s, "update asp.staff set person = 'autre' where login = 'superviseur2'",
            open);
        row("a check", agent,
            "insert into asp.caller_check (id, call_id, agent, person, account_id, facts, passed, at, valid_until, "
            "meter, meter_day)"
            " values (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'agent1', 'nadia', 1, '{}', true, "
            "now(),"
            " now() + interval '1 hour', 0, 0)",
            open);
        row("a check that lasts", agent, "update asp.caller_check set valid_until = 'infinity'", open);
        row("what was shown", agent, "delete from asp.shown_value", open);
        row("an approval", chief, "update asp.approval_request set state = 'approved', decided_by = 'superviseur1'",
            open);
        row("who asked", chief, "update asp.approval_request set requested_person = 'autre'", open);
        row("a longer window", chief, "update asp.access_change set until = now()", open);
        row("a ceiling", chief,
            "insert into asp.ceiling_lift values (gen_random_uuid(), 'superviseur1', 'ines', 'account.create', 200, "
            "'infinity',"
            " 'superviseur2', now(), 'x')",
            open);
        row("an approval by its inner function", chief, "select asp.op_approval_approve(null)", open);
        row("a pass by its inner function", agent, "select asp.f_pass(null, 1, 1)", open);
        row("a ticket from the extranet", agent, "select desk.extranet_ticket('{}')", open);
        row("another session", agent, "set session authorization agent2", open);
    }
    void forging() { refusedThenAllowed(); }

    // 5. Raising one's role
    // ----------------------------------------------------------------------------------------------

    void raising_data()
    {
        columns();
        for (const QString &login : {u"agent1"_s, u"superviseur1"_s, u"relay1"_s}) {
            const QByteArray ok = login == u"relay1"_s ? "select desk.relay_settings()" : open;
            const QByteArray by = login.toLatin1();
            row(by + ": become the owner", login, "set role asp_owner", ok);
            row(by + ": become the extranet", login, "set role asp_extranet", ok);
            row(by + ": another session", login, "set session authorization admin", ok);
            row(by + ": role", login, "create role intrus login superuser", ok);
        }
        row("become a supervisor", agent, "set role asp_supervisor", "set role asp_agent");
        row("grant oneself", agent, "grant asp_supervisor to agent1", open);
        row("grant the owner", chief, "grant asp_owner to superviseur1", open);
        row("grant a table", chief, "grant select on asp.account to superviseur1", open);
        row("alter oneself", agent, "alter role agent1 createrole", "alter role agent1 set statement_timeout = '9s'");
        row("more connections", agent, "alter role agent1 connection limit 1000", open);
        row("another's password", chief, "alter role agent1 password 'x'",
            "alter role superviseur1 password 'essai-superviseur1'");
        row("what supervisors do", agent, "select desk.settings_page()", info);
        row("the seal's state", agent, "select desk.journal_state()", info);
        row("what the relay does", chief, "select desk.relay_seal(1)", "select desk.journal_state()");
        row("turn triggers off", agent, "set session_replication_role = replica", open);
        row("load a library", agent, "load 'auto_explain'", open);
        row("a server setting", agent, "alter system set fsync = off", open);
        row("a setting of the base", chief,
            "do $$ begin execute format('alter database %I set row_security = off', current_database()); end $$", open);
    }
    void raising() { refusedThenAllowed(); }

    // 7. Search path, temporary objects and functions
    // --------------------------------------------------------------------

    void objects_data()
    {
        columns();
        for (const QString &login : {agent, chief, u"relay1"_s, u"extranet1"_s}) {
            const QByteArray ok = login == u"relay1"_s ? "select desk.relay_settings()"
                : login == u"extranet1"_s              ? loggedIn
                                                       : open;
            const QByteArray by = login.toLatin1();
            row(by + ": temporary table", login, "create temp table account (id int)", ok);
            row(by + ": temporary function", login,
                "create function pg_temp.f_norm(text) returns text language sql return 'x'", ok);
            row(by + ": table in public", login, "create table public.account (id int)", ok);
            row(by + ": function in public", login,
                "create function public.f_setting(text, text) returns text language sql return 'x'", ok);
            row(by + ": schema", login, "create schema mine", ok);
        }
        row("an overload in desk", agent, "create function desk.answer(text) returns jsonb language sql return '{}'",
            open);
        row("an operator", agent, "create operator public.= (leftarg = text, rightarg = jsonb, function = starts_with)",
            open);
        row("a cast", agent, "create cast (text as uuid) with inout as implicit", open);
        row("a domain over ours", agent, "create domain public.email as text", open);
        row("a view", agent, "create view public.v as select 1", open);
        row("an extension", agent, "create extension hstore schema public", open);
        row("a foreign server", agent, "create foreign data wrapper w", open);
        row("an event trigger", agent, "create event trigger t on ddl_command_end execute function asp.tr_never()",
            open);
        row("a publication", agent, "create publication p", open);
        row("a tablespace", agent, "create tablespace t location '/tmp'", open);
        row("a trigger of one's own", agent,
            "create trigger t before insert on asp.journal execute function asp.tr_never()", open);
        row("a rule", chief, "create rule r as on insert to asp.journal do instead nothing", open);
        row("a policy", chief, "create policy p on asp.account", open);
        row("a comment", chief, "comment on table asp.account is 'x'", open);
        row("replace a function", agent,
            "create or replace function desk.pulse(bigint, bigint) returns jsonb language sql return '{}'", open);
        row("alter a function", agent, "alter function desk.answer(uuid) security invoker", open);
        row("a function's own settings", agent, "alter function desk.answer(uuid) reset all", open);
        row("own a function", chief,
            "alter function desk.operate(uuid, text, jsonb, text, text, uuid, bigint) owner to superviseur1", open);
        row("drop a function", chief, "drop function desk.answer(uuid)", open);
    }
    void objects() { refusedThenAllowed(); }

    // 9. Rewriting the journal
    // ----------------------------------------------------------------------------------------------

    void journal_data()
    {
        columns();
        row("a row", agent, "insert into asp.journal (kind, actor) values ('open_file', 'agent2')", open);
        row("change", chief, "update asp.journal set actor = 'agent2'", open);
        row("delete", chief, "delete from asp.journal", open);
        row("truncate", chief, "truncate asp.journal", open);
        row("a purge", chief, "begin; set local asp.purge = 'on'; delete from asp.journal; commit", open);
        row("the purge's step", chief, "select asp.f_purge_step(1, 100)", open);
        row("announce a purge", chief, "select asp.f_purge_announce()", open);
        row("how long it is kept", chief, "update asp.retention set days = 180", open);
        row("its trigger off", chief, "alter table asp.journal disable trigger all", open);
        row("a row by function", agent, "select asp.f_journal('open_file')", open);
        row("its links", chief, "delete from asp.journal_link", open);
        row("its head", chief, "update asp.journal_head set seq = 0", open);
        row("seal it oneself", chief, "select asp.f_seal(1)", "select desk.journal_state()");
        row("relay: its head", u"relay1"_s, "update asp.journal_head set hash = ''", "select desk.relay_head()");
        row("relay: a row", u"relay1"_s, "select asp.f_journal('open_file')", "select desk.relay_seal(10)");
        row("extranet: a row", u"extranet1"_s, "insert into asp.journal (kind) values ('x')", loggedIn);
    }
    void journal() { refusedThenAllowed(); }

    // 11. Exhausting the server: what one log-in could take from all others
    // ---------------------------------------------------

    void exhausting_data()
    {
        columns();
        row("a lock under any number", agent, "select pg_advisory_lock(73105, 24)", open);
        row("a lock if it is free", agent, "select pg_try_advisory_lock(1)", open);
        row("a hundred thousand locks", agent,
            "select pg_advisory_xact_lock_shared(g) from generate_series(1, 100000) g", open);
        row("large objects", agent, "select lo_from_bytea(0, 'x')", open);
        row("more large objects", agent, "select lo_create(0)", open);
        row("records in the log of changes", agent, "select pg_logical_emit_message(false, 'x', repeat('x', 1000))",
            open);
        row("notifications", agent, "select pg_notify('x', 'y')", open);
        row("a snapshot for others", agent, "select pg_export_snapshot()", open);
        row("temporary files without end", agent, "set temp_file_limit = -1", open);
        row("a slot that keeps the log", agent, "select pg_create_physical_replication_slot('x')", open);
        row("end others' sessions", agent,
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'admin'", info);
        row("cancel a colleague", chief, "select pg_cancel_backend(pid) from pg_stat_activity where usename = 'agent1'",
            info);
        row("a checkpoint", agent, "checkpoint", open);
        row("a switch of the log", agent, "select pg_switch_wal()", open);
        row("reset statistics", agent, "select pg_stat_reset()", open);
        row("a table of one's own", agent, "create table desk.big as select generate_series(1, 10)", open);
    }
    void exhausting() { refusedThenAllowed(); }

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
