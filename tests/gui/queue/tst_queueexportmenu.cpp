// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/queue/bulkdesk.h"
#include "ui/queue/queueexportmenu.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace desk;
using namespace desk::test;

class TestQueueExportMenu : public QObject {
    Q_OBJECT
private:
    struct View : BulkDesk {
        QTemporaryDir target;
        QString file = target.filePath(u"demandes.csv"_s);
        QueueExportMenu menu{ui(),
                             [] {
                                 QueueSheet sheet;
                                 sheet.title = u"Habilitation à l’extranet"_s;
                                 sheet.filterWords = u"En retard, Dép. 31"_s;
                                 sheet.filter.due = TicketFilter::Due::Late;
                                 sheet.rows = rows(40);
                                 return sheet;
                             },
                             nullptr};
        QSignalSpy told{&menu, &QueueExportMenu::told};
        QSignalSpy failed{&menu, &QueueExportMenu::failed};

        View() { menu.show(); }
        [[nodiscard]] QByteArray written() const
        {
            QFile read(file);
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        }
    };

private Q_SLOTS:
    void theFileSaysWhoWhenAndWhich()
    {
        View view;
        view.menu.exportCsv(view.file);
        QCOMPARE(view.tickets.exported.last().filter.due, TicketFilter::Due::Late);
        QVERIFY(view.menu.findChild<QAbstractButton *>(u"queueExportCancel"_s)->isVisible());
        QueuePageAnswer page;
        page.rows = BulkDesk::rows(2);
        page.rows[0].state = u"on_hold"_s;
        page.rows[0].motif = u"gone"_s;
        page.rows[1].requesterName = u"=1+1"_s;
        view.tickets.exports.answerLast(page);
        QTRY_COMPARE(view.told.count(), 1);
        QVERIFY(view.told.last().first().toString().startsWith(u"2 demandes exportées"_s));
        QVERIFY(!view.menu.findChild<QAbstractButton *>(u"queueExportCancel"_s)->isVisible());
        const QString text = QString::fromUtf8(view.written());
        QVERIFY(text.startsWith(u"Habilitation à l’extranet\r\nExporté par;Luc Perrin (l.perrin)\r\n"_s));
        QVERIFY(text.contains(u"Filtre;En retard, Dép. 31\r\n"_s));
        QVERIFY2(text.contains(u";en attente;"_s) && text.contains(u";gone;"_s), qPrintable(text));
        QVERIFY(text.contains(u";Habilitation à l’extranet;"_s));
        QVERIFY(text.contains(u"'=1+1"_s));
        const QStringList lines = text.split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.at(lines.size() - 1).count(u';'), lines.at(lines.size() - 3).count(u';')); // as the headings
    }

    void itCanBeCancelled()
    {
        View view;
        view.menu.exportCsv(view.file);
        view.menu.findChild<QAbstractButton *>(u"queueExportCancel"_s)->click();
        QCOMPARE(view.told.count(), 1);
        QVERIFY(view.told.last().first().toString().contains(u"annulé"_s));
        QVERIFY(!QFile::exists(view.file));
    }

    void aFailureIsTold_data()
    {
        QTest::addColumn<bool>("ofTheFile");
        QTest::addColumn<QString>("words");
        QTest::newRow("the file") << true << u"n’a pas pu être écrit"_s;
        QTest::newRow("the database") << false << u"aucun fichier n’a été écrit"_s;
    }
    void aFailureIsTold()
    {
        QFETCH(bool, ofTheFile);
        QFETCH(QString, words);
        View view;
        view.menu.exportCsv(ofTheFile ? view.target.filePath(u"missing/x.csv"_s) : view.file);
        if (ofTheFile)
            view.tickets.exports.answerLast(QueuePageAnswer());
        else
            view.tickets.exports.answerLast(Failure(Error{Error::Code::Unavailable, {}, u"connection_lost"_s}));
        QTRY_COMPARE(view.failed.count(), 1);
        QVERIFY2(view.failed.last().first().toString().contains(words),
                 qPrintable(view.failed.last().first().toString()));
    }

    void thePageAsPdf()
    {
        View view;
        view.file = view.target.filePath(u"page.pdf"_s);
        view.menu.exportPdf(view.file);
        QTRY_COMPARE(view.told.count(), 1);
        QVERIFY(view.written().startsWith("%PDF-"));
        view.menu.exportPdf(view.target.filePath(u"missing/page.pdf"_s));
        QTRY_COMPARE(view.failed.count(), 1);
    }
};

QTEST_MAIN(TestQueueExportMenu)
#include "tst_queueexportmenu.moc"
