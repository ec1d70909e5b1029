// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/samplefiles.h"
#include "ui/casefile/establishmentscard.h"
#include "ui/casefile/establishmentsmodel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace desk;
using namespace desk::test;

class EstablishmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsRowsOverARefresh()
    {
        EstablishmentsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<EstablishmentLine> lines = accountant(212).establishments;
        model.setLines(lines);
        QCOMPARE(model.rowCount(), 212);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        lines[3].openTickets = 9;
        model.setLines(lines);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.index(3, EstablishmentsModel::TicketsColumn).data().toString(), u"9"_s);
        lines.removeLast();
        model.setLines(lines);
        QCOMPARE(resets.count(), 1);
    }

    void filter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing typed") << QString() << 30;
        QTest::newRow("no accents, two words") << u"creperie muret"_s << 1;
        QTest::newRow("part of a word") << u"occit"_s << 5;
        QTest::newRow("digits with spaces") << u"300 123 456 7029"_s << 1;
        QTest::newRow("nothing matches") << u"zzz"_s << 0;
    }
    void filter()
    {
        QFETCH(QString, typed);
        EstablishmentsModel model;
        EstablishmentsFilter proxy;
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        model.setLines(accountant(30).establishments);
        proxy.setWords(typed);
        QTEST(proxy.rowCount(), "found");
    }

    void enterOpensTheChosenOne()
    {
        EstablishmentsCard card;
        card.setFile(accountant(212), true);
        card.resize(760, 400);
        card.show();
        QSignalSpy opened(&card, &EstablishmentsCard::openWanted);
        auto *filter = card.findChild<QLineEdit *>(u"establishmentsFilter"_s);
        auto *table = card.findChild<QTableView *>(u"establishmentsTable"_s);
        QCOMPARE(table->model()->rowCount(), 212);
        QTest::keyClicks(filter, u"fleurs"_s);
        QTest::keyClick(filter, Qt::Key_Down);
        const QString chosen = table->currentIndex().data(EstablishmentsModel::SiretRole).toString();
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), chosen);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.count(), 2);
    }

    void refreshKeepsFilterSelectionAndScroll()
    {
        EstablishmentsCard card;
        CallerFile file = accountant(212);
        card.setFile(file, true);
        card.resize(760, 400);
        card.show();
        auto *filter = card.findChild<QLineEdit *>(u"establishmentsFilter"_s);
        auto *table = card.findChild<QTableView *>(u"establishmentsTable"_s);
        filter->setText(u"garage"_s);
        table->selectRow(20);
        table->scrollTo(table->currentIndex());
        const QString chosen = table->currentIndex().data(EstablishmentsModel::SiretRole).toString();
        file.establishments[0].openTickets = 4;
        file.establishments.removeAt(100); // one was revoked meanwhile
        card.setFile(file, false);
        QCOMPARE(filter->text(), u"garage"_s);
        QCOMPARE(table->currentIndex().data(EstablishmentsModel::SiretRole).toString(), chosen);
    }
};

QTEST_MAIN(EstablishmentsTest)
#include "tst_establishments.moc"
