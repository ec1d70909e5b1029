// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/purgerecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr JournalTime day = 86'400'000'000;

} // namespace

/// The evidence a missing row is judged by.
class TestPurgeRecord : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QByteArray>("epoch");
        QTest::addColumn<qint64>("micros"); // -1: none
        QTest::newRow("usual") << QByteArray("1763716670.123456") << qint64(1763716670123456);
        QTest::newRow("whole") << QByteArray("1763716670") << qint64(1763716670000000);
        QTest::newRow("few places") << QByteArray("5.5") << qint64(5500000);
        QTest::newRow("infinity") << QByteArray("Infinity") << qint64(-1);
        QTest::newRow("far away") << QByteArray("99999999999999999") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
        QTest::newRow("rubbish behind the point") << QByteArray("5.x") << qint64(-1);
    }
    void times()
    {
        QFETCH(QByteArray, epoch);
        QFETCH(qint64, micros);
        QCOMPARE(journalTime(epoch).value_or(-1), micros);
        QCOMPARE(journalTime("-2.250000").value(), -2250000);
    }

    void theLongestPatternCounts()
    {
        RetentionHistory history;
        QCOMPARE(history.days(u"operation"_s), RetentionHistory::Days(1826));
        QCOMPARE(history.days(u"read_watch"_s), RetentionHistory::Days(365));
        QCOMPARE(history.days(u"journal_purge"_s), RetentionHistory::Days());
        QVERIFY(history.apply(R"({"pattern": "oper*", "days": 700})"));
        QCOMPARE(history.days(u"operation"_s), RetentionHistory::Days(700));
        QVERIFY(history.apply(R"({"pattern": "operation", "was": 700})"));
        QCOMPARE(history.days(u"operation"_s), RetentionHistory::Days());
        QVERIFY(history.apply(R"({"pattern": "operation", "removed": true})"));
        QCOMPARE(history.days(u"operation"_s), RetentionHistory::Days(700));
        QVERIFY(!history.apply("{}"));
        QVERIFY(!history.apply("rubbish"));
    }

    void bounds()
    {
        const JournalTime at = 20'000 * day; // 2024-10-04
        const auto purge = PurgeRecord::parse(
            100, 1000, at,
            R"({"upto": 90, "kinds": {"open_file": {"before": "2023-10-05T00:00:00+00:00", "rows": 3}}})");
        QVERIFY(purge);
        const JournalTime before = purge->kinds.value(u"open_file"_s).before;
        QCOMPARE((at - before) / day, 365);
        QVERIFY(purge->covers(90, u"open_file"_s, before - 1));
        QVERIFY(!purge->covers(90, u"open_file"_s, before));
        QVERIFY(!purge->covers(91, u"open_file"_s, before - 1)); // sealed since it was announced
        QVERIFY(!purge->covers(90, u"operation"_s, before - 1));
        QVERIFY(!purge->offends(RetentionHistory(), at + day));
        QCOMPARE(purge->offends(RetentionHistory(), at - day), std::optional(u"open_file"_s)); // dated ahead
        RetentionHistory longer;
        QVERIFY(longer.apply(R"({"pattern": "open_file", "days": 366})"));
        QCOMPARE(purge->offends(longer, at + day), std::optional(u"open_file"_s));
    }

    void neverBelowSixMonths()
    {
        RetentionHistory history;
        QVERIFY(history.apply(R"({"pattern": "open_file", "days": 10})"));
        const auto purge = PurgeRecord::parse(
            100, 1000, 20'000 * day,
            R"({"upto": 90, "kinds": {"open_file": {"before": "2024-09-01T00:00:00Z", "rows": 3}}})");
        QVERIFY(purge->offends(history, 20'001 * day).has_value());
    }

    void nonsense()
    {
        for (const char *detail :
             {"", "{}", "[]", R"({"kinds": 3})", R"({"kinds": {}})", R"({"kinds": {"open_file": {"before": "hier"}}})"})
            QVERIFY2(!PurgeRecord::parse(2, 2, day, detail), detail);
    }
};

QTEST_GUILESS_MAIN(TestPurgeRecord)
#include "tst_purgerecord.moc"
