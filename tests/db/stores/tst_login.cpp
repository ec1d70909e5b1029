// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"

#include <QJsonObject>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace desk;

class TestLogin : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;

    Result<SessionInfo> logIn(const ConnectionSettings &where, const QString &secret = {})
    {
        PgDatabase database;
        PgSessionStore store(database);
        return await(store.logIn(where, secret));
    }
    void refused(const Result<SessionInfo> &answer, Error::Code code, const QString &rule)
    {
        QVERIFY(!answer);
        QVERIFY2(
            answer.error().code == code && answer.error().rule == rule,
            qPrintable(u"%1 %2 %3"_s.arg(int(answer.error().code)).arg(answer.error().rule, answer.error().detail)));
        QVERIFY(answer.error().params.value(u"nothing_done"_s).toBool());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }

    void anAgent()
    {
        const auto info = logIn(m_world.cluster.settings(u"agent1"_s));
        QVERIFY2(info, qPrintable(info ? QString() : info.error().detail));
        QCOMPARE(info->login, u"agent1"_s);
        QCOMPARE(info->displayName, u"Nadia Martin"_s);
        QVERIFY(!info->supervisor);
        QCOMPARE(info->environment, SessionInfo::Environment::Recette);
        QVERIFY(info->schemaVersion >= oldestSchema);
        QVERIFY(qAbs(info->serverTime.secsTo(QDateTime::currentDateTimeUtc())) < 5);
        QVERIFY(!info->motifs.isEmpty() && !info->callOutcomes.isEmpty() && !info->operationReasons.isEmpty());
        QVERIFY(!info->settings.isEmpty());
    }

    void aSupervisor()
    {
        const auto info = logIn(m_world.cluster.settings(u"superviseur1"_s));
        QVERIFY(info && info->supervisor);
    }

    void overTcpWithAPassword()
    {
        const auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        QVERIFY(logIn(where, TempCluster::password(u"agent1"_s)));
        refused(logIn(where, u"wrong"_s), Error::Code::AuthFailed, {});
        refused(logIn(where), Error::Code::AuthFailed, u"secret_needed"_s);
        auto nobody = where;
        nobody.login = u"nobody"_s;
        refused(logIn(nobody, u"x"_s), Error::Code::AuthFailed, {});
    }

    void noSuchDatabase()
    {
        refused(logIn(m_world.cluster.settings(u"agent1"_s, u"missing"_s)), Error::Code::NotFound, u"no_database"_s);
    }

    void aDatabaseThatIsNotOurs()
    {
        QVERIFY(m_world.cluster.createDatabase(u"empty"_s, false));
        refused(logIn(m_world.cluster.settings(u"agent1"_s, u"empty"_s)), Error::Code::NotFound, u"not_migrated"_s);
    }

    void aLogInWithoutARole()
    {
        QVERIFY(m_world.admin("create role visitor login"));
        QVERIFY(m_world.admin("grant connect on database asp to visitor"));
        refused(logIn(m_world.cluster.settings(u"visitor"_s)), Error::Code::Forbidden, u"no_role"_s);
        refused(logIn(m_world.cluster.settings(u"relay1"_s)), Error::Code::Forbidden, u"no_role"_s);
    }

    void aDatabaseThatTakesNoWrites()
    {
        QVERIFY(m_world.cluster.createDatabase(u"frozen"_s));
        QVERIFY(m_world.admin("alter database frozen set default_transaction_read_only = on"));
        refused(logIn(m_world.cluster.settings(u"agent1"_s, u"frozen"_s)), Error::Code::ReadOnly, u"read_only"_s);
    }

    void amongSeveralHostsNoneTakesWrites()
    {
        QVERIFY(m_world.cluster.createDatabase(u"frozen2"_s));
        QVERIFY(m_world.admin("alter database frozen2 set default_transaction_read_only = on"));
        auto where = m_world.cluster.tcpSettings(u"agent1"_s, u"frozen2"_s);
        where.hosts = u"127.0.0.1,127.0.0.1"_s;
        refused(logIn(where, TempCluster::password(u"agent1"_s)), Error::Code::ReadOnly, u"no_primary"_s);
    }

    void versionsThatDoNotFit()
    {
        QVERIFY(m_world.cluster.createDatabase(u"newer"_s));
        QVERIFY(m_world.admin("update asp.schema_info set min_client_version = 99", u"newer"_s));
        const auto older = logIn(m_world.cluster.settings(u"agent1"_s, u"newer"_s));
        refused(older, Error::Code::TooOld, u"client_too_old"_s);
        if (older) // what refused() found does not end this function
            return;
        QCOMPARE(older.error().params.value(u"needed"_s).toInt(), 99);
    }

    void aSchemaFromBeforeThisProgram()
    {
        SessionInfo told;
        told.login = u"agent1"_s;
        told.serverTime = QDateTime({2026, 4, 14}, {9, 12}, Qt::UTC);
        told.minClientVersion = 1;
        told.schemaVersion = oldestSchema;
        const QJsonObject fitting = toDocument(told);
        QVERIFY(sessionInfoFromDocument(fitting));
        // One that was made before has other parts besides.
        const QJsonObject facts{{"schema_version"_L1, oldestSchema - 1}, {"min_client_version"_L1, 1}};
        const auto session = sessionInfoFromDocument(facts);
        QVERIFY(!session);
        QCOMPARE(session.error().code, Error::Code::TooNew);
        QCOMPARE(session.error().params.value(u"oldest"_s).toInt(), oldestSchema);
    }

    void nobodyListens()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        where.port = taken.serverPort();
        taken.close();
        refused(logIn(where, u"x"_s), Error::Code::Unavailable, u"refused"_s);
    }

    void noSuchHost()
    {
        auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        where.hosts = u"no-such-host.invalid"_s;
        refused(logIn(where, u"x"_s), Error::Code::Unavailable, u"unknown_host"_s);
    }

    void tlsWhereThereIsNone()
    {
        auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        where.tls = ConnectionSettings::Tls::Require;
        refused(logIn(where, TempCluster::password(u"agent1"_s)), Error::Code::Unavailable, u"tls_plain_server"_s);
    }

    void anOptionNobodyKnows()
    {
        auto where = m_world.cluster.settings(u"agent1"_s);
        where.extraOptions = {u"bogus=1"_s};
        refused(logIn(where), Error::Code::Invalid, u"bad_uri"_s);
    }

    void aTestLeavesTheSessionAlone()
    {
        PgDatabase database;
        PgSessionStore store(database);
        QVERIFY(await(store.logIn(m_world.cluster.settings(u"agent1"_s), {})));
        QVERIFY(await(store.test(m_world.cluster.settings(u"superviseur1"_s), {})));
        QVERIFY(!await(store.test(m_world.cluster.settings(u"agent1"_s, u"missing"_s), {})));
        const auto pulse = await(store.pulse(0, 0));
        QVERIFY(pulse);
        QVERIFY(pulse->serverTime.isValid());
        QTRY_COMPARE(m_world.one("select count(*) as x from pg_stat_activity where application_name = 'asp-console'"),
                     u"1"_s);
    }

    void everyNewConnectionIsChecked()
    {
        QVERIFY(m_world.cluster.createDatabase(u"migrated"_s));
        PgDatabase database;
        PgSessionStore store(database);
        QVERIFY(await(store.logIn(m_world.cluster.settings(u"agent1"_s, u"migrated"_s), {})));
        QVERIFY(m_world.admin("update asp.schema_info set min_client_version = 99", u"migrated"_s));
        QVERIFY(m_world.admin(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'asp-console'"));
        const auto scripts = await(store.publishedScripts());
        QVERIFY(!scripts);
        QCOMPARE(scripts.error().code, Error::Code::TooOld);
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
