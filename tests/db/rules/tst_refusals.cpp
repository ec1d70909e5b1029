// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QByteArrayList>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

/// %1, %2… in `json` replaced; whole documents, since moc counts the braces of raw strings.
QByteArray filled(QByteArray json, const QByteArrayList &values)
{
    for (int i = 0; i < values.size(); ++i)
        json.replace("%" + QByteArray::number(i + 1), values[i]);
    return json;
}

} // namespace

/// Each rule of the one door: what it refuses, that nothing is left of the attempt but its journal row, and the same
/// thing done right beside it (tst_operations).
class TestRefusals : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    QString everythingElse()
    {
        return m_world.one("select md5(concat((select string_agg(t::text, ',' order by id) from asp.account t),"
                           " (select string_agg(t::text, ',' order by account_id) from asp.account_secret t),"
                           " (select string_agg(t::text, ',' order by id) from asp.mail t),"
                           " (select string_agg(t::text, ',' order by number) from asp.ticket t),"
                           " (select string_agg(t::text, ',' order by id) from asp.ticket_event t),"
                           " (select string_agg(t::text, ',' order by id) from asp.call t),"
                           " (select count(*) from asp.operation), (select count(*) from asp.walk)))");
    }
    void row(const char *name, const char *rule, const Ask &ask)
    {
        QTest::newRow(name) << ask.kind << ask.params << ask.reason << ask.reasonText << ask.call << ask.ticket
                            << QString::fromLatin1(rule);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QCOMPARE(
            m_world.stateOf(u"admin"_s, "update asp.operation_reason set active = false where code = 'referent_left'"),
            QString());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("reasonText");
        QTest::addColumn<QString>("call");
        QTest::addColumn<qint64>("ticket");
        QTest::addColumn<QString>("rule");
        const QString call = RulesWorld::call, locked = u"locked"_s;
        const QString unlock = u"account.unlock"_s, reset = u"account.reset_password"_s, close = u"ticket.close"_s,
                      open = u"ticket.open"_s, resend = u"mail.resend_confirmation"_s, end = u"call.close"_s,
                      walk = u"walk.save"_s;
        const QByteArray one = R"({"account_id": 1})";

        row("no call, no ticket", "needs_call_or_ticket", {unlock, one, locked});
        row("someone else's call", "not_your_call", {unlock, one, locked, {}, RulesWorld::otherCall});
        row("a call nobody opened", "not_your_call",
            {unlock, one, locked, {}, u"00000000-0000-4000-8000-0000000000ff"_s});
        row("a call that has ended", "call_closed", {unlock, one, locked, {}, RulesWorld::closedCall});
        row("a ticket that is none", "unknown_ticket", {unlock, one, locked, {}, {}, 1});
        row("unknown kind", "unknown_kind", {u"account.delete"_s, one, locked, {}, call});
        row("params not an object", "bad_params", {unlock, "[1]", locked, {}, call});
        row("params too big", "bad_params",
            {unlock, filled(R"({"account_id": 1, "x": "%1"})", {QByteArray(300001, 'x')}), locked, {}, call});
        row("id missing", "bad_params", {unlock, "{}", locked, {}, call});
        row("id as text", "bad_params", {unlock, R"({"account_id": "1"})", locked, {}, call});
        row("id not whole", "bad_params", {unlock, R"({"account_id": 1.5})", locked, {}, call});
        row("id out of range", "bad_params", {unlock, R"({"account_id": 99999999999999999999})", locked, {}, call});
        row("no reason", "reason_needed", {unlock, one, {}, {}, call});
        row("unknown reason", "unknown_reason", {unlock, one, u"bored"_s, {}, call});
        row("a reason no longer used", "unknown_reason", {unlock, one, u"referent_left"_s, {}, call});
        row("other, without text", "reason_text_needed", {unlock, one, u"other"_s, u"  "_s, call});
        row("reason too long", "text_too_long", {unlock, one, u"other"_s, QString(1001, u'x'), call});
        row("unknown account", "unknown_account", {unlock, R"({"account_id": 999})", locked, {}, call});
        row("not locked", "not_locked", {unlock, R"({"account_id": 2})", locked, {}, call});
        row("lock over by itself", "not_locked", {unlock, R"({"account_id": 3})", locked, {}, call});
        row("being deleted", "account_being_deleted", {reset, R"({"account_id": 4})", locked, {}, call});
        row("disabled", "account_disabled", {reset, R"({"account_id": 5})", locked, {}, call});
        row("reset, nowhere active", "no_active_habilitation", {reset, R"({"account_id": 7})", locked, {}, call});
        row("reset, caller not checked", "check_needed", {reset, R"({"account_id": 2})", locked, {}, call});
        row("reset, for a ticket: nobody was checked", "check_needed", {reset, one, locked, {}, {}, 48213});
        row("reset, unlock not a truth value", "bad_params",
            {reset, R"({"account_id": 1, "unlock": 1})", locked, {}, call});
        row("confirm a revoked one", "habilitation_not_active",
            {resend, R"({"habilitation_id": 8})", locked, {}, call});
        row("confirm one that is none", "habilitation_not_active",
            {resend, R"({"habilitation_id": 99})", locked, {}, call});
        row("confirm one with no date", "nothing_to_confirm", {resend, R"({"habilitation_id": 4})", locked, {}, call});
        row("confirm, account going", "account_being_deleted", {resend, R"({"habilitation_id": 5})", locked, {}, call});

        const auto ticket
            = [](const QByteArray &siret, const QByteArray &phone, const QByteArray &email, const QByteArray &motif,
                 const QByteArray &description = "x", const QByteArray &name = "Ana") {
                  return filled(R"({"siret": "%1", "denomination": "B", "requester_name": "%2", "requester_phone": "%3",
                              "requester_email": "%4", "motif": "%5", "description": "%6"})",
                                {siret, name, phone, email, motif, description});
              };
        const QByteArray siret = RulesWorld::siret.toLatin1(), phone = "0561234567", mail = "a@b.fr";
        row("ticket without call", "needs_call_or_ticket", {open, ticket(siret, phone, mail, "autres")});
        row("ticket, wrong check digit", "bad_siret",
            {open, ticket("73282932000075", phone, mail, "autres"), {}, {}, call});
        row("ticket, right as a whole, wrong as a SIREN", "bad_siret",
            {open, ticket("73282932800077", phone, mail, "autres"), {}, {}, call});
        row("ticket, phone", "bad_phone", {open, ticket(siret, "12", mail, "autres"), {}, {}, call});
        row("ticket, address", "bad_email", {open, ticket(siret, phone, "a b@c.fr", "autres"), {}, {}, call});
        row("ticket, address with a header", "bad_email",
            {open, ticket(siret, phone, R"(a@b.fr\nBcc: x@y.fr)", "autres"), {}, {}, call});
        row("ticket, motif", "unknown_motif", {open, ticket(siret, phone, mail, "paie"), {}, {}, call});
        row("ticket, description", "description_too_long",
            {open, ticket(siret, phone, mail, "autres", QByteArray(1001, 'x')), {}, {}, call});
        row("ticket, nobody's", "text_needed", {open, ticket(siret, phone, mail, "autres", "x", " "), {}, {}, call});

        row("take a closed one", "not_open", {u"ticket.take"_s, R"({"number": 48500, "version": 1})"});
        row("take someone's", "owned_by_other", {u"ticket.take"_s, R"({"number": 48400, "version": 1})"});
        row("take none", "unknown_ticket", {u"ticket.take"_s, R"({"number": 5, "version": 1})"});
        row("take, no version", "bad_params", {u"ticket.take"_s, R"({"number": 48213})"});
        row("comment nothing", "text_needed",
            {u"ticket.comment"_s, R"({"number": 48213, "version": 1, "text": " \n "})"});
        row("comment too much", "text_too_long",
            {u"ticket.comment"_s, filled(R"({"number": 48213, "version": 1, "text": "%1"})", {QByteArray(4001, 'x')})});
        const auto closing = [](const QByteArray &number, const QByteArray &outcome, const QByteArray &answer,
                                const QByteArray &text = "") {
            return filled(R"({"number": %1, "version": 1, "outcome": "%2", "outcome_text": "%3", "answer": "%4"})",
                          {number, outcome, text, answer});
        };
        row("close a closed one", "not_open", {close, closing("48500", "explained", "Voilà.")});
        row("close someone's", "owned_by_other", {close, closing("48400", "explained", "Voilà.")});
        row("close without outcome", "outcome_needed", {close, closing("48213", "", "Voilà.")});
        row("close, unknown outcome", "outcome_needed", {close, closing("48213", "magic", "Voilà.")});
        row("close, to whom", "outcome_text_needed", {close, closing("48213", "transferred", "Voilà.")});
        row("close without answer", "answer_needed", {close, closing("48213", "explained", " ")});
        row("close, long answer", "answer_too_long", {close, closing("48213", "explained", QByteArray(4001, 'x'))});
        row("close, placeholder left", "unfilled_placeholder",
            {close, closing("48213", "explained", "Bonjour {compte.prenom},")});
        row("close, missing value left", "unfilled_placeholder",
            {close, closing("48213", "explained", "Bonjour [valeur manquante : nom],")});
        row("reopen an open one", "not_closed",
            {u"ticket.reopen"_s, R"({"number": 48213, "version": 1, "text": "x"})"});
        row("reopen, why", "text_needed", {u"ticket.reopen"_s, R"({"number": 48500, "version": 1, "text": ""})"});

        row("end, how", "call_outcome_needed", {end, R"({"outcome": ""})", {}, {}, call});
        row("end, unknown", "unknown_call_outcome", {end, R"({"outcome": "fine"})", {}, {}, call});
        row("end, note too long", "text_too_long",
            {end, filled(R"({"outcome": "solved", "note": "%1"})", {QByteArray(10001, 'x')}), {}, {}, call});
        row("end someone's", "not_your_call", {end, R"({"outcome": "solved"})", {}, {}, RulesWorld::otherCall});
        row("end twice", "call_closed", {end, R"({"outcome": "solved"})", {}, {}, RulesWorld::closedCall});
        row("end which", "needs_call_or_ticket", {end, R"({"outcome": "solved"})"});
        row("end, for a ticket only", "needs_call_or_ticket", {end, R"({"outcome": "solved"})", {}, {}, {}, 48213});

        const auto walked = [](const QByteArray &more) {
            return filled(R"({"id": "00000000-0000-4000-8000-0000000000aa", "script_id": "s", "script_version": 1,
                "started_at": "2026-01-01T10:00:00Z", "ended_at": "2026-01-01T10:01:00Z"%1})",
                          {more});
        };
        row("walk without path", "bad_params", {walk, walked(R"(, "outcome": "solved")"), {}, {}, call});
        row("walk without outcome", "outcome_needed", {walk, walked(R"(, "path": [])"), {}, {}, call});
        row("walk, account", "unknown_account",
            {walk, walked(R"(, "path": [], "outcome": "x", "account_id": 999)"), {}, {}, call});
        row("walk, ticket", "unknown_ticket",
            {walk, walked(R"(, "path": [], "outcome": "x", "ticket": 5)"), {}, {}, call});
        row("walk, establishment", "bad_params",
            {walk, walked(R"(, "path": [], "outcome": "x", "establishment_id": 999)"), {}, {}, call});
        row("walk, bad time", "bad_params",
            {walk,
             R"({"id": "00000000-0000-4000-8000-0000000000aa", "script_id": "s", "script_version": 1,
            "started_at": "hier", "ended_at": "hier", "path": [], "outcome": "x"})",
             {},
             {},
             call});
        row("walk, bad id", "bad_params", {walk, R"({"id": "xx", "path": [], "outcome": "x"})", {}, {}, call});
    }
    void refused()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, params);
        QFETCH(QString, reason);
        QFETCH(QString, reasonText);
        QFETCH(QString, call);
        QFETCH(qint64, ticket);
        QFETCH(QString, rule);
        const QString before = everythingElse();
        const QString journalled = m_world.one("select count(*) from asp.journal");
        const QJsonObject answer = m_world.operate(u"agent1"_s, {kind, params, reason, reasonText, call, ticket});
        QVERIFY2(!m_world.error, qPrintable(m_world.error ? m_world.error->detail : QString()));
        QCOMPARE(answer.value("rule"_L1).toString(), rule);
        QCOMPARE(answer.value("status"_L1).toString(), u"refused"_s);
        QVERIFY(answer.value("params"_L1).isObject());
        QCOMPARE(everythingElse(), before);
        QCOMPARE(m_world.one("select count(*) from asp.journal").toInt(), journalled.toInt() + 1);
        QCOMPARE(m_world.one("select concat_ws('|', actor, kind, rule) from asp.journal order by id desc limit 1"),
                 u"agent1|refused|"_s + rule);
    }

    void hourlyCeiling()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.setting set value = '2' where key = 'plafond.reset'"),
                 QString());
        m_world.givePass(RulesWorld::call, 1, 1);
        m_world.givePass(RulesWorld::otherCall, 1, 1);
        const Ask ask{u"account.reset_password"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call};
        QCOMPARE(m_world.operate(u"agent1"_s, ask).value("status"_L1).toString(), u"done"_s);
        QCOMPARE(m_world.operate(u"agent1"_s, ask).value("status"_L1).toString(), u"done"_s);
        const QJsonObject third = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(third.value("rule"_L1).toString(), u"over_ceiling"_s);
        QCOMPARE(third.value("params"_L1).toObject().value("limit"_L1).toInt(), 2);
        Ask other = ask;
        other.call = RulesWorld::otherCall;
        QCOMPARE(m_world.operate(u"agent2"_s, other).value("status"_L1).toString(), u"done"_s);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
