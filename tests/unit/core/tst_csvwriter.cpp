// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/csvwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// CSV files: one reading of every cell, and nothing a spreadsheet would run.
class TestCsvWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << u"Nadia Martin"_s << QByteArray("Nadia Martin");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("accents are UTF-8") << u"Hôtel de l’Étoile"_s << QByteArray("Hôtel de l’Étoile");
        QTest::newRow("separator") << u"a;b"_s << QByteArray("\"a;b\"");
        QTest::newRow("a comma needs nothing") << u"a,b"_s << QByteArray("a,b");
        QTest::newRow("quotes are doubled") << u"dit \"oui\""_s << QByteArray("\"dit \"\"oui\"\"\"");
        QTest::newRow("line break stays in its cell") << u"un\ndeux"_s << QByteArray("\"un\ndeux\"");
        QTest::newRow("carriage return") << u"un\rdeux"_s << QByteArray("\"un\rdeux\"");
        QTest::newRow("spaces at the ends are kept") << u" a "_s << QByteArray("\" a \"");
        QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("plus") << u"+33561234567"_s << QByteArray("'+33561234567");
        QTest::newRow("minus") << u"-2"_s << QByteArray("'-2");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("wide equals") << u"＝1"_s << QByteArray("'＝1");
        QTest::newRow("tab first") << u"\t=1"_s << QByteArray("\"'\t'=1\"");
        QTest::newRow("carriage return first") << u"\r=1"_s << QByteArray("\"'\r'=1\"");
        QTest::newRow("spaces before") << u"  =1"_s << QByteArray("\"  '=1\"");
        QTest::newRow("no-break space before") << u"\u00A0=1"_s << QByteArray("\u00A0'=1");
        QTest::newRow("behind a line break") << u"a\n=1"_s << QByteArray("\"a\n'=1\"");
        QTest::newRow("behind a comma, for readers that cut there") << u"a,=1"_s << QByteArray("a,'=1");
        QTest::newRow("behind our separator and a quote") << u"a;\"=1"_s << QByteArray("\"a;\"\"'=1\"");
        QTest::newRow("NUL hides nothing") << u"\0=1"_s << QByteArray("'=1");
        QTest::newRow("a hyphen inside a word") << u"porte-parole"_s << QByteArray("porte-parole");
        QTest::newRow("an address") << u"contact@exemple.fr"_s << QByteArray("contact@exemple.fr");
    }
    void cells()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        CsvWriter writer({';', false});
        writer.addRow({text});
        QCOMPARE(writer.bytes(), bytes + "\r\n");
    }

    void rowsAndSeparators()
    {
        CsvWriter french({';', false}), english({',', false});
        for (CsvWriter *writer : {&french, &english}) {
            writer->addRow({u"a,b"_s, u"c;d"_s, u"e"_s});
            writer->addEmptyRow();
        }
        QCOMPARE(french.bytes(), QByteArray("a,b;\"c;d\";e\r\n\r\n"));
        QCOMPARE(english.bytes(), QByteArray("\"a,b\",c;d,e\r\n\r\n"));
    }

    void byteOrderMark()
    {
        CsvWriter with;
        QVERIFY(with.bytes().startsWith("\xEF\xBB\xBF"));
        QVERIFY(CsvWriter({';', false}).bytes().isEmpty());
    }

    void originSaysWhoAndWhen()
    {
        CsvWriter writer({';', false});
        writer.addOrigin(u"Journal"_s, u"=Inès Leroy"_s, QDateTime({2026, 7, 1}, {22, 5, 9}, Qt::UTC));
        QCOMPARE(QString::fromUtf8(writer.bytes()),
                 u"Journal\r\nExporté par;'=Inès Leroy\r\nExporté le;02/07/2026 00:05:09 (heure de Paris)\r\n\r\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
