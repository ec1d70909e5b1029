// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/queue/queuedesk.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queueselection.h"
#include "ui/queue/queuetable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

struct Stage {
    /// `watched`: by the model tester, which looks at every row at every change.
    explicit Stage(const std::function<void(QueueDesk &)> &prepare = {}, bool watched = true)
    {
        if (watched)
            new QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal, &model);
        if (prepare)
            prepare(desk);
        table.resize(1000, 500);
        table.show();
        (void)QTest::qWaitForWindowExposed(&table);
        model.setActive(true);
        model.show({}, {});
        QueueDesk::settle();
    }
    void touch()
    {
        model.touch();
        QueueDesk::settle();
    }
    [[nodiscard]] qint64 numberAt(int row) const { return model.window().at(row).number.value(); }
    [[nodiscard]] qint64 top() const { return numberAt(table.rowAt(0)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&table, key, modifiers);
        QueueDesk::settle();
    }
    [[nodiscard]] QList<qint64> chosen() const
    {
        QList<qint64> numbers;
        for (const QueueRow &row : table.selection()->chosen())
            numbers << row.number.value();
        return numbers;
    }
    QueueDesk desk;
    QueueModel model{desk.ui()};
    QueueTable table{&model, desk.settings};
};

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsComeGoAndMoveWithoutMovingWhatIsSeen()
    {
        Stage s;
        QCOMPARE(s.model.rowCount(), 30);
        s.table.verticalScrollBar()->setValue(31 * 8 + 5);
        QueueDesk::settle();
        const qint64 top = s.top();
        const int offset = s.table.rowViewportPosition(s.table.rowAt(0));
        s.table.putCursor(TicketNumber(s.numberAt(12)));
        s.table.selection()->choose({TicketNumber(s.numberAt(10)), TicketNumber(s.numberAt(12))});
        const QList<qint64> chosen = s.chosen();
        const qint64 current = s.numberAt(12);
        QSignalSpy moved(&s.table, &QueueTable::currentTicketChanged);
        // One goes before the rows seen and one between them, one comes before, one between, one moves through.
        s.desk.removeRow(s.numberAt(3));
        s.desk.removeRow(s.numberAt(11));
        for (const auto &[number, place] : {std::pair(90001, 250), std::pair(90002, 1150)}) {
            QueueRow row = QueueDesk::computed(1);
            row.number = TicketNumber(number);
            row.key = QueueDesk::keyOf(place);
            s.desk.rows << row;
        }
        s.desk.row(s.numberAt(20)).key = QueueDesk::keyOf(1250);
        s.desk.sortRows();
        s.touch();
        s.touch(); // what is before the rows seen is read when it is near
        QCOMPARE(s.top(), top);
        QCOMPARE(s.table.rowViewportPosition(s.table.rowAt(0)), offset);
        QCOMPARE(s.table.currentTicket(), std::optional(TicketNumber(current)));
        QCOMPARE(s.numberAt(s.table.currentIndex().row()), current);
        QCOMPARE(s.chosen(), chosen);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(s.model.rowCount(), 30);
        for (int row = 0; row < 30; ++row)
            QCOMPARE(s.numberAt(row), s.desk.rows.at(row).number.value());
    }

    void aChangedRowIsChangedInPlace()
    {
        Stage s;
        s.table.selection()->choose({TicketNumber(s.numberAt(1))});
        QueueRow &row = s.desk.row(s.numberAt(1));
        row.version = 4;
        row.presence = {{u"n.martin"_s, u"Nadia Martin"_s, PresenceLevel::Writing}};
        s.touch();
        const QModelIndex state = s.model.index(1, QueueModel::sectionOf(QueueColumn::State));
        QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), u"Nouvelle, ✎ n.martin écrit"_s);
        QCOMPARE(s.table.selection()->chosen().constFirst().version, 4); // whoever acts says what they saw
    }

    void whatLeftTheQueueIsNotChosenAnyMore()
    {
        Stage s;
        s.table.selection()->choose({TicketNumber(s.numberAt(1)), TicketNumber(s.numberAt(2))});
        s.desk.removeRow(s.numberAt(1));
        s.touch();
        QCOMPARE(s.chosen(), QList<qint64>{s.numberAt(1)});
    }

    void aHundredThousandRowsGoByInAWindow()
    {
        constexpr int count = 100000;
        Stage s([](QueueDesk &desk) { desk.manyRows(count); }, false);
        qint64 last = 0;
        int steps = 0, most = 0;
        while (last < 100000 + count - 1 && ++steps < 20000) {
            QScrollBar *bar = s.table.verticalScrollBar();
            bar->setValue(bar->value() + 31 * 60);
            QueueDesk::settle(2);
            most = std::max(most, s.model.rowCount());
            const int seen = s.table.rowAt(s.table.viewport()->height() - 1);
            const qint64 now = s.numberAt(seen < 0 ? s.model.rowCount() - 1 : seen);
            QVERIFY2(now >= last, "what is seen went back");
            QVERIFY2(now - last <= 80 || last == 0, "rows were skipped");
            last = now;
        }
        QCOMPARE(last, qint64(100000 + count - 1));
        QVERIFY2(most <= QueueWindow::mostRows + QueueWindow::pageRows, qPrintable(QString::number(most)));
        QVERIFY(s.model.window().moreBefore() && !s.model.window().moreAfter());
        // And back up for a while.
        for (int i = 0; i < 100; ++i) {
            QScrollBar *bar = s.table.verticalScrollBar();
            bar->setValue(bar->value() - 31 * 60);
            QueueDesk::settle(2);
            QVERIFY(s.top() >= last - 80);
            last = s.top();
        }
        QVERIFY(last < 100000 + count - 5000);
        QVERIFY(s.model.rowCount() <= QueueWindow::mostRows);
    }

    void homeAndEndGoToTheEndsOfTheQueue()
    {
        Stage s([](QueueDesk &desk) { desk.manyRows(1000000); });
        s.table.setFocus();
        s.key(Qt::Key_End);
        QCOMPARE(s.numberAt(s.table.currentIndex().row()), qint64(1099999));
        QVERIFY(s.table.visualRect(s.table.currentIndex()).bottom() <= s.table.viewport()->height());
        QVERIFY(s.model.window().moreBefore());
        s.key(Qt::Key_Home);
        QCOMPARE(s.numberAt(s.table.currentIndex().row()), qint64(100000));
        QCOMPARE(s.table.rowAt(0), 0);
        QVERIFY(!s.model.window().moreBefore());
    }

    void whatIsChosenStaysChosenWhileItIsLetGo()
    {
        Stage s([](QueueDesk &desk) { desk.manyRows(100000); });
        s.table.setFocus();
        s.table.selection()->choose({TicketNumber(100001), TicketNumber(100003)});
        s.key(Qt::Key_End);
        QCOMPARE(s.model.window().rowOf(TicketNumber(100001)), -1);
        QCOMPARE(s.chosen().size(), 1); // End began anew with the last one
        s.table.selection()->choose({TicketNumber(199990)});
        s.model.goFirst();
        QueueDesk::settle();
        QVERIFY(s.chosen().contains(100000));
        QVERIFY(!s.table.selection()->isSelected(s.model.index(5, 0)));
    }

    void marksSurviveScrollingFarAwayAndBack()
    {
        Stage s([](QueueDesk &desk) { desk.manyRows(100000); });
        s.table.selection()->choose({TicketNumber(100001), TicketNumber(100003)});
        QScrollBar *bar = s.table.verticalScrollBar();
        for (int i = 0; i < 60; ++i) {
            bar->setValue(bar->value() + 31 * 60);
            QueueDesk::settle(2);
        }
        QCOMPARE(s.model.window().rowOf(TicketNumber(100001)), -1);
        QCOMPARE(s.chosen(), (QList<qint64>{100001, 100003}));
        const int here = s.table.rowAt(0) + 2;
        const qint64 third = s.numberAt(here);
        QTest::mouseClick(s.table.viewport(), Qt::LeftButton, {}, s.table.visualRect(s.model.index(here, 0)).center());
        QCOMPARE(s.chosen(), (QList<qint64>{100001, 100003, third}));
        for (int i = 0; i < 70; ++i) {
            bar->setValue(bar->value() - 31 * 60);
            QueueDesk::settle(2);
        }
        QCOMPARE(s.top(), qint64(100000));
        QVERIFY(s.table.selection()->isSelected(s.model.index(1, 0)));
        QVERIFY(!s.table.selection()->isSelected(s.model.index(2, 0)));
        // A plain click begins anew.
        QTest::mouseClick(s.table.viewport(), Qt::LeftButton, {}, s.table.visualRect(s.model.index(5, 2)).center());
        QCOMPARE(s.chosen(), QList<qint64>{100005});
    }

    void severalRowsAreChosenByMarkAndByKeys()
    {
        Stage s;
        s.table.setFocus();
        const auto click = [&s](int row, int column, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(s.table.viewport(), Qt::LeftButton, modifiers,
                              s.table.visualRect(s.model.index(row, column)).center());
        };
        click(1, 2);
        click(3, 0);
        QCOMPARE(s.chosen(), (QList<qint64>{s.numberAt(1), s.numberAt(3)}));
        click(1, 0);
        QCOMPARE(s.chosen(), QList<qint64>{s.numberAt(3)});
        click(5, 2, Qt::ControlModifier);
        QCOMPARE(s.chosen().size(), 2);
        click(8, 2, Qt::ShiftModifier);
        QCOMPARE(s.chosen().size(), 5); // the one marked before, and four in a row
        s.key(Qt::Key_Space);
        QCOMPARE(s.chosen().size(), 4);
        QSignalSpy all(&s.table, &QueueTable::allChosen);
        s.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(s.chosen().size(), 30);
        QCOMPARE(all.count(), 1);
    }

    void rowsAreCopied()
    {
        Stage s;
        s.table.setFocus();
        s.table.selection()->choose({TicketNumber(s.numberAt(0)), TicketNumber(s.numberAt(1))});
        s.key(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.constFirst().startsWith(u"48 102\tEn retard de 2 h\tGarage Méric\t512 004 118 00021\t"_s),
                 qPrintable(lines.constFirst()));
    }

    void aHeaderSortsInTheDatabase()
    {
        Stage s;
        QSignalSpy sorts(&s.table, &QueueTable::sortWanted);
        const auto click = [&s](QueueColumn column) {
            QHeaderView *header = s.table.horizontalHeader();
            const int x = header->sectionViewportPosition(QueueModel::sectionOf(column)) + 20;
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
        };
        click(QueueColumn::Due);
        QCOMPARE(sorts.takeFirst(), (QVariantList{QVariant::fromValue(QueueColumn::Due), true}));
        click(QueueColumn::Siret);
        QCOMPARE(sorts.takeFirst(), (QVariantList{QVariant::fromValue(QueueColumn::Siret), false}));
        s.model.show({}, {QueueColumn::Siret, true});
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.asked.constLast().order, (QueueOrder{QueueColumn::Siret, true}));
        QCOMPARE(s.model.headerData(QueueModel::sectionOf(QueueColumn::Siret), Qt::Horizontal).toString(),
                 u"SIRET ▼"_s);
    }

    void widthsAreRemembered()
    {
        Stage s;
        s.table.setColumnWidth(QueueModel::sectionOf(QueueColumn::Establishment), 333);
        QueueTable other(&s.model, s.desk.settings);
        QCOMPARE(other.columnWidth(QueueModel::sectionOf(QueueColumn::Establishment)), 333);
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Stage s;
        s.desk.tickets.answerPage = {};
        TicketFilter filter;
        filter.departments = {u"31"_s};
        s.model.show(filter, {});
        filter.departments = {u"09"_s};
        s.model.show(filter, {});
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.pages.count(), 2);
        s.desk.tickets.pages.answer(1, QueuePageAnswer{{QueueDesk::computed(9)}, false, {}});
        s.desk.tickets.pages.answer(0, QueuePageAnswer{{QueueDesk::computed(1), QueueDesk::computed(2)}, false, {}});
        QueueDesk::settle();
        QCOMPARE(s.model.rowCount(), 1);
        QCOMPARE(s.numberAt(0), qint64(100009));
    }

    void aHintDuringAReadingIsNotLost()
    {
        Stage s;
        s.desk.tickets.answerPage = {};
        s.model.touch();
        s.model.touch();
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.pages.count(), 1);
        s.desk.tickets.pages.answerLast(QueuePageAnswer{s.desk.rows, false, {}});
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.pages.count(), 2);
    }

    void anEmptyQueueHearsOfItsFirstRow()
    {
        Stage s([](QueueDesk &desk) { desk.rows.clear(); });
        QCOMPARE(s.model.rowCount(), 0);
        QVERIFY(s.model.isLoaded());
        s.desk.rows = {QueueDesk::computed(1)};
        s.touch();
        QCOMPARE(s.model.rowCount(), 1);
        s.desk.rows.clear();
        s.touch();
        QCOMPARE(s.model.rowCount(), 0);
    }

    void onlyWhatIsSeenIsReadAgain()
    {
        Stage s([](QueueDesk &desk) { desk.manyRows(100000); });
        const qsizetype before = s.desk.tickets.asked.size();
        s.touch();
        QCOMPARE(s.desk.tickets.asked.size(), before + 1);
        QVERIFY(s.desk.tickets.asked.constLast().limit <= 100);
        s.model.setActive(false);
        s.touch();
        QCOMPARE(s.desk.tickets.asked.size(), before + 1); // nobody looks
        s.model.setActive(true);
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.asked.size(), before + 2);
    }
};

QTEST_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
