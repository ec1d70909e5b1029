// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What becomes of mails once they have left, and what supervisors see and do about those that failed.
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

class TestMails : public QObject {
    Q_OBJECT
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
        // 10 sent, 11 refused identifiant, 12 bounced password, 13 bounced confirmation, 14 refused answer to a ticket
        QCOMPARE(m_world.stateOf(u"admin"_s, R"(
            insert into asp.mail (id, kind, account_id, habilitation_id, ticket, to_address, state, sent_at, bounced_at, reason,
                                  token, attempts, claims, params) values
                (10, 'identifiant', 3, null, null, 'sonia.roux@boulangerie-capitole.fr', 'sent', now(), null, '',
                 '0123456789abcdef', 1, 1, '{}'),
                (11, 'identifiant', 3, null, null, 'ancienne@boulangerie-capitole.fr', 'refused', null, now(), '550 no', null, 1, 1, '{}'),
                (12, 'mot_de_passe', 3, null, null, 'sonia.roux@boulangerie-capitole.fr', 'bounced', now(), now(), '5.1.1', null, 1, 1, '{}'),
                (13, 'habilitation', 2, 3, null, 'marc@cabinet-delmas.fr', 'bounced', now(), now(), '5.1.1', null, 1, 1, '{}'),
                (14, 'ticket_reponse', null, null, 48500, 'claire.fontan@boulangerie-capitole.fr', 'refused', null, now(),
                 '550', null, 1, 1, '{"reponse": "Voilà."}'))"),
                 QString());
    }

    void reports_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("state");
        const QByteArray id = "mail-10.0123456789abcdef@asp-public.fr", sent = "sent";
        QTest::newRow("failed") << id << sent << QByteArray("failed") << u"ok"_s << u"bounced|t|f|5.1.1 no such user"_s;
        QTest::newRow("failed after it was delivered")
            << id << QByteArray("delivered") << QByteArray("failed") << u"ok"_s << u"bounced|t|f|5.1.1 no such user"_s;
        QTest::newRow("delayed is noted")
            << id << sent << QByteArray("delayed") << u"ok"_s << u"sent|f|f|5.1.1 no such user"_s;
        QTest::newRow("delivered") << id << sent << QByteArray("delivered") << u"ok"_s << u"delivered|f|t|"_s;
        QTest::newRow("with angle brackets")
            << '<' + id + '>' << sent << QByteArray("failed") << u"ok"_s << u"bounced|t|f|5.1.1 no such user"_s;
        QTest::newRow("under way again") << id << QByteArray("sending") << QByteArray("failed") << u"later"_s
                                         << u"sending|f|f|"_s;
        QTest::newRow("cancelled stays so")
            << id << QByteArray("cancelled") << QByteArray("failed") << u"ok"_s << u"cancelled|f|f|"_s;
        QTest::newRow("no token") << QByteArray("mail-10@asp-public.fr") << sent << QByteArray("failed")
                                  << u"unknown_mail"_s << u"sent|f|f|"_s;
        QTest::newRow("another's token") << QByteArray("mail-10.fedcba9876543210@asp-public.fr") << sent
                                         << QByteArray("failed") << u"unknown_mail"_s << u"sent|f|f|"_s;
        QTest::newRow("no id of ours") << QByteArray("20260414@mx.example") << sent << QByteArray("failed")
                                       << u"unknown_mail"_s << u"sent|f|f|"_s;
        QTest::newRow("a number beyond all") << QByteArray("mail-999999999999999999@asp-public.fr") << sent
                                             << QByteArray("failed") << u"unknown_mail"_s << u"sent|f|f|"_s;
        QTest::newRow("status") << id << sent << QByteArray("exploded") << u"bad_params"_s << u"sent|f|f|"_s;
    }
    void reports()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, status);
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.mail set state = '" + was + "' where id = 10"), QString());
        for (int i = 0; i < 2; ++i) { // the same report twice says the same
            const QJsonObject answer = m_world.document(u"relay1"_s, "select desk.relay_bounced($1, $2, $3) as d",
                                                        {id, status, "5.1.1 no\r\nsuch \x1buser"});
            QTEST(answer.value("rule"_L1).toString(answer.value("status"_L1).toString()), "answer");
            QTEST(m_world.one("select concat_ws('|', state, bounced_at is not null, delivered_at is not null, "
                              "replace(reason, '  ', ' ')) from asp.mail where id = 10"),
                  "state");
        }
    }

    void aClaimIsNumberedAndTheLastOneCounts()
    {
        const QJsonObject first = claimOne();
        QCOMPARE(first.value("id"_L1).toInt(), 2);
        QVERIFY(first.value("seconds"_L1).toInt() >= 120);
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.mail set next_attempt_at = now() where id = 2"), QString());
        const QJsonObject second = claimOne(); // the first relay's lease is over
        const QByteArray old = QByteArray::number(first.value("claim"_L1).toInt());
        const QByteArray current = QByteArray::number(second.value("claim"_L1).toInt());
        QVERIFY(old != current);
        for (const QByteArray &call :
             {"relay_set_password(2, '$argon2id$late', " + old + ")", "relay_sent(2, " + old + ")",
              "relay_failed(2, true, 'late', " + old + ")", "relay_release(2, " + old + ")"})
            QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk." + call), u"55000"_s);
        QCOMPARE(m_world.one("select password_hash from asp.account_secret where account_id = 1"), u"$argon2id$old1"_s);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_sent(2, " + current + ")"), QString());
    }
    void aMailGivenBackHasLostNoAttempt()
    {
        const QByteArray claim = QByteArray::number(claimOne().value("claim"_L1).toInt());
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_release(2, " + claim + ")"), QString());
        QCOMPARE(m_world.one("select concat_ws('|', state, attempts, next_attempt_at <= clock_timestamp()) from "
                             "asp.mail where id = 2"),
                 u"queued|0|t"_s);
        QCOMPARE(m_world.stateOf(u"relay1"_s, "select desk.relay_release(2, " + claim + ")"), u"55000"_s);
        QCOMPARE(claimOne().value("attempts"_L1).toInt(), 1);
    }
    void aClaimThatLapsedIsNoAttempt()
    {
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(claimOne().value("attempts"_L1).toInt(), 1);
            QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.mail set next_attempt_at = now() where id = 2"),
                     QString());
        }
        QCOMPARE(m_world.one("select concat_ws('|', attempts, lapses, claims) from asp.mail where id = 2"), u"1|2|3"_s);
    }
    void aMailThatKillsEveryRelayIsGivenUp()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "update asp.mail set state = 'sending', attempts = 1, lapses = 50 where id = 2"),
                 QString());
        QCOMPARE(claimOne(), QJsonObject());
        QCOMPARE(m_world.one(
                     "select concat_ws('|', state, bounced_at is not null, reason <> '') from asp.mail where id = 2"),
                 u"refused|t|t"_s);
    }

    void thePageShowsWhatIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QString>("ids");
        QTest::newRow("waiting") << QByteArray("waiting") << QByteArray("0") << QByteArray("50") << u"2"_s;
        QTest::newRow("failed") << QByteArray("failed") << QByteArray() << QByteArray("50") << u"14,13,12,11"_s;
        QTest::newRow("a page of two") << QByteArray("failed") << QByteArray() << QByteArray("2") << u"14,13"_s;
        QTest::newRow("the next page") << QByteArray("failed") << QByteArray("13") << QByteArray("2") << u"12,11"_s;
        QTest::newRow("sent") << QByteArray("sent") << QByteArray() << QByteArray("50") << u"10,1"_s;
    }
    void thePageShowsWhatIsAskedFor()
    {
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, limit);
        const QJsonObject page
            = m_world.read(u"superviseur1"_s, "mails_page",
                           "{\"state\": \"" + state + "\", \"before\": " + (before.isEmpty() ? "null" : before)
                               + ", \"limit\": " + limit + "}");
        QStringList ids;
        for (const auto &mail : page.value("mails"_L1).toArray())
            ids.append(QString::number(mail.toObject().value("id"_L1).toInt()));
        QTEST(ids.join(u','), "ids");
        const QJsonObject counts = page.value("counts"_L1).toObject();
        QCOMPARE(counts.value("waiting"_L1).toInt(), 1);
        QCOMPARE(counts.value("failed"_L1).toInt(), 2);
        QCOMPARE(counts.value("bounced"_L1).toInt(), 2);
        QVERIFY(!QJsonDocument(page).toJson().contains("sonia.roux@"));
    }
    void aLineSaysAllThatTheDeskNeeds()
    {
        const QJsonObject page
            = m_world.read(u"superviseur1"_s, "mails_page", R"({"state": "failed", "before": 14, "limit": 1})");
        const QJsonObject mail = page.value("mails"_L1).toArray().first().toObject();
        QCOMPARE(mail.value("kind"_L1).toString(), u"habilitation"_s);
        QCOMPARE(mail.value("to_masked"_L1).toString(), u"m••••@cabinet-delmas.fr"_s);
        QCOMPARE(mail.value("identifiant"_L1).toString(), u"marc.delmas"_s);
        QCOMPARE(mail.value("siret"_L1).toString(), u"73282932000025"_s);
        QCOMPARE(mail.value("reason"_L1).toString(), u"5.1.1"_s);
        QCOMPARE(m_world.one("select count(*) from asp.journal where kind = 'mails_page' and actor = 'superviseur1'"),
                 u"1"_s);
    }
    void onlySupervisorsSeeThePage_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"agent1", "relay1", "extranet1"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void onlySupervisorsSeeThePage()
    {
        QFETCH(QString, login);
        QCOMPARE(m_world.stateOf(login, "select asp.f_read_mails_page('{}')"), u"42501"_s);
        if (login == u"agent1"_s)
            QCOMPARE(m_world.read(login, "mails_page", R"({"state": "failed"})").value("rule"_L1).toString(),
                     u"supervisor_only"_s);
        else
            QCOMPARE(m_world.stateOf(login, "select desk.announce(gen_random_uuid(), 'mails_page', '{}')"), u"42501"_s);
        if (login != u"relay1"_s) {
            QCOMPARE(m_world.stateOf(login, "select desk.relay_bounced('mail-10.0123456789abcdef@x', 'failed', '')"),
                     u"42501"_s);
            QCOMPARE(m_world.stateOf(login, "select desk.relay_release(2, 1)"), u"42501"_s);
        }
    }
    void anUnknownListIsRefused()
    {
        QCOMPARE(m_world.read(u"superviseur1"_s, "mails_page", R"({"state": "all"})").value("rule"_L1).toString(),
                 u"bad_params"_s);
    }

    void sentAgain_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("made");
        const QString chief = u"superviseur1"_s;
        QTest::newRow("identifiant, to the address of today")
            << chief << QByteArray("11") << QByteArray() << u"done"_s
            << u"identifiant|3||sonia.roux@boulangerie-capitole.fr|queued"_s;
        QTest::newRow("confirmation") << chief << QByteArray("13") << QByteArray() << u"done"_s
                                      << u"habilitation|2||marc@cabinet-delmas.fr|queued"_s;
        QTest::newRow("answer to a ticket") << chief << QByteArray("14") << QByteArray() << u"done"_s
                                            << u"ticket_reponse||48500|claire.fontan@boulangerie-capitole.fr|queued"_s;
        QTest::newRow("password") << chief << QByteArray("12") << QByteArray() << u"done"_s
                                  << u"mot_de_passe|3||sonia.roux@boulangerie-capitole.fr|queued"_s;
        QTest::newRow("an agent") << u"agent1"_s << QByteArray("11") << QByteArray() << u"supervisor_only"_s
                                  << QString();
        QTest::newRow("no such mail") << chief << QByteArray("999") << QByteArray() << u"unknown_mail"_s << QString();
        QTest::newRow("one that was sent")
            << chief << QByteArray("10") << QByteArray() << u"mail_not_failed"_s << QString();
        QTest::newRow("one that waits") << chief << QByteArray("2") << QByteArray() << u"mail_not_failed"_s
                                        << QString();
        QTest::newRow("an account being deleted")
            << chief << QByteArray("11") << QByteArray("update asp.account set being_deleted_at = now() where id = 3")
            << u"account_being_deleted"_s << QString();
        QTest::newRow("a habilitation since revoked")
            << chief << QByteArray("13")
            << QByteArray(
                   "update asp.habilitation set state = 'revoked', revoked_at = now(), referent = false where id = 3")
            << u"habilitation_not_active"_s << QString();
        QTest::newRow("a password replaced by a later one")
            << chief << QByteArray("12")
            << QByteArray("insert into asp.mail (kind, account_id, to_address, state, sent_at) values ('mot_de_passe', "
                          "3, 'a@b.fr', 'sent', now())")
            << u"mail_not_failed"_s << QString();
        QTest::newRow("a password its holder has changed")
            << chief << QByteArray("12")
            << QByteArray("update asp.account set password_state = 'active', password_changed_at = now() + interval '1 "
                          "minute', "
                          "password_changed_by = 'self_service' where id = 3")
            << u"mail_not_failed"_s << QString();
        QTest::newRow("no number") << chief << QByteArray("\"x\"") << QByteArray() << u"bad_params"_s << QString();
    }
    void sentAgain()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, mail);
        QFETCH(QByteArray, before);
        QFETCH(QString, made);
        if (!before.isEmpty())
            QCOMPARE(m_world.stateOf(u"admin"_s, before), QString());
        const QJsonObject answer = m_world.operate(login, {u"mail.send_again"_s, "{\"mail_id\": " + mail + "}"});
        QTEST(answer.value("rule"_L1).toString(answer.value("status"_L1).toString()), "answer");
        if (made.isEmpty())
            return;
        const QByteArray id = QByteArray::number(answer.value("result"_L1).toObject().value("mail"_L1).toInteger());
        QCOMPARE(
            m_world.one(
                "select concat_ws('|', kind, coalesce(account_id::text, ''), coalesce(ticket::text, ''), to_address, "
                "state) from asp.mail where id = "
                + id),
            made);
        QCOMPARE(m_world.one("select replaced_by from asp.mail where id = " + mail), QString::fromLatin1(id));
        const QJsonObject again = m_world.operate(login, {u"mail.send_again"_s, "{\"mail_id\": " + mail + "}"});
        QCOMPARE(again.value("rule"_L1).toString(), u"mail_not_failed"_s); // once is enough
    }
    void aPasswordSentAgainIsANewOne()
    {
        QCOMPARE(m_world.operate(u"superviseur1"_s, {u"mail.send_again"_s, "{\"mail_id\": 12}"})
                     .value("status"_L1)
                     .toString(),
                 u"done"_s);
        QCOMPARE(m_world.one("select concat_ws('|', a.password_state, s.password_hash is null) from asp.account a "
                             "join asp.account_secret s on s.account_id = a.id where a.id = 3"),
                 u"voided|t"_s);
    }

private:
    QJsonObject claimOne()
    {
        const QJsonObject document
            = m_world.document(u"relay1"_s, "select jsonb_build_object('mails', desk.relay_claim(1, 30)) as d");
        const QJsonArray mails = document.value("mails"_L1).toArray();
        return mails.isEmpty() ? QJsonObject() : mails.first().toObject();
    }
    RulesWorld m_world;
};

QTEST_GUILESS_MAIN(TestMails)
#include "tst_mails.moc"
