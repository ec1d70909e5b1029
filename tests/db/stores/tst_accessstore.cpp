// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgaccessstore.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;

/// What the sheets ask before access changes hands, on a real server.
class TestAccessStore : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;
    PgDatabase m_database;
    PgSessionStore m_session{m_database};
    PgLookupStore m_lookup{m_database};
    PgOperationStore m_operations{m_database};
    PgAccessStore m_access{m_database};
    QUuid m_call;

    static constexpr EstablishmentId bakery{1};
    static constexpr AccountId claire{1}, nobody{0};

    Result<OperationOutcome> say(AccountId account, const QString &phone, const QString &street)
    {
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::CallCheck;
        request.call = m_call;
        request.params = {{"establishment_id"_L1, 1},
                          {"facts"_L1,
                           QJsonArray{QJsonObject{{"fact"_L1, u"establishment.phone"_s}, {"value"_L1, phone}},
                                      QJsonObject{{"fact"_L1, u"establishment.street"_s}, {"value"_L1, street}}}}};
        if (account != nobody)
            request.params.insert("account_id"_L1, account.value());
        return await(m_operations.submit(request));
    }
    static QJsonObject person(const QString &email)
    {
        return {{"last_name"_L1, u"Durand"_s},
                {"first_name"_L1, u"Paul"_s},
                {"phone"_L1, u"0561000012"_s},
                {"email"_L1, email},
                {"profile"_L1, u"etablissement"_s}};
    }
    Result<Rehearsal> rehearse(const QString &email)
    {
        const QJsonObject params{{"establishment_id"_L1, 1}, {"person"_L1, person(email)}, {"keep_old"_L1, false}};
        return await(m_access.rehearse({OperationKind::ReassignReferent, params}, m_call, std::nullopt));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        // The world gave its rows ids of its own: those to come begin behind them.
        QVERIFY(m_world.admin("select setval(pg_get_serial_sequence('asp.account', 'id'), 100), "
                              "setval(pg_get_serial_sequence('asp.habilitation', 'id'), 100)"));
        QVERIFY(await(m_session.logIn(m_world.cluster.settings(u"agent1"_s), {})));
    }
    void init()
    {
        m_call = QUuid::createUuid();
        QVERIFY(await(m_lookup.openFile(StoresWorld::siret, m_call)));
    }

    void factsSayWhichCanBeUsed()
    {
        const auto status = await(m_access.checkStatus(m_call, bakery, claire));
        QVERIFY2(status, qPrintable(status ? QString() : status.error().detail));
        QHash<QString, CheckFact::Why> why;
        for (const CheckFact &fact : status->facts) {
            QVERIFY(!fact.label.isEmpty());
            why.insert(fact.code, fact.why);
        }
        QCOMPARE(why.value(u"account.phone"_s), CheckFact::Why::Usable);
        QCOMPARE(why.value(u"establishment.street"_s), CheckFact::Why::Usable);
        QCOMPARE(why.value(u"account.identifiant"_s), CheckFact::Why::Shown);
        QCOMPARE(why.value(u"account.last_login"_s), CheckFact::Why::Absent);
        QCOMPARE(status->triesLeft, 3);
        QVERIFY(!status->passedUntil.isValid());
    }

    void whatIsRevealedCannotBeUsedAnyMore()
    {
        QVERIFY(await(m_lookup.reveal(u"account.phone"_s, claire.value(), m_call)));
        const auto status = await(m_access.checkStatus(m_call, bakery, claire));
        QVERIFY(status);
        for (const CheckFact &fact : status->facts)
            QVERIFY(fact.code != u"account.phone"_s || fact.why == CheckFact::Why::Shown);
    }

    void aFileNotOpenedIsRefused()
    {
        const auto status = await(m_access.checkStatus(m_call, EstablishmentId(2), nobody));
        QVERIFY(!status);
        QCOMPARE(status.error().rule, u"file_not_opened"_s);
    }

    void failedThenPassed()
    {
        const auto failed = say(claire, u"0561234567"_s, u"3 rue du Port"_s);
        QVERIFY2(failed, qPrintable(failed ? QString() : failed.error().rule));
        QVERIFY(!failed->result.value("passed"_L1).toBool());
        QCOMPARE(await(m_access.checkStatus(m_call, bakery, claire))->triesLeft, 2);
        const auto passed = say(claire, u"05 61 23 45 67"_s, u"12, RUE d'alsace lorraine"_s);
        QVERIFY2(passed, qPrintable(passed ? QString() : passed.error().rule));
        QVERIFY(passed->result.value("passed"_L1).toBool());
        const auto status = await(m_access.checkStatus(m_call, bakery, claire));
        QVERIFY(status && status->passedUntil > QDateTime::currentDateTimeUtc());
        const auto file = await(m_lookup.openFile(StoresWorld::siret, m_call));
        QVERIFY(file && file->callerChecked(claire, QDateTime::currentDateTimeUtc()));
        QVERIFY(file->establishment.streetMasked && file->establishment.addressLine.isEmpty());
        QVERIFY(file->establishment.headcountMasked);
    }

    void aRehearsalTellsAndKeepsNothing()
    {
        auto before = rehearse(u"paul.durand@exemple.fr"_s);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().detail));
        QCOMPARE(before->would, Rehearsal::Would::Refused);
        QCOMPARE(before->refusal.rule, u"check_needed"_s);
        QVERIFY(say(nobody, u"0561234567"_s, u"12 rue d’Alsace-Lorraine"_s)->result.value("passed"_L1).toBool());
        const auto elsewhere = rehearse(u"paul.durand@exemple.fr"_s);
        QVERIFY(elsewhere);
        QCOMPARE(elsewhere->would, Rehearsal::Would::Waiting);
        QVERIFY(elsewhere->result.value("why"_L1).toArray().contains(u"address_outside_domains"_s));
        const auto here = rehearse(u"paul.durand@boulangerie-capitole.fr"_s);
        QVERIFY(here);
        QVERIFY2(here->would == Rehearsal::Would::Done,
                 qPrintable(here->refusal.rule + here->refusal.params.keys().join(u' ')));
        QStringList kinds;
        for (const PlannedMail &mail : here->mails)
            kinds << mail.kind;
        QVERIFY2(kinds.contains(u"mot_de_passe"_s) && kinds.contains(u"avis_changement"_s),
                 qPrintable(kinds.join(u',')));
        const auto taken = rehearse(u"claire.fontan@boulangerie-capitole.fr"_s);
        QVERIFY(taken);
        QCOMPARE(taken->refusal.rule, u"account_exists"_s);
        QCOMPARE(taken->refusal.params.value(u"identifiant"_s).toString(), u"claire.fontan"_s);
        QCOMPARE(m_world.one("select (select count(*) from asp.account) || '/' || (select count(*) from "
                             "asp.approval_request) || '/' || (select count(*) from asp.mail) as x"),
                 u"1/0/0"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccessStore)
#include "tst_accessstore.moc"
