// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/siret.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::Siret;

Q_DECLARE_METATYPE(desk::Siret::Fault)

class TestSiret : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void faults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Siret::Fault>("fault");
        QTest::newRow("plain digits") << u"73282932000074"_s << Siret::Fault::None;
        QTest::newRow("spaces as on a letterhead") << u" 732 829 320 00074 "_s << Siret::Fault::None;
        QTest::newRow("no-break and narrow spaces") << u"732\u00A0829\u202F320\u00A000074"_s << Siret::Fault::None;
        QTest::newRow("dots and dashes") << u"732.829.320-00074"_s << Siret::Fault::None;
        QTest::newRow("full-width digits") << u"７３２８２９３２０００００７４"_s.remove(9, 1) << Siret::Fault::None;
        QTest::newRow("zero-width characters of a web page")
            << u"\u200B732829\u200D320\uFEFF00074"_s << Siret::Fault::None;
        QTest::newRow("La Poste branch, by its digit sum") << u"35600000049837"_s << Siret::Fault::None;
        QTest::newRow("wrong check digit") << u"73282932000075"_s << Siret::Fault::WrongCheckDigit;
        QTest::newRow("right as a whole, wrong as a SIREN") << u"73282932800077"_s << Siret::Fault::WrongCheckDigit;
        QTest::newRow("thirteen digits") << u"7328293200007"_s << Siret::Fault::TooShort;
        QTest::newRow("fifteen digits") << u"732829320000745"_s << Siret::Fault::TooLong;
        QTest::newRow("a letter O for a zero") << u"7328293200O074"_s << Siret::Fault::NotDigits;
        QTest::newRow("digits of another script") << QString(14, QChar(0x0660)) << Siret::Fault::NotDigits;
        QTest::newRow("nothing") << QString() << Siret::Fault::NotDigits;
        QTest::newRow("spaces only") << u"   "_s << Siret::Fault::NotDigits;
    }
    void faults()
    {
        QFETCH(QString, text);
        QFETCH(Siret::Fault, fault);
        QCOMPARE(Siret::faultOf(text), fault);
        QCOMPARE(Siret::parse(text).has_value(), fault == Siret::Fault::None);
    }

    void everySingleSlipIsNoticed()
    {
        const QString good = u"73282932000074"_s;
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString slipped = good;
                slipped[i] = digit;
                QCOMPARE(Siret::parse(slipped).has_value(), slipped == good);
            }
        }
    }

    void grouping()
    {
        QCOMPARE(Siret::parse(u"73282932000074")->grouped(), u"732\u00A0829\u00A0320\u00A000074"_s);
        QCOMPARE(desk::groupedDigits(u"732829320"_s), u"732\u00A0829\u00A0320"_s);
        QCOMPARE(desk::groupedDigits(u"7328"_s), u"7328"_s);
    }
};

QTEST_APPLESS_MAIN(TestSiret)
#include "tst_siret.moc"
