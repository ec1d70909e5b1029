// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/pagepdf.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

PagePdf pageWith(int rows)
{
    PagePdf page(u"File d’attente"_s, u"Luc Perrin (l.perrin)"_s, QDateTime(QDate(2026, 4, 3), QTime(8, 0), Qt::UTC));
    page.addWords(u"Habilitation à l’extranet, en retard"_s);
    page.addFigures({{u"Encours"_s, u"1 284"_s}, {u"En retard"_s, u"37"_s}});
    QPicture drawing;
    QPainter painter(&drawing);
    painter.fillRect(QRect(10, 10, 300, 80), Qt::darkBlue);
    painter.end();
    page.addPictures({{u"Encours"_s, drawing, QSizeF(400, 160), u"Encours de 1 284 demandes."_s}});
    PagePdf::Table table{
        u"Demandes"_s, {{u"N°"_s, 1, true}, {u"Établissement"_s, 4}, {u"État"_s, 2}}, {}, u"Aucune demande."_s};
    for (int i = 0; i < rows; ++i)
        table.rows << QStringList{QString::number(48000 + i), u"Boulangerie du Capitole "_s.repeated(1 + i % 9),
                                  u"=nouvelle"_s};
    page.addTable(table);
    return page;
}

int pagesOf(const QByteArray &pdf)
{
    const auto count = QRegularExpression(u"/Count (\\d+)"_s).match(QString::fromLatin1(pdf));
    return count.captured(1).toInt();
}

} // namespace

class TestPagePdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void longTablesGoOnOverPages_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("an empty table says so on one page") << 0 << 1 << 1;
        QTest::newRow("ten rows fit on one page or two") << 10 << 1 << 2;
        QTest::newRow("four hundred rows take many pages") << 400 << 10 << 40;
    }
    void longTablesGoOnOverPages()
    {
        QFETCH(int, rows);
        QFETCH(int, least);
        QFETCH(int, most);
        const QByteArray pdf = pageWith(rows).bytes();
        QVERIFY(pdf.startsWith("%PDF-"));
        const int pages = pagesOf(pdf);
        QVERIFY2(pages >= least && pages <= most, qPrintable(QString::number(pages)));
    }
    void isA4AcrossAndMadeOfText()
    {
        const QByteArray pdf = pageWith(3).bytes();
        const auto box
            = QRegularExpression(u"/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"_s).match(QString::fromLatin1(pdf));
        QVERIFY(box.hasMatch());
        QCOMPARE(qRound(box.captured(1).toDouble()), 842);
        QCOMPARE(qRound(box.captured(2).toDouble()), 595);
        QVERIFY(!pdf.contains("/Subtype /Image")); // lines and letters, sharp at any size
        QVERIFY(pdf.contains("/Font"));
    }
    void isWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"page.pdf"_s);
        const auto written = writePdf(file, pageWith(20));
        QTRY_VERIFY(written.isFinished());
        QVERIFY(written.result());
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().trimmed().endsWith("%%EOF"));
        const QString where = qEnvironmentVariable("DESK_SHOW_PDF");
        if (!where.isEmpty())
            QVERIFY(pageWith(60).write(where));
        const auto refused = pageWith(1).write(folder.filePath(u"nulle/part.pdf"_s));
        QVERIFY(!refused);
    }
};

QTEST_MAIN(TestPagePdf)
#include "tst_pagepdf.moc"
