// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/connectionsettings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::ConnectionSettings;
using Tls = desk::ConnectionSettings::Tls;

Q_DECLARE_METATYPE(desk::ConnectionSettings)

namespace {

ConnectionSettings central(const QString &hosts, quint16 port, const QString &login, Tls tls = Tls::VerifyFull)
{
    ConnectionSettings settings;
    settings.kind = ConnectionSettings::Kind::Central;
    settings.hosts = hosts;
    settings.port = port;
    settings.database = u"asp"_s;
    settings.login = login;
    settings.tls = tls;
    return settings;
}

} // namespace

class TestConnectionSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void understood_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<ConnectionSettings>("expected");
        const auto row = [](const char *name, const QString &uri, const ConnectionSettings &expected) {
            QTest::newRow(name) << uri << expected;
        };
        row("host, log-in, database", u"postgresql://n.martin@db1.exemple/asp"_s,
            central(u"db1.exemple"_s, 5432, u"n.martin"_s));
        row("the short scheme, a port", u"postgres://n.martin@db1:5433/asp"_s, central(u"db1"_s, 5433, u"n.martin"_s));
        row("no log-in: libpq's own choice", u"postgresql://db1/asp"_s, central(u"db1"_s, 5432, {}));
        row("IPv6", u"postgresql://n@[2001:db8::7]:5433/asp"_s, central(u"2001:db8::7"_s, 5433, u"n"_s));
        row("IPv6 of one interface", u"postgresql://n@[fe80::1%25eth0]/asp"_s,
            central(u"fe80::1%eth0"_s, 5432, u"n"_s));
        row("two hosts, one port", u"postgresql://n@db1:5433,db2:5433/asp"_s, central(u"db1,db2"_s, 5433, u"n"_s));
        row("percent-encoded log-in", u"postgresql://n%40asp%20x@db1/asp"_s, central(u"db1"_s, 5432, u"n@asp x"_s));
        row("socket folder, encoded", u"postgresql://n@%2Frun%2Fpostgresql:5433/asp"_s,
            central(u"/run/postgresql"_s, 5433, u"n"_s, Tls::Prefer));
        row("socket folder as a parameter", u"postgresql:///asp?host=/run/postgresql&user=n"_s,
            central(u"/run/postgresql"_s, 5432, u"n"_s, Tls::Prefer));
        row("this machine needs no certificate", u"postgresql://n@localhost/asp"_s,
            central(u"localhost"_s, 5432, u"n"_s, Tls::Prefer));
        row("unless it is asked for", u"postgresql://n@localhost/asp?sslmode=verify-full"_s,
            central(u"localhost"_s, 5432, u"n"_s));
        row("TLS off", u"postgresql://n@db1/asp?sslmode=disable"_s, central(u"db1"_s, 5432, u"n"_s, Tls::Disable));
        row("TLS required", u"postgresql://n@db1/asp?sslmode=require"_s, central(u"db1"_s, 5432, u"n"_s, Tls::Require));
        row("surrounding blanks", u"  postgresql://n@db1/asp\n"_s, central(u"db1"_s, 5432, u"n"_s));
        auto with = central(u"db1,db2"_s, 5433, u"n"_s);
        with.extraOptions = {u"port=5433,5434"_s};
        row("two hosts, two ports", u"postgresql://n@db1:5433,db2:5434/asp"_s, with);
        with = central(u"db1"_s, 5432, u"n"_s);
        with.rootCertificate = u"/etc/asp/ca é.pem"_s;
        with.extraOptions = {u"target_session_attrs=any"_s, u"connect_timeout=3"_s};
        row("own CA and further options",
            u"postgresql://n@db1/asp?sslrootcert=%2Fetc%2Fasp%2Fca%20%C3%A9.pem&target_session_attrs=any&connect_timeout=3"_s,
            with);
        ConnectionSettings own;
        own.privateFolder = u"/home/n/essai"_s;
        row("private server", u"private:/home/n/essai"_s, own);
        row("private server, default folder", u"private:"_s, ConnectionSettings());
    }
    void understood()
    {
        QFETCH(QString, uri);
        QFETCH(ConnectionSettings, expected);
        const auto settings = ConnectionSettings::fromUri(uri);
        QVERIFY2(settings, qPrintable(settings ? QString() : settings.error().rule));
        QCOMPARE(settings->toUri(), expected.toUri());
        QVERIFY(*settings == expected);
        const auto again = ConnectionSettings::fromUri(settings->toUri());
        QVERIFY2(again && *again == expected, qPrintable(settings->toUri()));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("rule");
        QTest::newRow("password in the user part") << u"postgresql://n:secret@db1/asp"_s << u"uri_password"_s;
        QTest::newRow("empty password") << u"postgresql://n:@db1/asp"_s << u"uri_password"_s;
        QTest::newRow("password as a parameter") << u"postgresql://n@db1/asp?password=secret"_s << u"uri_password"_s;
        QTest::newRow("password, encoded name") << u"postgresql://n@db1/asp?pass%77ord=secret"_s << u"uri_password"_s;
        QTest::newRow("secret of a key") << u"postgresql://n@db1/asp?sslpassword=secret"_s << u"uri_password"_s;
        QTest::newRow("password file") << u"postgresql://n@db1/asp?passfile=/tmp/p"_s << u"uri_password"_s;
        QTest::newRow("another scheme") << u"mysql://n@db1/asp"_s << u"uri_scheme"_s;
        QTest::newRow("nothing") << QString() << u"uri_scheme"_s;
        QTest::newRow("no host") << u"postgresql:///asp"_s << u"uri_host"_s;
        QTest::newRow("a hole among the hosts") << u"postgresql://n@db1,,db2/asp"_s << u"uri_host"_s;
        QTest::newRow("bracket never closed") << u"postgresql://n@[::1/asp"_s << u"uri_host"_s;
        QTest::newRow("no database") << u"postgresql://n@db1"_s << u"uri_database"_s;
        QTest::newRow("port of letters") << u"postgresql://n@db1:abc/asp"_s << u"uri_port"_s;
        QTest::newRow("port too large") << u"postgresql://n@db1:70000/asp"_s << u"uri_port"_s;
        QTest::newRow("port zero") << u"postgresql://n@db1:0/asp"_s << u"uri_port"_s;
        QTest::newRow("port with a blank") << u"postgresql://n@db1: 5433/asp"_s << u"uri_port"_s;
        QTest::newRow("port with NULs") << u"postgresql://n@db1:5433"_s + QString(3, QChar(0)) + u",db2/asp"_s
                                        << u"uri_port"_s;
        QTest::newRow("broken escape") << u"postgresql://n%4@db1/asp"_s << u"uri_encoding"_s;
        QTest::newRow("NUL") << u"postgresql://n@db1/asp%00x"_s << u"uri_encoding"_s;
        QTest::newRow("not UTF-8") << u"postgresql://n@db1/%ff%fe"_s << u"uri_encoding"_s;
        QTest::newRow("TLS mode nobody knows") << u"postgresql://n@db1/asp?sslmode=maybe"_s << u"uri_sslmode"_s;
        QTest::newRow("option without a value") << u"postgresql://n@db1/asp?oops"_s << u"uri_option"_s;
        QTest::newRow("option that is no keyword") << u"postgresql://n@db1/asp?a%20b=1"_s << u"uri_option"_s;
        QTest::newRow("a page") << u"postgresql://"_s + QString(1'000'000, u'a') << u"uri_too_long"_s;
    }
    void refused()
    {
        QFETCH(QString, uri);
        const auto settings = ConnectionSettings::fromUri(uri);
        QVERIFY(!settings);
        QTEST(settings.error().rule, "rule");
        QCOMPARE(settings.error().code, desk::Error::Code::Invalid);
        QVERIFY2(!settings.error().detail.contains(u"secret"_s), "the refusal repeats the secret");
    }

    void oneKeychainEntryPerServerDatabaseAndLogin()
    {
        const auto key = [](const QString &uri) { return ConnectionSettings::fromUri(uri)->keychainKey(); };
        const QString one = key(u"postgresql://n@db1/asp"_s);
        QCOMPARE(key(u"postgresql://n@db1:5432/asp?sslmode=disable"_s), one);
        QVERIFY(key(u"postgresql://m@db1/asp"_s) != one);
        QVERIFY(key(u"postgresql://n@db2/asp"_s) != one);
        QVERIFY(key(u"postgresql://n@db1/autre"_s) != one);
    }
};

QTEST_APPLESS_MAIN(TestConnectionSettings)
#include "tst_connectionsettings.moc"
