// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/idlelock.h"

#include "app/calls/callservice.h"
#include "app/operations/operationservice.h"
#include "app/session/passwordrules.h"
#include "app/session/sessionservice.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestIdleLock : public QObject {
    Q_OBJECT
private:
    struct Desk {
        explicit Desk(const QString &minutes = u"10"_s, bool password = true)
        {
            sessions.pulses.always = Pulse();
            lock.setClock([this] { return now; });
            SessionInfo info = someSession();
            info.passwordUsed = password;
            if (!minutes.isNull())
                info.settings.insert(u"verrouillage.console_minutes"_s, minutes);
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n.martin@db1/asp"_s), u"s3cret"_s, false);
            sessions.logIns.answerLast(info);
            (void)QTest::qWaitFor([&] { return session.state() == SessionService::State::Connected; });
        }
        void minutes(double count)
        {
            now += qint64(count * 60'000);
            lock.check();
        }
        qint64 now = 1'000'000'000;
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeOperationStore store;
        FakeLocalStore local;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        OperationService operations{store, session, local};
        CallService calls{store, operations, session, local, clock};
        IdleLock lock{session, calls};
    };

private Q_SLOTS:
    void locksAfterTheMinutesOfTheSetting_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<double>("before");
        QTest::newRow("as set") << u"3"_s << 2.9;
        QTest::newRow("not there: ten") << QString() << 9.9;
        QTest::newRow("no number: ten") << u"bientôt"_s << 9.9;
    }
    void locksAfterTheMinutesOfTheSetting()
    {
        QFETCH(QString, setting);
        QFETCH(double, before);
        Desk desk(setting);
        desk.minutes(before);
        QVERIFY(!desk.lock.locked());
        desk.minutes(0.2);
        QVERIFY(desk.lock.locked());
    }

    void zeroMeansNever()
    {
        Desk desk(u"0"_s);
        desk.minutes(10'000);
        QVERIFY(!desk.lock.locked());
    }

    void aKeyBeginsTheWaitAnew()
    {
        Desk desk;
        desk.minutes(9);
        desk.lock.activity();
        desk.minutes(9);
        QVERIFY(!desk.lock.locked());
        desk.minutes(1.1);
        QVERIFY(desk.lock.locked());
    }

    void neverInACall()
    {
        Desk desk;
        desk.calls.opened({desk.calls.idForLookUp(), QDateTime::currentDateTimeUtc(), {}});
        desk.minutes(60);
        QVERIFY(!desk.lock.locked());
        QCOMPARE(desk.lock.obstacle(), u"call"_s);
        QVERIFY(!desk.lock.lock());
        desk.calls.overInDatabase(desk.calls.id());
        desk.minutes(9); // counted from the end of the call
        QVERIFY(!desk.lock.locked());
        desk.minutes(1.1);
        QVERIFY(desk.lock.locked());
    }

    void onlyWhereSomebodyIsLoggedIn()
    {
        Desk desk;
        desk.session.logOut();
        desk.minutes(60);
        QVERIFY(!desk.lock.locked());
        QCOMPARE(desk.lock.obstacle(), u"nobody"_s);
    }

    void onlyTheServerOpens()
    {
        Desk desk;
        QVERIFY(desk.lock.lock());
        QSignalSpy refused(&desk.lock, &IdleLock::refused);
        desk.lock.unlock(u"s3cret"_s); // the right one, and it is in memory: still the server's word
        QVERIFY(desk.lock.locked());
        QCOMPARE(desk.sessions.triedSecrets, QStringList(u"s3cret"_s));
        desk.sessions.tests.answerLast(Failure(Error{Error::Code::Unavailable, {}, u"refused"_s}));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(desk.lock.locked());
        QCOMPARE(desk.lock.secondsToWait(), 0); // nothing was wrong
        desk.lock.unlock(u"s3cret"_s);
        desk.sessions.tests.answerLast(desk.session.info());
        QTRY_VERIFY(!desk.lock.locked());
    }

    void aServerThatAsksForNothingDoesNotOpen()
    {
        Desk desk;
        (void)desk.lock.lock();
        desk.lock.unlock(u"x"_s);
        SessionInfo info = desk.session.info();
        info.passwordUsed = false;
        desk.sessions.tests.answerLast(info);
        QTest::qWait(10);
        QVERIFY(desk.lock.locked());
    }

    void wrongPasswordsLengthenTheWait()
    {
        Desk desk;
        (void)desk.lock.lock();
        QList<int> waits;
        for (int i = 0; i < 7; ++i) {
            desk.lock.unlock(u"faux"_s);
            desk.sessions.tests.answerLast(Failure(Error{Error::Code::AuthFailed, {}}));
            QTRY_VERIFY(!desk.lock.checking());
            waits << desk.lock.secondsToWait();
            const auto asked = desk.sessions.triedSecrets.size();
            desk.lock.unlock(u"encore"_s); // too early: not even sent
            QCOMPARE(desk.sessions.triedSecrets.size(), asked);
            desk.now += waits.last() * 1000;
        }
        QCOMPARE(waits, (QList<int>{1, 2, 5, 10, 30, 60, 60}));
    }

    void withoutAPasswordGoingOnIsEnough()
    {
        Desk desk(u"10"_s, false);
        (void)desk.lock.lock();
        QVERIFY(!desk.lock.needsPassword());
        desk.lock.unlock({});
        QVERIFY(!desk.lock.locked());
    }

    void aPasswordChangedElsewhereIsTakenOver()
    {
        Desk desk;
        (void)desk.lock.lock();
        desk.lock.unlock(u"nouveau"_s);
        desk.sessions.tests.answerLast(desk.session.info());
        QTRY_VERIFY(!desk.lock.locked());
        QCOMPARE(desk.sessions.used, QStringList(u"nouveau"_s));
    }

    void loggingOutOpens()
    {
        Desk desk;
        (void)desk.lock.lock();
        desk.lock.unlock(u"s3cret"_s);
        desk.session.logOut();
        QVERIFY(!desk.lock.locked());
        desk.sessions.tests.answerLast(someSession()); // too late to mean anything
        QTest::qWait(10);
        QVERIFY(!desk.lock.locked());
        QVERIFY(desk.sessions.used.isEmpty());
    }

    void rulesOfANewPassword_data()
    {
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("rule");
        QTest::newRow("eleven") << u"abcdefghijk"_s << u"too_short"_s;
        QTest::newRow("twelve") << u"abcdefghijkl"_s << QString();
        QTest::newRow("six emojis are six") << u"😀😁😂🤣😃😄"_s << u"too_short"_s;
        QTest::newRow("endless") << QString(QString(129, u'a') + u'b') << u"too_long"_s;
        QTest::newRow("the same") << u"le-mot-actuel"_s << u"same"_s;
        QTest::newRow("holds the log-in") << u"xxN.MARTINxxx"_s << u"holds_login"_s;
        QTest::newRow("a tab") << u"abcdef\tghijkl"_s << u"control"_s;
        QTest::newRow("one character") << QString(20, u'a') << u"one_character"_s;
        QTest::newRow("accents and spaces") << u"été à l’étranger"_s << QString();
    }
    void rulesOfANewPassword()
    {
        QFETCH(QString, next);
        QTEST(PasswordRules::broken(u"n.martin"_s, u"le-mot-actuel"_s, next), "rule");
    }
};

QTEST_GUILESS_MAIN(TestIdleLock)
#include "tst_idlelock.moc"
