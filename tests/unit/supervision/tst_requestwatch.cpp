// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/requestwatch.h"
#include "tests/support/fakesupervision.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Watched {
    Watched()
    {
        sessions.pulses.always = Pulse();
        SessionInfo info;
        info.login = u"n.martin"_s;
        info.serverTime = QDateTime::currentDateTimeUtc();
        sessions.logIns.always = info;
        session.logIn({}, {}, false);
        QTest::qWait(1);
    }
    void pulse(const QString &state)
    {
        sessions.pulses.always->value().myRequests = {{id, u"account.create"_s, state, u"Boulangerie"_s, {}, {}}};
        session.pulseNow();
        QTest::qWait(1);
    }
    [[nodiscard]] ApprovalRequest decided(ApprovalState state) const
    {
        ApprovalRequest request;
        request.id = id;
        request.state = state;
        request.decidedByName = u"Luc Perrin"_s;
        return request;
    }
    const QUuid id = QUuid::createUuid();
    FakeSessionStore sessions;
    FakeSecretStore secrets;
    FakeLocalStore local;
    FakeSupervisionStore store;
    ServerClock clock;
    SessionService session{sessions, secrets, clock};
    RequestWatch watch{store, session, local};
};

} // namespace

class TestRequestWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDecisionIsReadOnceAndTold()
    {
        Watched w;
        QSignalSpy told(&w.watch, &RequestWatch::newsChanged);
        w.pulse(u"waiting"_s);
        QCOMPARE(w.store.mine.count(), 0);
        w.pulse(u"approved"_s);
        QTRY_COMPARE(w.store.mine.count(), 1);
        w.store.mine.answerLast(QList<ApprovalRequest>{w.decided(ApprovalState::Approved)});
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(w.watch.news().first().decidedByName, u"Luc Perrin"_s);
        w.pulse(u"approved"_s);
        QCOMPARE(w.store.mine.count(), 1); // nothing new: nothing asked
    }

    void whatWasPutAwayStaysAway()
    {
        Watched w;
        w.pulse(u"refused"_s);
        w.store.mine.answerLast(QList<ApprovalRequest>{w.decided(ApprovalState::Refused)});
        QTRY_COMPARE(w.watch.news().size(), 1);
        w.watch.putAway(w.id);
        QVERIFY(w.watch.news().isEmpty());
        // The next run of the program, for the same person.
        RequestWatch next(w.store, w.session, w.local);
        w.pulse(u"refused"_s);
        QTest::qWait(5);
        QCOMPARE(w.store.mine.count(), 1);
        QVERIFY(next.news().isEmpty());
    }

    void theNextPersonIsNotTold()
    {
        Watched w;
        w.pulse(u"approved"_s);
        w.store.mine.answerLast(QList<ApprovalRequest>{w.decided(ApprovalState::Approved)});
        QTRY_COMPARE(w.watch.news().size(), 1);
        w.session.logOut();
        QVERIFY(w.watch.news().isEmpty());
    }

    void ownWithdrawalIsNoNews()
    {
        Watched w;
        w.pulse(u"withdrawn"_s);
        QTest::qWait(5);
        QCOMPARE(w.store.mine.count(), 0);
    }

    void aReaderKeepsTheNewestAnswerAndWhatItHad()
    {
        Watched w;
        int asked = 0;
        Owed<int> numbers;
        Reader<int> reader(w.session, u"page"_s, [&] {
            ++asked;
            return numbers.ask();
        });
        reader.read();
        reader.read(); // while it reads: once more afterwards
        QCOMPARE(asked, 1);
        numbers.answer(0, 1);
        QTRY_COMPARE(asked, 2);
        numbers.answer(1, fail(Error::Code::Refused));
        QTRY_VERIFY(reader.error());
        QVERIFY(reader.hasValue());
        QCOMPARE(reader.value(), 1);
        reader.read();
        reader.reset();
        numbers.answer(2, 3);
        QTest::qWait(5);
        QVERIFY(!reader.hasValue()); // an answer for the one before
    }

    void withoutAConnectionNothingIsAsked()
    {
        Watched w;
        Owed<int> numbers;
        Reader<int> reader(w.session, u"page"_s, [&] { return numbers.ask(); });
        w.session.logOut();
        reader.read();
        QCOMPARE(numbers.count(), 0);
        QVERIFY(reader.error());
        QCOMPARE(reader.error()->code, Error::Code::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestRequestWatch)
#include "tst_requestwatch.moc"
