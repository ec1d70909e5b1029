// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/tickettest.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr const char *nothing = nullptr;

/// A ticket's row afterwards. What is not named is null in it.
struct TicketIs {
    const char *state = nullptr, *owner = nullptr, *motif = nullptr;
    const char *heldFor = nullptr;
    qint64 duplicateOf = 0;
    const char *outcome = nullptr, *outcomeText = nullptr;
    int version = 2;
};

/// One field in the history: what it was and is. A time is only named, its values depend on the day.
struct Change {
    const char *field = nullptr, *was = nullptr, *is = nullptr;
};

/// The last line of a ticket's history.
struct Event {
    const char *kind = nullptr, *by = nullptr;
    const char *text = nullptr;
    QList<Change> changed = {};
};

/// As TicketTest::ticket() has it from the database.
QString inOneLine(const TicketIs &ticket)
{
    QStringList line{QString::fromUtf8(ticket.state), QString::fromUtf8(ticket.owner != nullptr ? ticket.owner : "-"),
                     QString::fromUtf8(ticket.motif)};
    for (const char *part : {ticket.heldFor, ticket.outcome, ticket.outcomeText}) {
        if (part != nullptr)
            line << QString::fromUtf8(part);
    }
    if (ticket.duplicateOf != 0)
        line << QString::number(ticket.duplicateOf);
    line << u"v%1"_s.arg(ticket.version);
    return line.join(u'|');
}

/// As TicketTest::lastEvent() has it: what is not there has no place at the end, and an empty one before changes.
QString inOneLine(const Event &event)
{
    QStringList changes;
    for (const Change &change : event.changed) {
        const bool time = change.was == nullptr && change.is == nullptr;
        const auto value = [](const char *text) { return QString::fromUtf8(text != nullptr ? text : "-"); };
        changes << QString::fromUtf8(change.field) + ' '_L1
                + (time ? u"…"_s : value(change.was) + u'>' + value(change.is));
    }
    QStringList line{QString::fromUtf8(event.kind), QString::fromUtf8(event.by)};
    if (event.text != nullptr || !changes.isEmpty())
        line << QString::fromUtf8(event.text);
    if (!changes.isEmpty())
        line << changes.join(u", "_s);
    return line.join(u'|');
}

} // namespace

/// The whole life of a ticket, operation by operation: what each does to the row and its history, who is answered, and
/// what the file shows.
class TestTicketLife : public TicketTest {
    Q_OBJECT

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
        QTest::addColumn<TicketIs>("is");
        QTest::addColumn<Event>("event");
        const auto row = [](const QByteArray &name, const QByteArray &prepare, const QString &login, const char *kind,
                            const QByteArray &params, qint64 number, const TicketIs &is, const Event &event) {
            QTest::newRow(name.constData()) << prepare << login << QByteArray(kind) << params << number << is << event;
        };
        const QByteArray held
            = "update asp.ticket set state = 'on_hold', hold_reason = 'mail', hold_until = now() + interval "
              "'2 days', due_left = '5 hours' where number = 48400";

        row("take", "", agent, "ticket.take", "{'number': 48213, 'version': 1}", 48213,
            TicketIs{.state = "taken", .owner = "agent1", .motif = "habilitation"},
            Event{.kind = "taken",
                  .by = "agent1",
                  .changed = {{"owner", nothing, "agent1"}, {"state", "open", "taken"}}});
        row("take one on hold that is nobody's", held + "; update asp.ticket set owner = null where number = 48400",
            agent, "ticket.take", "{'number': 48400, 'version': 1}", 48400,
            TicketIs{.state = "taken", .owner = "agent1", .motif = "autres"},
            Event{.kind = "taken",
                  .by = "agent1",
                  .changed = {{"due_at"},
                              {"hold_reason", "mail", nothing},
                              {"hold_until"},
                              {"owner", nothing, "agent1"},
                              {"state", "on_hold", "taken"}}});
        row("hand back", "", colleague, "ticket.hand_back",
            "{'number': 48400, 'version': 1, 'text': 'Je pars en congé.'}", 48400,
            TicketIs{.state = "open", .motif = "autres"},
            Event{.kind = "handed_back",
                  .by = "agent2",
                  .text = "Je pars en congé.",
                  .changed = {{"owner", "agent2", nothing}, {"state", "taken", "open"}}});
        row("hand back one on hold", held, colleague, "ticket.hand_back", "{'number': 48400, 'version': 1}", 48400,
            TicketIs{.state = "open", .motif = "autres"},
            Event{.kind = "handed_back",
                  .by = "agent2",
                  .changed = {{"due_at"},
                              {"hold_reason", "mail", nothing},
                              {"hold_until"},
                              {"owner", "agent2", nothing},
                              {"state", "on_hold", "open"}}});
        row("take over", "", agent, "ticket.take_over", "{'number': 48400, 'version': 1, 'text': 'Paul est absent.'}",
            48400, TicketIs{.state = "taken", .owner = "agent1", .motif = "autres"},
            Event{.kind = "taken_over",
                  .by = "agent1",
                  .text = "Paul est absent.",
                  .changed = {{"owner", "agent2", "agent1"}}});
        row("take over one on hold: it stays so", held, agent, "ticket.take_over",
            "{'number': 48400, 'version': 1, 'text': 'Absent.'}", 48400,
            TicketIs{.state = "on_hold", .owner = "agent1", .motif = "autres", .heldFor = "mail"},
            Event{.kind = "taken_over", .by = "agent1", .text = "Absent.", .changed = {{"owner", "agent2", "agent1"}}});
        row("assign", "", chief, "ticket.assign",
            "{'number': 48213, 'version': 1, 'login': 'agent2', 'text': 'Pour Paul'}", 48213,
            TicketIs{.state = "taken", .owner = "agent2", .motif = "habilitation"},
            Event{.kind = "assigned",
                  .by = "superviseur1",
                  .text = "Pour Paul",
                  .changed = {{"owner", nothing, "agent2"}, {"state", "open", "taken"}}});
        row("assign someone's to another", "", chief, "ticket.assign",
            "{'number': 48400, 'version': 1, 'login': 'agent1'}", 48400,
            TicketIs{.state = "taken", .owner = "agent1", .motif = "autres"},
            Event{.kind = "assigned", .by = "superviseur1", .changed = {{"owner", "agent2", "agent1"}}});
        row("hold", "", colleague, "ticket.hold",
            "{'number': 48400, 'version': 1, 'hold_reason': 'requester', 'until': '@week', 'text': 'Rappelle lundi.'}",
            48400, TicketIs{.state = "on_hold", .owner = "agent2", .motif = "autres", .heldFor = "requester"},
            Event{
                .kind = "held",
                .by = "agent2",
                .text = "Rappelle lundi.",
                .changed
                = {{"due_at"}, {"hold_reason", nothing, "requester"}, {"hold_until"}, {"state", "taken", "on_hold"}}});
        row("hold nobody's: it becomes mine", "", agent, "ticket.hold",
            "{'number': 48213, 'version': 1, 'hold_reason': 'mail', 'until': '@week'}", 48213,
            TicketIs{.state = "on_hold", .owner = "agent1", .motif = "habilitation", .heldFor = "mail"},
            Event{.kind = "held",
                  .by = "agent1",
                  .changed = {{"due_at"},
                              {"hold_reason", nothing, "mail"},
                              {"hold_until"},
                              {"owner", nothing, "agent1"},
                              {"state", "open", "on_hold"}}});
        row("hold again: another reason", held, colleague, "ticket.hold",
            "{'number': 48400, 'version': 1, 'hold_reason': 'approval', 'until': '@week'}", 48400,
            TicketIs{.state = "on_hold", .owner = "agent2", .motif = "autres", .heldFor = "approval"},
            Event{.kind = "held",
                  .by = "agent2",
                  .changed = {{"due_at"}, {"hold_reason", "mail", "approval"}, {"hold_until"}}});
        row("resume", held, colleague, "ticket.resume", "{'number': 48400, 'version': 1}", 48400,
            TicketIs{.state = "taken", .owner = "agent2", .motif = "autres"},
            Event{.kind = "resumed",
                  .by = "agent2",
                  .changed
                  = {{"due_at"}, {"hold_reason", "mail", nothing}, {"hold_until"}, {"state", "on_hold", "taken"}}});
        row("comment someone's", "", agent, "ticket.comment", "{'number': 48400, 'version': 7, 'text': 'Vu.'}", 48400,
            TicketIs{.state = "taken", .owner = "agent2", .motif = "autres"},
            Event{.kind = "commented", .by = "agent1", .text = "Vu."});
        row("change the motif", "", agent, "ticket.change_motif",
            "{'number': 48213, 'version': 1, 'motif': 'autres', 'text': 'Mal classée'}", 48213,
            TicketIs{.state = "open", .motif = "autres"},
            Event{.kind = "motif_changed",
                  .by = "agent1",
                  .text = "Mal classée",
                  .changed = {{"due_at"}, {"motif", "habilitation", "autres"}}});
        row("transfer", "", agent, "ticket.transfer",
            "{'number': 48213, 'version': 1, 'to': 'la DGEFP', 'answer': 'Transmis.', 'leave_duplicates': true}", 48213,
            TicketIs{.state = "closed",
                     .owner = "agent1",
                     .motif = "habilitation",
                     .outcome = "transferred",
                     .outcomeText = "la DGEFP"},
            Event{.kind = "transferred",
                  .by = "agent1",
                  .text = "la DGEFP",
                  .changed = {{"answer", nothing, "Transmis."},
                              {"outcome", nothing, "transferred"},
                              {"outcome_text", nothing, "la DGEFP"},
                              {"owner", nothing, "agent1"},
                              {"state", "open", "closed"}}});
        row("merge: the one that is kept", twins, agent, "ticket.merge",
            "{'number': 48213, 'version': 1, 'duplicates': [{'number': 48214, 'version': 1}, {'number': 48377, "
            "'version': 1}]}",
            48213, TicketIs{.state = "open", .motif = "habilitation"},
            Event{.kind = "merged", .by = "agent1", .text = "48214, 48377"});
        row("merge: the duplicate", twins, agent, "ticket.merge",
            "{'number': 48213, 'version': 1, 'duplicates': [{'number': 48214, 'version': 1}]}", 48214,
            TicketIs{.state = "merged", .motif = "habilitation", .duplicateOf = 48213},
            Event{.kind = "merged",
                  .by = "agent1",
                  .changed = {{"duplicate_of", nothing, "48213"}, {"state", "open", "merged"}}});
        row("close", "", agent, "ticket.close",
            "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.', 'leave_duplicates': true}",
            48213, TicketIs{.state = "closed", .owner = "agent1", .motif = "habilitation", .outcome = "explained"},
            Event{.kind = "closed",
                  .by = "agent1",
                  .changed = {{"answer", nothing, "Voilà."},
                              {"outcome", nothing, "explained"},
                              {"owner", nothing, "agent1"},
                              {"state", "open", "closed"}}});
        row("close one on hold", held, colleague, "ticket.close",
            "{'number': 48400, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.'}", 48400,
            TicketIs{.state = "closed", .owner = "agent2", .motif = "autres", .outcome = "explained"},
            Event{.kind = "closed",
                  .by = "agent2",
                  .changed = {{"answer", nothing, "Voilà."},
                              {"hold_reason", "mail", nothing},
                              {"hold_until"},
                              {"outcome", nothing, "explained"},
                              {"state", "on_hold", "closed"}}});
        row("close, a duplicate merged with it", "", agent, "ticket.close",
            "{'number': 48213, 'version': 1, 'outcome': 'explained', 'answer': 'Voilà.', "
            "'duplicates': [{'number': 48377, 'version': 1}]}",
            48213,
            TicketIs{
                .state = "closed", .owner = "agent1", .motif = "habilitation", .outcome = "explained", .version = 3},
            Event{.kind = "closed",
                  .by = "agent1",
                  .changed = {{"answer", nothing, "Voilà."},
                              {"outcome", nothing, "explained"},
                              {"owner", nothing, "agent1"},
                              {"state", "open", "closed"}}});
        row("reopen", "", agent, "ticket.reopen", "{'number': 48500, 'version': 1, 'text': 'A rappelé.'}", 48500,
            TicketIs{.state = "open", .motif = "autres"},
            Event{.kind = "reopened",
                  .by = "agent1",
                  .text = "A rappelé.",
                  .changed = {{"answer", "Voilà.", nothing},
                              {"due_at"},
                              {"outcome", "explained", nothing},
                              {"owner", "agent1", nothing},
                              {"state", "closed", "open"}}});
        row("reopen a merged one, alone",
            "update asp.ticket set state = 'merged', duplicate_of = 48213, closed_at = now() where number = 48377",
            agent, "ticket.reopen", "{'number': 48377, 'version': 1, 'text': 'Autre chose.'}", 48377,
            TicketIs{.state = "open", .motif = "habilitation"},
            Event{.kind = "reopened",
                  .by = "agent1",
                  .text = "Autre chose.",
                  .changed = {{"due_at"}, {"duplicate_of", "48213", nothing}, {"state", "merged", "open"}}});
        for (const auto &[name, number] : {std::pair("unknown", 48600), std::pair("malformed", 48602)}) {
            const QByteArray n = QByteArray::number(number);
            row(QByteArray(name) + ": take", twins, agent, "ticket.take", "{'number': " + n + ", 'version': 1}", number,
                TicketIs{.state = "taken", .owner = "agent1", .motif = "autres"},
                Event{.kind = "taken",
                      .by = "agent1",
                      .changed = {{"owner", nothing, "agent1"}, {"state", "open", "taken"}}});
            row(QByteArray(name) + ": hold", twins, agent, "ticket.hold",
                "{'number': " + n + ", 'version': 1, 'hold_reason': 'mail', 'until': '@week'}", number,
                TicketIs{.state = "on_hold", .owner = "agent1", .motif = "autres", .heldFor = "mail"},
                Event{.kind = "held",
                      .by = "agent1",
                      .changed = {{"due_at"},
                                  {"hold_reason", nothing, "mail"},
                                  {"hold_until"},
                                  {"owner", nothing, "agent1"},
                                  {"state", "open", "on_hold"}}});
            row(QByteArray(name) + ": close", twins, agent, "ticket.close",
                "{'number': " + n
                    + ", 'version': 1, 'outcome': 'refused', 'outcome_text': 'SIRET faux', 'answer': 'Vérifiez.',"
                      " 'leave_duplicates': true}",
                number,
                TicketIs{.state = "closed",
                         .owner = "agent1",
                         .motif = "autres",
                         .outcome = "refused",
                         .outcomeText = "SIRET faux"},
                Event{.kind = "closed",
                      .by = "agent1",
                      .text = "SIRET faux",
                      .changed = {{"answer", nothing, "Vérifiez."},
                                  {"outcome", nothing, "refused"},
                                  {"outcome_text", nothing, "SIRET faux"},
                                  {"owner", nothing, "agent1"},
                                  {"state", "open", "closed"}}});
        }
        row("unknown: merge", twins, agent, "ticket.merge",
            "{'number': 48600, 'version': 1, 'duplicates': [{'number': 48601, 'version': 1}]}", 48600,
            TicketIs{.state = "open", .motif = "autres"}, Event{.kind = "merged", .by = "agent1", .text = "48601"});
    }
    void does()
    {
        QFETCH(QByteArray, prepare);
        QFETCH(QString, login);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, params);
        QFETCH(qint64, number);
        QFETCH(TicketIs, is);
        QFETCH(Event, event);
        QString why;
        QVERIFY2(fresh(&why), qPrintable(why));
        sql(prepare);
        const QJsonObject done = operate(login, kind.constData(), params);
        QCOMPARE(done.value("rule"_L1).toString(done.value("status"_L1).toString()), u"done"_s);
        QCOMPARE(ticket(number), inOneLine(is));
        QCOMPARE(lastEvent(number), inOneLine(event));
        const QJsonObject result = done.value("result"_L1).toObject();
        QCOMPARE(QString::number(result.value("version"_L1).toInt()),
                 m_world.one("select version from asp.ticket where number = "
                             + QByteArray::number(result.value("number"_L1).toInteger())));
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
