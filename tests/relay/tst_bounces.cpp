// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/bouncereader.h"
#include "tests/support/tempcluster.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

const auto envelope = u"retours+{id}@asp.example"_s;

QByteArray report(const QByteArray &to, const QByteArray &id, const QByteArray &action)
{
    return "To: " + to
        + "\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n"
          "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; claire@asp.example\nAction: "
        + action
        + "\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n--x\n"
          "Content-Type: text/rfc822-headers\n\nSubject: x\n"
        + (id.isEmpty() ? QByteArray() : "Message-ID: <" + id + ">\n") + "\n--x--\n";
}

} // namespace

class TestBounces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
    }
    void init()
    {
        const QString name = u"retours%1"_s.arg(++m_count);
        QVERIFY(m_cluster.createDatabase(name));
        m_admin = std::move(*m_cluster.connect(u"admin"_s, name));
        m_relay = std::move(*m_cluster.connect(u"relay1"_s, name));
        m_uri = m_cluster.uri(u"relay1"_s, name);
        QVERIFY(m_admin.execScript(R"(
            insert into asp.account(id, identifiant, last_name, first_name, email, profile) overriding system value
                values (1, 'claire.fontan', 'Fontan', 'Claire', 'claire@asp.example', 'etablissement');
            insert into asp.mail (id, kind, account_id, to_address, state, sent_at, token, claims, attempts)
                values (42, 'identifiant', 1, 'claire@asp.example', 'sent', now(), '0123456789abcdef', 1, 1);)"));
        m_maildir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_maildir->path()).mkpath(u"new"_s));
    }
    void cleanup()
    {
        m_admin.close();
        m_relay.close();
    }

    void fates_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("folder");
        const QByteArray id = "mail-42.0123456789abcdef@asp-public.fr", to = "retours@asp.example";
        QTest::newRow("by its Message-ID") << report(to, id, "failed") << u"bounced"_s << u"cur"_s;
        QTest::newRow("by our envelope") << report("retours+mail-42.0123456789abcdef@asp.example", {}, "failed")
                                         << u"bounced"_s << u"cur"_s;
        QTest::newRow("delayed") << report(to, id, "delayed") << u"sent"_s << u"cur"_s;
        QTest::newRow("delivered") << report(to, id, "delivered") << u"delivered"_s << u"cur"_s;
        QTest::newRow("passed on") << report(to, id, "relayed") << u"sent"_s << u"cur"_s;
        QTest::newRow("a guessed Message-ID")
            << report(to, "mail-42@asp-public.fr", "failed") << u"sent"_s << u".Inconnus/new"_s;
        QTest::newRow("a guessed envelope")
            << report("retours+mail-42@asp.example", {}, "failed") << u"sent"_s << u".Inconnus/new"_s;
        QTest::newRow("somebody else's mail")
            << report(to, "20260414@mx.example", "failed") << u"sent"_s << u".Inconnus/new"_s;
        QTest::newRow("prose") << QByteArray("From: MAILER-DAEMON\n\nHi. 550 no such user\n") << u"sent"_s
                               << u".Inconnus/new"_s;
        QTest::newRow("nothing") << QByteArray() << u"sent"_s << u".Inconnus/new"_s;
        QTest::newRow("ten mebibytes of nothing") << QByteArray(10 << 20, 'x') << u"sent"_s << u".Inconnus/new"_s;
    }
    void fates()
    {
        QFETCH(QByteArray, mail);
        QFETCH(QString, folder);
        drop(u"1.host"_s, mail);
        BounceReader reader(m_maildir->path(), envelope);
        const auto done = reader.pass(m_relay);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QTEST(one("select state from asp.mail where id = 42"), "state");
        QVERIFY(filesIn(u"new"_s).isEmpty());
        QCOMPARE(filesIn(folder).size(), 1);
        QCOMPARE(filesIn(u"cur"_s).size() + filesIn(u".Inconnus/new"_s).size(), 1);
        QCOMPARE(done->recorded, folder == u"cur"_s ? 1 : 0);
        QCOMPARE(done->unknown, folder == u"cur"_s ? 0 : 1);
    }
    void aReportOfAMailUnderWayWaits()
    {
        QVERIFY(m_admin.execScript("update asp.mail set state = 'sending'"));
        drop(u"1.host"_s, report("retours@asp.example", "mail-42.0123456789abcdef@asp-public.fr", "failed"));
        BounceReader reader(m_maildir->path(), envelope);
        QCOMPARE(reader.pass(m_relay)->waiting, 1);
        QCOMPARE(filesIn(u"new"_s).size(), 1);
        QVERIFY(m_admin.execScript("update asp.mail set state = 'sent'"));
        QCOMPARE(reader.pass(m_relay)->recorded, 1);
        QCOMPARE(one("select state from asp.mail"), u"bounced"_s);
    }
    void nothingIsLostWithoutADatabase()
    {
        drop(u"1.host"_s, report("retours@asp.example", "mail-42.0123456789abcdef@asp-public.fr", "failed"));
        QVERIFY(m_admin.execScript("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'relay1'"));
        BounceReader reader(m_maildir->path(), envelope);
        QVERIFY(!reader.pass(m_relay));
        QCOMPARE(filesIn(u"new"_s).size(), 1);
    }
    void sameNamesAreBothKept()
    {
        BounceReader reader(m_maildir->path(), envelope);
        for (int i = 0; i < 2; ++i) {
            drop(u"1.host"_s, "prose " + QByteArray::number(i));
            QCOMPARE(reader.pass(m_relay)->unknown, 1);
        }
        QCOMPARE(filesIn(u".Inconnus/new"_s).size(), 2);
    }
    void noMaildirIsSaid() { QVERIFY(!BounceReader(u"/nowhere"_s, envelope).pass(m_relay)); }
    void theProgramReadsThem()
    {
        drop(u"1.host"_s, report("retours@asp.example", "mail-42.0123456789abcdef@asp-public.fr", "failed"));
        QTemporaryDir eml;
        QProcess relay;
        relay.start(QStringLiteral(ASP_RELAY),
                    {u"--database"_s, m_uri, u"--eml"_s, eml.path(), u"--bounces"_s, m_maildir->path(), u"--once"_s});
        QVERIFY(relay.waitForFinished(20000));
        QCOMPARE(relay.exitCode(), 0);
        QCOMPARE(one("select state || ' ' || reason from asp.mail"), u"bounced 550 5.1.1 no such user"_s);
    }

private:
    void drop(const QString &name, const QByteArray &mail)
    {
        QFile file(m_maildir->filePath(u"new/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(mail), mail.size());
    }
    QStringList filesIn(const QString &folder) const
    {
        return QDir(m_maildir->filePath(folder)).entryList(QDir::Files);
    }
    QString one(const QByteArray &sql)
    {
        const auto rows = m_admin.exec("select (" + sql + ")::text as v");
        return rows ? rows->text(0, "v") : rows.error().detail;
    }

    TempCluster m_cluster;
    int m_count = 0;
    QString m_uri;
    PgConnection m_admin, m_relay;
    std::unique_ptr<QTemporaryDir> m_maildir;
};

QTEST_GUILESS_MAIN(TestBounces)
#include "tst_bounces.moc"
