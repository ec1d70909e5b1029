// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/queuewindow.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// "3 5@9 7!2": ticket 3; ticket 5 whose key is 9; version 2 of ticket 7.
QList<QueueRow> rowsOf(const QString &text)
{
    QList<QueueRow> rows;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString head = word.section(u'!', 0, 0);
        QueueRow row;
        row.number = TicketNumber(head.section(u'@', 0, 0).toLongLong());
        row.key = head.section(u'@', -1);
        row.version = word.contains(u'!') ? word.section(u'!', 1).toInt() : 1;
        rows << row;
    }
    return rows;
}

QString textOf(const QueueWindow &window)
{
    QStringList words;
    for (int i = 0; i < window.size(); ++i)
        words << QString::number(window.at(i).number.value());
    return words.join(u' ');
}

QString textOf(const QList<RowStep> &steps)
{
    QStringList words;
    for (const RowStep &step : steps) {
        switch (step.kind) {
        case RowStep::Kind::Remove:
            words << u"%1%2+%3"_s.arg(step.gone ? u"gone "_s : u"let "_s).arg(step.at).arg(step.count);
            break;
        case RowStep::Kind::Move:
            words << u"move %1>%2"_s.arg(step.at).arg(step.to);
            break;
        case RowStep::Kind::Insert:
            words << u"insert %1+%2"_s.arg(step.at).arg(step.rows.size());
            break;
        case RowStep::Kind::Update:
            words << u"update %1"_s.arg(step.at);
            break;
        }
    }
    return words.join(u", ");
}

void applyAll(QueueWindow &window, const QList<RowStep> &steps)
{
    for (const RowStep &step : steps)
        window.apply(step);
}

QList<QueueRow> numbered(int first, int count)
{
    QList<QueueRow> rows;
    for (int i = 0; i < count; ++i) {
        QueueRow row;
        row.number = TicketNumber(first + i);
        row.key = QString::number(first + i);
        rows << row;
    }
    return rows;
}

} // namespace

class TestQueueWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readAgain_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<int>("first");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("more");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("after");
        QTest::newRow("nothing changed: nothing moves")
            << u"1 2 3 4"_s << 1 << u"2 3"_s << true << u""_s << u"1 2 3 4"_s;
        QTest::newRow("a changed row is changed in place")
            << u"1 2 3"_s << 0 << u"1 2!2 3"_s << false << u"update 1"_s << u"1 2 3"_s;
        QTest::newRow("one went away") << u"1 2 3 4"_s << 1 << u"2 4"_s << true << u"gone 2+1"_s << u"1 2 4"_s;
        QTest::newRow("one came in between")
            << u"1 2 3 4"_s << 1 << u"2 9@25 3"_s << true << u"insert 2+1"_s << u"1 2 9 3 4"_s;
        QTest::newRow("one came behind the last that both know")
            << u"1 2 3 4"_s << 1 << u"2 3 9@35"_s << true << u"insert 3+1"_s << u"1 2 3 9 4"_s;
        QTest::newRow("the row it began with went away")
            << u"1 2 3 4"_s << 1 << u"3 4"_s << true << u"gone 1+1"_s << u"1 3 4"_s;
        QTest::newRow("one moved down: one step")
            << u"1 2 3 4 5"_s << 0 << u"2 3 4 1@45 5"_s << true << u"move 0>3, update 3"_s << u"2 3 4 1 5"_s;
        QTest::newRow("one moved up: one step")
            << u"1 2 3 4 5"_s << 0 << u"1 5@15 2 3 4"_s << true << u"move 4>1, update 1"_s << u"1 5 2 3 4"_s;
        QTest::newRow("one came from before what was asked")
            << u"1 2 3 4"_s << 2 << u"3 1@35 4"_s << true << u"move 0>2, update 2"_s << u"2 3 1 4"_s;
        QTest::newRow("one came from behind what was asked")
            << u"1 2 3 4 5"_s << 0 << u"1 5@15 2"_s << true << u"move 4>1, update 1"_s << u"1 5 2 3 4"_s;
        QTest::newRow("the end of the queue: what was behind has gone")
            << u"1 2 3 4"_s << 1 << u"2 3"_s << false << u"gone 3+1"_s << u"1 2 3"_s;
        QTest::newRow("all went away") << u"1 2 3"_s << 0 << u""_s << false << u"gone 0+3"_s << u""_s;
        QTest::newRow("nothing in common any more: the rest is let go")
            << u"1 2 3"_s << 1 << u"7 8"_s << true << u"let 1+2, insert 1+2"_s << u"1 7 8"_s;
        QTest::newRow("an older reading does not hide a newer one")
            << u"1 2!5 3"_s << 0 << u"1 2!4 3"_s << false << u""_s << u"1 2 3"_s;
        QTest::newRow("a row told twice is taken once") << u"1 2"_s << 0 << u"1 2 2"_s << false << u""_s << u"1 2"_s;
    }
    void readAgain()
    {
        QFETCH(QString, kept);
        QFETCH(int, first);
        QFETCH(QString, answer);
        QFETCH(bool, more);
        QueueWindow window;
        window.begin({rowsOf(kept), true, {}}, false);
        const QList<RowStep> steps = window.takeAgain({rowsOf(answer), more, {}}, first);
        QTEST(textOf(steps), "steps");
        applyAll(window, steps);
        QTEST(textOf(window), "after");
    }

    void pagesJoinAtBothEnds_data()
    {
        QTest::addColumn<bool>("before");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("after");
        QTest::newRow("behind") << false << u"6 7"_s << u"insert 3+2"_s << u"3 4 5 6 7"_s;
        QTest::newRow("before") << true << u"1 2"_s << u"insert 0+2"_s << u"1 2 3 4 5"_s;
        QTest::newRow("behind, one of them moved there meanwhile")
            << false << u"6 3@65 7"_s << u"move 0>2, insert 2+1, insert 4+1, update 3"_s << u"4 5 6 3 7"_s;
        QTest::newRow("before, one of them moved there meanwhile")
            << true << u"1 5@15 2"_s << u"move 2>0, insert 0+1, insert 2+1, update 1"_s << u"1 5 2 3 4"_s;
        QTest::newRow("none") << false << u""_s << u""_s << u"3 4 5"_s;
    }
    void pagesJoinAtBothEnds()
    {
        QFETCH(bool, before);
        QFETCH(QString, answer);
        QueueWindow window;
        window.begin({rowsOf(u"3 4 5"_s), true, {}}, before);
        const QueuePageAnswer page{rowsOf(answer), false, {}};
        const QList<RowStep> steps = before ? window.takeBefore(page) : window.takeAfter(page);
        QTEST(textOf(steps), "steps");
        applyAll(window, steps);
        QTEST(textOf(window), "after");
        QVERIFY(!window.moreAfter() && !window.moreBefore());
    }

    void whatIsFarIsLetGo_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("firstSeen");
        QTest::addColumn<int>("lastSeen");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<bool>("moreBefore");
        QTest::addColumn<bool>("moreAfter");
        QTest::newRow("as many as may be") << 2000 << 0 << 20 << u""_s << false << false;
        QTest::newRow("seen at the end: the front goes") << 2200 << 2150 << 2180 << u"let 0+200"_s << true << false;
        QTest::newRow("seen at the front: the end goes") << 2200 << 0 << 30 << u"let 2000+200"_s << false << true;
        QTest::newRow("a big re-read in the middle") << 2600 << 1300 << 1330 << u"let 0+600"_s << true << false;
    }
    void whatIsFarIsLetGo()
    {
        QFETCH(int, rows);
        QFETCH(int, firstSeen);
        QFETCH(int, lastSeen);
        QueueWindow window;
        window.begin({numbered(1, rows), false, {}}, false);
        const QList<RowStep> steps = window.trim(firstSeen, lastSeen);
        QTEST(textOf(steps), "steps");
        applyAll(window, steps);
        QVERIFY(window.size() <= QueueWindow::mostRows);
        QTEST(window.moreBefore(), "moreBefore");
        QTEST(window.moreAfter(), "moreAfter");
    }

    void whatWasTouchedIsStaleUntilItIsReadAgain()
    {
        QueueWindow window;
        window.begin({numbered(1, 6), false, {}}, false);
        QCOMPARE(window.firstStale(0, 5), -1);
        window.touch();
        QCOMPARE(window.firstStale(2, 5), 2);
        applyAll(window, window.takeAgain({rowsOf(u"3 4"_s), true, {}}, 2));
        QCOMPARE(window.firstStale(2, 3), -1);
        QCOMPARE(window.firstStale(2, 5), 4);
        QCOMPARE(window.firstStale(0, 5), 0);
    }

    /// Whatever order an answer comes in, the steps lead there, and a row that stays is never taken out.
    void stepsLeadToAnyOrder()
    {
        QRandomGenerator random(20260403);
        for (int round = 0; round < 300; ++round) {
            QList<QueueRow> rows = numbered(1, int(random.bounded(1, 30)));
            QueueWindow window;
            window.begin({rows, false, {}}, false);
            std::shuffle(rows.begin(), rows.end(), random);
            rows = rows.mid(0, random.bounded(0, int(rows.size()) + 1));
            const int kept = int(rows.size());
            rows += numbered(100, int(random.bounded(0, 5)));
            std::shuffle(rows.begin(), rows.end(), random);
            const QList<RowStep> steps = window.takeAgain({rows, false, {}}, 0);
            int removed = 0, inserted = 0;
            for (const RowStep &step : steps) {
                removed += step.kind == RowStep::Kind::Remove ? step.count : 0;
                inserted += step.kind == RowStep::Kind::Insert ? int(step.rows.size()) : 0;
            }
            const int before = window.size();
            applyAll(window, steps);
            QCOMPARE(window.size(), int(rows.size()));
            for (int i = 0; i < window.size(); ++i)
                QCOMPARE(window.at(i).number, rows.at(i).number);
            QCOMPARE(removed, before - kept);
            QCOMPARE(inserted, int(rows.size()) - kept);
        }
    }
};

QTEST_APPLESS_MAIN(TestQueueWindow)
#include "tst_queuewindow.moc"
