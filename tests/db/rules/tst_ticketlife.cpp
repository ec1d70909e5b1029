// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

/// Quotes of JSON are awkward in C++: single ones here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const QString agent = u"agent1"_s, colleague = u"agent2"_s, chief = u"superviseur1"_s;

/// Two more of 48213's kind: from another address of the same spelling, and from another requester, on hold.
constexpr auto twins = R"sql(
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, channel, state, owner, due_at)
values (48214, '73282932000074', 'B', 'Claire Fontan', '1', 'Claire.Fontan@Boulangerie-Capitole.fr', 'habilitation', 'extranet', 'open', null, now()),
       (48215, '73282932000074', 'B', 'Marc Delmas', '1', 'marc@cabinet-delmas.fr', 'habilitation', 'extranet', 'open', null, now()),
       (48216, '73282932000074', 'B', 'Claire Fontan', '1', 'claire.fontan@boulangerie-capitole.fr', 'habilitation', 'extranet', 'taken', 'agent2', now()),
       (48601, '11111111111111', 'Inconnue', 'Ana Faux', '1', 'ana@exemple.fr', 'autres', 'extranet', 'open', null, now()),
       (48602, '732/829', 'Malvenue', 'Ana Faux', '1', 'ana@exemple.fr', 'autres', 'extranet', 'open', null, now());
)sql";

constexpr auto inAWeek = "to_char(now() + interval '7 days', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')";

} // namespace

/// The whole life of a ticket, operation by operation: what each does to the row and its history, what it refuses, what
/// the second of two is told, and that closing has one set of rules however it is asked for.
class TestTicketLife : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void sql(const QByteArray &statement)
    {
        const QString state = m_world.stateOf(u"admin"_s, "set role asp_owner; " + statement);
        QVERIFY2(state.isEmpty(), qPrintable(state + (m_world.error ? m_world.error->detail : QString())));
    }
    QJsonObject operate(const QString &login, const char *kind, const QByteArray &params)
    {
        QByteArray filled = json(params);
        filled.replace("@week", m_world.one(inAWeek).toLatin1());
        return m_world.operate(login, {QString::fromLatin1(kind), filled});
    }
    QString ruleOf(const QString &login, const char *kind, const QByteArray &params)
    {
        const QJsonObject answer = operate(login, kind, params);
        return answer.value("rule"_L1).toString(answer.value("status"_L1).toString());
    }
    QString ticket(qint64 number)
    {
        return m_world.one(
            "select concat_ws('|', state, coalesce(owner, '-'), motif, hold_reason, duplicate_of, outcome,"
            " outcome_text, 'v' || version) from asp.ticket where number = "
            + QByteArray::number(number));
    }
    /// The last event of a ticket: kind, actor, text, and each field with its old and new value; times as "…".
    QString lastEvent(qint64 number)
    {
        return m_world.one(
            "select concat_ws('|', v.kind, v.actor, v.text, (select string_agg(c.key || ' ' || case when c.key in"
            " ('due_at', 'hold_until') then '…' else concat(coalesce(c.value ->> 'was', '-'), '>', coalesce(c.value "
            "->> 'is', '-'))"
            " end, ', ' order by c.key) from jsonb_each(v.changes) c)) from asp.ticket_event v where v.ticket = "
            + QByteArray::number(number) + " order by v.id desc limit 1");
    }
    QString newMails()
    {
        return m_world.one("select string_agg(concat_ws('|', ticket, to_address, params ->> 'ticket'), ' ' order by id)"
                           " from asp.mail where id > 100");
    }
    QString everything()
    {
        return m_world.one("select md5(concat((select string_agg(t::text, ',' order by number) from asp.ticket t),"
                           " (select string_agg(t::text, ',' order by id) from asp.ticket_event t),"
                           " (select count(*) from asp.operation), (select count(*) from asp.mail)))");
    }

    /// The world anew, with motifs that are given different times.
    [[nodiscard]] bool fresh(QString *why)
    {
        return m_world.fresh(why)
            && m_world
                   .stateOf(u"admin"_s,
                            "update asp.setting set value = case key when 'echeance.autres' then '38' else '28' end"
                            " where key in ('echeance.autres', 'echeance.fiche_etablissement',"
                            " 'echeance.decision_autorisation', 'echeance.demande_indemnisation')")
                   .isEmpty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }

    // What each does
    // -----------------------------------------------------------------------------------------------------

    void does_data()
    {
        QTest::addColumn<QByteArray>("prepare");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("is");
        QTest::addColumn<QString>("event");
        const auto row = [](const QByteArray &name, const QByteArray &prepare, const QString &login, const char *kind,
                            const QByteArray &params, qint64 number, const QString &is, const QString &event) {
            QTest::newRow(name.constData()) << prepare << login << QByteArray(kind) << params << number << is << event;
        };
        const QByteArray held
            = "update asp.ticket set state = 'on_hold', hold_reason = 'mail', hold_until = now() + interval "
              "'2 days', due_left = '5 hours' where number = 48400";

        row("take", "", agent, "ticket.take", "{'number': 48213, 'version': 1}", 48213,
            u"taken|agent1|habilitation|v2"_s, u"taken|agent1||owner ->agent1, state open>taken"_s);
        row("take one on hold that is nobody's", held + "; update asp.ticket set owner = null where number = 48400",
            agent, "ticket.take", "{'number': 48400, 'version': 1}", 48400, u"taken|agent1|autres|v2"_s,
            u"taken|agent1||due_at …, hold_reason mail>-, hold_until …, owner ->agent1, state on_hold>taken"_s);
        row("hand back", "", colleague, "ticket.hand_back",
            "{'number': 48400, 'version': 1, 'text': 'Je pars en congé.'}", 48400, u"open|-|autres|v2"_s,
            u"handed_back|agent2|Je pars en congé.|owner agent2>-, state taken>open"_s);
        row("hand back one on hold", held, colleague, "ticket.hand_back", "{'number': 48400, 'version': 1}", 48400,
            u"open|-|autres|v2"_s,
            u"handed_back|agent2||due_at …, hold_reason mail>-, hold_until …, owner agent2>-, state on_hold>open"_s);
        row("take over", "", agent, "ticket.take_over", "{'number': 48400, 'version': 1, 'text': 'Paul est absent.'}",
            48400, u"taken|agent1|autres|v2"_s, u"taken_over|agent1|Paul est absent.|owner agent2>agent1"_s);
        row("take over one on hold: it stays so", held, agent, "ticket.take_over",
            "{'number': 48400, 'version': 1, 'text': 'Absent.'}", 48400, u"on_hold|agent1|autres|mail|v2"_s,
            u"taken_over|agent1|Absent.|owner agent2>agent1"_s);
        row("assign", "", chief, "ticket.assign",
            "{'number': 48213, 'version': 1, 'login': 'agent2', 'text': 'Pour Paul'}", 48213,
            u"taken|agent2|habilitation|v2"_s, u"assigned|superviseur1|Pour Paul|owner ->agent2, state open>taken"_s);
        row("assign someone's to another", "", chief, "ticket.assign",
            "{'number': 48400, 'version': 1, 'login': 'agent1'}", 48400, u"taken|agent1|autres|v2"_s,
            u"assigned|superviseur1||owner agent2>agent1"_s);
        row("hold", "", colleague, "ticket.hold",
            "{'number': 48400, 'version': 1, 'hold_reason': 'requester', 'until': '@week', 'text': 'Rappelle lundi.'}",
            48400, u"on_hold|agent2|autres|requester|v2"_s,
            u"held|agent2|Rappelle lundi.|due_at …, hold_reason ->requester, hold_until …, state taken>on_hold"_s);
        row("hold nobody's: it becomes mine", "", agent, "ticket.hold",
            "{'number': 48213, 'version': 1, 'hold_reason': 'mail', 'until': '@week'}", 48213,
            u"on_hold|agent1|habilitation|mail|v2"_s,
            u"held|agent1||due_at …, hold_reason ->mail, hold_until …, owner ->agent1, state open>on_hold"_s);
        row("hold again: another reason", held, colleague, "ticket.hold",
            "{'number': 48400, 'version': 1, 'hold_reason': 'approval', 'until': '@week'}", 48400,
            u"on_hold|agent2|autres|approval|v2"_s,
            u"held|agent2||due_at …, hold_reason mail>approval, hold_until …"_s);
        row("resume", held, colleague, "ticket.resume", "{'number': 48400, 'version': 1}", 48400,
            u"taken|agent2|autres|v2"_s,
            u"resumed|agent2||due_at …, hold_reason mail>-, hold_until …, state on_hold>taken"_s);
        row("comment someone's", "", agent, "ticket.comment", "{'number': 48400, 'version': 7, 'text': 'Vu.'}", 48400,
            u"taken|agent2|autres|v2"_s, u"commented|agent1|Vu."_s);
        row("change the motif", "", agent, "ticket.change_motif",
            "{'number': 48213, 'version': 1, 'motif': 'autres', 'text': 'Mal classée'}", 48213, u"open|-|autres|v2"_s,
            u"motif_changed|agent1|Mal classée|due_at …, motif habilitation>autres"_s);
        row("transfer", "", agent, "ticket.transfer",
            "{'number': 48213, 'version': 1, 'to': 'la DGEFP', 'answer': 'Transmis.', 'leave_duplicates': true}", 48213,
            u"closed|agent1|habilitation|transferred|la DGEFP|v2"_s,
            u"transferred|agent1|la DGEFP|answer ->Transmis., outcome ->transferred, outcome_text ->la DGEFP, owner "
            u"->agent1,"
            " state open>closed"_s);
        row("merge: the one that is kept", twins, agent, "ticket.merge",
            "{'number': 48213, 'version': 1, 'duplicates': [{'number': 48214, 'version': 1}, {'number': 48377, "
            "'version': 1}]}",
            48213, u"open|-|habilitation|v2"_s, u"merged|agent1|48214, 48377"_s);
        row("merge: the duplicate", twins, agent, "ticket.merge",
            "{'number': 48213, 'version': 1, 'duplicates': [{'number': 48214, 'version': 1}]}", 48214,
            u"merged|-|habilitation|48213|v2"_s, u"merged|agent1||duplicate_of ->48213, state open>merged"_s);
        row("close", "", agent, "ticket.close",
            "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.', 'leave_duplicates': true}",
            48213, u"closed|agent1|habilitation|explained|v2"_s,
            u"closed|agent1||answer ->Voilà., outcome ->explained, owner ->agent1, state open>closed"_s);
        row("close one on hold", held, colleague, "ticket.close",
            "{'number': 48400, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.'}", 48400,
            u"closed|agent2|autres|explained|v2"_s,
            u"closed|agent2||answer ->Voilà., hold_reason mail>-, hold_until …, outcome ->explained, state on_hold>closed"_s);
        row("close, a duplicate merged with it", "", agent, "ticket.close",
            "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.', "
            "'duplicates': [{'number': 48377, 'version': 1}]}",
            48213, u"closed|agent1|habilitation|explained|v3"_s,
            u"closed|agent1||answer ->Voilà., outcome ->explained, owner ->agent1, state open>closed"_s);
        row("reopen", "", agent, "ticket.reopen", "{'number': 48500, 'version': 1, 'text': 'A rappelé.'}", 48500,
            u"open|-|autres|v2"_s,
            u"reopened|agent1|A rappelé.|answer Voilà.>-, due_at …, outcome explained>-, owner agent1>-, state closed>open"_s);
        row("reopen a merged one, alone",
            "update asp.ticket set state = 'merged', duplicate_of = 48213, closed_at = now() where number = 48377",
            agent, "ticket.reopen", "{'number': 48377, 'version': 1, 'text': 'Autre chose.'}", 48377,
            u"open|-|habilitation|v2"_s,
            u"reopened|agent1|Autre chose.|due_at …, duplicate_of 48213>-, state merged>open"_s);
        for (const auto &[name, number] : {std::pair("unknown", 48600), std::pair("malformed", 48602)}) {
            const QByteArray n = QByteArray::number(number);
            row(QByteArray(name) + ": take", twins, agent, "ticket.take", "{'number': " + n + ", 'version': 1}", number,
                u"taken|agent1|autres|v2"_s, u"taken|agent1||owner ->agent1, state open>taken"_s);
            row(QByteArray(name) + ": hold", twins, agent, "ticket.hold",
                "{'number': " + n + ", 'version': 1, 'hold_reason': 'mail', 'until': '@week'}", number,
                u"on_hold|agent1|autres|mail|v2"_s,
                u"held|agent1||due_at …, hold_reason ->mail, hold_until …, owner ->agent1, state open>on_hold"_s);
            row(QByteArray(name) + ": close", twins, agent, "ticket.close",
                "{'number': " + n
                    + ", 'version': 1, 'outcome': 'refused', 'outcome_text': 'SIRET faux', 'answer': 'Vérifiez.',"
                      " 'leave_duplicates': true}",
                number, u"closed|agent1|autres|refused|SIRET faux|v2"_s,
                u"closed|agent1|SIRET faux|answer ->Vérifiez., outcome ->refused, outcome_text ->SIRET faux, owner "
                u"->agent1,"
                " state open>closed"_s);
        }
        row("unknown: merge", twins, agent, "ticket.merge",
            "{'number': 48600, 'version': 1, 'duplicates': [{'number': 48601, 'version': 1}]}", 48600,
            u"open|-|autres|v2"_s, u"merged|agent1|48601"_s);
    }
    void does()
    {
        QFETCH(QByteArray, prepare);
        QFETCH(QString, login);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, params);
        QFETCH(qint64, number);
        QFETCH(QString, is);
        QFETCH(QString, event);
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(prepare);
        const QJsonObject done = operate(login, kind.constData(), params);
        QCOMPARE(done.value("rule"_L1).toString(done.value("status"_L1).toString()), u"done"_s);
        QCOMPARE(ticket(number), is);
        QCOMPARE(lastEvent(number), event);
        const QJsonObject result = done.value("result"_L1).toObject();
        QCOMPARE(QString::number(result.value("version"_L1).toInt()),
                 m_world.one("select version from asp.ticket where number = "
                             + QByteArray::number(result.value("number"_L1).toInteger())));
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

    // Closing: one answer to each
    // --------------------------------------------------------------------------------------------

    void oneAnswerToEachAddress_data()
    {
        QTest::addColumn<bool>("first");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("merged, then closed") << true << QByteArray("ticket.close");
        QTest::newRow("merged with the closing") << false << QByteArray("ticket.close");
        QTest::newRow("merged, then transferred") << true << QByteArray("ticket.transfer");
        QTest::newRow("merged with the transfer") << false << QByteArray("ticket.transfer");
    }
    void oneAnswerToEachAddress()
    {
        QFETCH(bool, first);
        QFETCH(QByteArray, kind);
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(twins);
        sql("update asp.ticket set owner = null, state = 'open' where number = 48216");
        const QByteArray closing = "'outcome': 'explained', 'to': 'la DGEFP', 'answer': 'Voilà.'";
        const QByteArray list = "[{'number': 48215, 'version': 1}, {'number': 48377, 'version': 1}, {'number': 48216, "
                                "'version': 1}]";
        // 48214 had been merged into 48215 before: its requester is answered too, once.
        QCOMPARE(ruleOf(agent, "ticket.merge",
                        "{'number': 48215, 'version': 1, 'duplicates': [{'number': 48214, 'version': 1}]}"),
                 u"done"_s);
        QByteArray chain = list;
        chain.replace("48215, 'version': 1", "48215, 'version': 2");
        QJsonObject done;
        if (first) {
            done = operate(agent, "ticket.merge", "{'number': 48213, 'version': 1, 'duplicates': " + chain + "}");
            QCOMPARE(done.value("result"_L1).toObject().value("merged"_L1).toArray(),
                     (QJsonArray{48215, 48216, 48377}));
            QCOMPARE(newMails(), QString()); // nobody is written to until it is closed
            done = operate(agent, kind.constData(), "{'number': 48213, 'version': 2, " + closing + "}");
        } else {
            done = operate(agent, kind.constData(),
                           "{'number': 48213, 'version': 1, " + closing + ", 'duplicates': " + chain + "}");
        }
        QCOMPARE(done.value("rule"_L1).toString(done.value("status"_L1).toString()), u"done"_s);
        QCOMPARE(newMails(), u"48213|claire.fontan@boulangerie-capitole.fr|48213 48215|marc@cabinet-delmas.fr|48215"_s);
        const QJsonObject result = done.value("result"_L1).toObject();
        QCOMPARE(result.value("version"_L1).toInt(), 3);
        QCOMPARE(result.value("mails"_L1).toArray().size(), 2);
        QCOMPARE(result.value("mail"_L1), result.value("mails"_L1).toArray().first());
        for (const qint64 number : {48215, 48216, 48377})
            QVERIFY(ticket(number).startsWith("merged|"_L1));
        QCOMPARE(m_world.one("select count(*) from asp.journal where kind = 'operation' and detail ->> 'kind' <> "
                             "'ticket.merge'"),
                 u"1"_s);
    }

    void whatIsLeftOpenIsTold()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(twins);
        for (const char *kind : {"ticket.close", "ticket.transfer"}) {
            const QJsonObject params
                = operate(agent, kind,
                          "{'number': 48213, 'version': 1, 'outcome': 'explained', 'to': 'x', 'answer': 'x', "
                          "'duplicates': [{'number': 48214, 'version': 1}]}")
                      .value("params"_L1)
                      .toObject();
            QCOMPARE(params.value("numbers"_L1).toArray(), (QJsonArray{48215, 48216, 48377}));
            QCOMPARE(params.value("count"_L1).toInt(), 3);
        }
    }

    // Two at once
    // ------------------------------------------------------------------------------------------------------------

    void theSecondIsToldFieldByField()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        QCOMPARE(ruleOf(agent, "ticket.take", "{'number': 48213, 'version': 1}"), u"done"_s);
        QCOMPARE(
            ruleOf(agent, "ticket.change_motif", "{'number': 48213, 'version': 2, 'motif': 'fiche_etablissement'}"),
            u"done"_s);
        QCOMPARE(
            ruleOf(agent, "ticket.hold", "{'number': 48213, 'version': 3, 'hold_reason': 'mail', 'until': '@week'}"),
            u"done"_s);
        QCOMPARE(ruleOf(colleague, "ticket.comment", "{'number': 48213, 'version': 1, 'text': 'Vu aussi.'}"),
                 u"done"_s);
        const QString before = everything();
        const QJsonObject second = operate(colleague, "ticket.close",
                                           "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'x'}");
        QCOMPARE(second.value("status"_L1).toString(), u"conflict"_s);
        QCOMPARE(everything(), before);
        QStringList told;
        for (const auto &value : second.value("params"_L1).toObject().value("changes"_L1).toArray()) {
            const QJsonObject change = value.toObject();
            const bool time = change.value("is"_L1).toString().contains("T"_L1);
            told << u"%1 %2>%3 %4"_s.arg(
                change.value("field"_L1).toString(), time ? QString() : change.value("was"_L1).toString(),
                time ? u"…"_s : change.value("is"_L1).toString(), change.value("by"_L1).toString());
        }
        QCOMPARE(told,
                 (QStringList{u"owner >agent1 Nadia Martin"_s, u"state open>taken Nadia Martin"_s,
                              u"due_at >… Nadia Martin"_s, u"motif habilitation>fiche_etablissement Nadia Martin"_s,
                              u"due_at >… Nadia Martin"_s, u"hold_reason >mail Nadia Martin"_s,
                              u"hold_until >… Nadia Martin"_s, u"state taken>on_hold Nadia Martin"_s,
                              u"comment >Vu aussi. Paul Durand"_s}));
    }

    /// Who waits for the ticket with the lower number has nothing in hand yet, whichever of the two is kept.
    void whoWaitsHoldsNothing()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        auto first = m_world.connect(u"admin"_s);
        QVERIFY(first && first->execScript("begin; select from asp.ticket where number = 48213 for update"));
        QString rule;
        std::thread second([&] {
            auto connection = m_world.connect(agent);
            if (!connection)
                return;
            const QByteArray params
                = json("{'number': 48377, 'version': 1, 'duplicates': [{'number': 48213, 'version': 1}]}");
            const auto rows
                = connection->exec("select desk.operate(gen_random_uuid(), 'ticket.merge', $1::jsonb, null, "
                                   "null, null, null) ->> 'status' as d",
                                   {params});
            rule = rows ? rows->text(0, "d") : rows.error().detail;
        });
        bool waits = false;
        for (int i = 0; i < 200 && !waits; ++i) {
            QTest::qWait(25);
            waits = m_world.one("select count(*) from pg_stat_activity where usename = 'agent1' and wait_event_type = "
                                "'Lock'")
                != u"0"_s;
        }
        const QString other
            = m_world.stateOf(u"admin"_s, "select from asp.ticket where number = 48377 for update nowait");
        const bool released = first->execScript("rollback").has_value();
        second.join();
        QVERIFY(waits && released);
        QCOMPARE(other, QString());
        QCOMPARE(rule, u"done"_s);
    }

    void crossedMergesDoNotBlockEachOther()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        for (int round = 0; round < 20; ++round) {
            sql("update asp.ticket set state = 'open', duplicate_of = null, closed_at = null, closed_by = null, "
                "version = 1"
                " where number in (48213, 48377)");
            QStringList rules(2);
            std::vector<std::thread> threads;
            for (int i = 0; i < 2; ++i) {
                threads.emplace_back([&, i] {
                    auto connection = m_world.connect(u"agent%1"_s.arg(i + 1));
                    if (!connection)
                        return;
                    const QByteArray kept = i == 0 ? "48213" : "48377", other = i == 0 ? "48377" : "48213";
                    const auto rows
                        = connection->exec("select desk.operate(gen_random_uuid(), 'ticket.merge', $1::jsonb, null, "
                                           "null, null, null) ->> 'status' as d",
                                           {json("{'number': " + kept + ", 'version': 1, 'duplicates': [{'number': "
                                                 + other + ", 'version': 1}]}")});
                    rules[i] = rows ? rows->text(0, "d") : rows.error().detail;
                });
            }
            for (auto &thread : threads)
                thread.join();
            rules.sort();
            QCOMPARE(rules, (QStringList{u"conflict"_s, u"done"_s}));
        }
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

    // The file
    // -------------------------------------------------------------------------------------------------------------------

    void theFileShowsIt()
    {
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(twins);
        QCOMPARE(ruleOf(agent, "ticket.merge",
                        "{'number': 48213, 'version': 1, 'duplicates': [{'number': 48215, 'version': 1}]}"),
                 u"done"_s);
        QCOMPARE(
            ruleOf(agent, "ticket.hold", "{'number': 48213, 'version': 2, 'hold_reason': 'mail', 'until': '@week'}"),
            u"done"_s);
        const auto shown = [this] {
            return m_world.one(
                "select concat_ws('|', t ->> 'siret', t ->> 'hold_reason', (t ->> 'hold_until') is not null,"
                " t ->> 'awake', t ->> 'merged', t ->> 'merged_others', t -> 'events' -> -1 -> 'changes' -> 'state')"
                " from asp.ticket x, jsonb_array_elements(asp.f_file_tickets(array[x.siret], true)) t"
                " where x.number = 48213 and t ->> 'number' = '48213'");
        };
        m_world.stateOf(u"admin"_s, "set search_path = asp, public");
        QCOMPARE(shown(), uR"(73282932000074|mail|t|false|1|true|{"is": "on_hold", "was": "open"})"_s);
        sql("update asp.ticket set hold_until = now() - interval '1 minute' where number = 48213");
        QCOMPARE(shown(), uR"(73282932000074|mail|t|true|1|true|{"is": "on_hold", "was": "open"})"_s);
        m_world.stateOf(u"admin"_s, "reset search_path; reset role");
    }
};

QTEST_GUILESS_MAIN(TestTicketLife)
#include "tst_ticketlife.moc"
