// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/relayconfig.h"
#include "app/relay/secretfile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

RelayKeys keys(std::initializer_list<std::pair<QString, QString>> more)
{
    RelayKeys all{{u"database"_s, u"postgresql://relais@/asp?host=/var/run/postgresql"_s},
                  {u"host"_s, u"smtp.asp.example"_s}};
    for (const auto &[key, value] : more)
        all.insert(key, value);
    return all;
}

} // namespace

class TestRelayConfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { qunsetenv("CREDENTIALS_DIRECTORY"); }

    void files_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << QString() << 0;
        QTest::newRow("comments and spaces")
            << QByteArray("# a\n; b\n\n  host =  smtp.example  \r\n") << QString() << 0;
        QTest::newRow("a value with =, ;, , and \\")
            << QByteArray("database=postgresql://a,b/asp?host=C:\\x;y\n") << QString() << 0;
        QTest::newRow("no =") << QByteArray("host smtp\n") << u"config_line"_s << 1;
        QTest::newRow("a section") << QByteArray("\n[smtp]\n") << u"config_line"_s << 2;
        QTest::newRow("unknown name") << QByteArray("hots=x\n") << u"config_key"_s << 1;
        QTest::newRow("a secret in the file") << QByteArray("password=x\n") << u"config_key"_s << 1;
        QTest::newRow("twice") << QByteArray("host=x\nhost=y\n") << u"config_twice"_s << 2;
        QTest::newRow("not UTF-8") << QByteArray("host=\xff\xfe\n") << u"config_line"_s << 1;
        QTest::newRow("binary") << QByteArray("\0\1\2=\n", 5) << u"config_line"_s << 1;
        QTest::newRow("far too long") << QByteArray(70000, '#') << u"config_unreadable"_s << 0;
    }
    void files()
    {
        QFETCH(QByteArray, text);
        const auto read = readRelayKeys(write(text));
        QTEST(read ? QString() : read.error().rule, "rule");
        if (!read)
            QTEST(read.error().params.value(u"line"_s).toInt(), "line");
    }
    void valuesAreTakenAsTheyStand()
    {
        const auto read = readRelayKeys(write("  host =  smtp.example  \r\nanchor=C:\\a b\\x=y;z,t\n"));
        QVERIFY(read.has_value());
        QCOMPARE(read->value(u"host"_s), u"smtp.example"_s);
        QCOMPARE(read->value(u"anchor"_s), u"C:\\a b\\x=y;z,t"_s);
    }
    void noFile() { QCOMPARE(readRelayKeys(u"/nowhere/relay.conf"_s).error().rule, u"config_unreadable"_s); }

    void values_data()
    {
        QTest::addColumn<RelayKeys>("given");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("key");
        const QString value = u"config_value"_s, missing = u"config_missing"_s;
        QTest::newRow("the least") << keys({}) << QString() << QString();
        QTest::newRow("eml") << RelayKeys{{u"database"_s, u"postgresql:///asp"_s}, {u"eml"_s, u"/tmp"_s}} << QString()
                             << QString();
        QTest::newRow("no database") << RelayKeys{{u"eml"_s, u"/tmp"_s}} << missing << u"database"_s;
        QTest::newRow("no server") << RelayKeys{{u"database"_s, u"postgresql:///asp"_s}} << missing << u"host"_s;
        QTest::newRow("no folder") << keys({{u"transport"_s, u"eml"_s}}) << missing << u"eml"_s;
        QTest::newRow("a password in the URI")
            << keys({{u"database"_s, u"postgresql://a:b@c/d"_s}}) << u"uri_password"_s << QString();
        QTest::newRow("no URI") << keys({{u"database"_s, u"mysql://x"_s}}) << u"bad_uri"_s << QString();
        QTest::newRow("transport") << keys({{u"transport"_s, u"pigeon"_s}}) << value << u"transport"_s;
        QTest::newRow("security") << keys({{u"security"_s, u"maybe"_s}}) << value << u"security"_s;
        QTest::newRow("port 0") << keys({{u"port"_s, u"0"_s}}) << value << u"port"_s;
        QTest::newRow("port") << keys({{u"port"_s, u"25x"_s}}) << value << u"port"_s;
        QTest::newRow("interval") << keys({{u"interval"_s, u"10"_s}}) << value << u"interval"_s;
        QTest::newRow("a URL for a server") << keys({{u"host"_s, u"file:///etc/passwd"_s}}) << value << u"host"_s;
        QTest::newRow("a path behind the server") << keys({{u"host"_s, u"a/b"_s}}) << value << u"host"_s;
        QTest::newRow("a command in the greeting") << keys({{u"hello"_s, u"x\r\nMAIL"_s}}) << value << u"hello"_s;
        QTest::newRow("authorities that are not there") << keys({{u"ca"_s, u"/nowhere.pem"_s}}) << value << u"ca"_s;
        QTest::newRow("envelope") << keys({{u"envelope"_s, u"retours+{id}@asp.example"_s}}) << QString() << QString();
        QTest::newRow("two envelopes") << keys({{u"envelope"_s, u"a@b.example c@d.example"_s}}) << value
                                       << u"envelope"_s;
        QTest::newRow("in clear to another machine")
            << keys({{u"security"_s, u"none"_s}}) << u"plain_remote"_s << QString();
        QTest::newRow("in clear to a name that only looks local")
            << keys({{u"security"_s, u"none"_s}, {u"host"_s, u"localhost.example"_s}}) << u"plain_remote"_s
            << QString();
        QTest::newRow("in clear to this one")
            << keys({{u"security"_s, u"none"_s}, {u"host"_s, u"127.0.0.1"_s}}) << QString() << QString();
        QTest::newRow("a secret in clear") << keys({{u"security"_s, u"none"_s},
                                                    {u"host"_s, u"localhost"_s},
                                                    {u"user"_s, u"a"_s},
                                                    {u"secret-env"_s, u"HOME"_s}})
                                           << u"plain_login"_s << QString();
        QTest::newRow("user without secret") << keys({{u"user"_s, u"a"_s}}) << missing << u"secret-file"_s;
        QTest::newRow("two secrets") << keys(
            {{u"user"_s, u"a"_s}, {u"secret-env"_s, u"A"_s}, {u"secret-file"_s, u"b"_s}})
                                     << missing << u"secret-file"_s;
        QTest::newRow("secret without user") << keys({{u"secret-env"_s, u"A"_s}}) << missing << u"user"_s;
        QTest::newRow("variable not set") << keys({{u"user"_s, u"a"_s}, {u"secret-env"_s, u"NOT_SET_AT_ALL"_s}})
                                          << u"secret_unreadable"_s << QString();
        QTest::newRow("variable set") << keys({{u"user"_s, u"a"_s}, {u"secret-env"_s, u"PATH"_s}}) << QString()
                                      << QString();
    }
    void values()
    {
        QFETCH(RelayKeys, given);
        const auto config = relayConfigFrom(given);
        QTEST(config ? QString() : config.error().rule, "rule");
        if (!config)
            QTEST(config.error().params.value(u"key"_s).toString(), "key");
    }

    void secrets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("permissions");
        QTest::addColumn<QString>("rule");
        const int ours = QFile::ReadOwner | QFile::WriteOwner;
        QTest::newRow("ours") << QByteArray("s3cret, de relais\n") << ours << QString();
        QTest::newRow("no line end") << QByteArray("s3cret, de relais") << ours << QString();
        QTest::newRow("Windows line end") << QByteArray("s3cret, de relais\r\n") << ours << QString();
        QTest::newRow("empty") << QByteArray("\n") << ours << u"secret_empty"_s;
        QTest::newRow("two lines") << QByteArray("a\nb\n") << ours << u"secret_empty"_s;
        QTest::newRow("too long") << QByteArray(2000, 'x') << ours << u"secret_empty"_s;
#ifdef Q_OS_UNIX
        QTest::newRow("the group reads it") << QByteArray("x\n") << int(ours | QFile::ReadGroup) << u"secret_open"_s;
        QTest::newRow("everybody reads it") << QByteArray("x\n") << int(ours | QFile::ReadOther) << u"secret_open"_s;
        QTest::newRow("everybody writes it") << QByteArray("x\n") << int(ours | QFile::WriteOther) << u"secret_open"_s;
#endif
    }
    void secrets()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, permissions);
        const QString file = write(text);
        QVERIFY(QFile::setPermissions(file, QFile::Permissions(permissions)));
        const auto secret = readSecretFile(file);
        QTEST(secret ? QString() : secret.error().rule, "rule");
        if (secret)
            QCOMPARE(*secret, "s3cret, de relais");
    }
    void systemdsCredentialsAreFoundByName()
    {
        const QString file = write("s3cret\n");
        QVERIFY(
            QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup)); // the access list shows as the group's
        qputenv("CREDENTIALS_DIRECTORY", m_folder.path().toUtf8());
        QCOMPARE(readSecretFile(QFileInfo(file).fileName()).value_or("none"), "s3cret");
        qputenv("CREDENTIALS_DIRECTORY", "/elsewhere");
        QCOMPARE(readSecretFile(file).error().rule, u"secret_open"_s);
    }

private:
    QString write(const QByteArray &text)
    {
        const QString name = m_folder.filePath(u"f%1"_s.arg(++m_count));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return name;
    }
    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestRelayConfig)
#include "tst_relayconfig.moc"
