// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"
#include "app/tickets/bulkservice.h"
#include "tests/support/faketickets.h"
#include "tests/unit/services/samples.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = BulkService::State;
using Step = BulkStep::State;
using Answers = QList<Result<OperationOutcome>>;

class TestBulkService : public QObject {
    Q_OBJECT
private:
    /// A database that remembers what it did under which id.
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeTicketStore store;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        BulkService bulk{store, session};
        QSignalSpy changed{&bulk, &BulkService::changed};
        QSignalSpy finished{&bulk, &BulkService::finished};
        QHash<QUuid, int> carriedOut; ///< how often each id had an effect

        Desk() { logIn(); }
        void logIn(const QString &login = u"n.martin"_s)
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n@db1/asp"_s), u"x"_s, false);
            SessionInfo info = someSession();
            info.login = login;
            sessions.logIns.answerLast(info);
            QTRY_COMPARE(session.state(), SessionService::State::Connected);
        }
        void comeBack()
        {
            QTRY_COMPARE(session.state(), SessionService::State::Lost);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), SessionService::State::Connected);
        }
        static QList<BulkStep> steps(int count)
        {
            QList<BulkStep> steps;
            for (int i = 1; i <= count; ++i) {
                BulkStep step;
                step.request.kind = OperationKind::TicketTake;
                step.request.params = {{"number"_L1, i}, {"version"_L1, 1}};
                step.request.ticket = TicketNumber(i);
                step.tickets = {TicketNumber(i)};
                steps << step;
            }
            return steps;
        }
        OperationOutcome carryOut(const OperationRequest &request)
        {
            const bool repeated = carriedOut.contains(request.id);
            if (!repeated)
                carriedOut.insert(request.id, 1);
            return {request.id, request.kind, repeated, clock.now(), {}};
        }
        Answers all(const QList<OperationRequest> &requests)
        {
            Answers answers;
            for (const OperationRequest &request : requests)
                answers << carryOut(request);
            return answers;
        }
        void answer() { store.batchAnswers.answerLast(all(store.batches.last())); }
        void lose(Error::Code code = Error::Code::Unavailable, const QString &rule = u"connection_lost"_s)
        {
            store.batchAnswers.answerLast(Failure(Error{code, {}, rule}));
        }
        [[nodiscard]] int count(Step state) const
        {
            return int(std::count_if(bulk.steps().cbegin(), bulk.steps().cend(),
                                     [state](const BulkStep &step) { return step.state == state; }));
        }
        [[nodiscard]] QList<QUuid> ids(int batch) const
        {
            QList<QUuid> found;
            for (const OperationRequest &request : store.batches.at(batch))
                found << request.id;
            return found;
        }
    };

private Q_SLOTS:
    void goesInBatchesOneAtATime()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(120));
        QCOMPARE(desk.bulk.state(), State::Running);
        QCOMPARE(desk.store.batches.size(), 1);
        QCOMPARE(desk.store.batches.last().size(), 50);
        QCOMPARE(desk.bulk.left(), 120);
        QCOMPARE(desk.count(Step::Sent), 50);
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 2);
        QCOMPARE(desk.bulk.done(), 50);
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 3);
        QCOMPARE(desk.store.batches.last().size(), 20);
        QCOMPARE(desk.finished.count(), 0);
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.finished.count(), 1);
        QCOMPARE(desk.bulk.done(), 120);
        QCOMPARE(desk.bulk.left(), 0);
        desk.bulk.dismiss();
        QCOMPARE(desk.bulk.state(), State::Idle);
        QVERIFY(desk.bulk.steps().isEmpty());
    }

    void whatOneRefusesDoesNotKeepTheOthers()
    {
        Desk desk;
        desk.store.answerBatch = [&desk](const QList<OperationRequest> &requests) {
            Answers answers;
            for (const OperationRequest &request : requests) {
                if (request.ticket->value() % 2)
                    answers << Failure(Error{Error::Code::Refused, {}, u"owned_by_other"_s, {{u"owner"_s, u"x"_s}}});
                else
                    answers << desk.carryOut(request);
            }
            return answers;
        };
        desk.bulk.begin(u"Prendre"_s, Desk::steps(1000));
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.done(), 500);
        QCOMPARE(desk.bulk.refused(), 500);
        QCOMPARE(desk.carriedOut.size(), 500);
        QCOMPARE(desk.bulk.steps().first().state, Step::Refused);
        QCOMPARE(desk.bulk.steps().first().error.rule, u"owned_by_other"_s);
        QCOMPARE(desk.bulk.steps().at(1).state, Step::Done);
    }

    void countsTicketsNotSteps()
    {
        Desk desk;
        QList<BulkStep> steps = Desk::steps(2);
        steps[0].tickets << TicketNumber(11) << TicketNumber(12);
        desk.bulk.begin(u"Clore"_s, steps);
        QCOMPARE(desk.bulk.total(), 4);
        desk.store.batchAnswers.answerLast(Answers{Failure(Error{Error::Code::Refused, {}, u"unknown_ticket"_s}),
                                                   desk.carryOut(desk.store.batches.last().at(1))});
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.refused(), 3);
        QCOMPARE(desk.bulk.done(), 1);
    }

    void aLostBatchIsSentAgainUnderTheSameIds_data()
    {
        QTest::addColumn<bool>("done"); // before the connection went
        QTest::addColumn<int>("code");
        QTest::newRow("done, the answer got lost") << true << int(Error::Code::Unavailable);
        QTest::newRow("never arrived") << false << int(Error::Code::Unavailable);
        QTest::newRow("done, too late") << true << int(Error::Code::Timeout);
    }
    void aLostBatchIsSentAgainUnderTheSameIds()
    {
        QFETCH(bool, done);
        QFETCH(int, code);
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(100));
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 2);
        const QList<QUuid> sent = desk.ids(1);
        if (done)
            desk.all(desk.store.batches.last());
        desk.lose(Error::Code(code));
        QTRY_COMPARE(desk.bulk.state(), State::Waiting);
        QCOMPARE(desk.bulk.done(), 50);
        QCOMPARE(desk.bulk.left(), 50);
        QCOMPARE(desk.store.batches.size(), 2);
        desk.comeBack();
        QTRY_COMPARE(desk.store.batches.size(), 3);
        QCOMPARE(desk.bulk.state(), State::Running);
        while (desk.bulk.state() == State::Running) {
            const QList<QUuid> again = desk.ids(int(desk.store.batches.size()) - 1);
            QVERIFY(std::all_of(again.cbegin(), again.cend(), [&sent](const QUuid &id) { return sent.contains(id); }));
            const qsizetype batches = desk.store.batches.size();
            desk.answer();
            QTRY_VERIFY(desk.bulk.state() == State::Finished || desk.store.batches.size() > batches);
        }
        QCOMPARE(desk.bulk.done(), 100);
        QCOMPARE(desk.carriedOut.size(), 100); // nothing twice
    }

    // The pulse of the session noticed first; the answer of the old connection never comes, or comes too late.
    void asksAgainWhenTheAnswerNeverComes()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        desk.session.reportLost();
        desk.comeBack();
        QTRY_COMPARE(desk.store.batches.size(), 2);
        QCOMPARE(desk.ids(1), desk.ids(0));
        desk.store.batchAnswers.answer(0, desk.all(desk.store.batches.first())); // late: not heard
        QTest::qWait(5);
        QCOMPARE(desk.bulk.done(), 0);
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.done(), 10);
    }

    void anAnswerLostWithAnOlderConnectionIsAskedAgainAtOnce()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        QCOMPARE(desk.store.batches.size(), 2);
        desk.session.reportLost();
        desk.comeBack();
        QTRY_COMPARE(desk.store.batches.size(), 3);
        desk.lose(); // of the new one: waits and does not spin
        QTRY_COMPARE(desk.bulk.state(), State::Waiting);
        QTRY_COMPARE(desk.session.state(), SessionService::State::Lost);
    }

    void doesNotKeepBringingTheServerDown()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        for (int i = 1; i < 6; ++i) {
            desk.lose();
            desk.comeBack();
            QTRY_COMPARE(desk.store.batches.size(), i + 1);
        }
        desk.lose();
        QTRY_COMPARE(desk.bulk.state(), State::Stopped);
        QCOMPARE(desk.bulk.hindrance()->code, Error::Code::Unavailable);
        QCOMPARE(desk.bulk.unsure(), 10);
        desk.comeBack();
        desk.bulk.resume();
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.done(), 10);
    }

    void aBatchThatTookTooLongIsTriedInSmallerOnes()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(50));
        desk.lose(Error::Code::Timeout, u"server_cancelled"_s);
        QTRY_COMPARE(desk.bulk.state(), State::Waiting);
        QCOMPARE(desk.session.state(), SessionService::State::Connected); // that one is well
        QVERIFY(desk.bulk.pauseSeconds() > 0);
        QTRY_COMPARE_WITH_TIMEOUT(desk.store.batches.size(), 2, 8000);
        QCOMPARE(desk.store.batches.last().size(), 25);
        QCOMPARE(desk.ids(1), desk.ids(0).first(25));
    }

    void isStoppedBetweenTwoBatchesAndResumed()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(120));
        desk.bulk.stop();
        QCOMPARE(desk.bulk.state(), State::Running); // the batch under way ends
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Stopped);
        QCOMPARE(desk.finished.count(), 0);
        QCOMPARE(desk.bulk.done(), 50);
        QCOMPARE(desk.bulk.notDone(), 70);
        QCOMPARE(desk.bulk.left(), 0);
        QCOMPARE(desk.count(Step::NotDone), 70);
        QVERIFY(!desk.bulk.hindrance());
        const QUuid next = desk.bulk.steps().at(50).request.id;
        desk.bulk.resume();
        QCOMPARE(desk.bulk.left(), 70);
        QCOMPARE(desk.ids(1).first(), next);
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 3);
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.carriedOut.size(), 120);
    }

    void stoppedWhileItWaitsTheLostBatchIsUnsureAndAskedAgain()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(60));
        desk.all(desk.store.batches.last());
        desk.lose();
        QTRY_COMPARE(desk.bulk.state(), State::Waiting);
        desk.bulk.stop();
        QCOMPARE(desk.bulk.state(), State::Stopped);
        QCOMPARE(desk.bulk.notDone(), 60);
        QCOMPARE(desk.bulk.unsure(), 50);
        desk.comeBack();
        QTest::qWait(5);
        QCOMPARE(desk.store.batches.size(), 1); // not by itself
        desk.bulk.resume();
        QCOMPARE(desk.ids(1), desk.ids(0));
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 3);
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.done(), 60);
        QCOMPARE(desk.carriedOut.size(), 60);
    }

    void stoppedBehindTheLastBatchIsFinished()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(5));
        desk.bulk.stop();
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.finished.count(), 1);
        QCOMPARE(desk.bulk.done(), 5);
    }

    void aCeilingMakesItPauseAndGoOn_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("the whole batch is refused") << true;
        QTest::newRow("the end of a batch is refused") << false;
    }
    void aCeilingMakesItPauseAndGoOn()
    {
        QFETCH(bool, whole);
        Desk desk;
        const Error limited{Error::Code::TooMany, {}, u"rate_limited"_s, {{u"retry_after"_s, 1}}};
        desk.bulk.begin(u"Prendre"_s, Desk::steps(50));
        if (whole) {
            desk.store.batchAnswers.answerLast(Failure(limited));
        } else {
            Answers answers = desk.all(desk.store.batches.last().first(30));
            while (answers.size() < 50)
                answers << Failure(limited);
            desk.store.batchAnswers.answerLast(answers);
        }
        QTRY_COMPARE(desk.bulk.state(), State::Waiting);
        QCOMPARE(desk.bulk.hindrance()->rule, u"rate_limited"_s);
        QVERIFY(desk.bulk.pauseSeconds() > 0);
        QCOMPARE(desk.bulk.refused(), 0);
        QCOMPARE(desk.bulk.done(), whole ? 0 : 30);
        QTRY_COMPARE(desk.store.batches.size(), 2);
        QVERIFY(!desk.bulk.hindrance());
        QCOMPARE(desk.store.batches.last().size(), whole ? 50 : 20);
        desk.answer();
        QTRY_COMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.bulk.done(), 50);
        QCOMPARE(desk.carriedOut.size(), 50);
    }

    void whatIsRefusedWholeForGoodStopsIt_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("no right") << int(Error::Code::Forbidden);
        QTest::newRow("a rule") << int(Error::Code::Refused);
        QTest::newRow("a defect") << int(Error::Code::Internal);
        QTest::newRow("no room on the server") << int(Error::Code::DiskFull);
    }
    void whatIsRefusedWholeForGoodStopsIt()
    {
        QFETCH(int, code);
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(60));
        desk.lose(Error::Code(code), {});
        QTRY_COMPARE(desk.bulk.state(), State::Stopped);
        QCOMPARE(int(desk.bulk.hindrance()->code), code);
        QCOMPARE(desk.bulk.notDone(), 60);
        QCOMPARE(desk.bulk.unsure(), 0);
        desk.bulk.resume();
        QTRY_COMPARE(desk.store.batches.size(), 2);
        QVERIFY(!desk.bulk.hindrance());
    }

    void answersThatDoNotMatchStopIt()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        desk.store.batchAnswers.answerLast(desk.all(desk.store.batches.last()).first(9));
        QTRY_COMPARE(desk.bulk.state(), State::Stopped);
        QCOMPARE(desk.bulk.done(), 0);
    }

    void loggingOutEndsIt()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(120));
        desk.answer();
        QTRY_COMPARE(desk.store.batches.size(), 2);
        desk.session.logOut();
        QCOMPARE(desk.bulk.state(), State::Finished);
        QCOMPARE(desk.finished.count(), 1);
        QCOMPARE(desk.bulk.done(), 50);
        QCOMPARE(desk.bulk.notDone(), 70);
        QCOMPARE(desk.bulk.unsure(), 50);
        desk.answer(); // too late
        QTest::qWait(5);
        QCOMPARE(desk.store.batches.size(), 2);
        desk.bulk.resume();
        QCOMPARE(desk.store.batches.size(), 2);
        desk.logIn(u"n.martin"_s);
        QCOMPARE(desk.bulk.state(), State::Finished); // still told to whoever began it
        desk.session.logOut();
        desk.logIn(u"s.nguyen"_s);
        QCOMPARE(desk.bulk.state(), State::Idle); // and to nobody else
    }

    void oneAtATime()
    {
        Desk desk;
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        desk.bulk.begin(u"Fusionner"_s, Desk::steps(3));
        desk.bulk.dismiss();
        desk.bulk.resume();
        QCOMPARE(desk.bulk.title(), u"Prendre"_s);
        QCOMPARE(desk.bulk.total(), 10);
        QCOMPARE(desk.store.batches.size(), 1);
    }

    void nothingBeginsWithoutALogIn()
    {
        Desk desk;
        desk.session.logOut();
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        QCOMPARE(desk.bulk.state(), State::Idle);
        QVERIFY(desk.store.batches.isEmpty());
    }

    void begunWithoutConnectionItWaits()
    {
        Desk desk;
        desk.session.reportLost();
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10));
        QCOMPARE(desk.bulk.state(), State::Waiting);
        QVERIFY(desk.store.batches.isEmpty());
        desk.comeBack();
        QTRY_COMPARE(desk.store.batches.size(), 1);
    }

    void tenThousandAreSmooth()
    {
        Desk desk;
        desk.store.answerBatch = [&desk](const QList<OperationRequest> &requests) { return desk.all(requests); };
        qint64 longest = 0;
        QElapsedTimer since;
        since.start();
        QObject::connect(&desk.bulk, &BulkService::changed, &desk.bulk, [&] {
            longest = std::max(longest, since.restart());
            QVERIFY(desk.bulk.left() >= 0);
        });
        desk.bulk.begin(u"Prendre"_s, Desk::steps(10000));
        QTRY_COMPARE_WITH_TIMEOUT(desk.bulk.state(), State::Finished, 20000);
        QCOMPARE(desk.bulk.done(), 10000);
        QCOMPARE(desk.store.batches.size(), 200);
        QVERIFY(desk.changed.count() <= 203); // once a batch
        QVERIFY2(longest < 250, qPrintable(QString::number(longest))); // generous: other programs run beside this one
    }
};

QTEST_GUILESS_MAIN(TestBulkService)
#include "tst_bulkservice.moc"
