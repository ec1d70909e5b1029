// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-relay as it runs in service: processes, a mail server with TLS and log-in, a database, and kill -9.
#include "app/relay/passwordgenerator.h"
#include "tests/support/smtpsink.h"
#include "tests/support/tempcluster.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include <memory>

using namespace desk;
using namespace Qt::StringLiterals;

class TestRelayProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        QVERIFY2(m_sink.start(SmtpSink::Mode::StartTls, true, &why), qPrintable(why));
    }
    void init()
    {
        m_name = u"relais%1"_s.arg(++m_count);
        QVERIFY(m_cluster.createDatabase(m_name));
        m_admin = std::move(*m_cluster.connect(u"admin"_s, m_name));
        m_sink.clear();
        write(u"relay.conf"_s,
              "# essais\ndatabase = " + m_cluster.uri(u"relay1"_s, m_name).toUtf8() + "\nhost = localhost\nport = "
                  + QByteArray::number(m_sink.port()) + "\nca = " + m_sink.caFile().toUtf8()
                  + "\nuser = relais\nsecret-file = " + m_sink.secretFile().toUtf8()
                  + "\nenvelope = retours+{id}@asp.example\ninterval = 50\n");
    }
    void cleanup()
    {
        for (const auto &relay : m_relays) {
            relay->kill();
            relay->waitForFinished();
        }
        m_relays.clear();
        m_admin.close();
    }

    void mailsLeaveOverTlsAsTheDeskWantsThem()
    {
        accounts(1);
        plainMails(1);
        passwordMails();
        start({u"--once"_s});
        QVERIFY(m_relays.back()->waitForFinished(20000));
        QCOMPARE(said(0), QByteArray());
        QCOMPARE(m_relays.back()->exitCode(), 0);
        QCOMPARE(m_sink.messages().size(), 2);
        const QJsonObject kept = QJsonDocument::fromJson(m_sink.envelopes().first()).object();
        QVERIFY(kept.value("tls"_L1).toBool() && kept.value("login"_L1).toBool());
        const QByteArray message = m_sink.messages().first();
        const QByteArray id = SmtpSink::headerOf(message, "Message-ID");
        QCOMPARE(kept.value("from"_L1).toString().toUtf8(),
                 "retours+" + id.mid(1, id.indexOf('@') - 1) + "@asp.example");
        QCOMPARE(SmtpSink::headerOf(message, "Auto-Submitted"), "auto-generated");
        QCOMPARE(SmtpSink::headerOf(message, "From"),
                 "=?utf-8?B?QXNzaXN0YW5jZSBBY3Rpdml0w6kgcGFydGllbGxl?= <contact-ap@asp-public.fr>");
        QVERIFY(SmtpSink::textOf(message).contains(u"claire.fontan1"_s));
        QCOMPARE(one("select string_agg(state || attempts, ',') from asp.mail"), "sent1,sent1");
        QVERIFY(passwordsOpen());
    }
    void theCommandLineWinsOverTheFile()
    {
        accounts(1);
        plainMails(1);
        QTemporaryDir eml;
        start({u"--once"_s, u"--eml"_s, eml.path()});
        QVERIFY(m_relays.back()->waitForFinished(20000));
        QCOMPARE(QDir(eml.path()).entryList({u"*.eml"_s}).size(), 1);
        QCOMPARE(m_sink.messages().size(), 0);
    }

    void aBadSetUpIsSaidAndEndsIt_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no file") << QStringList{u"--config"_s, u"/nowhere"_s}
                                 << QByteArray("/nowhere ne peut pas être lu");
        QTest::newRow("a bad line") << QStringList{u"--config"_s, write(u"bad.conf"_s, "host localhost\n")}
                                    << QByteArray("bad.conf, ligne 1 : il faut « nom = valeur »");
        QTest::newRow("nothing at all") << QStringList() << QByteArray("il manque le réglage « database »");
        QTest::newRow("a password in the URI")
            << QStringList{u"--database"_s, u"postgresql://a:tresSecret@h/d"_s, u"--eml"_s, u"/tmp"_s}
            << QByteArray("contient un mot de passe");
        QTest::newRow("plain to another machine")
            << QStringList{u"--database"_s,       u"postgresql:///asp"_s, u"--host"_s,
                           u"smtp.asp.example"_s, u"--security"_s,        u"none"_s}
            << QByteArray("n’est admis que vers cette machine");
        QTest::newRow("a secret others can read")
            << QStringList{u"--database"_s, u"postgresql:///asp"_s, u"--host"_s,     u"smtp.asp.example"_s, u"--user"_s,
                           u"x"_s,          u"--secret-file"_s,     u"/etc/passwd"_s}
            << QByteArray("lisible par d’autres");
        QTest::newRow("an unknown option")
            << QStringList{u"--secret"_s, u"tresSecret"_s} << QByteArray("option inconnue");
    }
    void aBadSetUpIsSaidAndEndsIt()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, sentence);
        QProcess relay;
        relay.start(QStringLiteral(ASP_RELAY), options);
        QVERIFY(relay.waitForFinished(10000));
        const QByteArray words = relay.readAllStandardError();
        QCOMPARE(relay.exitCode(), 2);
        QVERIFY2(words.contains(sentence), words.constData());
        QVERIFY(!words.contains("tresSecret"));
        QCOMPARE(words.count('\n'), 1);
    }

    void troubleIsNoMailsFault_data()
    {
        QTest::addColumn<QString>("mood");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("log-in refused") << u"nologin"_s << QByteArray("l’authentification est refusée");
        QTest::newRow("sender refused") << u"sender"_s << QByteArray("l’adresse d’expédition est refusée");
    }
    void troubleIsNoMailsFault()
    {
        QFETCH(QString, mood);
        QFETCH(QByteArray, sentence);
        accounts(3);
        plainMails(3);
        m_sink.setMood(mood, true);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said(0).contains(sentence), 10000);
        QTest::qWait(2500);
        QCOMPARE(said(0).count("aucun courriel ne peut partir"), 1);
        QCOMPARE(one("select string_agg(distinct state || attempts, ',') from asp.mail where state <> 'sending'"),
                 "queued0");
        m_sink.setMood(mood, false);
        QTRY_COMPARE_WITH_TIMEOUT(one("select string_agg(state || attempts, ',') from asp.mail"), "sent1,sent1,sent1",
                                  15000);
        QTRY_VERIFY_WITH_TIMEOUT(said(0).contains("partent de nouveau"), 3000);
        QCOMPARE(m_sink.messages().size(), 3);
    }
    void oneBadAddressStopsNobody()
    {
        accounts(3);
        plainMails(3);
        QVERIFY(m_admin.execScript("update asp.mail set to_address = 'refus550@asp.example' where id = 1;"
                                   "update asp.mail set to_address = 'attente451@asp.example' where id = 2"));
        start();
        QTRY_COMPARE_WITH_TIMEOUT(one("select string_agg(state || attempts, ',' order by id) from asp.mail"),
                                  "refused1,queued1,sent1", 15000);
        QCOMPARE(one("select reason from asp.mail where id = 1"), "550 5.1.1 no such user [31m here");
        QVERIFY(!said(0).contains("asp.example")); // whom it was about is not for the log
    }

    void twoRelaysSendEachMailOnce()
    {
        accounts(20);
        plainMails(200);
        passwordMails();
        start();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(one("select count(*) from asp.mail where state = 'sent'"), "220", 60000);
        QCOMPARE(m_sink.messages().size(), 220);
        QCOMPARE(messageIds().size(), 220);
        QVERIFY(passwordsOpen());
        QVERIFY(m_sink.connections() >= 2); // both had work
    }

    void theWindowForADuplicateIsBetweenTheServersYesAndTheCommit()
    {
        accounts(1);
        passwordMails();
        m_sink.setMood(u"hold"_s, true);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_sink.messages().size(), 1, 15000); // taken, not yet answered
        m_relays.back()->kill();
        m_relays.back()->waitForFinished();
        m_sink.setMood(u"hold"_s, false);
        QCOMPARE(one("select state from asp.mail"), "sending");
        start();
        QTest::qWait(500);
        QCOMPARE(m_sink.messages().size(), 1); // the claim still stands
        lapse();
        QTRY_COMPARE_WITH_TIMEOUT(one("select state from asp.mail"), "sent", 15000);
        QCOMPARE(m_sink.messages().size(), 2);
        QCOMPARE(messageIds().size(), 1); // one and the same to a mail program
        QVERIFY(passwordsOpen()); // and the later of the two opens the account
    }
    void beforeTheServersYesNothingIsDoubled()
    {
        accounts(1);
        plainMails(1);
        m_sink.stop(); // the relay holds nothing yet: it asks first
        start();
        QTRY_VERIFY_WITH_TIMEOUT(said(0).contains("le serveur ne répond pas"), 10000);
        m_relays.back()->kill();
        m_relays.back()->waitForFinished();
        QCOMPARE(one("select state || attempts || claims from asp.mail"), "queued00");
        QString why;
        QVERIFY2(m_sink.start(SmtpSink::Mode::StartTls, true, &why, m_sink.port()), qPrintable(why));
        start();
        QTRY_COMPARE_WITH_TIMEOUT(one("select state from asp.mail"), "sent", 15000);
        QCOMPARE(m_sink.messages().size(), 1);
    }

    void killedAgainAndAgainItLosesNothing()
    {
        accounts(20);
        plainMails(150);
        passwordMails();
        QRandomGenerator dice(20261121);
        int kills = 0;
        while (one("select count(*) from asp.mail where state = 'sent'") != "170" && kills < 25) {
            start();
            QTest::qWait(300 + dice.bounded(900)); // it takes some 200 ms to begin
            m_relays.back()->kill();
            m_relays.back()->waitForFinished();
            ++kills;
            lapse();
        }
        start();
        QTRY_COMPARE_WITH_TIMEOUT(one("select count(*) from asp.mail where state = 'sent'"), "170", 30000);
        const int sent = static_cast<int>(m_sink.messages().size());
        QCOMPARE(messageIds().size(), 170);
        QVERIFY2(sent - 170 <= kills, qPrintable(u"%1 doubled by %2 kills"_s.arg(sent - 170).arg(kills)));
        QVERIFY(passwordsOpen());
        qInfo("%d kills, %d mails doubled, none lost", kills, sent - 170);
    }
    /// Figures, never a failure for slowness: 500 plain mails, then 20 with passwords, over one TLS connection.
    void throughput()
    {
        accounts(20);
        plainMails(500);
        QElapsedTimer clock;
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_sink.messages().size() > 0, true, 20000);
        clock.start();
        const auto before = m_sink.messages().size();
        QTRY_COMPARE_WITH_TIMEOUT(one("select count(*) from asp.mail where state = 'sent'"), "500", 60000);
        const double plain = double(500 - before) * 1000 / double(clock.restart());
        passwordMails();
        QTRY_COMPARE_WITH_TIMEOUT(one("select count(*) from asp.mail where state = 'sent'"), "520", 60000);
        QCOMPARE(m_sink.connections(), 1);
        qInfo("%.0f plain mails/s, %.1f password mails/s over one TLS connection", plain,
              20000.0 / double(clock.elapsed()));
    }
    void askedToStopItGivesBackWhatItHolds()
    {
        accounts(5);
        plainMails(5);
        m_sink.setMood(u"hold"_s, true);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_sink.messages().size(), 1, 15000);
        m_relays.back()->terminate();
        QTest::qWait(100);
        m_sink.setMood(u"hold"_s, false);
        QVERIFY(m_relays.back()->waitForFinished(10000));
        QCOMPARE(m_relays.back()->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_relays.back()->exitCode(), 0);
        QCOMPARE(one("select string_agg(state || attempts, ',' order by id) from asp.mail"),
                 "sent1,queued0,queued0,queued0,queued0");
    }
    void aDatabaseThatWentAwayMeanwhileLearnsWhatWasSent()
    {
        accounts(1);
        plainMails(1);
        m_sink.setMood(u"hold"_s, true);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_sink.messages().size(), 1, 15000);
        QVERIFY(m_admin.execScript("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'relay1'"));
        m_sink.setMood(u"hold"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(one("select state from asp.mail"), "sent", 15000);
        QTest::qWait(300);
        QCOMPARE(m_sink.messages().size(), 1);
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    void start(const QStringList &more = {})
    {
        m_relays.push_back(std::make_unique<QProcess>());
        m_relays.back()->start(QStringLiteral(ASP_RELAY),
                               QStringList{u"--config"_s, m_folder.filePath(u"relay.conf"_s)} + more);
        QVERIFY(m_relays.back()->waitForStarted());
        m_words.resize(m_relays.size());
    }
    QByteArray said(size_t which)
    {
        m_words[which] += m_relays[which]->readAllStandardError();
        return m_words[which];
    }
    QByteArray one(const QByteArray &sql)
    {
        const auto rows = m_admin.exec("select (" + sql + ")::text as v");
        return rows ? rows->bytes(0, "v") : rows.error().detail.toUtf8();
    }
    void accounts(int count)
    {
        m_words.clear();
        QVERIFY(m_admin.execScript(
            "insert into asp.account(id, identifiant, last_name, first_name, email, profile, password_state) "
            "overriding system value select i, 'claire.fontan' || i, 'Fontan', 'Claire', 'claire' || i || "
            "'@asp.example', 'etablissement', 'voided' from generate_series(1, "
            + QByteArray::number(count) + ") i"));
    }
    void plainMails(int count)
    {
        QVERIFY(m_admin.execScript(
            "insert into asp.mail (kind, account_id, to_address) select 'identifiant', 1, 'claire1@asp.example' "
            "from generate_series(1, "
            + QByteArray::number(count) + ") i"));
    }
    void passwordMails()
    {
        QVERIFY(
            m_admin.execScript("insert into asp.mail (kind, account_id, to_address) select 'mot_de_passe', id, email "
                               "from asp.account"));
    }
    /// As if the lease of every claim were over.
    void lapse() { QVERIFY(m_admin.execScript("update asp.mail set next_attempt_at = now() where state = 'sending'")); }
    QSet<QByteArray> messageIds() const
    {
        QSet<QByteArray> ids;
        for (const QByteArray &message : m_sink.messages())
            ids.insert(SmtpSink::headerOf(message, "Message-ID"));
        return ids;
    }
    /// The last password each address got is the one in force.
    bool passwordsOpen()
    {
        static const QRegularExpression bracketed(u"\\[(\\S{8,})\\]"_s);
        QHash<QByteArray, QByteArray> latest;
        for (const QByteArray &message : m_sink.messages()) {
            const auto match = bracketed.match(SmtpSink::textOf(message));
            if (match.hasMatch())
                latest.insert(SmtpSink::headerOf(message, "To").mid(1).chopped(1), match.captured(1).toLatin1());
        }
        const auto rows
            = m_admin.exec("select a.email, s.password_hash from asp.account a join asp.account_secret s on "
                           "s.account_id = a.id where a.password_state = 'active'");
        bool good = rows && rows->size() == latest.size() && !latest.isEmpty();
        for (int i = 0; good && i < rows->size(); ++i)
            good = PasswordGenerator::matches(rows->bytes(i, "password_hash"), latest.value(rows->bytes(i, "email")));
        return good;
    }

    TempCluster m_cluster;
    SmtpSink m_sink;
    QTemporaryDir m_folder;
    QString m_name;
    int m_count = 0;
    PgConnection m_admin;
    std::vector<std::unique_ptr<QProcess>> m_relays;
    std::vector<QByteArray> m_words;
};

QTEST_GUILESS_MAIN(TestRelayProcess)
#include "tst_relayprocess.moc"
