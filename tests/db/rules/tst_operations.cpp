// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

/// A query and the one value it must answer.
using Facts = QList<QPair<QByteArray, QString>>;

const QByteArray lastJournal
    = "select concat_ws('|', actor, kind, detail ->> 'kind', account_id, establishment_id, ticket)"
      " from asp.journal order by id desc limit 1";
const QByteArray lastEvent = "select concat_ws('|', ticket, actor, kind, text, version) from asp.ticket_event"
                             " order by id desc limit 1";
const QByteArray newMails
    = "select string_agg(concat_ws('|', kind, account_id, ticket, to_address, state, origin), ' ; '"
      " order by id) from asp.mail where id > 100";

} // namespace

Q_DECLARE_METATYPE(Facts)

/// What each operation does, to the row: effects, mails, journal, history, and nothing in any other table.
class TestOperations : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    QHash<QString, QString> fingerprints()
    {
        QHash<QString, QString> prints;
        const QStringList tables
            = m_world.one("select string_agg(tablename, ' ') from pg_tables where schemaname = 'asp'").split(u' ');
        for (const QString &table : tables)
            prints.insert(table,
                          m_world.one("select coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') from asp."
                                      + table.toLatin1() + " t"));
        return prints;
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

    void effects_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QStringList>("touched");
        QTest::addColumn<Facts>("facts");
        const QString call = RulesWorld::call;

        QTest::newRow("unlock") << Ask{u"account.unlock"_s, R"({"account_id": 1})", u"locked"_s, {}, call}
                                << QStringList{u"account"_s, u"journal"_s, u"operation"_s}
                                << Facts{{"select (locked_at, locked_until, failed_logins, password_state)::text from "
                                          "asp.account where id = 1",
                                          u"(,,0,active)"_s},
                                         {lastJournal, u"agent1|operation|account.unlock|1|1"_s},
                                         {"select concat_ws('|', actor, kind, reason, call_id, establishment_id, "
                                          "account_id) from asp.operation",
                                          u"agent1|account.unlock|locked|"_s + call + u"|1|1"_s}};

        QTest::newRow("unlock, for a ticket")
            << Ask{u"account.unlock"_s, R"({"account_id": 1})", u"other"_s, u"a rappelé"_s, {}, 48213}
            << QStringList{u"account"_s, u"journal"_s, u"operation"_s}
            << Facts{{lastJournal, u"agent1|operation|account.unlock|1|1|48213"_s},
                     {"select reason_text from asp.operation", u"a rappelé"_s}};

        QTest::newRow("reset and unlock")
            << Ask{u"account.reset_password"_s, R"({"account_id": 1, "unlock": true})", u"secret_forgotten"_s, {}, call}
            << QStringList{u"account"_s, u"account_secret"_s, u"journal"_s, u"mail"_s, u"operation"_s}
            << Facts{{"select concat_ws('|', password_state, password_changed_by, must_change_password, failed_logins,"
                      " locked_until is null, password_changed_at > now() - interval '1 minute') from asp.account "
                      "where id = 1",
                      u"voided|desk|f|0|t|t"_s},
                     {"select count(*) from asp.account_secret where password_hash is null and account_id = 1"
                      " and secret_answer_hash is not null",
                      u"1"_s},
                     {newMails,
                      u"identifiant|1|claire.fontan@boulangerie-capitole.fr|queued|desk ; "
                      "mot_de_passe|1|claire.fontan@boulangerie-capitole.fr|queued|desk"_s},
                     {"select state from asp.mail where id = 2", u"cancelled"_s}, // an older password, not sent yet
                     {lastJournal, u"agent1|operation|account.reset_password|1|1"_s}};

        QTest::newRow("reset alone") << Ask{u"account.reset_password"_s,
                                            R"({"account_id": 1, "unlock": false})",
                                            u"secret_forgotten"_s,
                                            {},
                                            call}
                                     << QStringList{u"account"_s, u"account_secret"_s, u"journal"_s, u"mail"_s,
                                                    u"operation"_s}
                                     << Facts{{"select concat_ws('|', password_state, failed_logins, locked_until > "
                                               "now()) from asp.account where id = 1",
                                               u"voided|3|t"_s}};

        QTest::newRow("resend the confirmation")
            << Ask{u"mail.resend_confirmation"_s, R"({"habilitation_id": 3})", u"never_received"_s, {}, call}
            << QStringList{u"journal"_s, u"mail"_s, u"operation"_s}
            << Facts{{newMails, u"habilitation|2|marc@cabinet-delmas.fr|queued|desk"_s},
                     {lastJournal, u"agent1|operation|mail.resend_confirmation|2|2"_s}};

        QTest::newRow("open a ticket")
            << Ask{u"ticket.open"_s,
                   R"({"siret": "732 829 320 00074", "denomination": "Boulangerie", "requester_name": "Ana",
                     "requester_phone": "05 61 23 45 67", "requester_email": "ana@exemple.fr", "motif": "autres",
                     "description": "Une question"})",
                   {},
                   {},
                   call}
            << QStringList{u"journal"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', siret, requester_phone, channel, state, owner, version,"
                      " department, due_at = asp.f_due_at(motif, received_at, '31')) from asp.ticket where number = "
                      "49001",
                      u"73282932000074|+33561234567|agent|open|1|31|t"_s},
                     {lastEvent, u"49001|agent1|opened||1"_s},
                     {lastJournal, u"agent1|operation|ticket.open|1|49001"_s}};

        QTest::newRow("take")
            << Ask{u"ticket.take"_s, R"({"number": 48213, "version": 1})"}
            << QStringList{u"journal"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', state, owner, version) from asp.ticket where number = 48213",
                      u"taken|agent1|2"_s},
                     {lastEvent, u"48213|agent1|taken||2"_s},
                     {"select changes::text from asp.ticket_event order by id desc limit 1",
                      uR"({"owner": {"is": "agent1", "was": null}, "state": {"is": "taken", "was": "open"}})"_s},
                     {lastJournal, u"agent1|operation|ticket.take|1|48213"_s}};

        QTest::newRow("comment")
            << Ask{u"ticket.comment"_s, R"({"number": 48400, "version": 1, "text": " Vu. "})"}
            << QStringList{u"journal"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', state, owner, version) from asp.ticket where number = 48400",
                      u"taken|agent2|2"_s},
                     {lastEvent, u"48400|agent1|commented|Vu.|2"_s}};

        QTest::newRow("close")
            << Ask{u"ticket.close"_s,
                   R"({"number": 48213, "version": 1, "outcome": "access_restored", "outcome_text": "",
                     "answer": "Votre accès est rétabli.", "leave_duplicates": true})",
                   {},
                   {},
                   call,
                   48213}
            << QStringList{u"journal"_s, u"mail"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', state, owner, closed_by, outcome, answer, version, closed_at is not null)"
                      " from asp.ticket where number = 48213",
                      u"closed|agent1|agent1|access_restored|Votre accès est rétabli.|2|t"_s},
                     {newMails, u"ticket_reponse|48213|claire.fontan@boulangerie-capitole.fr|queued|desk"_s},
                     {"select params ->> 'reponse' from asp.mail where id > 100", u"Votre accès est rétabli."_s},
                     {lastEvent, u"48213|agent1|closed||2"_s},
                     {lastJournal, u"agent1|operation|ticket.close|1|48213"_s}};

        QTest::newRow("close, with no address to answer to")
            << Ask{u"ticket.close"_s,
                   R"({"number": 48377, "version": 1, "outcome": "transferred", "outcome_text": "à la DGEFP",
                     "answer": "Transmis.", "leave_duplicates": true})"}
            << QStringList{u"journal"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', state, outcome_text) from asp.ticket where number = 48377",
                      u"closed|à la DGEFP"_s}};

        QTest::newRow("reopen")
            << Ask{u"ticket.reopen"_s, R"({"number": 48500, "version": 1, "text": "A rappelé."})"}
            << QStringList{u"journal"_s, u"operation"_s, u"ticket"_s, u"ticket_event"_s}
            << Facts{{"select concat_ws('|', state, owner, outcome, version) from asp.ticket where number = 48500",
                      u"open|2"_s},
                     {lastEvent, u"48500|agent1|reopened|A rappelé.|2"_s}};

        QTest::newRow("close the call")
            << Ask{u"call.close"_s, R"({"outcome": "solved", "outcome_text": "", "note": "Débloquée."})", {}, {}, call}
            << QStringList{u"call"_s, u"journal"_s, u"operation"_s}
            << Facts{{"select concat_ws('|', outcome, note, closed_at is not null) from asp.call where agent = 'agent1'"
                      " order by opened_at desc limit 1",
                      u"solved|Débloquée.|t"_s},
                     {lastJournal, u"agent1|operation|call.close|1"_s}};

        const QByteArray walk = R"({"id": "00000000-0000-4000-8000-0000000000aa", "script_id": "compte-verrouille",
            "script_version": 1, "title": "Compte verrouillé", "account_id": 1, "establishment_id": 1, "ticket": 48213,
            "outcome": "solved", "started_at": "2020-01-01T10:00:00Z", "ended_at": "2090-01-01T10:00:00Z",
            "path": [{"node": "debut"}], "seconds": {"debut": 4}, "overrules": 1})";
        for (const QString &of : {call, RulesWorld::closedCall}) {
            QTest::addRow("walk in a call %s", of == call ? "under way" : "that has ended")
                << Ask{u"walk.save"_s, walk, {}, {}, of} << QStringList{u"journal"_s, u"operation"_s, u"walk"_s}
                << Facts{{"select concat_ws('|', script_id, agent, ticket, account_id, outcome, path, overrules,"
                          " ended_at <= now(), call_id) from asp.walk",
                          uR"(compte-verrouille|agent1|48213|1|solved|[{"node": "debut"}]|1|t|)"_s + of},
                         {"select params -> 'path' is null from asp.operation", u"true"_s}};
        }
    }
    void effects()
    {
        QFETCH(Ask, ask);
        QFETCH(QStringList, touched);
        QFETCH(Facts, facts);
        if (ask.kind == "account.reset_password"_L1)
            m_world.givePass(RulesWorld::call, 1, 1);
        const auto before = fingerprints();
        const QJsonObject done = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(done.value("status"_L1).toString(), u"done"_s);
        QCOMPARE(done.value("repeated"_L1).toBool(), false);
        const auto after = fingerprints();
        QStringList changed;
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (it.key() != "read_meter"_L1 && after.value(it.key()) != it.value()) // each operation is counted there
                changed.append(it.key());
        }
        changed.sort();
        QCOMPARE(changed, touched);
        for (const auto &[query, expected] : facts)
            QCOMPARE(m_world.one(query), expected);
        QCOMPARE(m_world.one("select count(*) from asp.journal"), u"1"_s);
        QCOMPARE(
            m_world.one("select count(*) from asp.operation where at between now() - interval '1 minute' and now()"),
            u"1"_s);
    }

    void mustChangeFollowsTheDatedPolicy()
    {
        m_world.one("select 1");
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "update asp.habilitation set state = 'active', active_from = now() where id = 7"),
                 QString());
        m_world.givePass(RulesWorld::call, 3, 6);
        const Ask ask{u"account.reset_password"_s, R"({"account_id": 6})", u"never_received"_s, {}, RulesWorld::call};
        const QJsonObject done = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(done.value("result"_L1).toObject().value("must_change"_L1).toBool(), true);
        QCOMPARE(m_world.one("select must_change_password from asp.account where id = 6"), u"true"_s);
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "insert into asp.password_policy select profile, current_date - 1, min_length,"
                                 " generated_length, digit_required, special_required, generated_specials, "
                                 "advised_against, personalised, false"
                                 " from asp.password_policy where profile = 'ud'"),
                 QString());
        QCOMPARE(m_world.operate(u"agent1"_s, ask).value("result"_L1).toObject().value("must_change"_L1).toBool(),
                 false);
    }

    void noteIsKeptAsTyped()
    {
        const auto save = [this](const QString &login, const QString &call, const QByteArray &note) {
            return m_world.document(login, "select desk.save_note($1::uuid, $2) as d", {call.toUtf8(), note})
                .value("rule"_L1)
                .toString(u"ok"_s);
        };
        QCOMPARE(save(u"agent1"_s, RulesWorld::call, "un"), u"ok"_s);
        QCOMPARE(save(u"agent1"_s, RulesWorld::call, "un, deux"), u"ok"_s);
        QCOMPARE(m_world.one("select note from asp.call where id = '" + RulesWorld::call.toLatin1() + "'"),
                 u"un, deux"_s);
        QCOMPARE(save(u"agent2"_s, RulesWorld::call, "autre"), u"not_your_call"_s);
        QCOMPARE(save(u"agent1"_s, RulesWorld::closedCall, "tard"), u"call_closed"_s);
        QCOMPARE(save(u"agent1"_s, RulesWorld::call, QByteArray(10001, 'x')), u"too_long"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
