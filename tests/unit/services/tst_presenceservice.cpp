// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/presenceservice.h"
#include "tests/support/faketickets.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;
using State = SessionService::State;
using Others = QHash<TicketNumber, QList<Presence>>;

/// What a console tells of itself, when, and what it makes of the others.
class TestPresenceService : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeTicketStore tickets;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        PresenceService presence{tickets, session};

        explicit Desk(PresenceService::Times times = {60s, 5ms, 60s}) { presence.setTimes(times); }
        bool connectIt()
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n.martin@db1/asp"_s), u"s3cret"_s, false);
            sessions.logIns.answerLast(someSession());
            return QTest::qWaitFor([this] { return session.state() == State::Connected; });
        }
        void pulse(const QString &stamp)
        {
            Pulse pulse;
            pulse.serverTime = QDateTime::currentDateTimeUtc();
            pulse.presenceStamp = stamp;
            Q_EMIT session.pulsed(pulse);
        }
        [[nodiscard]] bool tells(int times)
        {
            return QTest::qWaitFor([this, times] { return tickets.told.size() >= times; }, 2000)
                && tickets.told.size() == times;
        }
    };
    static Others somebody(qint64 ticket)
    {
        return {{TicketNumber(ticket), {{u"p.durand"_s, u"Paul"_s, PresenceLevel::Writing}}}};
    }
    static OwnPresence own(qint64 ticket, PresenceLevel level = PresenceLevel::Open)
    {
        return {TicketNumber(ticket), level};
    }

private Q_SLOTS:
    void changesAreToldTogether()
    {
        Desk desk;
        desk.tickets.presences.always = Others();
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(2), TicketNumber(1)});
        desk.presence.show(u"queue"_s, {TicketNumber(3), TicketNumber(2)});
        desk.presence.writes(TicketNumber(3));
        QVERIFY(desk.tickets.told.isEmpty());
        QVERIFY(desk.tells(1));
        QCOMPARE(desk.tickets.told.last(), (QList<OwnPresence>{own(3, PresenceLevel::Writing), own(1), own(2)}));
        desk.presence.show(u"queue"_s, {TicketNumber(3), TicketNumber(2)}); // nothing new
        desk.presence.writes(TicketNumber(3));
        desk.presence.setIdle(false);
        QTest::qWait(30);
        QCOMPARE(desk.tickets.told.size(), 1);
        desk.presence.show(u"file"_s, {});
        QVERIFY(desk.tells(2));
        QCOMPARE(desk.tickets.told.last(), (QList<OwnPresence>{own(3, PresenceLevel::Writing), own(2)}));
    }

    void nothingIsToldOfNothing()
    {
        Desk desk;
        desk.tickets.presences.always = Others();
        QVERIFY(desk.connectIt());
        desk.presence.setIdle(true);
        desk.pulse(u"1"_s);
        QTest::qWait(30);
        QVERIFY(desk.tickets.told.isEmpty());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QVERIFY(desk.tells(1));
        QCOMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(1, PresenceLevel::Away)});
        desk.presence.show(u"file"_s, {});
        QVERIFY(desk.tells(2)); // taken back once
        QVERIFY(desk.tickets.told.last().isEmpty());
        desk.pulse(u"2"_s);
        QTest::qWait(30);
        QCOMPARE(desk.tickets.told.size(), 2);
    }

    void itIsRenewedWhileSomethingIsShown()
    {
        Desk desk({40ms, 5ms, 60s});
        desk.tickets.presences.always = Others();
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QTRY_VERIFY(desk.tickets.told.size() >= 3);
        desk.presence.show(u"file"_s, {});
        QTRY_VERIFY(desk.tickets.told.last().isEmpty());
        const auto told = desk.tickets.told.size();
        QTest::qWait(120);
        QCOMPARE(desk.tickets.told.size(), told);
    }

    void writingLapsesAfterTheLastKey()
    {
        Desk desk({60s, 5ms, 200ms});
        desk.tickets.presences.always = Others();
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        for (int i = 0; i < 4; ++i) {
            desk.presence.writes(TicketNumber(1));
            QTest::qWait(80);
        }
        QCOMPARE(desk.tickets.told.size(), 1); // 320 ms of typing are one "writing"
        QCOMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(1, PresenceLevel::Writing)});
        QTRY_COMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(1)});
        QCOMPARE(desk.tickets.told.size(), 2);
        desk.presence.writes(TicketNumber(1));
        QTRY_COMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(1, PresenceLevel::Writing)});
    }

    void othersAreHeardOnceTheyChange()
    {
        Desk desk;
        QVERIFY(desk.connectIt());
        QSignalSpy changed(&desk.presence, &PresenceService::othersChanged);
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QVERIFY(desk.tells(1));
        desk.tickets.presences.answerLast(somebody(1));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(desk.presence.others(TicketNumber(1)).first().name, u"Paul"_s);
        QVERIFY(desk.presence.others(TicketNumber(2)).isEmpty());
        desk.pulse(u"1"_s);
        QVERIFY(desk.tells(2));
        desk.tickets.presences.answerLast(somebody(1)); // the same
        QTest::qWait(20);
        QCOMPARE(changed.count(), 1);
        desk.pulse(u"1"_s); // nothing happened
        QTest::qWait(20);
        QCOMPARE(desk.tickets.told.size(), 2);
        desk.pulse(u"2"_s);
        QVERIFY(desk.tells(3));
        desk.tickets.presences.answerLast(Others());
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(desk.presence.others(TicketNumber(1)).isEmpty());
    }

    void oneQuestionAtATime()
    {
        Desk desk;
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QVERIFY(desk.tells(1));
        desk.presence.show(u"file"_s, {TicketNumber(2)});
        QTest::qWait(20);
        desk.presence.show(u"file"_s, {TicketNumber(3)});
        QTest::qWait(20);
        QCOMPARE(desk.tickets.told.size(), 1);
        desk.tickets.presences.answer(0, Others());
        QVERIFY(desk.tells(2));
        QCOMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(3)});
        desk.tickets.presences.answer(1, Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s}));
        QTest::qWait(20);
        QCOMPARE(desk.tickets.told.size(), 2);
        desk.presence.show(u"file"_s, {TicketNumber(4)}); // a refusal does not end it
        QVERIFY(desk.tells(3));
    }

    void itIsToldAgainAfterALoss()
    {
        Desk desk;
        desk.tickets.presences.always = somebody(1);
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QTRY_VERIFY(!desk.presence.others(TicketNumber(1)).isEmpty());
        desk.session.reportLost();
        QCOMPARE(desk.session.state(), State::Lost);
        QVERIFY(desk.presence.others(TicketNumber(1)).isEmpty()); // nobody is heard
        desk.presence.show(u"queue"_s, {TicketNumber(2)});
        QTest::qWait(20);
        QCOMPARE(desk.tickets.told.size(), 1);
        desk.session.retryNow();
        desk.sessions.logIns.answerLast(someSession());
        QVERIFY(desk.tells(2));
        QCOMPARE(desk.tickets.told.last(), (QList<OwnPresence>{own(1), own(2)}));
        QTRY_VERIFY(!desk.presence.others(TicketNumber(1)).isEmpty());
    }

    void aLogOutForgetsEverything()
    {
        Desk desk;
        QVERIFY(desk.connectIt());
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        desk.presence.writes(TicketNumber(1));
        QVERIFY(desk.tells(1));
        desk.session.logOut();
        desk.tickets.presences.answer(0, somebody(1)); // too late
        QTest::qWait(20);
        QVERIFY(desk.presence.others(TicketNumber(1)).isEmpty());
        QVERIFY(desk.connectIt());
        desk.pulse(u"1"_s);
        QTest::qWait(20);
        QCOMPARE(desk.tickets.told.size(), 1);
        desk.presence.show(u"file"_s, {TicketNumber(1)});
        QVERIFY(desk.tells(2));
        QCOMPARE(desk.tickets.told.last(), QList<OwnPresence>{own(1)});
    }

    void neverMoreThanTheDatabaseTakes()
    {
        Desk desk;
        desk.tickets.presences.always = Others();
        QVERIFY(desk.connectIt());
        QList<TicketNumber> many;
        for (int i = 1; i <= 300; ++i)
            many << TicketNumber(i);
        desk.presence.show(u"queue"_s, many);
        desk.presence.writes(TicketNumber(299));
        QVERIFY(desk.tells(1));
        QCOMPARE(desk.tickets.told.last().size(), 200);
        QCOMPARE(desk.tickets.told.last().first(), own(299, PresenceLevel::Writing));
    }
};

QTEST_GUILESS_MAIN(TestPresenceService)
#include "tst_presenceservice.moc"
