// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/mailcomposer.h"
#include "resources/resources.h"

#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

MailContent complete(const QString &kind)
{
    MailContent content;
    content.kind = kind;
    content.from = u"ne-pas-repondre@asp.example"_s;
    content.fromName = u"Assistance Activité partielle"_s;
    content.to = u"claire.fontan@boulangerie.example"_s;
    content.messageId = u"mail-42@asp.example"_s;
    content.date = QDateTime(QDate(2026, 4, 14), QTime(9, 12), Qt::UTC);
    content.values = {{u"prenom"_s, u"Zoé"_s},
                      {u"nom"_s, u"L’Hermitte"_s},
                      {u"identifiant"_s, u"zoe.lhermitte"_s},
                      {u"mot_de_passe"_s, u"Xk7!brioche"_s},
                      {u"denomination"_s, u"Boulangerie <Du Coin> & Fils"_s},
                      {u"siret"_s, u"732 829 320 00074"_s},
                      {u"actif_depuis"_s, u"15 avril 2026"_s},
                      {u"ticket"_s, u"48213"_s},
                      {u"motif"_s, u"Habilitation à l’extranet"_s},
                      {u"reponse"_s, u"Bonjour,\n\nC’est fait <b>tout de suite</b> {identifiant}."_s},
                      {u"name"_s, u"Zoé <script>alert(1)</script> L’Hermitte"_s},
                      {u"when"_s, u"14 avril 2026 à 11 h 12"_s},
                      {u"until"_s, u"15 avril 2026 à 11 h 12"_s},
                      {u"courriel.assistance"_s, u"contact@asp.example"_s},
                      {u"telephone.assistance"_s, u"0800 705 800"_s},
                      {u"extranet.url"_s, u"https://extranet.example/"_s}};
    return content;
}

QString decodedPart(const QByteArray &message, const QByteArray &type)
{
    const qsizetype at = message.indexOf("Content-Type: " + type);
    const qsizetype start = message.indexOf("\r\n\r\n", at) + 4;
    return QString::fromUtf8(QByteArray::fromBase64(message.mid(start, message.indexOf("\r\n--", start) - start)));
}

} // namespace

class TestMailComposer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initResources(); }

    void everyTemplateIsWhole_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("mustSay");
        QTest::newRow("identifiant") << u"identifiant"_s << u"zoe.lhermitte"_s;
        QTest::newRow("mot_de_passe") << u"mot_de_passe"_s << u"[Xk7!brioche]"_s;
        QTest::newRow("habilitation") << u"habilitation"_s << u"15 avril 2026"_s;
        QTest::newRow("ticket_reponse") << u"ticket_reponse"_s << u"C’est fait"_s;
        QTest::newRow("avis_changement: until when") << u"avis_changement"_s << u"avant le 15 avril 2026 à 11 h 12"_s;
        QTest::newRow("avis_changement: the phone") << u"avis_changement"_s << u"0800 705 800"_s;
        QTest::newRow("avis_changement: the address") << u"avis_changement"_s << u"contact@asp.example"_s;
        QTest::newRow("avis_changement: who") << u"avis_changement"_s << u"référent est Zoé"_s;
        QTest::newRow("avis_changement_acces") << u"avis_changement_acces"_s << u"Une personne de plus"_s;
    }
    void everyTemplateIsWhole()
    {
        QFETCH(QString, kind);
        QFETCH(QString, mustSay);
        const auto message = composeMail(complete(kind));
        QVERIFY(message.has_value());
        const QString text = decodedPart(*message, "text/plain");
        QVERIFY2(text.contains(mustSay), qPrintable(text));
        QVERIFY(message->contains("Message-ID: <mail-42@asp.example>\r\n"));
        QVERIFY(message->contains("Date: Tue, 14 Apr 2026 09:12:00 +0000\r\n"));
        QVERIFY(decodedPart(*message, "text/html").contains(u"<html lang=\"fr\">"_s));
        for (const QByteArray &line : message->split('\n'))
            QVERIFY2(line.size() <= 78, line.constData());
        for (const char c : *message)
            QVERIFY2(static_cast<unsigned char>(c) < 0x80, "only ASCII may travel");
    }
    void headersAreThoseOfAnAutomaticMail()
    {
        const auto message = composeMail(complete(u"avis_changement"_s));
        QVERIFY(message.has_value());
        const QByteArray head = message->left(message->indexOf("\r\n\r\n"));
        QVERIFY(head.contains("\r\nAuto-Submitted: auto-generated"));
        for (const char *name : {"Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"})
            QCOMPARE(("\r\n" + head).count(QByteArray("\r\n") + name + ": "), 1);
    }
    void aNoticeHasNothingToClick_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("referent") << u"avis_changement"_s;
        QTest::newRow("access") << u"avis_changement_acces"_s;
    }
    void aNoticeHasNothingToClick()
    {
        QFETCH(QString, kind);
        const auto message = composeMail(complete(kind));
        QVERIFY(message.has_value());
        const QString html = decodedPart(*message, "text/html"), text = decodedPart(*message, "text/plain");
        QVERIFY(!html.contains(u"href"_s) && !html.contains(u"http"_s) && !text.contains(u"http"_s));
        QVERIFY(!html.contains(u"<script"_s) && html.contains(u"&lt;script&gt;"_s));
    }
    void hostileValuesStayInTheirPlace_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("a header") << u"x\r\nBcc: x@y.example\r\n\r\n<b>"_s;
        QTest::newRow("a boundary") << u"\r\n--=_mail-42_alternative\r\nContent-Type: text/html\r\n\r\n<img src=x>"_s;
        QTest::newRow("a lone dot") << u"\r\n.\r\nMAIL FROM:<x@y.example>"_s;
        QTest::newRow("a placeholder") << u"{mot_de_passe}{name}"_s;
        QTest::newRow("HTML") << u"</div><script>x</script><img src=x onerror=y>\" '"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) + u"x"_s;
        QTest::newRow("very long") << QString(100000, u'x');
    }
    void hostileValuesStayInTheirPlace()
    {
        QFETCH(QString, value);
        MailContent content = complete(u"ticket_reponse"_s);
        const auto harmless = composeMail(content);
        content.values.insert(u"reponse"_s, value);
        const auto message = composeMail(content);
        QVERIFY(message.has_value() && harmless.has_value());
        const QByteArray end("\r\n\r\n");
        QCOMPARE(message->left(message->indexOf(end)), harmless->left(harmless->indexOf(end)));
        QCOMPARE(message->count("\r\n--=_mail-42_alternative"), 3);
        QVERIFY(!message->contains("\r\n.\r\n"));
        const QString html = decodedPart(*message, "text/html");
        QVERIFY(!html.contains(u"<script"_s) && !html.contains(u"<img"_s) && !html.contains(u"Xk7!brioche"_s));
        QCOMPARE(html.count(u"</div>"_s), 1);
        for (const QByteArray &line : message->split('\n'))
            QVERIFY(line.size() <= 78);
    }
    void outsidersTextIsEscapedInHtmlAndNeverExpanded()
    {
        const auto message = composeMail(complete(u"ticket_reponse"_s));
        QVERIFY(message.has_value());
        const QString html = decodedPart(*message, "text/html");
        QVERIFY(html.contains(u"&lt;b&gt;tout de suite&lt;/b&gt;"_s));
        QVERIFY(html.contains(u"{identifiant}"_s));
        QVERIFY(decodedPart(*message, "text/plain").contains(u"<b>tout de suite</b>"_s));
    }
    void refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("rule");
        QTest::newRow("line break in the recipient")
            << u"to"_s << u"a@b.example\r\nBcc: x@y.example"_s << u"bad_header"_s;
        QTest::newRow("two recipients") << u"to"_s << u"a@b.example,c@d.example"_s << u"bad_header"_s;
        QTest::newRow("line break in the sender's name")
            << u"fromName"_s << u"ASP\nBcc: x@y.example"_s << u"bad_header"_s;
        QTest::newRow("line break through a value of the subject")
            << u"ticket"_s << u"1\r\nBcc: x@y.example"_s << u"bad_header"_s;
        QTest::newRow("missing value") << u"reponse"_s << u" "_s << u"missing_value"_s;
        QTest::newRow("unknown kind") << u"kind"_s << u"facture"_s << u"unknown_template"_s;
        QTest::newRow("kind that climbs out") << u"kind"_s << u"../scripts/38"_s << u"unknown_template"_s;
    }
    void refused()
    {
        QFETCH(QString, what);
        QFETCH(QString, value);
        MailContent content = complete(u"ticket_reponse"_s);
        if (what == "to"_L1)
            content.to = value;
        else if (what == "fromName"_L1)
            content.fromName = value;
        else if (what == "kind"_L1)
            content.kind = value;
        else
            content.values.insert(what, value);
        const auto message = composeMail(content);
        QVERIFY(!message);
        QTEST(message.error().rule, "rule");
    }
    void headerWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"Assistance"_s;
        QTest::newRow("accents") << u"Réponse à votre demande d’assistance"_s;
        QTest::newRow("long, outside the basic plane") << QString(u"été 🌻 "_s).repeated(20).trimmed();
    }
    void headerWords()
    {
        QFETCH(QString, text);
        const QByteArray encoded = encodedHeader(text);
        QString decoded;
        for (QByteArray word : encoded.split('\n')) {
            word = word.trimmed();
            QVERIFY(word.size() <= 75);
            decoded += word.startsWith("=?utf-8?B?")
                ? QString::fromUtf8(QByteArray::fromBase64(word.mid(10, word.size() - 12)))
                : QString::fromLatin1(word);
        }
        QCOMPARE(decoded, text);
    }
};

QTEST_GUILESS_MAIN(TestMailComposer)
#include "tst_mailcomposer.moc"
