// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/handover/handover.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestHandover : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void links_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("value"); ///< empty: refused
        QTest::newRow("siret") << u"asp-ap:siret/73282932000074"_s << u"73282932000074"_s;
        QTest::newRow("siret with blanks") << u"ASP-AP:siret/732 829 320 00074"_s << u"73282932000074"_s;
        QTest::newRow("siret that fails its check") << u"asp-ap:siret/73282932000075"_s << QString();
        QTest::newRow("phone") << u"asp-ap:phone/+33 6 12 34 56 78"_s << u"+33612345678"_s;
        QTest::newRow("phone as dialled") << u"asp-ap:phone/06.12.34.56.78"_s << u"0612345678"_s;
        QTest::newRow("too short for a phone") << u"asp-ap:phone/12345"_s << QString();
        QTest::newRow("a ticket's number") << u"asp-ap:phone/612345"_s << QString();
        QTest::newRow("14 digits that are a SIRET") << u"asp-ap:phone/73282932000074"_s << QString();
        QTest::newRow("too long for a phone") << u"asp-ap:phone/1234567890123456"_s << QString();
        QTest::newRow("digits of another script") << u"asp-ap:phone/٠٦١٢٣٤٥٦٧٨"_s << QString();
        QTest::newRow("another scheme") << u"http://siret/73282932000074"_s << QString();
        QTest::newRow("something behind it") << u"asp-ap:siret/73282932000074?open=1"_s << QString();
        QTest::newRow("plus in the middle") << u"asp-ap:phone/0612+345678"_s << QString();
        QTest::newRow("a page of text") << "asp-ap:phone/"_L1 + QString(100'000, u'1') << QString();
    }
    void links()
    {
        QFETCH(QString, link);
        QFETCH(QString, value);
        const auto read = Handover::fromLink(link);
        QCOMPARE(read.has_value(), !value.isEmpty());
        if (read)
            QCOMPARE(read->value, value);
        else
            QCOMPARE(read.error().rule, u"bad_link"_s);
    }

    void messagesComeBackAsTheyWere()
    {
        for (const Handover &one :
             {Handover{}, *Handover::fromSiret(u"73282932000074"_s), *Handover::fromPhone(u"+33612345678"_s)})
            QVERIFY(Handover::fromMessage(one.toMessage()) == one);
    }

    void messages_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("without its end") << QByteArray("asp-console 1 show");
        QTest::newRow("two lines") << QByteArray("asp-console 1 show\nasp-console 1 show\n");
        QTest::newRow("another version") << QByteArray("asp-console 2 show\n");
        QTest::newRow("another verb") << QByteArray("asp-console 1 open 73282932000074\n");
        QTest::newRow("blanks") << QByteArray("asp-console 1 siret 732 829 320 00074\n");
        QTest::newRow("a NUL") << QByteArray("asp-console 1 phone 06123\0"
                                             "45678\n",
                                             32);
        QTest::newRow("endless") << QByteArray("asp-console 1 phone ") + QByteArray(1 << 20, '1') + '\n';
    }
    void messages()
    {
        QFETCH(QByteArray, message);
        const auto read = Handover::fromMessage(message);
        QVERIFY(!read);
        QCOMPARE(read.error().rule, u"bad_message"_s);
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
