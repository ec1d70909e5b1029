// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The relay's functions and the extranet's, as the database sees them (tests/db/mail tests the relay itself).
class TestRelayClaims : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    QJsonArray claim(int limit)
    {
        auto relay = m_world.connect(u"relay1"_s);
        const auto rows = relay->exec("select desk.relay_claim($1) as d", {QByteArray::number(limit)});
        return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).array() : QJsonArray();
    }
    void reset()
    {
        m_world.givePass(RulesWorld::call, 1, 1);
        m_world.operate(u"agent1"_s,
                        {u"account.reset_password"_s, R"({"account_id": 1})", u"locked"_s, {}, RulesWorld::call});
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

    void aClaimSaysAllThatIsNeeded()
    {
        reset();
        const QJsonArray mails = claim(10);
        QCOMPARE(mails.size(), 2);
        const QJsonObject password = mails.at(1).toObject();
        QCOMPARE(password.value("kind"_L1).toString(), u"mot_de_passe"_s);
        QCOMPARE(password.value("to"_L1).toString(), u"claire.fontan@boulangerie-capitole.fr"_s);
        static const QRegularExpression id(u"^<mail-102\\.[0-9a-f]{16}@asp-public\\.fr>$"_s);
        const QString messageId = password.value("message_id"_L1).toString();
        QVERIFY2(id.match(messageId).hasMatch(), qPrintable(messageId));
        QCOMPARE(password.value("account"_L1).toObject().value("identifiant"_L1).toString(), u"claire.fontan"_s);
        QCOMPARE(password.value("policy"_L1).toObject().value("specials"_L1).toString(), u"!"_s);
        QCOMPARE(claim(10).size(), 0); // held by whoever claimed them
        QCOMPARE(m_world.stateOf(
                     u"admin"_s,
                     "update asp.mail set next_attempt_at = now(), claimed_until = now() where state = 'sending'"),
                 QString());
        const QJsonArray again = claim(10);
        QCOMPARE(again.size(), 2);
        QCOMPARE(again.at(1).toObject().value("message_id"_L1), password.value("message_id"_L1));
        QCOMPARE(again.at(1).toObject().value("attempts"_L1).toInt(), 1);
    }

    void confirmationAndAnswerCarryTheirValues()
    {
        m_world.operate(
            u"agent1"_s,
            {u"mail.resend_confirmation"_s, R"({"habilitation_id": 1})", u"never_received"_s, {}, RulesWorld::call});
        m_world.operate(
            u"agent1"_s,
            {u"ticket.close"_s,
             R"({"number": 48213, "version": 1, "outcome": "explained", "answer": "Voilà.", "leave_duplicates": true})"});
        const QJsonArray mails = claim(10);
        QStringList kinds;
        for (const auto &mail : mails)
            kinds.append(mail.toObject().value("kind"_L1).toString());
        QCOMPARE(kinds, (QStringList{u"mot_de_passe"_s, u"habilitation"_s, u"ticket_reponse"_s}));
        const QJsonObject confirmation = mails.at(1).toObject().value("params"_L1).toObject();
        QCOMPARE(confirmation.value("siret"_L1).toString(), RulesWorld::siret);
        QVERIFY(!confirmation.value("actif_depuis"_L1).toString().isEmpty());
        const QJsonObject answer = mails.at(2).toObject().value("params"_L1).toObject();
        QCOMPARE(answer.value("reponse"_L1).toString(), u"Voilà."_s);
        QCOMPARE(answer.value("ticket"_L1).toInt(), 48213);
        QCOMPARE(answer.value("motif"_L1).toString(), u"Habilitation à l’extranet"_s);
    }

    void aPasswordIsForAClaimedMailOnly()
    {
        reset();
        const auto set = [this](int mail, const char *hash) {
            return m_world.stateOf(u"relay1"_s,
                                   QByteArray("select desk.relay_set_password(") + QByteArray::number(mail) + ", '"
                                       + hash + "')");
        };
        QCOMPARE(set(102, "$argon2id$new"), u"55000"_s); // not claimed yet
        QCOMPARE(claim(10).size(), 2);
        QCOMPARE(set(102, "in the clear"), u"22023"_s);
        QCOMPARE(set(101, "$argon2id$new"), u"55000"_s); // the identifiant's mail
        QCOMPARE(set(102, "$argon2id$new"), QString());
        QCOMPARE(
            m_world.one("select concat_ws('|', password_state, password_changed_by) from asp.account where id = 1"),
            u"active|desk"_s);
        QCOMPARE(m_world.one("select password_hash from asp.account_secret where account_id = 1"), u"$argon2id$new"_s);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_sent(102)"), QString());
        QCOMPARE(set(102, "$argon2id$later"), u"55000"_s); // gone
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_sent(102)"), u"55000"_s);
    }

    void theLatestPasswordCounts()
    {
        reset();
        QCOMPARE(claim(10).size(), 2); // a relay holds the first one
        reset();
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_set_password(102, '$argon2id$old')"), u"55000"_s);
        QCOMPARE(m_world.one("select password_state from asp.account where id = 1"), u"voided"_s);
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.mail set next_attempt_at = now() where id = 102"), QString());
        QCOMPARE(claim(10).size(), 2); // the second two; the first is given up
        QCOMPARE(m_world.one("select state from asp.mail where id = 102"), u"cancelled"_s);
    }

    void failuresAreTriedAgainThenGivenUp()
    {
        reset();
        QCOMPARE(claim(1).size(), 1);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_failed(101, false, E'450 later\\r\\nBcc: x')"),
                 QString());
        QCOMPARE(
            m_world.one("select concat_ws('|', state, reason, attempts, next_attempt_at between now() + interval '50 s'"
                        " and now() + interval '70 s') from asp.mail where id = 101"),
            u"queued|450 later Bcc: x|1|t"_s);
        QCOMPARE(claim(10).size(), 1); // the other one
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_failed(102, true, '550 unknown')"), QString());
        QCOMPARE(m_world.one("select concat_ws('|', state, bounced_at is not null) from asp.mail where id = 102"),
                 u"refused|t"_s);
        QCOMPARE(
            m_world.stateOf(u"admin"_s, "update asp.mail set attempts = 11, next_attempt_at = now() where id = 101"),
            QString());
        QCOMPARE(claim(10).size(), 1);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_failed(101, false, 'again')"), QString());
        QCOMPARE(m_world.one("select state from asp.mail where id = 101"), u"refused"_s);
    }

    void extranetTickets_data()
    {
        QTest::addColumn<QByteArray>("ticket");
        QTest::addColumn<QString>("answer");
        const auto from = [](const QByteArray &siret, const QByteArray &description = "x") {
            QByteArray ticket = R"({"siret": "%1", "denomination": "B", "requester_name": "A", "motif": "habilitation",
                "requester_phone": "06 12 34 56 78", "requester_email": "a@b.fr", "description": "%2"})";
            return ticket.replace("%1", siret).replace("%2", description);
        };
        QTest::newRow("right") << from("732 829 320 00074") << u"ok"_s;
        QTest::newRow("unknown SIRET") << from("39481722500011") << u"ok"_s;
        QTest::newRow("malformed SIRET") << from("abc") << u"ok"_s;
        QTest::newRow("no SIRET") << from(" ") << u"bad_params"_s;
        QTest::newRow("no motif") << QByteArray(R"({"siret": "1"})") << u"unknown_motif"_s;
        QTest::newRow("missing fields") << QByteArray(R"({"siret": "1", "motif": "autres"})") << u"bad_params"_s;
        QTest::newRow("description") << from("1", QByteArray(1001, 'x')) << u"description_too_long"_s;
    }
    void extranetTickets()
    {
        QFETCH(QByteArray, ticket);
        QFETCH(QString, answer);
        const QJsonObject done
            = m_world.document(u"extranet1"_s, "select desk.extranet_ticket($1::jsonb) as d", {ticket});
        QCOMPARE(done.value("rule"_L1).toString(done.value("status"_L1).toString()), answer);
        if (answer == u"ok"_s) {
            QCOMPARE(m_world.one("select concat_ws('|', t.channel, t.state, e.kind, e.actor, t.due_at = "
                                 "asp.f_due_at(t.motif, t.received_at, t.department)) "
                                 "from asp.ticket t"
                                 " join asp.ticket_event e on e.ticket = t.number where t.number > 49000"),
                     u"extranet|open|received|extranet1|t"_s);
        }
    }

    void realDataIsNoticed()
    {
        QCOMPARE(m_world.one("select holds_real_data from asp.environment"), u"false"_s); // a demonstration
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.environment set kind = 'production'"), QString());
        QCOMPARE(m_world.stateOf(u"extranet1"_s,
                                 "insert into asp.establishment (siret, denomination, postcode, town)"
                                 " values ('39481722500011', 'Vraie', '19000', 'Tulle')"),
                 QString());
        QCOMPARE(m_world.one("select holds_real_data from asp.environment"), u"true"_s);
    }
};

QTEST_GUILESS_MAIN(TestRelayClaims)
#include "tst_relayclaims.moc"
