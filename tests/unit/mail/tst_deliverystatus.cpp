// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/mail/deliverystatus.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

using Outcome = DeliveryStatus::Outcome;

/// A report as servers write it; `groups` is what message/delivery-status holds.
QByteArray report(const QByteArray &groups, const QByteArray &returned = "message/rfc822")
{
    QByteArray mail
        = "Return-Path: <>\nDelivered-To: retours+mail-42@asp.example\nTo: retours+mail-42@asp.example\n"
          "From: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail\nMIME-Version: 1.0\n"
          "Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"AB12/mx.example\"\n\n"
          "This is a MIME-encapsulated message.\n\n--AB12/mx.example\n"
          "Content-Type: text/plain; charset=us-ascii\n\nI'm sorry.\n\n--AB12/mx.example\n"
          "Content-Type: message/delivery-status\n\n"
        + groups + "\n--AB12/mx.example\nContent-Type: " + returned
        + "\n\nReceived: by mx\nSubject: Votre\n identifiant\nMessage-ID:\n <mail-42@asp.example>\n\nBonjour\n"
          "--AB12/mx.example--\n";
    return mail;
}

QByteArray withRecipient(const QByteArray &fields)
{
    return report("Reporting-MTA: dns; mx.example\nArrival-Date: Tue, 14 Apr 2026 09:12:00 +0000\n\n"
                  "Final-Recipient: rfc822; claire@boulangerie.example\n"
                  + fields);
}

} // namespace

class TestDeliveryStatus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outcomes_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown user") << withRecipient(
            "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <c@b>:\n"
            "    User unknown\n") << int(Outcome::Failed)
                                      << u"550 5.1.1 <c@b>: User unknown"_s;
        QTest::newRow("code not in the words")
            << withRecipient("Action: failed\nStatus: 5.2.2 (full)\nDiagnostic-Code: smtp; mailbox full\n")
            << int(Outcome::Failed) << u"5.2.2 mailbox full"_s;
        QTest::newRow("delayed") << withRecipient("Action: delayed\nStatus: 4.4.1\n") << int(Outcome::Delayed)
                                 << u"4.4.1"_s;
        QTest::newRow("delivered") << withRecipient("Action: delivered\nStatus: 2.0.0\n") << int(Outcome::Delivered)
                                   << u"2.0.0"_s;
        QTest::newRow("relayed") << withRecipient("Action: relayed\nStatus: 2.0.0\n") << int(Outcome::Other)
                                 << u"2.0.0"_s;
        QTest::newRow("no action, status 5") << withRecipient("Status: 5.0.0\n") << int(Outcome::Failed) << u"5.0.0"_s;
        QTest::newRow("field names in any case")
            << withRecipient("ACTION: FAILED\nSTATUS: 5.1.1\n") << int(Outcome::Failed) << u"5.1.1"_s;
        QTest::newRow("everything in one group")
            << report("Reporting-MTA: dns; mx\nFinal-Recipient: rfc822; claire@boulangerie.example\nAction: "
                      "failed\nStatus: 5.1.1\n")
            << int(Outcome::Failed) << u"5.1.1"_s;
        QTest::newRow("the worst of two recipients") << report(
            "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0\n\n"
            "Final-Recipient: rfc822; claire@boulangerie.example\nAction: failed\nStatus: 5.1.1\n")
                                                     << int(Outcome::Failed) << u"5.1.1"_s;
        QTest::newRow("control characters go") << withRecipient(
            "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 \x1b[31mno\x07 \xe2\x80\xae"
            "body\n") << int(Outcome::Failed) << u"550 5.1.1 [31mno body"_s;
        QTest::newRow("a status that is none")
            << withRecipient("Action: failed\nStatus: drop table\n") << int(Outcome::Failed) << QString();
        QByteArray windows = withRecipient("Action: failed\nStatus: 5.1.1\n");
        QTest::newRow("CRLF") << windows.replace("\n", "\r\n") << int(Outcome::Failed) << u"5.1.1"_s;
    }
    void outcomes()
    {
        QFETCH(QByteArray, mail);
        const auto read = readDeliveryStatus(mail);
        QVERIFY2(read, read ? "" : qPrintable(read.error().rule));
        QTEST(int(read->outcome), "outcome");
        QTEST(read->text, "text");
        QCOMPARE(read->messageId, u"mail-42@asp.example"_s);
        QCOMPARE(read->recipient, u"claire@boulangerie.example"_s);
        QCOMPARE(read->sentTo, QStringList{u"retours+mail-42@asp.example"_s});
    }

    void returnedHeaders_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("id");
        QTest::newRow("whole message") << QByteArray("message/rfc822") << u"mail-42@asp.example"_s;
        QTest::newRow("headers only") << QByteArray("text/rfc822-headers; charset=us-ascii")
                                      << u"mail-42@asp.example"_s;
        QTest::newRow("nothing of the kind") << QByteArray("text/plain") << QString();
    }
    void returnedHeaders()
    {
        QFETCH(QByteArray, type);
        const auto read
            = readDeliveryStatus(report("Reporting-MTA: dns; mx\nOriginal-Envelope-Id: mail-42\n\n"
                                        "Original-Recipient: rfc822;claire@asp.example\n"
                                        "Final-Recipient: rfc822; other@asp.example\nAction: failed\nStatus: 5.1.1\n",
                                        type));
        QVERIFY(read.has_value());
        QTEST(read->messageId, "id");
        QCOMPARE(read->envelopeId, u"mail-42"_s);
        QCOMPARE(read->recipient, u"claire@asp.example"_s);
    }
    void aReportInsideAnotherMultipartIsFound()
    {
        QByteArray inner = withRecipient("Action: failed\nStatus: 5.1.1\n");
        inner = inner.mid(inner.indexOf("Content-Type: multipart/report"));
        const auto read
            = readDeliveryStatus("To: <retours@asp.example>\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\n"
                                 + inner + "\n--outer\nContent-Type: text/plain\n\nfooter\n--outer--\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->messageId, u"mail-42@asp.example"_s);
        QCOMPARE(read->sentTo, QStringList{u"retours@asp.example"_s});
    }
    void encodedPartsAreDecoded()
    {
        const QByteArray groups
            = "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n";
        const QByteArray mail
            = "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n"
              "Content-Transfer-Encoding: base64\n\n"
            + groups.toBase64()
            + "\n--x\nContent-Type: text/rfc822-headers\nContent-Transfer-Encoding: quoted-printable\n\n"
              "Message-ID: <mail-42=40asp.=\nexample>\n--x--\n";
        const auto read = readDeliveryStatus(mail);
        QVERIFY(read.has_value());
        QCOMPARE(int(read->outcome), int(Outcome::Failed));
        QCOMPARE(read->messageId, u"mail-42@asp.example"_s);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QString>("rule");
        QTest::newRow("nothing") << QByteArray() << u"not_a_report"_s;
        QTest::newRow("a person's answer")
            << QByteArray("From: a@b\nSubject: Re: Votre identifiant\n\nMerci\n") << u"not_a_report"_s;
        QTest::newRow("prose of an old server")
            << QByteArray("From: MAILER-DAEMON\nSubject: failure notice\n\n<a@b>: 550 no such user\n")
            << u"not_a_report"_s;
        QTest::newRow("a forwarded report is not one of ours")
            << "Content-Type: message/rfc822\n\n" + withRecipient("Action: failed\nStatus: 5.1.1\n")
            << u"not_a_report"_s;
        QTest::newRow("no recipient") << report("Reporting-MTA: dns; mx\n") << u"no_recipient"_s;
        QTest::newRow("no boundary") << QByteArray(
            "Content-Type: multipart/report\n\n--\nContent-Type: message/delivery-status\n\nAction: failed\n")
                                     << u"not_a_report"_s;
        QTest::newRow("nested without end")
            << QByteArray("Content-Type: multipart/mixed; boundary=a\n\n--a\n").repeated(1000) << u"not_a_report"_s;
        QTest::newRow("beyond the first mebibyte")
            << "X: y\n" + QByteArray(1100000, 'z') + '\n' + withRecipient("Action: failed\nStatus: 5.1.1\n")
            << u"not_a_report"_s;
    }
    void refused()
    {
        QFETCH(QByteArray, mail);
        const auto read = readDeliveryStatus(mail);
        QVERIFY(!read.has_value());
        QTEST(read.error().rule, "rule");
    }
    void hostileSizesAreDealtWithQuickly_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::newRow("a hundred thousand headers") << QByteArray("A: b\n").repeated(200000);
        QTest::newRow("one folded header") << "A: b\n" + QByteArray(" c\n").repeated(300000);
        QTest::newRow("as many parts as fit")
            << "Content-Type: multipart/report; boundary=a\n\n" + QByteArray("--a\n\n").repeated(200000);
        QTest::newRow("as many groups as fit") << report(QByteArray("Action: x\n\n").repeated(90000));
        QTest::newRow("one line") << QByteArray(5000000, '<');
    }
    void hostileSizesAreDealtWithQuickly()
    {
        QFETCH(QByteArray, mail);
        QElapsedTimer clock;
        clock.start();
        (void)readDeliveryStatus(mail);
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    }
    void damagedReportsNeverHurt()
    {
        const QByteArray whole = withRecipient("Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n");
        QRandomGenerator dice(20260414);
        for (int i = 0; i < 20000; ++i) {
            QByteArray mail = whole;
            for (int n = dice.bounded(1, 6); n > 0; --n)
                mail[dice.bounded(mail.size())] = static_cast<char>(dice.bounded(256));
            mail.truncate(dice.bounded(mail.size()));
            const auto read = readDeliveryStatus(mail);
            if (read)
                QVERIFY(read->text.size() <= 500 && !read->text.contains(u'\n'));
        }
    }
};

QTEST_GUILESS_MAIN(TestDeliveryStatus)
#include "tst_deliverystatus.moc"
