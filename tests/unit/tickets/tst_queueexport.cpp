// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"
#include "app/tickets/queueexport.h"
#include "tests/support/faketickets.h"
#include "tests/unit/services/samples.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = QueueExport::State;

class TestQueueExport : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeTicketStore store;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        QueueExport exporter{store, session};
        QTemporaryDir folder;
        QString file = folder.filePath(u"files.csv"_s);

        Desk()
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n@db1/asp"_s), u"x"_s, false);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), SessionService::State::Connected);
        }
        void start()
        {
            QueueExportWords words;
            words.title = u"Demandes d’assistance"_s;
            words.exportedBy = u"Luc Perrin"_s;
            words.exportedAt = QDateTime(QDate(2026, 4, 3), QTime(8, 0), Qt::UTC);
            words.filterLabel = u"Filtre"_s;
            words.filter = u"En retard"_s;
            words.headings = {u"N°"_s, u"Établissement"_s};
            words.cells = [](const QueueRow &row) {
                return QStringList{QString::number(row.number.value()), row.denomination};
            };
            TicketFilter filter;
            filter.due = TicketFilter::Due::Late;
            exporter.start(file, filter, {QueueColumn::Siret, true}, words);
        }
        static QueuePageAnswer page(int from, int to, bool more)
        {
            QueuePageAnswer answer;
            for (int i = from; i <= to; ++i) {
                QueueRow row;
                row.number = TicketNumber(i);
                row.denomination = u"=HYPERLINK(\"x\")"_s;
                row.key = u"k%1"_s.arg(i);
                answer.rows << row;
            }
            answer.more = more;
            return answer;
        }
        [[nodiscard]] QStringList lines() const
        {
            QFile read(file);
            return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()).split(u"\r\n"_s) : QStringList();
        }
        [[nodiscard]] QStringList left() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
    };

private Q_SLOTS:
    void writesEveryPageOfTheFilter()
    {
        Desk desk;
        desk.start();
        QCOMPARE(desk.store.exported.size(), 1);
        QCOMPARE(desk.store.exported.last().limit, 5000);
        QCOMPARE(desk.store.exported.last().filter.due, TicketFilter::Due::Late);
        QCOMPARE(desk.store.exported.last().order, (QueueOrder{QueueColumn::Siret, true}));
        QVERIFY(!desk.store.exported.last().from);
        desk.store.exports.answerLast(Desk::page(1, 5000, true));
        QTRY_COMPARE(desk.store.exported.size(), 2);
        QCOMPARE(desk.exporter.rows(), 5000);
        QCOMPARE(desk.store.exported.last().from, std::optional(QueueCursor{u"k5000"_s, TicketNumber(5000)}));
        QVERIFY(!QFile::exists(desk.file)); // whole at the end, or not at all
        desk.store.exports.answerLast(Desk::page(5001, 5003, false));
        QTRY_COMPARE(desk.exporter.state(), State::Done);
        const QStringList lines = desk.lines();
        QCOMPARE(lines.at(0), u"Demandes d’assistance"_s);
        QCOMPARE(lines.at(1), u"Exporté par;Luc Perrin"_s);
        QVERIFY(lines.at(2).startsWith(u"Exporté le;03/04/2026 10:00:00"_s));
        QVERIFY(lines.contains(u"Filtre;En retard"_s));
        const qsizetype heading = lines.indexOf(u"N°;Établissement"_s);
        QVERIFY(heading > 0);
        QCOMPARE(lines.size(), heading + 1 + 5003 + 1);
        QCOMPARE(lines.at(heading + 1), u"1;\"'=HYPERLINK(\"\"x\"\")\""_s); // no cell a spreadsheet would run
        QCOMPARE(desk.left(), QStringList{u"files.csv"_s});
    }

    void aRowThatMovedMeanwhileIsWrittenOnce()
    {
        Desk desk;
        desk.start();
        desk.store.exports.answerLast(Desk::page(1, 3, true));
        QTRY_COMPARE(desk.store.exported.size(), 2);
        desk.store.exports.answerLast(Desk::page(3, 4, false));
        QTRY_COMPARE(desk.exporter.state(), State::Done);
        QCOMPARE(desk.exporter.rows(), 4);
        QCOMPARE(desk.lines().filter(u"3;"_s).size(), 1);
    }

    void anEmptyFilterGivesAFileWithoutRows()
    {
        Desk desk;
        desk.start();
        desk.store.exports.answerLast(QueuePageAnswer{});
        QTRY_COMPARE(desk.exporter.state(), State::Done);
        QCOMPARE(desk.lines().last(), QString());
        QVERIFY(desk.lines().contains(u"N°;Établissement"_s));
    }

    void whatFailsLeavesNothing_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"cancelled", "lost", "refused", "logged out"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void whatFailsLeavesNothing()
    {
        QFETCH(QString, how);
        Desk desk;
        QFile before(desk.file);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("old");
        before.close();
        desk.start();
        desk.store.exports.answerLast(Desk::page(1, 5000, true));
        QTRY_COMPARE(desk.store.exported.size(), 2);
        if (how == u"cancelled"_s)
            desk.exporter.cancel();
        else if (how == u"logged out"_s)
            desk.session.logOut();
        else
            desk.store.exports.answerLast(
                Failure(how == u"lost"_s ? lostError() : Error{Error::Code::TooMany, {}, u"rate_limited"_s}));
        const bool failed = how == u"lost"_s || how == u"refused"_s;
        QTRY_COMPARE(desk.exporter.state(), failed ? State::Failed : State::Cancelled);
        QCOMPARE(desk.exporter.error().has_value(), failed);
        QTRY_COMPARE(desk.left(), QStringList{u"files.csv"_s});
        QCOMPARE(desk.lines(), QStringList{u"old"_s});
        QCOMPARE(desk.session.state() == SessionService::State::Lost, how == u"lost"_s);
        if (!failed) {
            desk.store.exports.answerLast(Desk::page(5001, 5003, false)); // too late
            QTest::qWait(10);
            QVERIFY(desk.exporter.state() == State::Cancelled);
        }
    }

    void aFolderThatTakesNoFileIsTold()
    {
        Desk desk;
        desk.file = desk.folder.filePath(u"missing/files.csv"_s);
        desk.start();
        desk.store.exports.answerLast(Desk::page(1, 2, false));
        QTRY_COMPARE(desk.exporter.state(), State::Failed);
        QCOMPARE(desk.exporter.error()->rule, u"file_unwritable"_s);
    }

    void oneAtATimeAndAgainAfterwards()
    {
        Desk desk;
        desk.start();
        desk.start();
        QCOMPARE(desk.store.exported.size(), 1);
        desk.exporter.cancel();
        desk.start();
        QCOMPARE(desk.store.exported.size(), 2);
        desk.store.exports.answerLast(Desk::page(1, 2, false));
        QTRY_COMPARE(desk.exporter.state(), State::Done);
        QCOMPARE(desk.exporter.rows(), 2);
    }
};

QTEST_GUILESS_MAIN(TestQueueExport)
#include "tst_queueexport.moc"
