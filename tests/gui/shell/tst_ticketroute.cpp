// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/queue/queuedesk.h"
#include "ui/overview/overviewpage.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/shell/callpage.h"
#include "ui/shell/ticketroute.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

/// The parts a ticket passes, without the window around them.
struct Stage {
    Stage() : call(desk.ui()), queue(desk.ui()), route(desk.ui(), &call, nullptr)
    {
        route.follow(&queue);
        queue.resize(1282, 690);
        queue.show();
        QueueDesk::settle();
    }
    [[nodiscard]] TicketNumber at(int row) { return queue.findChild<QueueModel *>()->window().at(row).number; }
    QueueDesk desk;
    CallPage call;
    QueuePage queue;
    TicketRoute route;
};

QString keyOf(TicketNumber number)
{
    return u"ticket:%1"_s.arg(number.value());
}

} // namespace

Q_DECLARE_METATYPE(desk::AppSettings::AfterClosing)

class TestTicketRoute : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTicketOpensItsFileWithoutACall()
    {
        Stage s;
        QSignalSpy shown(&s.route, &TicketRoute::callPageWanted);
        Q_EMIT s.queue.openTicketWanted(s.at(1));
        QCOMPARE(s.desk.lookups.keys.last(), keyOf(s.at(1)));
        QVERIFY(s.desk.lookups.calls.last().isNull());
        QCOMPARE(shown.count(), 1);
    }

    void afterClosing_data()
    {
        QTest::addColumn<AppSettings::AfterClosing>("choice");
        QTest::addColumn<int>("closed"); // its row; -1: the last one
        QTest::addColumn<int>("opened"); // the row whose file opens; -1: none
        QTest::addColumn<bool>("queue"); // back to it
        QTest::newRow("stay") << AppSettings::AfterClosing::Stay << 1 << -1 << false;
        QTest::newRow("the next of the view") << AppSettings::AfterClosing::Next << 1 << 2 << false;
        QTest::newRow("the last has no next") << AppSettings::AfterClosing::Next << -1 << -1 << true;
        QTest::newRow("back to the queue") << AppSettings::AfterClosing::Queue << 1 << -1 << true;
    }
    void afterClosing()
    {
        QFETCH(AppSettings::AfterClosing, choice);
        QFETCH(int, closed);
        QFETCH(int, opened);
        Stage s;
        s.desk.settings.setAfterClosing(choice);
        const int last = s.queue.findChild<QueueModel *>()->window().size() - 1;
        const TicketNumber number = s.at(closed < 0 ? last : closed);
        Q_EMIT s.queue.openTicketWanted(number);
        const qsizetype asked = s.desk.lookups.keys.size();
        QSignalSpy queue(&s.route, &TicketRoute::queuePageWanted);
        Q_EMIT s.call.ticketClosed(number);
        QTEST(queue.count() == 1, "queue");
        QCOMPARE(s.desk.lookups.keys.size() - asked, opened < 0 ? 0 : 1);
        if (opened >= 0)
            QCOMPARE(s.desk.lookups.keys.last(), keyOf(s.at(opened)));
    }

    void aKeyLeadsBackToTheQueue()
    {
        Stage s;
        QSignalSpy queue(&s.route, &TicketRoute::queuePageWanted);
        Q_EMIT s.call.backToQueueWanted();
        QCOMPARE(queue.count(), 1);
    }

    void aFigureOfTheOverviewOpensTheQueueBehindIt()
    {
        Stage s;
        OverviewPage overview(s.desk.ui());
        s.route.follow(&overview);
        QSignalSpy queue(&s.route, &TicketRoute::queuePageWanted);
        TicketFilter filter;
        filter.due = TicketFilter::Due::Late;
        Q_EMIT overview.queueWanted(filter, u"En retard"_s);
        QueueDesk::settle();
        QCOMPARE(queue.count(), 1);
        QCOMPARE(s.desk.tickets.asked.last().filter, filter);
        QCOMPARE(s.queue.findChild<QLabel *>(u"queueTitle"_s)->text(), u"En retard"_s);
    }
};

QTEST_MAIN(TestTicketRoute)
#include "tst_ticketroute.moc"
