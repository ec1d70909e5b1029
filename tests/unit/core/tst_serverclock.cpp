// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/clock.h"

#include <QTest>

using namespace desk;

/// That the desk's own clock may jump is shown with the real one moved, by tests/faults/clockjump.py.
class TestServerClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheDesksBeforeTheServerWasSeen()
    {
        QVERIFY(qAbs(ServerClock().now().msecsTo(QDateTime::currentDateTimeUtc())) < 1000);
    }
    void isTheServersAndGoesOn()
    {
        ServerClock clock;
        const QDateTime server = QDateTime::currentDateTimeUtc().addDays(-400);
        clock.synchronise(server);
        QTest::qWait(30);
        const qint64 since = server.msecsTo(clock.now());
        QVERIFY2(since >= 30 && since < 5000, qPrintable(QString::number(since)));
        clock.synchronise(QDateTime());
        QVERIFY(server.msecsTo(clock.now()) >= since);
        clock.synchronise(server.addDays(1));
        QCOMPARE(clock.now().date(), server.addDays(1).date());
    }
};

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_serverclock.moc"
