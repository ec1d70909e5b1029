// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/smtptransport.h"
#include "tests/support/smtpsink.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Security = SmtpSettings::Security;
using Mode = SmtpSink::Mode;

Result<QByteArray> rightSecret()
{
    return SmtpSink::secret;
}

OutgoingMail mailTo(const QString &to)
{
    return {1, u"ne-pas-repondre@asp.example"_s, to, "Subject: essai\r\n\r\n.un point en tête\r\n..deux\r\n"};
}

/// "done", "permanent", "later" or "down: cause"
QString verdict(const Result<Done> &sent)
{
    if (sent)
        return u"done"_s;
    if (isTransportDown(sent.error()))
        return u"down: "_s + sent.error().params.value(u"cause"_s).toString();
    return sent.error().rule.isEmpty() ? u"later"_s : sent.error().rule;
}

} // namespace

class TestSmtpTransport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        m_sink.stop();
        m_sink.clear();
    }

    void encryption_data()
    {
        QTest::addColumn<int>("server");
        QTest::addColumn<int>("client");
        QTest::addColumn<bool>("ownCa");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("expected");
        const QString right = u"localhost"_s;
        QTest::newRow("STARTTLS") << int(Mode::StartTls) << int(Security::StartTls) << true << right << u"done"_s;
        QTest::newRow("implicit TLS") << int(Mode::Tls) << int(Security::Tls) << true << right << u"done"_s;
        QTest::newRow("plain when asked for") << int(Mode::Plain) << int(Security::None) << true << right << u"done"_s;
        QTest::newRow("never plain where STARTTLS is required")
            << int(Mode::Plain) << int(Security::StartTls) << true << right << u"down: tls"_s;
        QTest::newRow("unknown authority, STARTTLS")
            << int(Mode::StartTls) << int(Security::StartTls) << false << right << u"down: tls"_s;
        QTest::newRow("unknown authority, TLS")
            << int(Mode::Tls) << int(Security::Tls) << false << right << u"down: tls"_s;
        QTest::newRow("certificate of another name")
            << int(Mode::Tls) << int(Security::Tls) << true << u"127.0.0.1"_s << u"down: tls"_s;
        QTest::newRow("TLS to a server without")
            << int(Mode::Plain) << int(Security::Tls) << true << right << u"down: tls"_s;
        QTest::newRow("plain to a server that wants STARTTLS")
            << int(Mode::StartTls) << int(Security::None) << true << right << u"down: auth"_s;
    }
    void encryption()
    {
        QFETCH(int, server);
        QFETCH(int, client);
        QFETCH(bool, ownCa);
        QFETCH(QString, host);
        const bool logIn = Mode(server) != Mode::Plain;
        start(Mode(server), logIn);
        SmtpSettings settings = settingsFor(Security(client), logIn);
        settings.host = host;
        if (!ownCa)
            settings.caFile.clear();
        SmtpTransport transport(settings);
        const QString checked = verdict(transport.check());
        QTEST(verdict(transport.send(mailTo(u"claire@asp.example"_s))), "expected");
        if (checked != u"done"_s) // a NOOP may pass where a mail does not
            QTEST(checked, "expected");
        QCOMPARE(m_sink.messages().size(),
                 QTest::currentDataTag() && checked == u"done"_s && Security(client) != Security::None
                     ? 1
                     : (Mode(server) == Mode::Plain && Security(client) == Security::None ? 1 : 0));
        for (const QByteArray &envelope : m_sink.envelopes()) {
            const QJsonObject kept = QJsonDocument::fromJson(envelope).object();
            QCOMPARE(kept.value("tls"_L1).toBool(), Security(client) != Security::None);
            QCOMPARE(kept.value("login"_L1).toBool(), logIn);
        }
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("mood");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("words");
        QTest::newRow("taken") << u"claire@asp.example"_s << QString() << u"done"_s << QString();
        QTest::newRow("unknown recipient")
            << u"refus550@asp.example"_s << QString() << u"permanent"_s << u"550 5.1.1 no such user [31m here"_s;
        QTest::newRow("content refused") << u"contenu554@asp.example"_s << QString() << u"permanent"_s
                                         << u"554 5.6.0 content refused"_s;
        QTest::newRow("greylisting") << u"attente451@asp.example"_s << QString() << u"later"_s
                                     << u"451 4.7.1 come back later"_s;
        QTest::newRow("hung up in the middle") << u"coupe@asp.example"_s << QString() << u"later"_s << QString();
        QTest::newRow("sender refused") << u"claire@asp.example"_s << u"sender"_s << u"down: sender"_s
                                        << u"550 5.1.8 sender not welcome"_s;
        QTest::newRow("log-in refused") << u"claire@asp.example"_s << u"nologin"_s << u"down: auth"_s << QString();
        QTest::newRow("log-in wanted only then")
            << u"login530@asp.example"_s << QString() << u"down: auth"_s << u"530 5.7.0 authentication required"_s;
    }
    void verdicts()
    {
        QFETCH(QString, to);
        QFETCH(QString, mood);
        QFETCH(QString, words);
        start(Mode::StartTls, true);
        if (!mood.isEmpty())
            m_sink.setMood(mood, true);
        SmtpTransport transport(settingsFor(Security::StartTls, true));
        const auto sent = transport.send(mailTo(to));
        QTEST(verdict(sent), "expected");
        if (!words.isEmpty())
            QCOMPARE(sent.error().detail, words);
        if (!sent)
            QVERIFY2(!sent.error().detail.isEmpty()
                         && !sent.error().detail.contains(QString::fromUtf8(SmtpSink::secret)),
                     qPrintable(sent.error().detail));
    }

    void aWrongOrMissingSecretIsNoMailsFault()
    {
        start(Mode::StartTls, true);
        SmtpSettings settings = settingsFor(Security::StartTls, true);
        settings.secret = [] { return Result<QByteArray>("not it"); };
        QCOMPARE(verdict(SmtpTransport(settings).check()), u"down: auth"_s);
        settings.secret = []() -> Result<QByteArray> { return fail(Error::Code::NotFound, u"no file"_s); };
        QCOMPARE(verdict(SmtpTransport(settings).send(mailTo(u"claire@asp.example"_s))), u"down: secret"_s);
        QCOMPARE(m_sink.messages().size(), 0);
    }
    void aSecretPutRightIsTakenUpWithoutARestart()
    {
        start(Mode::StartTls, true);
        QByteArray secret = "not yet";
        SmtpSettings settings = settingsFor(Security::StartTls, true);
        settings.secret = [&secret] { return Result<QByteArray>(secret); };
        SmtpTransport transport(settings);
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"down: auth"_s);
        secret = SmtpSink::secret;
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"done"_s);
    }
    void oneConnectionServesManyMails()
    {
        start(Mode::StartTls, true);
        SmtpTransport transport(settingsFor(Security::StartTls, true));
        QVERIFY(transport.check().has_value());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"done"_s);
        QCOMPARE(m_sink.messages().size(), 5);
        QCOMPARE(m_sink.connections(), 1);
        QVERIFY(m_sink.messages().first().endsWith("\r\n\r\n.un point en tête\r\n..deux\r\n"));
    }
    void aConnectionTheServerClosedIsOpenedAgain()
    {
        start(Mode::StartTls, true);
        m_sink.setMood(u"hangup"_s, true);
        SmtpTransport transport(settingsFor(Security::StartTls, true));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"done"_s);
            QTest::qWait(120);
        }
        QCOMPARE(m_sink.messages().size(), 3);
        QCOMPARE(m_sink.connections(), 3);
    }
    void aServerBackOnItsFeetIsUsedAgain()
    {
        start(Mode::StartTls, true);
        SmtpTransport transport(settingsFor(Security::StartTls, true));
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"done"_s);
        const int port = m_sink.port();
        m_sink.stop();
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"down: connection"_s);
        QString why;
        QVERIFY2(m_sink.start(Mode::StartTls, true, &why, port), qPrintable(why));
        QCOMPARE(verdict(transport.check()), u"done"_s);
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"done"_s);
    }
    void anIdleConnectionIsGivenBack()
    {
        start(Mode::Plain, false);
        SmtpSettings settings = settingsFor(Security::None, false);
        settings.keepIdle = 0ms;
        SmtpTransport transport(settings);
        QVERIFY(transport.check().has_value());
        QTest::qWait(5);
        transport.rest();
        QVERIFY(transport.check().has_value());
        QCOMPARE(m_sink.connections(), 2);
    }
    void aSilentServerIsGivenUpInTime()
    {
        QTcpServer silent; // takes connections, says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        SmtpSettings settings = settingsFor(Security::None, false);
        settings.port = silent.serverPort();
        settings.totalLimit = 400ms;
        SmtpTransport transport(settings);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(verdict(transport.send(mailTo(u"claire@asp.example"_s))), u"down: connection"_s);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    }
    void noServerIsSaid()
    {
        SmtpSettings settings = settingsFor(Security::StartTls, false);
        settings.port = 1;
        QCOMPARE(verdict(SmtpTransport(settings).check()), u"down: connection"_s);
    }

private:
    void start(Mode mode, bool logIn)
    {
        QString why;
        QVERIFY2(m_sink.start(mode, logIn, &why), qPrintable(why));
    }
    SmtpSettings settingsFor(Security security, bool logIn) const
    {
        SmtpSettings settings;
        settings.host = u"localhost"_s;
        settings.port = m_sink.port();
        settings.security = security;
        settings.caFile = m_sink.caFile();
        if (logIn) {
            settings.user = SmtpSink::user;
            settings.secret = rightSecret;
        }
        return settings;
    }

    SmtpSink m_sink;
};

QTEST_GUILESS_MAIN(TestSmtpTransport)
#include "tst_smtptransport.moc"
