// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/fakestores.h"
#include "tests/support/tlsserver.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using Tls = ConnectionSettings::Tls;

namespace {

const QByteArray scramOnly = "hostssl all all 127.0.0.1/32 scram-sha-256\n";
const QByteArray scramAnyway = "host all all 127.0.0.1/32 scram-sha-256\n";
const QByteArray plainPassword = "hostssl all all 127.0.0.1/32 password\n"; // what LDAP asks of a client
const QByteArray certificateToo = "hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-ca\n";
const QByteArray somebodyElse = "hostssl all nobody 127.0.0.1/32 scram-sha-256\n";

} // namespace

/// Logging in over TLS at a real server with certificates of an authority of our own, and changing one's own password.
class TestTls : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;
    std::unique_ptr<TestAuthority> m_house, m_other;
    const QString m_secret = TempCluster::password(u"agent1"_s);

    [[nodiscard]] ConnectionSettings where(Tls tls = Tls::VerifyFull)
    {
        ConnectionSettings settings = m_world.cluster.tcpSettings(u"agent1"_s);
        settings.tls = tls;
        settings.rootCertificate = m_house->root();
        return settings;
    }
    [[nodiscard]] static Result<SessionInfo> logIn(const ConnectionSettings &settings, const QString &secret)
    {
        PgDatabase database;
        PgSessionStore store(database);
        return await(store.logIn(settings, secret));
    }
    [[nodiscard]] static QString ruleOf(const Result<SessionInfo> &answer)
    {
        if (answer)
            return u"in"_s;
        return answer.error().rule.isEmpty() ? u"code %1"_s.arg(int(answer.error().code)) : answer.error().rule;
    }
    [[nodiscard]] QString serverLog() const
    {
        QFile log(m_world.cluster.logFile());
        return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        m_house = std::make_unique<TestAuthority>(u"AC de recette"_s);
        m_other = std::make_unique<TestAuthority>(u"AC inconnue"_s);
        QVERIFY(m_house->sign(u"good"_s, u"base"_s, u"IP:127.0.0.1,DNS:localhost"_s));
        QVERIFY(m_house->sign(u"named"_s, u"base.exemple.fr"_s, u"DNS:base.exemple.fr"_s));
        QVERIFY(m_house->sign(u"old"_s, u"base"_s, u"IP:127.0.0.1"_s, u"20200201000000Z"_s));
        QVERIFY(m_house->sign(u"desk"_s, u"poste12"_s, {}));
        QVERIFY(m_other->sign(u"good"_s, u"base"_s, u"IP:127.0.0.1"_s));
        QVERIFY(m_other->sign(u"named"_s, u"ailleurs"_s, u"DNS:ailleurs.exemple.fr"_s));
    }

    void everyFaultIsTold_data()
    {
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QByteArray>("hba");
        QTest::addColumn<Tls>("tls");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("rule");
        const QString house = u"house"_s, other = u"other"_s, none, right = m_secret;
        const QString refused = u"code %1"_s.arg(int(Error::Code::AuthFailed));
        const auto row = [](const char *name, const QString &authority, const QString &certificate,
                            const QByteArray &hba, Tls tls, const QString &secret, const QString &rule) {
            QTest::newRow(name) << authority << certificate << hba << tls << secret << rule;
        };
        row("verified, its address is named", house, u"good"_s, scramOnly, Tls::VerifyFull, right, u"in"_s);
        row("another name", house, u"named"_s, scramOnly, Tls::VerifyFull, right, u"tls_name"_s);
        row("expired", house, u"old"_s, scramOnly, Tls::VerifyFull, right, u"tls_expired"_s);
        row("unknown authority", other, u"good"_s, scramOnly, Tls::VerifyFull, right, u"tls_unknown_authority"_s);
        row("plain server, verified wanted", none, none, scramAnyway, Tls::VerifyFull, right, u"tls_plain_server"_s);
        row("plain server, TLS wanted", none, none, scramAnyway, Tls::Require, right, u"tls_plain_server"_s);
        row("no TLS, the server wants it", house, u"good"_s, scramOnly, Tls::Disable, right, u"tls_wanted"_s);
        row("wrong password", house, u"good"_s, scramOnly, Tls::VerifyFull, u"faux"_s, refused);
        row("no password", house, u"good"_s, scramOnly, Tls::VerifyFull, none, u"secret_needed"_s);
        row("not verified, knows the verifier", other, u"named"_s, scramOnly, Tls::Require, right, u"in"_s);
        row("not verified, asks for the password", house, u"good"_s, plainPassword, Tls::Require, right,
            u"channel_binding"_s);
        row("verified, a directory's password", house, u"good"_s, plainPassword, Tls::VerifyFull, right, u"in"_s);
        row("not admitted from here", house, u"good"_s, somebodyElse, Tls::VerifyFull, right, u"not_admitted"_s);
    }
    void everyFaultIsTold()
    {
        QFETCH(QString, authority);
        QFETCH(QString, certificate);
        QFETCH(QByteArray, hba);
        QFETCH(Tls, tls);
        QFETCH(QString, secret);
        QFETCH(QString, rule);
        const TestAuthority *signer = authority == "house"_L1 ? m_house.get() : m_other.get();
        QVERIFY(serveTls(m_world.cluster, authority.isEmpty() ? nullptr : signer, certificate, hba));
        ConnectionSettings settings = where(tls);
        if (tls == Tls::Require)
            settings.rootCertificate.clear(); // given one, libpq checks the authority even so
        const auto answer = logIn(settings, secret);
        QVERIFY2(ruleOf(answer) == rule,
                 qPrintable(ruleOf(answer) + u' ' + (answer ? QString() : answer.error().detail)));
        if (!answer) {
            QVERIFY(answer.error().params.value(u"nothing_done"_s).toBool());
            QVERIFY(secret.isEmpty() || !answer.error().detail.contains(secret));
        }
    }

    void theAuthorityFileMustBeThere()
    {
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, scramOnly));
        ConnectionSettings settings = where();
        settings.rootCertificate = u"/nonexistent/ca.crt"_s;
        QCOMPARE(ruleOf(logIn(settings, m_secret)), u"tls_authority_file"_s);
    }

    void theUriMayAskForMoreOrLessBinding()
    {
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, plainPassword));
        ConnectionSettings settings = where(Tls::VerifyFull);
        settings.extraOptions = {u"channel_binding=require"_s};
        QCOMPARE(ruleOf(logIn(settings, m_secret)), u"channel_binding"_s);
        settings = where(Tls::Require);
        settings.extraOptions = {u"channel_binding=prefer"_s};
        QCOMPARE(ruleOf(logIn(settings, m_secret)), u"in"_s);
    }

    void aCertificateOfTheDesk()
    {
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, certificateToo, m_house.get()));
        QCOMPARE(ruleOf(logIn(where(), m_secret)), u"tls_client_needed"_s);
        // As a roll-out's settings file gives it.
        const QString uri
            = u"postgresql://agent1@127.0.0.1:%1/asp?sslmode=verify-full&sslrootcert=%2&sslcert=%3&sslkey=%4"_s
                  .arg(m_world.cluster.port())
                  .arg(m_house->root(), m_house->file(u"desk.crt"_s), m_house->file(u"desk.key"_s));
        const auto settings = ConnectionSettings::fromUri(uri);
        QVERIFY(settings);
        QVERIFY(QFile::setPermissions(m_house->file(u"desk.key"_s), QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(ruleOf(logIn(*settings, m_secret)), u"in"_s);
        ConnectionSettings missing = *settings;
        missing.extraOptions.replaceInStrings(u"desk.key"_s, u"gone.key"_s);
        QCOMPARE(ruleOf(logIn(missing, m_secret)), u"tls_client_certificate"_s);
    }

    void whetherAPasswordWasAskedIsKnown()
    {
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, scramOnly));
        QVERIFY(logIn(where(), m_secret)->passwordUsed);
        QVERIFY(!logIn(m_world.cluster.settings(u"agent1"_s), u"ignored"_s)->passwordUsed);
    }

    void whenThePasswordExpiresIsTold()
    {
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, scramOnly));
        QVERIFY(!logIn(where(), m_secret)->passwordExpiresAt.isValid());
        QVERIFY(m_world.admin("alter role agent1 valid until '2049-03-04 05:06:07+00'"));
        QCOMPARE(logIn(where(), m_secret)->passwordExpiresAt,
                 QDateTime::fromString(u"2049-03-04T05:06:07Z"_s, Qt::ISODate));
        QVERIFY(m_world.admin("alter role agent1 valid until '2020-01-01'"));
        const auto expired = logIn(where(), m_secret);
        QVERIFY(m_world.admin("alter role agent1 valid until 'infinity'"));
        QVERIFY(!expired);
        QCOMPARE(expired.error().code, Error::Code::AuthFailed);
        QVERIFY(!logIn(where(), m_secret)->passwordExpiresAt.isValid());
    }

    void ownPasswordIsChangedWithoutTheServerSeeingIt()
    {
        QVERIFY(m_world.admin("alter system set log_statement = 'all'"));
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, scramOnly));
        const QString next = u"une phrase assez longue é"_s;
        {
            PgDatabase database;
            PgSessionStore store(database);
            test::FakeSecretStore chain;
            ServerClock clock;
            SessionService session(store, chain, clock);
            QSignalSpy back(&session, &SessionService::reconnected);
            chain.kept.insert(where().keychainKey(), m_secret);
            session.logIn(where(), m_secret, false);
            QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionService::State::Connected, 20'000);
            const auto wrong = await(session.changePassword(u"pas le bon"_s, next));
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().rule, u"wrong_current_password"_s);
            QVERIFY(await(session.verify(m_secret)));
            QVERIFY(await(session.changePassword(m_secret, next)));
            QTRY_COMPARE(chain.kept.value(where().keychainKey()), next);
            QVERIFY(!await(session.verify(m_secret)));
            QVERIFY(await(session.verify(next)));
            // The next connection is made with the new one.
            QVERIFY(m_world.admin("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'agent1'"));
            session.pulseNow();
            QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, 20'000);
        }
        const auto old = logIn(where(), m_secret);
        QVERIFY(!old);
        QCOMPARE(old.error().code, Error::Code::AuthFailed);
        QVERIFY(logIn(where(), next));
        QVERIFY(m_world.one("select rolpassword as x from pg_authid where rolname = 'agent1'")
                    .startsWith(u"SCRAM-SHA-256$"_s));
        QCOMPARE(m_world.one(
                     "select count(*) as x from asp.journal where kind = 'own_password_changed' and actor = 'agent1'"),
                 u"1"_s);
        const QString log = serverLog();
        QVERIFY(log.contains(u"ALTER ROLE CURRENT_USER"_s)); // it looked at the right thing
        QVERIFY(!log.contains(u"phrase assez longue"_s));
        QVERIFY(m_world.admin("alter system reset log_statement"));
        QVERIFY(m_world.admin("alter role agent1 password 'essai-agent1'"));
    }

    void wherePasswordsAreKeptElsewhereNothingIsChanged()
    {
        const QByteArray verifier = "select rolpassword as x from pg_authid where rolname = 'agent1'";
        const QString before = m_world.one(verifier), next = u"une phrase assez longue"_s;
        PgDatabase database;
        PgSessionStore store(database);
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, plainPassword));
        const auto directory = await(store.changePassword(where(), m_secret, next));
        QVERIFY(!directory);
        QCOMPARE(directory.error().rule, u"password_elsewhere"_s);
        QVERIFY(serveTls(m_world.cluster, m_house.get(), u"good"_s, scramAnyway));
        const auto plain = await(store.changePassword(where(Tls::Disable), m_secret, next));
        QVERIFY(!plain);
        QCOMPARE(plain.error().rule, u"tls_needed"_s);
        QCOMPARE(m_world.one(verifier), before);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
