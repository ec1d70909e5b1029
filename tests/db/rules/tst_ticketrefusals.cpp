// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/tickettest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;

/// What the operations on a ticket refuse, with nothing left behind: closing has one set of rules however it is asked
/// for.
class TestTicketRefusals : public TicketTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }

    // What is refused, with nothing left behind
    // ------------------------------------------------------------------------------

    void refused_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("rule");
        const auto row = [](const QByteArray &name, const char *rule, const QString &login, const char *kind,
                            const QByteArray &params) {
            QTest::newRow(name.constData()) << login << QByteArray(kind) << params << QString::fromLatin1(rule);
        };
        const QByteArray mine = "{'number': 48216, 'version': 1";
        row("take one's own", "same_owner", colleague, "ticket.take", mine + "}");
        row("hand back nobody's", "not_owned", agent, "ticket.hand_back", "{'number': 48213, 'version': 1}");
        row("hand back someone's", "owned_by_other", agent, "ticket.hand_back", mine + "}");
        row("take over without a word", "text_needed", agent, "ticket.take_over", mine + "}");
        row("take over nobody's", "not_owned", agent, "ticket.take_over",
            "{'number': 48213, 'version': 1, 'text': 'x'}");
        row("take over one's own", "same_owner", colleague, "ticket.take_over", mine + ", 'text': 'x'}");
        row("assign, an agent", "supervisor_only", agent, "ticket.assign", mine + ", 'login': 'agent1'}");
        row("assign to nobody", "unknown_login", chief, "ticket.assign", mine + ", 'login': ''}");
        row("assign to the relay", "unknown_login", chief, "ticket.assign", mine + ", 'login': 'relay1'}");
        row("assign to the administrator", "unknown_login", chief, "ticket.assign", mine + ", 'login': 'admin'}");
        row("assign to a group", "unknown_login", chief, "ticket.assign", mine + ", 'login': 'asp_agent'}");
        row("assign to who has it", "same_owner", chief, "ticket.assign", mine + ", 'login': 'agent2'}");
        row("hold, why", "hold_reason_needed", colleague, "ticket.hold", mine + ", 'until': '@week'}");
        row("hold, unknown reason", "hold_reason_needed", colleague, "ticket.hold",
            mine + ", 'hold_reason': 'sieste', 'until': '@week'}");
        row("hold, in words", "hold_text_needed", colleague, "ticket.hold",
            mine + ", 'hold_reason': 'other_service', 'until': '@week', 'text': ' '}");
        for (const QByteArray until :
             {"", "demain", "infinity", "2020-01-01T10:00:00Z", "2099-01-01T10:00:00Z", "2026-13-45T10:00:00Z"})
            row("hold until " + until, "bad_until", colleague, "ticket.hold",
                mine + ", 'hold_reason': 'mail', 'until': '" + until + "'}");
        row("hold, until a number", "bad_params", colleague, "ticket.hold",
            mine + ", 'hold_reason': 'mail', 'until': 5}");
        row("resume what is not on hold", "not_on_hold", colleague, "ticket.resume", mine + "}");
        row("change to the same motif", "same_motif", colleague, "ticket.change_motif",
            mine + ", 'motif': 'habilitation'}");
        row("change to no motif", "unknown_motif", colleague, "ticket.change_motif", mine + ", 'motif': 'paie'}");
        row("transfer to nobody", "outcome_text_needed", colleague, "ticket.transfer",
            mine + ", 'to': '', 'answer': 'x'}");
        row("transfer without an answer", "answer_needed", colleague, "ticket.transfer",
            mine + ", 'to': 'x', 'answer': ''}");
        row("comment a closed one", "not_open", agent, "ticket.comment",
            "{'number': 48500, 'version': 1, 'text': 'x'}");
        for (const char *kind : {"ticket.take", "ticket.hand_back", "ticket.hold", "ticket.resume",
                                 "ticket.change_motif", "ticket.transfer", "ticket.merge", "ticket.close"})
            row(QByteArray(kind) + " a closed one", "not_open", agent, kind, "{'number': 48500, 'version': 1}");
        row("take over a closed one", "not_open", agent, "ticket.take_over",
            "{'number': 48500, 'version': 1, 'text': 'x'}");
        row("assign a closed one", "not_open", chief, "ticket.assign",
            "{'number': 48500, 'version': 1, 'login': 'agent1'}");
        for (const QString &login : {agent, chief}) {
            for (const char *kind : {"ticket.hold", "ticket.resume", "ticket.change_motif", "ticket.transfer",
                                     "ticket.merge", "ticket.close", "ticket.take"})
                row(login.toLatin1() + " " + kind + " someone's", "owned_by_other", login, kind, mine + "}");
        }
        for (const char *kind : {"ticket.hand_back", "ticket.take_over", "ticket.hold", "ticket.comment",
                                 "ticket.change_motif", "ticket.reopen"})
            row(QByteArray(kind) + ": a direction turned", "text_not_plain",
                qstrcmp(kind, "ticket.take_over") == 0 ? agent : colleague, kind, mine + ", 'text': 'abc\u202Edef'}");
        row("answer with a direction turned", "text_not_plain", agent, "ticket.close",
            "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'a\u2066b'}");

        // Duplicates, the same however it is asked for.
        const QByteArray closing = ", 'outcome': 'explained', 'answer': 'x', 'to': 'x'";
        for (const char *kind : {"ticket.merge", "ticket.close", "ticket.transfer"}) {
            const auto with = [&](const QByteArray &name, const char *rule, const QByteArray &duplicates) {
                row(QByteArray(kind) + ": " + name, rule, agent, kind,
                    "{'number': 48213, 'version': 1" + closing + ", 'duplicates': " + duplicates + "}");
            };
            with("itself", "merge_itself", "[{'number': 48213, 'version': 1}]");
            with("another SIRET", "merge_other_siret", "[{'number': 48600, 'version': 1}]");
            with("someone's", "owned_by_other", "[{'number': 48214, 'version': 1}, {'number': 48216, 'version': 1}]");
            with("a closed one", "not_open", "[{'number': 48500, 'version': 1}]");
            with("another motif", "merge_other_motif", "[{'number': 48700, 'version': 1}]");
            with("none", "unknown_ticket", "[{'number': 5, 'version': 1}]");
            with("an older version", "version", "[{'number': 48214, 'version': 0}]");
            with("one twice", "bad_params", "[{'number': 48214, 'version': 1}, {'number': 48214, 'version': 1}]");
            with("no list", "bad_params", "{'number': 48214}");
            with("no version", "bad_params", "[{'number': 48214}]");
            with("text", "bad_params", "['48214']");
            QByteArray many = "{'number': 48214, 'version': 1}";
            with("too many", "too_many_duplicates", "[" + many + QByteArray(", " + many).repeated(50) + "]");
        }
        row("merge nothing", "bad_params", agent, "ticket.merge", "{'number': 48213, 'version': 1}");
        row("close, others left open", "open_duplicates", agent, "ticket.close",
            "{'number': 48213, 'version': 1" + closing + "}");
        row("transfer, others left open", "open_duplicates", agent, "ticket.transfer",
            "{'number': 48213, 'version': 1" + closing + "}");
        row("close, one of them left open", "open_duplicates", agent, "ticket.close",
            "{'number': 48213, 'version': 1" + closing + ", 'duplicates': [{'number': 48214, 'version': 1}]}");
        row("leave them, not a truth value", "bad_params", agent, "ticket.close",
            "{'number': 48213, 'version': 1" + closing + ", 'leave_duplicates': 'yes'}");
        for (const char *kind : {"ticket.close", "ticket.transfer"}) {
            row(QByteArray(kind) + ": a placeholder left", "unfilled_placeholder", agent, kind,
                "{'number': 48213, 'version': 1, 'outcome': 'explained', 'to': 'x', 'answer': 'Bonjour {nom}'}");
            row(QByteArray(kind) + ": a long answer", "answer_too_long", agent, kind,
                "{'number': 48213, 'version': 1, 'outcome': 'explained', 'to': 'x', 'answer': '" + QByteArray(4001, 'x')
                    + "'}");
        }
    }
    void refused()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, params);
        QFETCH(QString, rule);
        if (QByteArray(QTest::currentDataTag()) == "take one's own") {
            QString why;
            QVERIFY2(fresh(&why), qPrintable(why));
            sql(twins);
            sql("update asp.hold_reason set needs_text = true where code = 'other_service';"
                "insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email,"
                " motif, channel, due_at) values (48700, '73282932000074', 'B', 'C', '1', 'c@d.fr', 'autres', 'agent', "
                "now())");
        }
        const QString before = everything();
        QCOMPARE(ruleOf(login, kind.constData(), params), rule);
        QCOMPARE(everything(), before);
    }

    void whoMayIsASetting_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<bool>("owned");
        const QByteArray one = "{'number': 48213, 'version': 1, 'text': 'x', 'hold_reason': 'mail', 'until': '@week', "
                               "'outcome': 'explained', 'answer': 'x', 'to': 'x', 'leave_duplicates': true}";
        QTest::newRow("take") << QByteArray("droit.prendre") << QByteArray("ticket.take") << one << false;
        QTest::newRow("hold nobody's") << QByteArray("droit.prendre") << QByteArray("ticket.hold") << one << false;
        QTest::newRow("close nobody's") << QByteArray("droit.prendre") << QByteArray("ticket.close") << one << false;
        QTest::newRow("transfer nobody's")
            << QByteArray("droit.prendre") << QByteArray("ticket.transfer") << one << false;
        QTest::newRow("hand back") << QByteArray("droit.rendre") << QByteArray("ticket.hand_back") << one << true;
        QTest::newRow("take over") << QByteArray("droit.reprendre") << QByteArray("ticket.take_over") << one << true;
    }
    void whoMayIsASetting()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, params);
        QFETCH(bool, owned);
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        const QByteArray other = kind == "ticket.take_over" ? "agent2" : "agent1";
        if (owned)
            sql("update asp.ticket set state = 'taken', owner = '" + other + "' where number = 48213");
        const auto set = [&](const QString &login, const char *value) {
            return m_world
                .operate(login, {u"setting.set"_s, json("{'key': '" + setting + "', 'value': '" + value + "'}")})
                .value("rule"_L1)
                .toString(u"done"_s);
        };
        QCOMPARE(set(agent, "superviseurs"), u"supervisor_only"_s);
        QCOMPARE(set(chief, "personne"), u"bad_value"_s);
        QCOMPARE(set(chief, "superviseurs"), u"done"_s);
        QCOMPARE(ruleOf(agent, kind.constData(), params), u"supervisor_only"_s);
        QCOMPARE(set(chief, "tous"), u"done"_s);
        QCOMPARE(ruleOf(agent, kind.constData(), params), u"done"_s);
    }
    void aSupervisorMayAnyway()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql("update asp.setting set value = 'superviseurs' where key like 'droit.%'");
        QCOMPARE(ruleOf(chief, "ticket.take", "{'number': 48213, 'version': 1}"), u"done"_s);
        QCOMPARE(ruleOf(chief, "ticket.hand_back", "{'number': 48213, 'version': 2}"), u"done"_s);
        QCOMPARE(ruleOf(chief, "ticket.take_over", "{'number': 48400, 'version': 1, 'text': 'x'}"), u"done"_s);
    }

    // Words
    // --------------------------------------------------------------------------------------------------------------------

    void wordsOfOutsiders_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("as they are") << QByteArray("Où est l’accès ?\\n=1+1 @x") << u"Où est l’accès ?\n=1+1 @x"_s;
        QTest::newRow("HTML") << QByteArray("<b onclick='x'>&amp;</b>") << u"<b onclick='x'>&amp;</b>"_s;
        QTest::newRow("line ends") << QByteArray("a\\r\\nb\\rc\u2028d\\u0085e") << u"a\nb\nc\nd\ne"_s;
        QTest::newRow("tabs and bells") << QByteArray("a\\tb\\u0007c\\u001bd") << u"a b c d"_s;
        QTest::newRow("turned") << QByteArray("facture\\u202Efdp.exe") << u"facturefdp.exe"_s;
        QTest::newRow("invisible") << QByteArray("a\\u200bb\\ufeffc\\u00add\\u2066e\\u2069") << u"abcde"_s;
        QTest::newRow("tags") << QByteArray("a\\udb40\\udc41b") << u"ab"_s;
        QTest::newRow("no-break spaces stay") << QByteArray("bonjour\\u00a0!") << u"bonjour\u00a0!"_s;
        QTest::newRow("nothing to see") << QByteArray("\\u200b\\u202e") << QString();
        QTest::newRow("a thousand") << QByteArray(1000, 'x') << QString(1000, u'x');
    }
    void wordsOfOutsiders()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, kept);
        const QJsonObject done = m_world.document(
            u"extranet1"_s, "select desk.extranet_ticket($1::jsonb) as d",
            {json("{'siret': '732 829 320\\u200b 00074', 'denomination': 'Bou\\u202Elan\\ngerie', 'requester_name': "
                  "'A\\tna',"
                  " 'requester_phone': '0561234567', 'requester_email': 'ana@exemple.fr\\u200b', 'motif': 'autres',"
                  " 'description': '@'}")
                 .replace("@\"}", typed + "\"}")});
        QCOMPARE(done.value("status"_L1).toString(), u"ok"_s);
        const QByteArray which
            = " from asp.ticket where number = " + QByteArray::number(done.value("number"_L1).toInt());
        QCOMPARE(m_world.one("select description" + which), kept);
        QCOMPARE(m_world.one("select concat_ws('|', siret, denomination, requester_name, requester_email, department)"
                             + which),
                 u"73282932000074|Boulan gerie|A na|ana@exemple.fr|31"_s);
    }
    void tooManyWords()
    {
        const QJsonObject refused = m_world.document(
            u"extranet1"_s, "select desk.extranet_ticket($1::jsonb) as d",
            {json("{'siret': '1', 'motif': 'autres', 'description': '" + QByteArray(1001, 'x') + "'}")});
        QCOMPARE(refused.value("rule"_L1).toString(), u"description_too_long"_s);
    }
    void wordsOfAgents()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        QCOMPARE(
            ruleOf(agent, "ticket.comment", "{'number': 48213, 'version': 1, 'text': 'a\\r\\nb\\tc\\u200bd <i>e</i>'}"),
            u"done"_s);
        QCOMPARE(m_world.one("select text from asp.ticket_event order by id desc limit 1"), u"a\nb cd <i>e</i>"_s);
        QCOMPARE(ruleOf(agent, "ticket.comment", "{'number': 48213, 'version': 2, 'text': '\\u200b'}"),
                 u"text_needed"_s);
    }
};

QTEST_GUILESS_MAIN(TestTicketRefusals)
#include "tst_ticketrefusals.moc"
