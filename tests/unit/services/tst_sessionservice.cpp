// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = SessionService::State;

class TestSessionService : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore store;
        FakeSecretStore secrets;
        ServerClock clock;
        SessionService session{store, secrets, clock};
        ConnectionSettings where = *ConnectionSettings::fromUri(u"postgresql://n.martin@db1/asp"_s);

        void connectIt()
        {
            session.logIn(where, u"s3cret"_s, false);
            store.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), State::Connected);
        }
    };

private Q_SLOTS:
    void logsInAndKeepsTheSecretWhenAsked()
    {
        Desk desk;
        QSignalSpy in(&desk.session, &SessionService::loggedIn);
        desk.session.logIn(desk.where, u"s3cret"_s, true);
        QCOMPARE(desk.session.state(), State::Connecting);
        QCOMPARE(desk.session.activity().longest().what, u"connect"_s);
        desk.store.logIns.answer(0, someSession());
        QTRY_COMPARE(in.count(), 1);
        QCOMPARE(desk.session.info().login, u"n.martin"_s);
        QCOMPARE(desk.secrets.kept.value(desk.where.keychainKey()), u"s3cret"_s);
        QTRY_VERIFY(desk.session.activity().idle());
    }

    void aSecretThatCannotBeKeptIsTold()
    {
        Desk desk;
        desk.secrets.fault = Error{Error::Code::Forbidden, {}, u"keychain_locked"_s};
        QSignalSpy notKept(&desk.session, &SessionService::secretNotKept);
        desk.session.logIn(desk.where, u"s3cret"_s, true);
        desk.store.logIns.answer(0, someSession());
        QTRY_COMPARE(notKept.count(), 1);
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void asksTheKeychainFirst()
    {
        Desk desk;
        desk.secrets.kept.insert(desk.where.keychainKey(), u"kept"_s);
        desk.session.logIn(desk.where, {}, false);
        QTRY_COMPARE(desk.store.secrets, QStringList(u"kept"_s));
    }

    void withoutASecretTheServerSaysWhetherItWantsOne()
    {
        Desk desk;
        desk.secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        QSignalSpy refused(&desk.session, &SessionService::logInFailed);
        desk.session.logIn(desk.where, {}, false);
        QTRY_COMPARE(desk.store.secrets, QStringList(QString()));
        desk.store.logIns.answer(0, Failure(Error{Error::Code::AuthFailed, {}, u"secret_needed"_s}));
        QTRY_COMPARE(refused.count(), 1);
        const auto error = refused.first().first().value<Error>();
        QCOMPARE(error.rule, u"secret_needed"_s);
        QCOMPARE(error.params.value(u"keychain"_s).toString(), u"keychain_absent"_s);
        QCOMPARE(desk.session.state(), State::LoggedOut);
    }

    void thePrivateServerNeedsNoKeychain()
    {
        Desk desk;
        ConnectionSettings own;
        own.login = u"agent"_s;
        desk.secrets.kept.insert(own.keychainKey(), u"never asked"_s);
        desk.session.logIn(own, {}, false);
        QCOMPARE(desk.store.secrets, QStringList(QString()));
    }

    void anOlderAttemptIsDropped()
    {
        Desk desk;
        QSignalSpy in(&desk.session, &SessionService::loggedIn);
        QSignalSpy refused(&desk.session, &SessionService::logInFailed);
        desk.session.logIn(desk.where, u"first"_s, false);
        desk.session.logIn(desk.where, u"second"_s, false);
        desk.store.logIns.answer(1, someSession());
        desk.store.logIns.answer(0, fail(Error::Code::AuthFailed));
        QTRY_COMPARE(in.count(), 1);
        QTest::qWait(20);
        QCOMPARE(refused.count(), 0);
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void aLostPulseReconnectsWithGrowingWaits()
    {
        Desk desk;
        desk.connectIt();
        QSignalSpy back(&desk.session, &SessionService::reconnected);
        QSignalSpy waits(&desk.session, &SessionService::retryScheduled);
        desk.session.pulseNow();
        desk.store.pulses.answerLast(Failure(lostError()));
        QTRY_COMPARE(desk.session.state(), State::Lost);
        QCOMPARE(desk.store.secrets.last(), u"s3cret"_s); // at once, with the secret kept in memory
        desk.store.logIns.answerLast(Failure(lostError()));
        QTRY_COMPARE(waits.count(), 1);
        QCOMPARE(waits.last().first().toInt(), 1000);
        desk.session.retryNow();
        desk.store.logIns.answerLast(Failure(lostError()));
        QTRY_COMPARE(waits.count(), 2);
        QCOMPARE(waits.last().first().toInt(), 2000);
        desk.session.retryNow();
        const int generation = desk.session.generation();
        desk.store.logIns.answerLast(someSession());
        QTRY_COMPARE(back.count(), 1);
        QCOMPARE(desk.session.state(), State::Connected);
        QCOMPARE(desk.session.generation(), generation + 1);
    }

    void anOldLossDoesNotEndTheNewConnection()
    {
        Desk desk;
        desk.connectIt();
        const int old = desk.session.generation();
        desk.session.reportLost();
        desk.store.logIns.answerLast(someSession());
        QTRY_COMPARE(desk.session.state(), State::Connected);
        desk.session.reportLost(old);
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void aRefusalWhileReconnectingEndsTheSession_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("ends");
        QTest::newRow("password changed") << int(Error::Code::AuthFailed) << true;
        QTest::newRow("role taken away") << int(Error::Code::Forbidden) << true;
        QTest::newRow("console too old by now") << int(Error::Code::TooOld) << true;
        QTest::newRow("server still starting") << int(Error::Code::Unavailable) << false;
        QTest::newRow("only a standby is left") << int(Error::Code::ReadOnly) << false;
        QTest::newRow("server silent") << int(Error::Code::Timeout) << false;
    }
    void aRefusalWhileReconnectingEndsTheSession()
    {
        QFETCH(int, code);
        QFETCH(bool, ends);
        Desk desk;
        desk.connectIt();
        desk.session.reportLost();
        desk.store.logIns.answerLast(fail(Error::Code(code)));
        QTest::qWait(20);
        QCOMPARE(desk.session.state(), ends ? State::LoggedOut : State::Lost);
    }

    void loggingOutForgetsTheSecretAndLateAnswers()
    {
        Desk desk;
        desk.connectIt();
        desk.session.pulseNow();
        desk.session.logOut();
        QCOMPARE(desk.store.logOuts, 1);
        desk.store.pulses.answerLast(Failure(lostError()));
        QTest::qWait(20);
        QCOMPARE(desk.session.state(), State::LoggedOut);
        QCOMPARE(desk.store.logIns.count(), 1);
    }

    void onePulseAtATime()
    {
        Desk desk;
        desk.connectIt();
        desk.session.pulseNow();
        desk.session.pulseNow();
        QCOMPARE(desk.store.pulses.count(), 1);
        QSignalSpy pulsed(&desk.session, &SessionService::pulsed);
        Pulse pulse;
        pulse.mailsWaiting = 3;
        desk.store.pulses.answerLast(pulse);
        QTRY_COMPARE(pulsed.count(), 1);
        QCOMPARE(desk.session.lastPulse().mailsWaiting, 3);
        QTRY_COMPARE_WITH_TIMEOUT(desk.store.pulses.count(), 2, 3000);
    }

    void testingLeavesTheSessionAlone()
    {
        Desk desk;
        QSignalSpy tested(&desk.session, &SessionService::testFinished);
        desk.session.testConnection(desk.where, u"x"_s);
        desk.store.tests.answer(0, Failure(Error{Error::Code::NotFound, {}, u"no_database"_s}));
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(tested.first().at(0).toBool(), false);
        QCOMPARE(tested.first().at(2).value<Error>().rule, u"no_database"_s);
        QCOMPARE(desk.session.state(), State::LoggedOut);
    }

    void dyingBeforeTheAnswerIsSafe()
    {
        auto desk = std::make_unique<Desk>();
        desk->session.logIn(desk->where, u"x"_s, false);
        auto asked = desk->store.logIns;
        desk.reset();
        asked.answer(0, someSession());
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestSessionService)
#include "tst_sessionservice.moc"
