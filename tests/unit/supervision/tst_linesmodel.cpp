// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/paging.h"
#include "ui/supervision/linesmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QList<Line> lines(const QString &keys, const QString &suffix = {})
{
    QList<Line> list;
    for (const QChar key : keys)
        list << Line{QString(key), {}, {{key + suffix}, {u"2"_s}}};
    return list;
}

struct Row {
    qint64 id;
    int value = 0;
    friend bool operator==(const Row &, const Row &) = default;
};

QList<Row> rows(std::initializer_list<qint64> ids, int value = 0)
{
    QList<Row> list;
    for (const qint64 id : ids)
        list << Row{id, value};
    return list;
}

QList<qint64> ids(const PagedRows<Row> &paged)
{
    QList<qint64> list;
    for (const Row &row : paged.rows())
        list << row.id;
    return list;
}

} // namespace

class TestLinesModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refreshes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("the same") << u"abc"_s << u"abc"_s;
        QTest::newRow("first lines") << QString() << u"abc"_s;
        QTest::newRow("all gone") << u"abc"_s << QString();
        QTest::newRow("one above") << u"abc"_s << u"xabc"_s;
        QTest::newRow("one gone") << u"abc"_s << u"ac"_s;
        QTest::newRow("moved down") << u"abcd"_s << u"bcda"_s;
        QTest::newRow("moved up") << u"abcd"_s << u"dabc"_s;
        QTest::newRow("turned around") << u"abcd"_s << u"dcba"_s;
        QTest::newRow("mixed") << u"abcdef"_s << u"xfbyad"_s;
        QTest::newRow("a key twice") << u"abc"_s << u"aab"_s;
    }
    void refreshes()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        LinesModel model({u"A"_s, u"B"_s});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines(lines(before));
        const bool keeps = before.contains(u'b') && after.contains(u'b');
        const QPersistentModelIndex chosen(keeps ? model.index(int(before.indexOf(u'b')), 0) : QModelIndex());
        model.setLines(lines(after, u"!"_s));
        QString shown;
        for (int row = 0; row < model.rowCount(); ++row) {
            shown += model.index(row, 0).data(LinesModel::KeyRole).toString();
            QCOMPARE(model.index(row, 0).data().toString(), shown.last(1) + u'!');
        }
        QCOMPARE(shown, after);
        if (keeps)
            QCOMPARE(chosen.data(LinesModel::KeyRole).toString(), u"b"_s); // selection stays on its row
    }

    void headingsCannotBeChosen()
    {
        LinesModel model({u"A"_s});
        Line heading{u"h"_s, {}, {{u"Groupe"_s}}, true};
        model.setLines({heading, lines(u"a"_s).first()});
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        QVERIFY(model.flags(model.index(1, 0)) & Qt::ItemIsSelectable);
    }

    void moreIsAskedForOnce()
    {
        LinesModel model({u"A"_s});
        QSignalSpy wanted(&model, &LinesModel::moreWanted);
        model.setLines(lines(u"abc"_s));
        QVERIFY(!model.canFetchMore({}));
        model.setHasMore(true);
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.count(), 1);
    }

    void pagesFollowOneAnother()
    {
        PagedRows<Row> paged;
        paged.add(0, rows({9, 8, 7}), true);
        QVERIFY(paged.hasMore());
        QCOMPARE(paged.last(), 7);
        paged.add(7, rows({6, 5}), false);
        QCOMPARE(ids(paged), (QList<qint64>{9, 8, 7, 6, 5}));
        QVERIFY(!paged.hasMore());
    }

    void readingAgainKeepsWhatIsBehind()
    {
        PagedRows<Row> paged;
        paged.add(0, rows({9, 8, 7}), true);
        paged.add(7, rows({6, 5}), false);
        paged.add(0, rows({11, 10, 9}, 1), true); // two new ones
        QCOMPARE(ids(paged), (QList<qint64>{11, 10, 9, 8, 7, 6, 5}));
        QCOMPARE(paged.rows().at(2).value, 1); // as it is now
        QVERIFY(!paged.hasMore());
    }

    void aShorterListIsShorter()
    {
        PagedRows<Row> paged;
        paged.add(0, rows({9, 8, 7}), true);
        paged.add(0, rows({9}), false); // the others left this list
        QCOMPARE(ids(paged), (QList<qint64>{9}));
        paged.add(0, {}, false);
        QVERIFY(paged.rows().isEmpty());
        QCOMPARE(paged.last(), 0);
    }
};

QTEST_MAIN(TestLinesModel)
#include "tst_linesmodel.moc"
