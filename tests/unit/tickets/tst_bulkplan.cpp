// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/bulkplan.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = BulkAction::Kind;

namespace {

/// "number siret motif state owner twins"; "-" is empty. The number also says how old it is.
QueueRow row(const QString &text)
{
    const QStringList parts = text.split(u' ');
    const auto part = [&parts](int i) { return parts.value(i) == u"-"_s ? QString() : parts.value(i); };
    QueueRow row;
    row.number = TicketNumber(part(0).toLongLong());
    row.version = int(row.number.value() % 100);
    row.receivedAt = QDateTime(QDate(2026, 4, 1), QTime(8, 0), Qt::UTC).addSecs(row.number.value());
    row.siret = part(1);
    row.motif = part(2);
    row.state = part(3);
    row.owner = part(4);
    row.ownerName = row.owner.isEmpty() ? QString() : row.owner.toUpper();
    row.twins = part(5).toInt();
    return row;
}

QList<QueueRow> rows(const QStringList &texts)
{
    QList<QueueRow> list;
    for (const QString &text : texts)
        list << row(text);
    return list;
}

QString word(LeftOutWhy why)
{
    static const char *const words[]
        = {"closed", "owned", "mine", "theirs", "same_motif", "alone", "too_many", "twins"};
    return QString::fromLatin1(words[int(why)]);
}

/// "kind kept+duplicate+duplicate"
QStringList told(const BulkPlan &plan)
{
    QStringList lines;
    for (const BulkStep &step : plan.steps) {
        QStringList numbers;
        for (const TicketNumber number : step.tickets)
            numbers << QString::number(number.value());
        lines << step.request.kind + u' ' + numbers.join(u'+');
    }
    return lines;
}

QStringList leftOut(const BulkPlan &plan)
{
    QStringList lines;
    for (const LeftOut &left : plan.leftOut)
        lines << QString::number(left.number.value()) + u' ' + word(left.why)
                + (left.who.isEmpty() ? QString() : u' ' + left.who);
    return lines;
}

BulkAction action(Kind kind)
{
    BulkAction action;
    action.kind = kind;
    action.login = u"s.nguyen"_s;
    action.motif = u"autres"_s;
    action.outcome = u"explained"_s;
    action.answer = u"Bonjour"_s;
    return action;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

class TestBulkPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plans_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("leave");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QStringList>("leftOut");
        QTest::newRow("take: what nobody has")
            << Kind::Take << false
            << QStringList{u"1 s h open - 0"_s,   u"2 s h taken me 0"_s,  u"3 s h taken other 0"_s,
                           u"4 s h closed - 0"_s, u"5 s h on_hold - 0"_s, u"6 s h merged - 0"_s}
            << QStringList{u"ticket.take 1"_s, u"ticket.take 5"_s}
            << QStringList{u"2 mine"_s, u"3 owned OTHER"_s, u"4 closed"_s, u"6 closed"_s};
        QTest::newRow("assign: others' tickets too, not those that person has")
            << Kind::Assign << false
            << QStringList{u"1 s h open - 0"_s, u"2 s h taken s.nguyen 0"_s, u"3 s h taken other 0"_s,
                           u"4 s h closed - 0"_s}
            << QStringList{u"ticket.assign 1"_s, u"ticket.assign 3"_s} << QStringList{u"2 theirs"_s, u"4 closed"_s};
        QTest::newRow("motif: not those that have it already")
            << Kind::Motif << false
            << QStringList{u"1 s h open - 0"_s, u"2 s autres open - 0"_s, u"3 s h taken other 0"_s,
                           u"4 s h taken me 0"_s}
            << QStringList{u"ticket.change_motif 1"_s, u"ticket.change_motif 4"_s}
            << QStringList{u"2 same_motif"_s, u"3 owned OTHER"_s};
        QTest::newRow("merge: by SIRET and motif, the oldest is kept")
            << Kind::Merge << false
            << QStringList{u"12 s h open - 2"_s, u"11 s h open - 2"_s, u"13 t h open - 0"_s, u"14 s autres open - 0"_s,
                           u"15 s h taken me 2"_s}
            << QStringList{u"ticket.merge 11+12+15"_s} << QStringList{u"13 alone"_s, u"14 alone"_s};
        QTest::newRow("merge: neither others' nor closed ones, and the oldest of the rest is kept")
            << Kind::Merge << false
            << QStringList{u"1 s h taken other 3"_s, u"2 s h closed - 0"_s, u"3 s h open - 2"_s, u"4 s h open - 2"_s}
            << QStringList{u"ticket.merge 3+4"_s} << QStringList{u"1 owned OTHER"_s, u"2 closed"_s};
        QTest::newRow("merge: without SIRET nothing is alike")
            << Kind::Merge << false << QStringList{u"1 - h open - 0"_s, u"2 - h open - 0"_s} << QStringList{}
            << QStringList{u"1 alone"_s, u"2 alone"_s};
        QTest::newRow("close: one answer for those alike")
            << Kind::Close << false
            << QStringList{u"3 s h open - 1"_s, u"2 t h open - 0"_s, u"1 s h open me 1"_s, u"4 - h open - 0"_s}
            << QStringList{u"ticket.close 1+3"_s, u"ticket.close 2"_s, u"ticket.close 4"_s} << QStringList{};
        QTest::newRow("close: duplicates outside the selection keep theirs out")
            << Kind::Close << false << QStringList{u"1 s h open - 2"_s, u"2 s h open - 2"_s, u"3 t h open - 0"_s}
            << QStringList{u"ticket.close 3"_s} << QStringList{u"1 twins"_s, u"2 twins"_s};
        QTest::newRow("close: unless they may stay open")
            << Kind::Close << true << QStringList{u"1 s h open - 2"_s, u"2 s h open - 2"_s, u"3 t h open - 0"_s}
            << QStringList{u"ticket.close 1+2"_s, u"ticket.close 3"_s} << QStringList{};
        QTest::newRow("close: a duplicate somebody else has stays open too")
            << Kind::Close << false << QStringList{u"1 s h open - 1"_s, u"2 s h taken other 1"_s} << QStringList{}
            << QStringList{u"1 twins"_s, u"2 owned OTHER"_s};
        QTest::newRow("a row that occurs twice counts once")
            << Kind::Merge << false
            << QStringList{u"1 s h open - 1"_s, u"1 s h open - 1"_s, u"2 s h open - 1"_s, u"2 s h open - 1"_s}
            << QStringList{u"ticket.merge 1+2"_s} << QStringList{};
        QTest::newRow("nothing selected") << Kind::Close << false << QStringList{} << QStringList{} << QStringList{};
    }
    void plans()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, leave);
        QFETCH(QStringList, rows);
        QFETCH(QStringList, steps);
        QFETCH(QStringList, leftOut);
        BulkAction wanted = action(kind);
        wanted.leaveDuplicates = leave;
        const BulkPlan plan = planBulk(wanted, ::rows(rows), u"me"_s);
        QCOMPARE(told(plan), steps);
        QCOMPARE(::leftOut(plan), leftOut);
        QSet<TicketNumber> numbers;
        for (const BulkStep &step : plan.steps)
            numbers.unite(QSet(step.tickets.cbegin(), step.tickets.cend()));
        QCOMPARE(plan.tickets, int(numbers.size()));
        QCOMPARE(plan.duplicates, plan.tickets - int(plan.steps.size()));
    }

    void parameters_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QJsonObject>("params");
        QTest::newRow("take") << Kind::Take << QJsonObject{{"number"_L1, 7}, {"version"_L1, 7}};
        QTest::newRow("assign") << Kind::Assign
                                << QJsonObject{{"number"_L1, 7}, {"version"_L1, 7}, {"login"_L1, u"s.nguyen"_s}};
        QTest::newRow("motif") << Kind::Motif
                               << QJsonObject{{"number"_L1, 7}, {"version"_L1, 7}, {"motif"_L1, u"autres"_s}};
        const QJsonArray duplicates{QJsonObject{{"number"_L1, 8}, {"version"_L1, 8}}};
        QTest::newRow("merge") << Kind::Merge
                               << QJsonObject{{"number"_L1, 7}, {"version"_L1, 7}, {"duplicates"_L1, duplicates}};
        QTest::newRow("close") << Kind::Close
                               << QJsonObject{{"number"_L1, 7},
                                              {"version"_L1, 7},
                                              {"outcome"_L1, u"explained"_s},
                                              {"outcome_text"_L1, QString(u""_s)},
                                              {"answer"_L1, u"Bonjour"_s},
                                              {"leave_duplicates"_L1, false},
                                              {"duplicates"_L1, duplicates}};
    }
    void parameters()
    {
        QFETCH(Kind, kind);
        QFETCH(QJsonObject, params);
        const BulkPlan plan = planBulk(action(kind), rows({u"8 s h open - 1"_s, u"7 s h open - 1"_s}), u"me"_s);
        const auto step = std::find_if(plan.steps.cbegin(), plan.steps.cend(),
                                       [](const BulkStep &s) { return s.request.ticket == TicketNumber(7); });
        QVERIFY(step != plan.steps.cend());
        QCOMPARE(step->request.params, params);
    }

    void whileNobodyIsChosenEverybodyTakesPart()
    {
        BulkAction assign;
        assign.kind = Kind::Assign;
        QCOMPARE(planBulk(assign, rows({u"1 s h open - 0"_s, u"2 s h taken other 0"_s}), u"me"_s).tickets, 2);
    }

    void moreThanOneOperationMayHold_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("leave");
        QTest::addColumn<int>("taken");
        QTest::newRow("merge") << Kind::Merge << false << 51;
        QTest::newRow("close, the others may stay open") << Kind::Close << true << 51;
        QTest::newRow("close, none may stay open") << Kind::Close << false << 0;
    }
    void moreThanOneOperationMayHold()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, leave);
        QFETCH(int, taken);
        QList<QueueRow> many;
        for (int i = 1; i <= 60; ++i)
            many << row(QString::number(i) + u" s h open - 59"_s);
        BulkAction wanted = action(kind);
        wanted.leaveDuplicates = leave;
        const BulkPlan plan = planBulk(wanted, many, u"me"_s);
        QCOMPARE(plan.tickets, taken);
        QCOMPARE(plan.leftOut.size(), 60 - taken);
        QCOMPARE(plan.leftOut.last().why, LeftOutWhy::TooMany);
        QCOMPARE(plan.leftOutNumbers().last(), TicketNumber(60));
    }

    void tenThousandRows()
    {
        QList<QueueRow> many;
        for (int i = 1; i <= 10000; ++i)
            many << row(u"%1 s%2 h open - 1"_s.arg(i).arg(i / 2));
        QElapsedTimer clock;
        clock.start();
        const BulkPlan plan = planBulk(action(Kind::Close), many, u"me"_s);
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(plan.tickets + plan.leftOut.size(), 10000);
    }
};

QTEST_GUILESS_MAIN(TestBulkPlan)
#include "tst_bulkplan.moc"
