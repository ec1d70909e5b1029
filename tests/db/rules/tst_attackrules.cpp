// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// What a log-in may send but not have done: refused by a rule, nothing of it left behind, and beside it the same thing
/// as it is allowed. Each table is one of the ways in.
class TestAttackRules : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    static inline const QString agent = u"agent1"_s, colleague = u"agent2"_s, chief = u"superviseur1"_s,
                                secondLogin = u"superviseur2"_s, id = u"00000000-0000-4000-8000-0000000000aa"_s;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QString done(const QString &login, const Ask &ask) { return asks::outcome(m_world, m_world.operate(login, ask)); }

    static void columns()
    {
        QTest::addColumn<QByteArray>("before"); // as the superuser
        QTest::addColumn<QString>("login");
        QTest::addColumn<Ask>("forbidden");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("allowedLogin");
        QTest::addColumn<Ask>("allowed");
    }
    struct Case {
        QString login;
        Ask ask;
    };
    static void row(const char *name, const Case &forbidden, const char *rule, const Case &allowed,
                    const QByteArray &before = "select 1")
    {
        QTest::newRow(name) << before << forbidden.login << forbidden.ask << QString::fromLatin1(rule) << allowed.login
                            << allowed.ask;
    }
    /// All that decides who has access, what is sent and what was decided.
    QString held()
    {
        return m_world.one("select md5(concat_ws('|', (select string_agg(x::text, '') from asp.account_secret x),"
                           " (select string_agg(x::text, '' order by id) from asp.habilitation x),"
                           " (select string_agg(x::text, '' order by id) from asp.account x),"
                           " (select string_agg(x::text, '' order by id) from asp.mail x),"
                           " (select string_agg(x::text, '' order by number) from asp.ticket x),"
                           " (select string_agg(x::text, '' order by id) from asp.operation x),"
                           " (select string_agg(x::text, '' order by id) from asp.caller_check x),"
                           " (select string_agg(x::text, '' order by id) from asp.approval_request x),"
                           " (select string_agg(x::text, '' order by id) from asp.access_change x),"
                           " (select string_agg(x::text, '' order by id) from asp.ceiling_lift x),"
                           " (select string_agg(x::text, '' order by id) from asp.call x),"
                           " (select string_agg(concat(key, value), '' order by key) from asp.setting)))");
    }
    void refusedThenAllowed()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, login);
        QFETCH(Ask, forbidden);
        QFETCH(QString, rule);
        QFETCH(QString, allowedLogin);
        QFETCH(Ask, allowed);
        admin(before);
        const QString was = held();
        QCOMPARE(done(login, forbidden), rule);
        QCOMPARE(held(), was);
        QCOMPARE(done(allowedLogin, allowed), u"done"_s);
        QVERIFY(held() != was);
    }
    static Ask unlock(const QString &inCall = RulesWorld::call)
    {
        return {u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, inCall};
    }
    static Ask reset(const QString &inCall = RulesWorld::call)
    {
        return {u"account.reset_password"_s, R"({"account_id": 1})", u"secret_forgotten"_s, {}, inCall};
    }
    static Ask comment(const QByteArray &more = "", const QString &withId = {})
    {
        Ask ask{u"ticket.comment"_s, "{\"number\": 48213, \"text\": \"Rappelé.\"" + more + "}"};
        ask.id = withId;
        return ask;
    }
    static Ask check(const QByteArray &facts)
    {
        return {u"call.check"_s,
                R"({"establishment_id": 1, "account_id": 1, "facts": [)" + facts + "]}",
                {},
                {},
                RulesWorld::call};
    }
    static Ask openTicket(const QByteArray &email, const QByteArray &denomination = "Boulangerie")
    {
        return {
            u"ticket.open"_s,
            "{\"siret\": \"73282932000074\", \"denomination\": \"" + denomination
                + "\", \"requester_name\": \"Ana Vidal\", \"requester_phone\": \"0612345678\", \"requester_email\": \""
                + email + "\", \"motif\": \"autres\", \"description\": \"x\"}",
            {},
            {},
            RulesWorld::call};
    }
    static Ask setting(const QByteArray &key, const QByteArray &value)
    {
        return {u"setting.set"_s, "{\"key\": \"" + key + "\", \"value\": \"" + value + "\"}"};
    }
    /// A request of agent1 that waits, and a change that was made, under known ids.
    static QByteArray waiting(const QByteArray &more = "")
    {
        return "with o as (insert into asp.operation (id, kind, params, call_id, actor, at, result, digest) values"
               " ('00000000-0000-4000-8000-0000000000bb', 'referent.reassign', '{}', "
               "'00000000-0000-4000-8000-000000000001',"
               " 'agent1', now(), '{}', '') returning id)"
               " insert into asp.approval_request (id, kind, params, call_id, check_id, establishment_id, account_id,"
               " requested_by, requested_person, requested_at, expires_at, why, evidence)"
               " select o.id, 'referent.reassign', '{\"establishment_id\": 1, \"account_id\": 2, \"keep_old\": true}',"
               " '00000000-0000-4000-8000-000000000001', (select id from asp.caller_check limit 1), 1, 2, 'agent1', "
               "'nadia',"
               " now(), now() + interval '1 day', '{address_outside_domains}', '{\"referent\": 1}' from o;"
            + more;
    }
    static QByteArray changed(const QByteArray &more = "")
    {
        return "with o as (insert into asp.operation (id, kind, params, ticket, actor, at, result, digest) values"
               " ('00000000-0000-4000-8000-0000000000cc', 'account.create', '{}', 48213, 'agent1', now() - interval '1 "
               "minute',"
               " '{}', '') returning id)"
               " insert into asp.access_change (id, kind, requested_by, establishment_id, new_habilitation_id, "
               "new_account_id,"
               " account_created, before, mails, at, until) select o.id, 'account.create', 'agent1', 1, 2, 2, false, "
               "'{}', '{}',"
               " now() - interval '1 minute', now() + interval '1 day' from o;"
            + more;
    }
    static Ask decide(const char *kind, const QByteArray &more = "")
    {
        return {QString::fromLatin1(kind),
                R"({"request": "00000000-0000-4000-8000-0000000000bb", "text": "Vu avec lui.",
                    "seen": ["no_ticket_from_requester", "second_change_in_30_days"])"
                    + more + "}"};
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
        admin("update asp.setting set value = '200' where key ~ '^(repetition|plafond)'");
    }

    // 2 and 3. Effects without what they need; actor, time, call or check that are not one's own
    // -------------------------

    void forging_data()
    {
        columns();
        const Case ok{agent, unlock()}, resetOk{agent, reset()};
        row("another's call", {agent, unlock(RulesWorld::otherCall)}, "not_your_call", ok);
        row("a call that is none", {agent, unlock(u"00000000-0000-4000-8000-00000000dead"_s)}, "not_your_call", ok);
        row("a closed call", {agent, unlock(RulesWorld::closedCall)}, "call_closed", ok);
        row("no call", {agent, unlock({})}, "needs_call_or_ticket", ok);
        row("a ticket that is none", {agent, {u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, {}, 999}},
            "unknown_ticket", ok);
        row("no reason", {agent, {u"account.unlock"_s, R"({"account_id": 1})", {}, {}, RulesWorld::call}},
            "reason_needed", ok);
        row("a reset by ticket, no check",
            {agent, {u"account.reset_password"_s, R"({"account_id": 1})", u"secret_forgotten"_s, {}, {}, 48213}},
            "check_needed", resetOk);
        row("a colleague's check", {colleague, reset(RulesWorld::otherCall)}, "check_needed", resetOk);
        row("a second log-in's check", {secondLogin, reset()}, "not_your_call", resetOk);
        row("a check that is over", {agent, reset()}, "check_needed", ok,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set valid_until = now()");
        row("a check of another account",
            {agent, {u"account.reset_password"_s, R"({"account_id": 2})", u"secret_forgotten"_s, {}, RulesWorld::call}},
            "check_needed", resetOk);
        row("a check of another establishment",
            {agent, asks::ask(u"account.create"_s, {{u"establishment_id"_s, 2}, {u"person"_s, asks::person()}})},
            "check_needed", {agent, asks::create(asks::person())});
        row("actor among the parameters",
            {agent,
             {u"account.unlock"_s, R"({"account_id": 1, "actor": "agent2"})", u"locked"_s, {}, RulesWorld::otherCall}},
            "not_your_call",
            {agent,
             {u"account.unlock"_s,
              R"({"account_id": 1, "actor": "agent2", "at": "2020-01-01"})",
              u"locked"_s,
              {},
              RulesWorld::call}});
        row("an account by text",
            {agent, {u"account.unlock"_s, R"({"account_id": "1"})", u"locked"_s, {}, RulesWorld::call}}, "bad_params",
            ok);
        row("an account of more digits than there are",
            {agent,
             {u"account.unlock"_s, R"({"account_id": 9223372036854775808000})", u"locked"_s, {}, RulesWorld::call}},
            "bad_params", ok);
        row("no kind of ours",
            {agent, {u"account.delete"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call}}, "unknown_kind",
            ok);
        row("an account on its way out",
            {agent, {u"account.unlock"_s, R"({"account_id": 4})", u"locked"_s, {}, RulesWorld::call}},
            "account_being_deleted", ok);
        row("close over a colleague",
            {agent,
             {u"ticket.close"_s, R"({"number": 48400, "version": 1, "outcome": "explained", "answer": "Voilà."})"}},
            "owned_by_other",
            {colleague,
             {u"ticket.close"_s, R"({"number": 48400, "version": 1, "outcome": "explained", "answer": "Voilà."})"}});
        row("close without an outcome",
            {agent, {u"ticket.close"_s, R"({"number": 48213, "version": 1, "answer": "Voilà."})"}}, "outcome_needed",
            {agent,
             {u"ticket.close"_s,
              R"({"number": 48213, "version": 1, "outcome": "explained", "answer": "Voilà.", "leave_duplicates": true})"}});
        row("give a ticket away",
            {agent, {u"ticket.assign"_s, R"({"number": 48213, "version": 1, "login": "agent2"})"}}, "supervisor_only",
            {u"superviseur1"_s, {u"ticket.assign"_s, R"({"number": 48213, "version": 1, "login": "agent2"})"}});
        row("hand a colleague's back", {agent, {u"ticket.hand_back"_s, R"({"number": 48400, "version": 1})"}},
            "owned_by_other", {colleague, {u"ticket.hand_back"_s, R"({"number": 48400, "version": 1})"}});
        row("hours, as an agent", {agent, {u"setting.set"_s, R"({"key": "horaires.lundi", "value": "fermé"})"}},
            "supervisor_only",
            {u"superviseur1"_s, {u"setting.set"_s, R"({"key": "horaires.lundi", "value": "fermé"})"}});
        row("end a colleague's call",
            {agent, {u"call.close"_s, R"({"outcome": "solved"})", {}, {}, RulesWorld::otherCall}}, "not_your_call",
            {agent, {u"call.close"_s, R"({"outcome": "solved"})", {}, {}, RulesWorld::call}});
    }
    void forging() { refusedThenAllowed(); }

    // 4. Approving, lifting and undoing for oneself
    // ------------------------------------------------------------------------

    void approving_data()
    {
        columns();
        const Case approve{chief, decide("approval.approve")}, refuse{chief, decide("approval.refuse")};
        row("one's own, as an agent", {agent, decide("approval.approve")}, "supervisor_only", approve, waiting());
        row("one's own, under a second log-in", {secondLogin, decide("approval.approve")}, "own_request", approve,
            waiting());
        row("one's own, refused under a second log-in", {secondLogin, decide("approval.refuse")}, "own_request", refuse,
            waiting());
        row("by a supervisor who was somebody else when asking", {chief, decide("approval.approve")}, "own_request",
            {secondLogin, decide("approval.refuse")},
            waiting("update asp.approval_request set requested_by = 'superviseur1', requested_person = 'autre'"));
        row("by a person who has a new log-in since", {chief, decide("approval.approve")}, "own_request",
            {secondLogin, decide("approval.refuse")},
            waiting("update asp.approval_request set requested_by = 'ancien', requested_person = 'ines'"));
        row("what has expired", {chief, decide("approval.approve")}, "request_expired", {agent, unlock()},
            waiting("update asp.approval_request set requested_at = now() - interval '3 days', expires_at = now() - "
                    "interval '1 second'"));
        row("what was decided", {chief, decide("approval.approve")}, "not_waiting", {agent, unlock()},
            waiting("update asp.approval_request set state = 'refused', operation_id = id, decided_at = now(), "
                    "decided_by = 'superviseur1'"));
        row("without having seen why",
            {chief, {u"approval.approve"_s, R"({"request": "00000000-0000-4000-8000-0000000000bb"})"}}, "facts_changed",
            approve,
            waiting("update asp.ticket set state = 'closed', closed_at = now(), outcome = 'explained' where number in "
                    "(48213, 48377)"));
        row("with a check that failed", {chief, decide("approval.approve")}, "check_needed", {agent, unlock()},
            waiting("alter table asp.caller_check disable trigger all; update asp.caller_check set passed = false, "
                    "valid_until = null"));
        row("a colleague's, withdrawn", {colleague, decide("approval.withdraw")}, "unknown_request",
            {secondLogin, decide("approval.withdraw")}, waiting());
        row("refuse as an agent", {colleague, decide("approval.refuse")}, "supervisor_only", refuse, waiting());
        const auto lift = [](const char *login) {
            return Ask{u"ceiling.lift"_s,
                       "{\"login\": \"" + QByteArray(login)
                           + "\", \"kind\": \"account.create\", \"extra\": 5, \"minutes\": 60, \"text\": \"x\"}"};
        };
        row("one's own ceiling", {chief, lift("superviseur1")}, "own_ceiling", {chief, lift("agent2")});
        row("one's second log-in's ceiling", {secondLogin, lift("agent1")}, "own_ceiling", {chief, lift("agent1")});
        row("a ceiling, as an agent", {agent, lift("agent2")}, "supervisor_only", {chief, lift("agent2")});
        const Ask undo{u"change.undo"_s, R"({"change": "00000000-0000-4000-8000-0000000000cc", "text": "x"})"};
        row("undo as an agent", {agent, undo}, "supervisor_only", {chief, undo}, changed());
        row("undo after the window", {chief, undo}, "objection_over", {agent, unlock()},
            changed("update asp.access_change set at = now() - interval '2 days', until = now() - interval '1 day'"));
        row("a setting, as an agent", {agent, setting("plafond.reset", "400")}, "supervisor_only",
            {chief, setting("plafond.reset", "400")});
        row("a rule switched off by a zero", {chief, setting("verification.essais", "0")}, "bad_value",
            {chief, setting("verification.essais", "2")});
        row("a setting nobody changes here", {chief, setting("demo.graine", "1")}, "unknown_setting",
            {chief, setting("verification.essais", "2")});
        row("a shared provider, as an agent",
            {agent, {u"provider.set"_s, R"({"domain": "gmail.com", "shared": false})"}}, "supervisor_only",
            {chief, {u"provider.set"_s, R"({"domain": "exemple.fr", "shared": true})"}});
    }
    void approving() { refusedThenAllowed(); }

    // 6. Another's operation id; the same id with other content
    // --------------------------------------------------------------

    void ids_data()
    {
        columns();
        const Case ok{agent, comment()};
        const QByteArray used
            = "insert into asp.operation (id, kind, params, ticket, actor, at, result, digest)"
              " select '00000000-0000-4000-8000-0000000000aa', 'ticket.comment', p, null, a, now(), '{}',"
              " asp.f_digest('00000000-0000-4000-8000-0000000000aa', 'ticket.comment', p, null, null, null, null)"
              " from (values ('{\"text\": \"Rappelé.\", \"number\": 48213}'::jsonb, '%1')) as v (p, a)";
        const auto by = [&](const char *who) {
            return "alter table asp.operation drop constraint operation_cites; " + QByteArray(used).replace("%1", who);
        };
        row("a colleague's id, the same content", {agent, comment("", id)}, "id_reused", ok, by("agent2"));
        row("the same person's other log-in", {agent, comment("", id)}, "id_reused", ok, by("superviseur2"));
        row("one's own id, one more parameter", {agent, comment(R"(, "a": 1)", id)}, "id_reused", ok, by("agent1"));
        Ask other = comment("", id);
        other.kind = u"ticket.take"_s;
        row("one's own id, another kind", {agent, other}, "id_reused", ok, by("agent1"));
        other = comment("", id);
        other.call = RulesWorld::call;
        row("one's own id, another call", {agent, other}, "id_reused", ok, by("agent1"));
        other = comment("", id);
        other.ticket = 48377;
        row("one's own id, another ticket", {agent, other}, "id_reused", ok, by("agent1"));
        other = comment("", id);
        other.reasonText = u"x"_s;
        row("one's own id, another reason", {agent, other}, "id_reused", ok, by("agent1"));
        row("in capitals", {agent, comment(R"(, "a": 1)", id.toUpper())}, "id_reused", ok, by("agent1"));
    }
    void ids() { refusedThenAllowed(); }

    // 8. Guessing masked values
    // ------------------------------------------------------------------------------------------------

    void guessing_data()
    {
        columns();
        const QByteArray phone = R"({"fact": "account.phone", "value": "06 12 34 56 78"})",
                         mail = R"({"fact": "account.email", "value": "claire.fontan@boulangerie-capitole.fr"})";
        const Case ok{agent, check(phone + ',' + mail)};
        row("one fact", {agent, check(phone)}, "check_two_facts", ok);
        row("three facts", {agent, check(phone + ',' + mail + ',' + phone)}, "check_two_facts", ok);
        row("the same fact twice", {agent, check(phone + ',' + phone)}, "check_two_facts", ok);
        row("the secret answer", {agent, check(phone + R"(,{"fact": "account.secret_answer", "value": "x"})")},
            "unknown_fact", ok);
        row("the hash", {agent, check(phone + R"(,{"fact": "account.password_hash", "value": "x"})")}, "unknown_fact",
            ok);
        row("a requester's address, seen in the ticket",
            {agent, check(phone + R"(,{"fact": "ticket.requester_email", "value": "x"})")}, "unknown_fact", ok);
        row("what is not on file", {agent, check(phone + R"(,{"fact": "establishment.fax", "value": "x"})")},
            "unknown_fact", ok);
        row("an empty value", {agent, check(phone + R"(,{"fact": "account.email", "value": ""})")}, "bad_params", ok);
        row("a value that is a list", {agent, check(phone + R"(,{"fact": "account.email", "value": ["a", "b"]})")},
            "bad_params", ok);
        row("a fact shown in the call", {agent, check(mail + ',' + phone)}, "fact_shown", {agent, unlock()},
            "insert into asp.shown_value values ('nadia', '00000000-0000-4000-8000-000000000001', 'account.phone', 1, "
            "now() - interval '3 hours')");
        row("a fact shown to the second log-in", {agent, check(mail + ',' + phone)}, "fact_shown", {agent, unlock()},
            "insert into asp.shown_value values ('nadia', null, 'account.phone', 1, now())");
        row("the same value under another name", {agent, check(mail + ',' + phone)}, "fact_shown", {agent, unlock()},
            "insert into asp.shown_value values ('nadia', '00000000-0000-4000-8000-000000000001', "
            "'ticket.requester_phone', 48213, now())");
        row("an establishment not opened",
            {agent,
             {u"call.check"_s,
              R"({"establishment_id": 2, "facts": [)" + phone + ',' + mail + "]}",
              {},
              {},
              RulesWorld::call}},
            "file_not_opened", ok);
        row("in a colleague's call",
            {agent,
             {u"call.check"_s,
              R"({"establishment_id": 1, "account_id": 1, "facts": [)" + phone + ',' + mail + "]}",
              {},
              {},
              RulesWorld::otherCall}},
            "not_your_call", ok);
        row("more tries than there are", {agent, check(phone + ',' + mail)}, "too_many_tries", {agent, unlock()},
            "with o as (insert into asp.operation (id, kind, params, call_id, actor, at, result, digest) select "
            "gen_random_uuid(), 'call.check', '{}',"
            " '00000000-0000-4000-8000-000000000002', 'agent2', now(), '{}', '' from generate_series(1, 9) returning "
            "id)"
            " insert into asp.caller_check (id, call_id, agent, person, account_id, facts, passed, at, meter, "
            "meter_day)"
            " select id, '00000000-0000-4000-8000-000000000002', 'agent2', 'paul', 1, '{}', false, now(), 1, 1 from o");
    }
    void guessing() { refusedThenAllowed(); }

    // 10. What reaches an address or a header
    // -------------------------------------------------------------------------------------

    void mailInjection_data()
    {
        columns();
        const auto person = [](const QString &field, const QString &value) {
            QJsonObject who = asks::person();
            who.insert(field, value);
            return asks::create(who);
        };
        const Case ok{agent, asks::create(asks::person())};
        const QString email = u"email"_s;
        row("a line break and a header", {agent, person(email, u"a@boulangerie-capitole.fr\r\nBcc: x@y.fr"_s)},
            "bad_person", ok);
        row("a bare line feed", {agent, person(email, u"a@boulangerie-capitole.fr\nx"_s)}, "bad_person", ok);
        row("two addresses", {agent, person(email, u"a@boulangerie-capitole.fr,x@y.fr"_s)}, "bad_person", ok);
        row("two addresses, semicolon", {agent, person(email, u"a@boulangerie-capitole.fr;x@y.fr"_s)}, "bad_person",
            ok);
        row("two addresses, blank", {agent, person(email, u"x@y.fr a@boulangerie-capitole.fr"_s)}, "bad_person", ok);
        row("a name and an address", {agent, person(email, u"Ana <x@y.fr>"_s)}, "bad_person", ok);
        row("a quoted local part", {agent, person(email, u"\"x@y.fr\"@boulangerie-capitole.fr"_s)}, "bad_person", ok);
        row("a comment", {agent, person(email, u"a(x@y.fr)@boulangerie-capitole.fr"_s)}, "bad_person", ok);
        row("by way of another server", {agent, person(email, u"x%y.fr@boulangerie-capitole.fr"_s)}, "bad_person", ok);
        row("by way of another server, old style", {agent, person(email, u"y.fr!x@boulangerie-capitole.fr"_s)},
            "bad_person", ok);
        row("an encoded line break", {agent, person(email, u"a%0d%0aBcc:x@boulangerie-capitole.fr"_s)}, "bad_person",
            ok);
        row("text turned around", {agent, person(email, u"a\u202Erf.y@boulangerie-capitole.fr"_s)}, "bad_person", ok);
        row("an invisible letter", {agent, person(email, u"a@boulangerie\u200B-capitole.fr"_s)}, "bad_person", ok);
        row("a look-alike letter", {agent, person(email, u"a@boulang\u0435rie-capitole.fr"_s)}, "bad_person", ok);
        row("an address by number", {agent, person(email, u"a@[127.0.0.1]"_s)}, "bad_person", ok);
        row("a line break in a name", {agent, person(u"last_name"_s, u"Vidal\r\nBcc: x@y.fr"_s)}, "bad_person", ok);
        row("markup in a name", {agent, person(u"first_name"_s, u"<b>Ana</b>"_s)}, "bad_person", ok);
        row("a formula as a name", {agent, person(u"last_name"_s, u"=HYPERLINK(1)"_s)}, "bad_person", ok);
        row("a name turned around", {agent, person(u"last_name"_s, u"Vi\u202Edal"_s)}, "bad_person", ok);
        const Case ticketOk{agent, openTicket("ana@exemple.fr")};
        row("ticket: a line break", {agent, openTicket(R"(a@exemple.fr\r\nBcc: x@y.fr)")}, "bad_email", ticketOk);
        row("ticket: two addresses", {agent, openTicket("a@exemple.fr,x@y.fr")}, "bad_email", ticketOk);
        row("ticket: text turned around", {agent, openTicket("a\u202Erf.y@exemple.fr")}, "bad_email", ticketOk);
        row("ticket: an invisible letter", {agent, openTicket("a@exem\u200Bple.fr")}, "bad_email", ticketOk);
        row("setting: a sender with a header", {chief, setting("mail.expediteur", R"(a@b.fr\nBcc: x@y.fr)")},
            "bad_value", {chief, setting("mail.expediteur", "aide@exemple.fr")});
        row("setting: a domain with a path", {chief, setting("mail.domaine", "exemple.fr/x")}, "bad_value",
            {chief, setting("mail.domaine", "exemple.fr")});
        row("setting: a link that runs", {chief, setting("extranet.url", "javascript:alert(1)")}, "bad_value",
            {chief, setting("extranet.url", "https://exemple.fr/")});
    }
    void mailInjection() { refusedThenAllowed(); }

    // 11. What would be kept for ever, or read by everybody
    // -------------------------------------------------------------------------

    void hugeTexts_data()
    {
        columns();
        const Case ok{agent, comment()};
        Ask big = comment();
        big.reasonText = QString(2000, u'x');
        row("a reason text nobody asked for", {agent, big}, "text_too_long", ok);
        big = unlock();
        big.reasonText = QString(2000, u'x');
        row("a reason text too long", {agent, big}, "text_too_long", {agent, unlock()});
        big = comment();
        big.reason = QString(100000, u'x');
        row("a reason code without end", {agent, big}, "bad_params", ok);
        big = comment();
        big.kind = QString(100000, u'x');
        row("a kind without end", {agent, big}, "bad_params", ok);
        row("parameters nobody reads", {agent, comment(", \"junk\": \"" + QByteArray(70000, 'x') + '"')}, "bad_params",
            ok);
        row("parameters a thousand deep",
            {agent, comment(R"(, "junk": )" + QByteArray(31000, '[') + QByteArray(31000, ']'))}, "54001 ", ok);
        row("a comment without end",
            {agent, {u"ticket.comment"_s, "{\"number\": 48213, \"text\": \"" + QByteArray(4001, 'x') + "\"}"}},
            "text_too_long", ok);
        row("over the cap of operations", {agent, comment()}, "rate_limited", {colleague, comment()},
            "insert into asp.read_meter values ('agent1', 'operate', date_bin('1 minute', now(), 'epoch'), 100000,"
            " date_bin('1 hour', now(), 'epoch'), 1000000)");
    }
    void hugeTexts()
    {
        if (qstrcmp(QTest::currentDataTag(), "parameters a thousand deep") != 0)
            return refusedThenAllowed();
        QFETCH(Ask, forbidden);
        const QString was = held();
        QVERIFY(done(agent, forbidden).startsWith(u"54001"_s));
        QCOMPARE(held(), was);
        QCOMPARE(done(agent, comment()), u"done"_s);
    }
};

QTEST_GUILESS_MAIN(TestAttackRules)
#include "tst_attackrules.moc"
