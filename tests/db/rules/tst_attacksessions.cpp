// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QJsonArray>
#include <QTest>

#include <libpq-fe.h>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

/// What a session can do with transactions, settings and open connections: nothing is read without a trace, nothing is
/// told that a function only compares, no rule is looked at in the past, and one log-in takes nothing from the others.
class TestAttackSessions : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    static inline const QString agent = u"agent1"_s, colleague = u"agent2"_s, chief = u"superviseur1"_s;
    static constexpr auto mail = "claire.fontan@boulangerie-capitole.fr";

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    /// The announcement of a reading under the id the tests answer.
    static QByteArray announce(const char *what = "reveal",
                               const QByteArray &params = R"({"field": "account.email", "id": 1})")
    {
        QByteArray inCall = params;
        inCall.replace("}", R"(, "call": "00000000-0000-4000-8000-000000000001"})");
        return QByteArray("select desk.announce('00000000-0000-4000-8000-0000000000ee', '") + what + "', '" + inCall
            + "')";
    }
    static QByteArray answer() { return "select desk.answer('00000000-0000-4000-8000-0000000000ee') as d"; }
    QString readings()
    {
        return m_world.one("select count(*) from asp.journal where kind in ('reveal', 'open_file', 'journal_search', "
                           "'read_approvals')");
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

    // 1. Reading without a journal row
    // ----------------------------------------------------------------------------------

    void unjournalled_data()
    {
        QTest::addColumn<QList<QByteArray>>("steps"); // then the answer is asked for
        using Steps = QList<QByteArray>;
        const QByteArray said = announce();
        QTest::newRow("not announced") << Steps{};
        QTest::newRow("in the same transaction") << Steps{"begin", said};
        QTest::newRow("rolled back") << Steps{"begin", said, "rollback"};
        QTest::newRow("rolled back to a savepoint") << Steps{"begin", "savepoint s", said, "rollback to s", "commit"};
        QTest::newRow("after a savepoint, same transaction") << Steps{"begin", "savepoint s", said, "release s"};
        QTest::newRow("in a block that catches")
            << Steps{"do $$ begin perform " + said.mid(7) + "; raise 'x'; exception when others then null; end $$"};
        QTest::newRow("in one statement")
            << Steps{"begin",
                     "with a as materialized (" + said
                         + " as a) select desk.answer('00000000-0000-4000-8000-0000000000ee'), a from a"};
        QTest::newRow("through a cursor") << Steps{"begin", "declare c cursor for " + said, "fetch c", "close c"};
        QTest::newRow("a transaction prepared and left") << Steps{"begin", said, "prepare transaction 'x'", "rollback"};
        QTest::newRow("in a transaction that only reads") << Steps{"begin read only", said, "rollback"};
        QTest::newRow("a statement that ran out of time")
            << Steps{"set statement_timeout = '30ms'", said + ", pg_sleep(2)", "reset statement_timeout"};
        QTest::newRow("a block rolled back inside")
            << Steps{"do $$ begin perform " + said.mid(7) + "; rollback; end $$"};
        QTest::newRow("a copy that fails")
            << Steps{"copy (" + said + " union all select jsonb_build_object('x', 1 / 0)) to stdout"};
        QTest::newRow("an old snapshot") << Steps{"begin isolation level repeatable read", "select 1", said, "commit"};
        QTest::newRow("one that can be serialized") << Steps{"begin isolation level serializable", said, "commit"};
        QTest::newRow("another reading announced since") << Steps{
            said, "select desk.announce(gen_random_uuid(), 'suggest', '{\"kind\": \"words\", \"text\": \"boul\"}')"};
    }
    void unjournalled()
    {
        QFETCH(QList<QByteArray>, steps);
        for (const QByteArray &step : steps)
            m_world.stateOf(agent, step);
        const QJsonObject told = m_world.document(agent, answer());
        QVERIFY2(m_world.error || told.value("rule"_L1) == "not_announced"_L1,
                 QJsonDocument(told).toJson().constData());
        QVERIFY(!told.contains("value"_L1));
        m_world.stateOf(agent, "rollback; reset all");
        const QString before = readings();
        QCOMPARE(m_world.stateOf(agent, announce()), QString());
        QCOMPARE(m_world.document(agent, answer()).value("value"_L1).toString(), QString::fromLatin1(mail));
        QCOMPARE(readings().toInt(), before.toInt() + 1);
    }

    void anotherSessionsReading_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("a second connection") << agent << QByteArray("select 1");
        QTest::newRow("a colleague") << colleague << QByteArray("select 1");
        QTest::newRow("a supervisor") << chief << QByteArray("select 1");
    }
    void anotherSessionsReading()
    {
        QFETCH(QString, login);
        QCOMPARE(m_world.stateOf(agent, announce()), QString());
        auto other = m_world.connect(login);
        QVERIFY(other.has_value());
        const auto told = other->exec(answer());
        QVERIFY(told.has_value());
        QVERIFY(told->bytes(0, "d").contains("not_announced"));
        QCOMPARE(m_world.document(agent, answer()).value("value"_L1).toString(), QString::fromLatin1(mail));
    }

    void announcementsLapse()
    {
        QCOMPARE(m_world.stateOf(agent, announce()), QString());
        admin("update asp.reading set at = at - interval '61 seconds'");
        QCOMPARE(m_world.document(agent, answer()).value("rule"_L1).toString(), u"not_announced"_s);
    }

    /// Refused before it is announced: no answer, and nothing said of whether there is such a thing.
    void notForThem_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("rule");
        const auto row
            = [](const char *name, const QString &login, const char *what, const char *params, const char *rule) {
                  QTest::newRow(name) << login << QByteArray(what) << QByteArray(params) << QString::fromLatin1(rule);
              };
        row("a colleague's call", agent, "open_file",
            R"({"key": "73282932000074", "call": "00000000-0000-4000-8000-000000000002"})", "not_your_call");
        row("uncover without a call", agent, "reveal", R"({"field": "account.email", "id": 1})", "no_call");
        row("uncover in a closed call", agent, "reveal",
            R"({"field": "account.email", "id": 1, "call": "00000000-0000-4000-8000-000000000003"})", "no_call");
        row("uncover what was not opened", agent, "reveal",
            R"({"field": "account.email", "id": 6, "call": "00000000-0000-4000-8000-000000000001"})", "not_found");
        row("uncover what is not there", agent, "reveal",
            R"({"field": "account.email", "id": 999, "call": "00000000-0000-4000-8000-000000000001"})", "not_found");
        row("uncover a hash", agent, "reveal",
            R"({"field": "account.password_hash", "id": 1, "call": "00000000-0000-4000-8000-000000000001"})",
            "bad_params");
        row("uncover the secret question", agent, "reveal",
            R"({"field": "account.secret_question", "id": 1, "call": "00000000-0000-4000-8000-000000000001"})",
            "bad_params");
        row("facts of a file not opened", agent, "check_status",
            R"({"call": "00000000-0000-4000-8000-000000000001", "establishment": 2})", "file_not_opened");
        row("facts in a colleague's call", agent, "check_status",
            R"({"call": "00000000-0000-4000-8000-000000000002", "establishment": 1})", "not_your_call");
        row("others' requests", agent, "approvals", R"({"filter": "waiting"})", "supervisor_only");
        row("changes", agent, "changes", R"({"filter": "all"})", "supervisor_only");
        row("the watch", agent, "watch", "{}", "supervisor_only");
        row("mails", agent, "mails_page", R"({"state": "sent"})", "supervisor_only");
        row("the journal", agent, "journal_page", "{}", "supervisor_only");
        row("an export", agent, "journal_export", "{}", "supervisor_only");
        row("no kind of reading", chief, "accounts", "{}", "bad_params");
    }
    void notForThem()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, params);
        QFETCH(QString, rule);
        QCOMPARE(m_world.read(login, what, params).value("rule"_L1).toString(), rule);
        QCOMPARE(m_world.read(login, "open_file", R"({"key": "73282932000074"})").value("status"_L1).toString(),
                 u"ok"_s);
    }

    // 8. Letter by letter
    // -----------------------------------------------------------------------------------------------------

    void parts_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char *name, const char *kind, const QString &part, const QString &whole) {
            QTest::newRow(name) << QByteArray(kind) << part << whole;
        };
        const QString address = u"claire.fontan@b"_s, phone = u"06 12 34 56 78"_s;
        row("the first letters of an address", "email", u"claire.fon"_s, address);
        row("a local part without its end", "email", u"claire.fo@b"_s, address);
        row("all but the first letter", "email", u"laire.fontan@boulangerie-capitole.fr"_s, address);
        row("a pattern", "email", u"claire%@b"_s, address);
        row("one letter for any", "email", u"claire_fontan@b"_s, address);
        row("only a domain", "email", u"@boulangerie-capitole.fr"_s, address);
        row("an address as words", "words", u"claire.fontan@boulangerie"_s, u"fontan claire"_s);
        row("half a number", "phone", u"06 12 34"_s, phone);
        row("a number without its end", "phone", u"06 12 34 56 7"_s, phone);
        row("a number with a pattern", "phone", u"06 12 34 56 %%"_s, phone);
        row("the end of a number", "phone", u"12 34 56 78"_s, phone);
        row("a number as words", "words", u"0612345678"_s, u"fontan"_s);
    }
    void parts()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, part);
        QFETCH(QString, whole);
        const auto found = [&](const QString &text) {
            return m_world
                .read(agent, "suggest", asks::json({{u"kind"_s, QString::fromLatin1(kind)}, {u"text"_s, text}}))
                .value("suggestions"_L1)
                .toArray()
                .size();
        };
        QCOMPARE(found(part), 0);
        QVERIFY(found(whole) > 0);
        if (kind != "words")
            QCOMPARE(m_world.read(agent, "open_file", asks::json({{u"key"_s, part}})).value("subject"_L1).toString(),
                     u"unknown"_s);
    }
    void wholeValuesAreNotTriedOutByThousands()
    {
        admin("update asp.setting set value = '3' where key = 'suggestion.valeur.par_minute'");
        const auto suggested = [&](const char *text) {
            return m_world.read(agent, "suggest", QByteArray(R"({"kind": "phone", "text": ")") + text + "\"}")
                .value("status"_L1)
                .toString();
        };
        for (const char *number : {"0612345671", "0612345672", "0612345673"})
            QCOMPARE(suggested(number), u"ok"_s);
        QCOMPARE(suggested("0612345678"), u"refused"_s);
        QCOMPARE(suggested("06 12"), u"ok"_s); // still being typed
    }

    // 7. What a session's settings make the server tell
    // ----------------------------------------------------------------------------

    /// These print every statement of a function with the values it works on.
    void nothingIsPrinted_data()
    {
        QTest::addColumn<QByteArray>("setting");
        for (const char *setting : {"debug_print_plan", "debug_print_parse", "debug_print_rewritten"})
            QTest::newRow(setting) << QByteArray(setting);
    }
    void nothingIsPrinted()
    {
        QFETCH(QByteArray, setting);
        auto session = m_world.connect(agent);
        QVERIFY(session.has_value());
        static QByteArray notices;
        notices.clear();
        QVERIFY(session->execScript("set client_min_messages = debug5; set " + setting + " = on").has_value());
        PQsetNoticeReceiver(
            session->handle(), [](void *, const PGresult *text) { notices += PQresultErrorMessage(text); }, nullptr);
        QVERIFY(session->exec("select 'seen' || 1").has_value());
        QVERIFY2(notices.size() > 100, "the session prints nothing at all: this test would see nothing either");
        for (const char *what : {"check_status", "reveal", "open_file"}) {
            const QByteArray params = QByteArrayView(what) == "reveal" ? R"({"field": "account.phone", "id": 1})"
                : QByteArrayView(what) == "open_file"                  ? R"({"key": "73282932000074"})"
                                                                       : R"({"establishment": 1, "account": 1})";
            QVERIFY(session->exec(announce(what, params)).has_value());
            QVERIFY(session->exec(answer()).has_value());
        }
        QVERIFY(session
                    ->exec("select desk.operate(gen_random_uuid(), 'call.check', '{\"establishment_id\": 1, "
                           "\"account_id\": 1, \"facts\":"
                           " [{\"fact\": \"account.email\", \"value\": \"x@y.fr\"}, {\"fact\": "
                           "\"establishment.street\", \"value\": \"x\"}]}',"
                           " null, null, '00000000-0000-4000-8000-000000000001', null)")
                    .has_value());
        // Constants are printed byte by byte.
        for (const QByteArray &value :
             {QByteArray(mail), QByteArray("+33612345678"), QByteArray("rue d alsace lorraine")}) {
            QByteArray bytes;
            for (const char c : value)
                bytes += QByteArray::number(int(c)) + ' ';
            QVERIFY2(!notices.simplified().contains(bytes.trimmed()), value.constData());
            QVERIFY2(!notices.contains(value), value.constData());
        }
    }
    void everyDefinerIsSilent()
    {
        QCOMPARE(
            m_world.one("select string_agg(p.proname, ' ') from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        " where n.nspname in ('asp', 'desk') and p.prosecdef and not p.proconfig @>"
                        " '{client_min_messages=warning,debug_print_parse=off,debug_print_plan=off,debug_print_"
                        "rewritten=off}'"),
            QString());
    }

    // 3. Rules looked at in the past
    // -------------------------------------------------------------------------------------------------

    void oldSnapshots_data()
    {
        QTest::addColumn<QByteArray>("level");
        QTest::newRow("repeatable read") << QByteArray("repeatable read");
        QTest::newRow("serializable") << QByteArray("serializable");
    }
    void oldSnapshots()
    {
        QFETCH(QByteArray, level);
        const QByteArray comment = "select desk.operate(gen_random_uuid(), 'ticket.comment', '{\"number\": 48213, "
                                   "\"text\": \"x\"}', null, null, null, null) as d";
        m_world.stateOf(agent, "begin isolation level " + level);
        QCOMPARE(m_world.document(agent, comment).value("rule"_L1).toString(), u"bad_params"_s);
        QCOMPARE(m_world.document(agent, announce().append(" as d")).value("rule"_L1).toString(), u"bad_params"_s);
        m_world.stateOf(agent, "commit");
        QCOMPARE(m_world.one("select count(*) from asp.operation"), u"0"_s);
        m_world.stateOf(agent, "begin");
        QCOMPARE(m_world.document(agent, comment).value("status"_L1).toString(), u"done"_s);
        m_world.stateOf(agent, "commit");
    }

    // 11. Exhausting the server
    // ---------------------------------------------------------------------------------------------------------

    /// Refusals are journalled: asked for by thousands they would bury everything else.
    void refusalsDoNotFloodTheJournal_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("what supervisors read") << QByteArray("select desk.announce(gen_random_uuid(), 'watch', '{}')");
        QTest::newRow("a kind of reading nobody has")
            << QByteArray("select desk.announce(gen_random_uuid(), 'x', '{}')");
        QTest::newRow("a kind of operation nobody has")
            << QByteArray("select desk.operate(gen_random_uuid(), 'x', '{}', null, null, null, null)");
        QTest::newRow("parameters that are none")
            << QByteArray("select desk.operate(gen_random_uuid(), 'x', null, null, null, null, null)");
        QTest::newRow("an id over and over") << QByteArray(
            "select desk.operate('00000000-0000-4000-8000-0000000000aa', 'x', '{}', null, null, null, null)");
        QTest::newRow("calls that are not one's own")
            << QByteArray("select desk.announce(gen_random_uuid(), 'open_file', '{\"key\": \"x\", \"call\": "
                          "\"00000000-0000-4000-8000-000000000002\"}')");
    }
    void refusalsDoNotFloodTheJournal()
    {
        QFETCH(QByteArray, sql);
        QCOMPARE(m_world.stateOf(agent, sql + " from generate_series(1, 2000)"), QString());
        QVERIFY(m_world.one("select count(*) from asp.journal").toInt() <= 605);
        // Nor do they leave locks by thousands, even while the transaction is open.
        m_world.stateOf(agent, "begin");
        m_world.stateOf(agent, sql + " from generate_series(1, 2000)");
        QVERIFY(m_world.one("select count(*) from pg_locks where locktype = 'advisory'").toInt() <= 605);
        m_world.stateOf(agent, "rollback");
        QCOMPARE(asks::outcome(m_world,
                               m_world.operate(colleague, {u"ticket.comment"_s, R"({"number": 48213, "text": "x"})"})),
                 u"done"_s);
    }

    void nobodyHoldsTheSeal()
    {
        m_world.stateOf(agent, "begin; select pg_advisory_xact_lock(73105, 24)"); // refused; it was the sealer's own
        QCOMPARE(m_world.stateOf(agent, announce()), u"25P02"_s);
        m_world.stateOf(agent, "rollback");
        QCOMPARE(m_world.stateOf(agent, announce()), QString());
        QVERIFY(m_world.document(u"relay1"_s, "select desk.relay_seal(100) as d").value("sealed"_L1).toInt() > 0);
    }

    void openTransactionsEnd_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("idle, with a row locked")
            << QByteArray("begin; select desk.operate(gen_random_uuid(), 'ticket.comment',"
                          " '{\"number\": 48213, \"text\": \"x\"}', null, null, null, null)");
        QTest::newRow("idle, holding back the seal") << QByteArray("begin; select pg_current_xact_id()");
        QTest::newRow("idle, with its own limits lifted")
            << QByteArray("set idle_in_transaction_session_timeout = 0; set statement_timeout = 0; begin; select 1");
    }
    void openTransactionsEnd()
    {
        QFETCH(QByteArray, begun);
        admin("update asp.setting set value = '1' where key = 'transaction.secondes'");
        auto hostile = m_world.connect(agent);
        auto idle = m_world.connect(agent);
        QVERIFY(hostile.has_value() && idle.has_value());
        QVERIFY(hostile->execScript(begun).has_value());
        QVERIFY(idle->exec("select 1").has_value());
        std::this_thread::sleep_for(1200ms);
        m_world.document(u"relay1"_s, "select desk.relay_seal(100) as d");
        QVERIFY(!m_world.error);
        QTRY_VERIFY(!hostile->exec("select 1").has_value());
        QVERIFY(idle->exec("select 1").has_value());
        QCOMPARE(asks::outcome(m_world,
                               m_world.operate(colleague, {u"ticket.comment"_s, R"({"number": 48213, "text": "x"})"})),
                 u"done"_s);
        QCOMPARE(
            m_world.one(
                "select count(*) from asp.journal where kind = 'transaction_ended' and detail ->> 'login' = 'agent1'"),
            u"1"_s);
    }

    void oneLogInDoesNotTakeAllConnections()
    {
        std::vector<PgConnection> taken;
        for (int i = 0; i < 60; ++i) {
            auto next = m_world.connect(agent);
            if (!next)
                break;
            taken.push_back(std::move(*next));
        }
        QVERIFY2(taken.size() >= 2 && taken.size() <= 20, qPrintable(QString::number(taken.size())));
        QVERIFY(m_world.connect(colleague).has_value());
    }

    void othersQueriesAreNotSeen()
    {
        QVERIFY(m_world.document(colleague, "select jsonb_build_object('x', 'note secrète') as d").contains("x"_L1));
        QCOMPARE(
            m_world.document(
                agent,
                "select jsonb_build_object('n', count(*) filter (where query like '%secrète%' and usename <> 'agent1'),"
                " 'own', count(*) filter (where query <> '' and usename = 'agent1')) as d from pg_stat_activity"),
            (QJsonObject{{u"n"_s, 0}, {u"own"_s, 1}}));
        QCOMPARE(
            m_world
                .document(agent, "select jsonb_build_object('n', count(*)) as d from pg_stats where schemaname = 'asp'")
                .value("n"_L1)
                .toInt(),
            0);
    }
};

QTEST_GUILESS_MAIN(TestAttackSessions)
#include "tst_attacksessions.moc"
