// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace desk;

/// Creating accounts and reassigning referents: every effect and mail, every refusal.
class TestAccess : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QString tried(const Ask &ask, const QString &login = u"agent1"_s)
    {
        return asks::outcome(m_world, m_world.operate(login, ask));
    }
    QString mails()
    {
        return m_world.one("select string_agg(concat_ws('|', kind, account_id, to_address, state), ' ; ' order by id)"
                           " from asp.mail where id > 100");
    }
    QString habilitation(qint64 account)
    {
        return m_world.one("select concat_ws('|', state, referent, made_by_desk, active_from is not null) from "
                           "asp.habilitation where establishment_id = 1 and account_id = "
                           + QByteArray::number(account));
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
        admin("update asp.setting set value = '500' where key ~ '^(repetition|plafond)'");
    }

    void aNewReferent_data()
    {
        QTest::addColumn<bool>("keepOld");
        QTest::newRow("old one revoked") << false;
        QTest::newRow("old one kept") << true;
    }
    void aNewReferent()
    {
        QFETCH(bool, keepOld);
        const QJsonObject done = asks::resultOf(m_world.operate(u"agent1"_s, asks::reassign(asks::person(), keepOld)));
        QCOMPARE(done.value("state"_L1).toString(), u"done"_s);
        QCOMPARE(done.value("identifiant"_L1).toString(), u"ana.vidal"_s);
        QCOMPARE(done.value("old_account_id"_L1).toInt(), 1);
        QCOMPARE(done.value("old_kept"_L1).toBool(), keepOld);
        QCOMPARE(done.value("mails"_L1).toArray(), (QJsonArray{101, 102, 103}));
        QCOMPARE(done.value("notices"_L1).toArray(), (QJsonArray{104, 105}));
        QCOMPARE(habilitation(done.value("account_id"_L1).toInteger()), u"active|t|t|t"_s);
        QCOMPARE(habilitation(1), keepOld ? u"active|f|f|t"_s : u"revoked|f|f|t"_s);
        QCOMPARE(m_world.one("select concat_ws('|', identifiant, last_name, first_name, email, phone, profile,"
                             " password_state, secrets_set, created_by_desk, must_change_password) from asp.account"
                             " where id > 100"),
                 u"ana.vidal|Vidal|Ana|ana.vidal@boulangerie-capitole.fr|+33699887766|etablissement|none|f|t|f"_s);
        QCOMPARE(mails(),
                 u"identifiant|101|ana.vidal@boulangerie-capitole.fr|queued ; "
                 "mot_de_passe|101|ana.vidal@boulangerie-capitole.fr|queued ; "
                 "habilitation|101|ana.vidal@boulangerie-capitole.fr|queued ; "
                 "avis_changement|1|claire.fontan@boulangerie-capitole.fr|queued ; "
                 "avis_changement|contact@boulangerie-capitole.fr|queued"_s);
        QCOMPARE(m_world.one("select concat_ws('|', params ->> 'denomination', params ->> 'siret', params ->> 'name',"
                             " params ->> 'who', params ? 'email', params ? 'phone') from asp.mail where id = 104"),
                 u"Boulangerie du Capitole|73282932000074|Ana Vidal|referent|f|f"_s);
        QCOMPARE(m_world.one("select concat_ws('|', kind, requested_by, account_created, old_account_id, mails,"
                             " until - at = '24:00') from asp.access_change"),
                 u"referent.reassign|agent1|t|1|{101,102,103}|t"_s);
        QCOMPARE(m_world.one("select concat_ws('|', kind, detail ->> 'kind', establishment_id, account_id, call_id)"
                             " from asp.journal order by id desc limit 1"),
                 u"operation|referent.reassign|1|101|"_s + RulesWorld::call);
    }

    void anotherUserBecomesReferent()
    {
        admin("update asp.habilitation set active_from = now() - interval '50 days' where account_id = 2");
        QCOMPARE(tried(asks::reassignTo(2)), u"done"_s); // also works for SYLAé: the third mail alone
        QCOMPARE(habilitation(2), u"active|t|f|t"_s);
        QCOMPARE(m_world.one("select concat_ws('|', old_account_id, account_created, before -> 'new' ->> 'referent')"
                             " from asp.access_change"),
                 u"1|f|false"_s);
        QCOMPARE(mails(),
                 u"habilitation|2|marc@cabinet-delmas.fr|queued ; "
                 "avis_changement|1|claire.fontan@boulangerie-capitole.fr|queued ; "
                 "avis_changement|contact@boulangerie-capitole.fr|queued"_s);
    }

    void anAccountForColleagues()
    {
        const QJsonObject done = asks::resultOf(m_world.operate(u"agent1"_s, asks::create(asks::person())));
        QCOMPARE(done.value("state"_L1).toString(), u"done"_s);
        QVERIFY(!done.contains("old_account_id"_L1));
        QCOMPARE(habilitation(101), u"active|f|t|t"_s);
        QCOMPARE(habilitation(1), u"active|t|f|t"_s);
        QCOMPARE(m_world.one("select count(*) from asp.mail where kind = 'avis_changement'"), u"2"_s);
        QCOMPARE(m_world.one("select old_account_id is null and old_kept is null from asp.access_change"), u"true"_s);
    }

    /// Who has an account is not sent a password; who never had one gets all three mails.
    void mailsOfAnExistingAccount_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("kinds");
        const QString third = u"habilitation"_s, all = u"identifiant mot_de_passe habilitation"_s;
        QTest::newRow("logged in once") << QByteArray("update asp.account set first_login_at = now() where id = 6")
                                        << third;
        QTest::newRow("another extranet") << QByteArray("insert into asp.account_extranet values (6, 'APEA')") << third;
        QTest::newRow("used elsewhere") << QByteArray(
            "update asp.habilitation set state = 'active', active_from = now() "
            "where account_id = 6") << third;
        QTest::newRow("never used") << QByteArray("delete from asp.habilitation where account_id = 6") << all;
    }
    void mailsOfAnExistingAccount()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, kinds);
        admin(before + "; update asp.account set email = 'ud19@boulangerie-capitole.fr' where id = 6");
        QCOMPARE(tried(asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"account_id"_s, 6}})), u"done"_s);
        QCOMPARE(m_world.one("select string_agg(kind, ' ' order by id) from asp.mail where account_id = 6"), kinds);
    }

    void aRevokedOneComesBack()
    {
        admin("update asp.account set email = 'lea@boulangerie-capitole.fr' where id = 7");
        QCOMPARE(tried(asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"account_id"_s, 7}})), u"done"_s);
        QCOMPARE(habilitation(7), u"active|f|t|t"_s);
        QCOMPARE(m_world.one("select before -> 'new' ->> 'state' from asp.access_change"), u"revoked"_s);
    }

    void homonymsGetANumber()
    {
        QJsonObject who = asks::person();
        who.insert("first_name"_L1, u"Jean Pierre"_s);
        who.insert("last_name"_L1, u"L’Épée"_s);
        for (const QString &wanted : {u"jean-pierre.l-epee"_s, u"jean-pierre.l-epee2"_s, u"jean-pierre.l-epee3"_s}) {
            admin("alter table asp.access_change disable trigger all; delete from asp.access_change");
            who.insert("email"_L1, wanted + u"@boulangerie-capitole.fr"_s);
            QCOMPARE(asks::resultOf(m_world.operate(u"agent1"_s, asks::create(who))).value("identifiant"_L1).toString(),
                     wanted);
        }
    }

    /// Two accounts for one address, asked for two establishments at the same moment: one of them is refused.
    void oneAddressIsGivenOneAccount()
    {
        admin("insert into asp.call_file (call_id, establishment_id) values ('" + RulesWorld::otherCall.toUtf8()
              + "', 2);"
                "update asp.habilitation set active_from = now() - interval '50 days', establishment_id = 2, referent "
                "= true"
                " where id = 3; update asp.account set email = 'marc@boulangerie-capitole.fr' where id = 2;"
                "insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, motif,"
                " channel, due_at) values ('73282932000025', 'B', 'M', '', 'marc@boulangerie-capitole.fr', "
                "'habilitation',"
                " 'extranet', now())");
        m_world.givePass(RulesWorld::otherCall, 2, 0);
        for (int round = 0; round < 5; ++round) {
            const QString address = u"a%1@boulangerie-capitole.fr"_s.arg(round);
            admin("alter table asp.access_change disable trigger all; delete from asp.access_change");
            Ask first = asks::create(asks::person(address)), second = first;
            second.call = RulesWorld::otherCall;
            second.params.replace("\"establishment_id\":1", "\"establishment_id\":2");
            std::vector<QString> outcomes(2);
            std::vector<std::thread> threads;
            for (size_t i = 0; i < 2; ++i)
                threads.emplace_back([&, i] {
                    auto connection = m_world.connect(i == 0 ? u"agent1"_s : u"agent2"_s);
                    const Ask &ask = i == 0 ? first : second;
                    const auto rows = connection->exec(
                        "select desk.operate($1::uuid, $2, $3::jsonb, 'other', 'x', $4::uuid, null) as d",
                        {RulesWorld::newId().toUtf8(), ask.kind.toUtf8(), ask.params, ask.call.toUtf8()});
                    const QJsonObject answer
                        = rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
                    outcomes[i] = answer.value("rule"_L1).toString(answer.value("status"_L1).toString());
                });
            for (auto &thread : threads)
                thread.join();
            std::sort(outcomes.begin(), outcomes.end());
            QCOMPARE(outcomes, (std::vector<QString>{u"account_exists"_s, u"done"_s}));
            QCOMPARE(m_world.one("select count(*) from asp.account where email = '" + address.toUtf8() + "'"), u"1"_s);
        }
    }

    void badPerson_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QString &field, const QJsonValue &value) {
            QTest::newRow(name) << field << value;
        };
        for (const QString &field : {u"last_name"_s, u"first_name"_s}) {
            row(qPrintable(field + " empty"_L1), field, u"  "_s);
            row(qPrintable(field + " with a line break"_L1), field, u"Vidal\r\nBcc: x@y.fr"_s);
            row(qPrintable(field + " turned around"_L1), field, u"Vi\u202Edal"_s);
            row(qPrintable(field + " with something invisible"_L1), field, u"Vi\u200Bdal"_s);
            row(qPrintable(field + " with HTML"_L1), field, u"<b>Vidal</b>"_s);
            row(qPrintable(field + " as a formula"_L1), field, u"=HYPERLINK"_s);
            row(qPrintable(field + " from a minus"_L1), field, u"-1+1"_s);
            row(qPrintable(field + " with digits"_L1), field, u"Vidal2"_s);
            row(qPrintable(field + " with a picture"_L1), field, u"Vidal 😀"_s);
            row(qPrintable(field + " too long"_L1), field, QString(81, u'a'));
            row(qPrintable(field + " a number"_L1), field, 12);
            row(qPrintable(field + " nothing"_L1), field, QJsonValue::Null);
        }
        row("phone", u"phone"_s, u"12"_s);
        row("phone empty", u"phone"_s, QString());
        row("profile", u"profile"_s, u"admin"_s);
        for (const QString &address :
             {u"ana"_s, u"ana@capitole"_s, u"a b@c.fr"_s, u"ana@c.fr\nBcc: x@y.fr"_s, u"<a@b.fr>"_s, u"a@b.fr,c@d.fr"_s,
              u"ana@boulangerie-capitole.fr."_s, u"ana@-x.fr"_s, u"ana@boulangerie-c\u0430pitole.fr"_s,
              u"\u202Eana@c.fr"_s, u"a..b@c.fr"_s, u"ana@c..fr"_s, QString(250, u'a') + u"@c.fr"_s})
            row(qPrintable("address "_L1 + address.left(30)), u"email"_s, address);
    }
    void badPerson()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject who = asks::person();
        who.insert(field, value);
        for (const Ask &ask : {asks::create(who), asks::reassign(who)}) {
            const QJsonObject answer = m_world.operate(u"agent1"_s, ask);
            QCOMPARE(asks::outcome(m_world, answer), u"bad_person"_s);
            QCOMPARE(answer.value("params"_L1).toObject().value("field"_L1).toString(), field);
        }
    }

    void namesOfAllKinds()
    {
        for (const QString &name :
             {u"Le Gall"_s, u"D’Artagnan"_s, u"O'Neil"_s, u"Łukaszewicz"_s, u"Nguyễn"_s, u"Παππάς"_s}) {
            admin("alter table asp.access_change disable trigger all; delete from asp.access_change;"
                  "update asp.account set email = id || '@x.fr' where id > 100");
            QJsonObject who = asks::person();
            who.insert("last_name"_L1, name);
            QCOMPARE(tried(asks::create(who)), u"done"_s);
            QCOMPARE(m_world.one("select last_name from asp.account order by id desc limit 1"), name);
        }
    }

    void refused_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QByteArray>("before");
        const auto row = [](const char *name, const char *rule, const Ask &ask, const QByteArray &before = "select 1") {
            QTest::newRow(name) << QString::fromLatin1(rule) << ask << before;
        };
        const auto with = [](Ask ask, const QByteArray &from, const QByteArray &to) {
            ask.params.replace(from, to);
            return ask;
        };
        const Ask create = asks::create(asks::person()), reassign = asks::reassign(asks::person());
        row("no establishment", "unknown_establishment", with(create, ":1,", ":999,"));
        row("no account", "unknown_account", asks::reassignTo(999));
        row("being deleted", "account_being_deleted", asks::reassignTo(4));
        row("switched off", "account_disabled", asks::reassignTo(5));
        row("referent already", "already_referent", asks::reassignTo(1));
        row("habilitated already", "already_habilitated",
            asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"account_id"_s, 2}}));
        row("asked for already", "already_habilitated",
            asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"account_id"_s, 3}}));
        row("the address has an account", "account_exists",
            asks::create(asks::person(u"CLAIRE.Fontan@boulangerie-capitole.fr"_s)));
        row("account and person", "bad_params", with(reassign, "\"person\"", "\"account_id\":2,\"person\""));
        row("neither", "bad_params", asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}}));
        row("the old one: kept or not?", "bad_params", with(reassign, "\"keep_old\":false,", ""));
        row("the old one: a word", "bad_params", with(reassign, "\"keep_old\":false", "\"keep_old\":\"non\""));
        row("a person that is a text", "bad_params",
            asks::ask(u"account.create"_s, {{u"establishment_id"_s, 1}, {u"person"_s, u"Ana"_s}}));
        Ask noReason = create;
        noReason.reason.clear();
        row("no reason", "reason_needed", noReason);
        Ask ticket = create;
        ticket.call.clear();
        row("nothing cited", "needs_call_or_ticket", ticket);
        ticket.ticket = 48213;
        row("for a ticket: nobody was checked", "check_needed", ticket);
        row("nobody checked", "check_needed", create,
            "alter table asp.caller_check disable trigger all; delete from asp.caller_check");
        row("another establishment checked", "check_needed", create,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set establishment_id = 2");
        row("the account checked, not the establishment", "check_needed", create,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set establishment_id = null");
        row("check failed", "check_needed", create,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set passed = false, valid_until "
            "= null");
        row("check too old", "check_needed", create,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set valid_until = now()");
        row("someone else's check", "check_needed", create,
            "alter table asp.caller_check disable trigger all; update asp.caller_check set person = 'paul'");
        row("call over", "call_closed", create,
            "update asp.call set closed_at = now(), outcome = 'solved' where id = '" + RulesWorld::call.toUtf8() + "'");
        row("ceiling", "over_ceiling", create, "update asp.setting set value = '0' where key = 'plafond.create'");
        row("faster than files are opened", "rate_limited", create,
            "update asp.setting set value = '0' where key = 'repetition.par_minute'");
    }
    void refused()
    {
        QFETCH(QString, rule);
        QFETCH(Ask, ask);
        QFETCH(QByteArray, before);
        admin(before);
        const QByteArray print
            = "select md5(concat((select string_agg(t::text, ',' order by id) from asp.account t),"
              " (select string_agg(t::text, ',' order by id) from asp.habilitation t),"
              " (select string_agg(t::text, ',' order by id) from asp.mail t),"
              " (select count(*) from asp.approval_request), (select count(*) from asp.access_change),"
              " (select count(*) from asp.operation)))";
        const QString was = m_world.one(print);
        const QJsonObject answer = m_world.operate(u"agent1"_s, ask);
        QCOMPARE(asks::outcome(m_world, answer), rule);
        QCOMPARE(m_world.one(print), was);
        if (rule == "account_exists"_L1)
            QCOMPARE(answer.value("params"_L1).toObject(),
                     (QJsonObject{{u"account_id"_s, 1}, {u"identifiant"_s, u"claire.fontan"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
