// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/anchorfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

const QByteArray hash(32, '\xab');
const QByteArray hex = hash.toHex();

} // namespace

/// The lines outside the database, and the file they are in.
class TestAnchor : public QObject {
    Q_OBJECT
private:
    static AnchorLine lineOf(qint64 seq) { return {QDateTime({2026, 7, 1}, {22, 5, 9}, Qt::UTC), {seq, hash}}; }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const QByteArray good = "2026-07-01T22:05:09Z 1234 " + hex;
        QTest::newRow("as written") << good + "\n" << true;
        QTest::newRow("no end") << good << true;
        QTest::newRow("Windows end") << good + "\r\n" << true;
        QTest::newRow("no links yet") << "2026-07-01T22:05:09Z 0 " + hex << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("two lines") << good + "\n" + good + "\n" << false;
        QTest::newRow("space before") << ' ' + good << false;
        QTest::newRow("space behind") << good + ' ' << false;
        QTest::newRow("two spaces") << "2026-07-01T22:05:09Z  1234 " + hex << false;
        QTest::newRow("local time") << "2026-07-01T22:05:09 1234 " + hex << false;
        QTest::newRow("no such day") << "2026-02-31T22:05:09Z 1234 " + hex << false;
        QTest::newRow("negative") << "2026-07-01T22:05:09Z -1 " + hex << false;
        QTest::newRow("leading zero") << "2026-07-01T22:05:09Z 0123 " + hex << false;
        QTest::newRow("too large") << "2026-07-01T22:05:09Z 9999999999999999999 " + hex << false;
        QTest::newRow("short hash") << "2026-07-01T22:05:09Z 1234 " + hex.left(62) << false;
        QTest::newRow("long hash") << "2026-07-01T22:05:09Z 1234 " + hex + "ab" << false;
        QTest::newRow("capitals") << "2026-07-01T22:05:09Z 1234 " + hex.toUpper() << false;
        QTest::newRow("NUL") << "2026-07-01T22:05:09Z 12" + QByteArray(1, '\0') + "34 " + hex << false;
        QTest::newRow("very long") << QByteArray(1'000'000, 'a') << false;
    }
    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto line = parseAnchorLine(text);
        QCOMPARE(line.has_value(), good);
        if (good)
            QCOMPARE(toAnchorLine(*line).trimmed(), text.trimmed());
    }

    void writtenAndReadBack()
    {
        QTemporaryDir folder;
        const AnchorFile file(folder.filePath(u"ancre"_s));
        QVERIFY(!file.last());
        QVERIFY(!file.read());
        QVERIFY(file.append(lineOf(1)).has_value());
        QVERIFY(file.append(lineOf(20)).has_value());
        const auto content = file.read();
        QCOMPARE(content->entries.size(), 2);
        QCOMPARE(content->entries[1].number, 2);
        QCOMPARE(content->entries[1].line.head, (JournalHead{20, hash}));
        QCOMPARE(content->entries[1].line.at, lineOf(20).at);
        QVERIFY(content->unreadable.isEmpty() && content->cutShort == 0);
        QCOMPARE(file.last()->head.seq, 20);
    }

    void aLineCutByACrashIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ancre"_s);
        const AnchorFile file(path);
        write(path, toAnchorLine(lineOf(1)) + toAnchorLine(lineOf(2)).left(30));
        QCOMPARE(file.read()->cutShort, 1);
        QCOMPARE(file.read()->entries.size(), 1);
        QCOMPARE(file.last()->head.seq, 1);
        QVERIFY(file.append(lineOf(3)).has_value());
        const auto content = file.read();
        QCOMPARE(content->entries.size(), 2);
        QCOMPARE(content->entries[1].number, 3);
        QCOMPARE(content->cutShort, 1); // no alteration: a crash must not raise the alarm for ever
        QVERIFY(content->unreadable.isEmpty());
    }

    void commentsAndRubbish()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ancre"_s);
        write(path,
              "# depuis le 1er juillet\n\n" + toAnchorLine(lineOf(1)) + "rubbish\n" + QByteArray(5000, 'x') + '\n');
        const auto content = AnchorFile(path).read();
        QCOMPARE(content->entries.size(), 1);
        QCOMPARE(content->entries[0].number, 3);
        QVERIFY(content->unreadable.contains(4));
        QCOMPARE(content->cutShort, 0);
    }

    void aFileThatCannotBe()
    {
        QTemporaryDir folder;
        const auto done = AnchorFile(folder.path()).append(lineOf(1)); // a folder
        QVERIFY(!done);
        QCOMPARE(done.error().rule, u"anchor_file"_s);
        QVERIFY(!done.error().params.value(u"reason"_s).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
