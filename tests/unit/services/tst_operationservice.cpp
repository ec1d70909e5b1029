// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = SessionService::State;

class TestOperationService : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeOperationStore store;
        FakeLocalStore local;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        OperationService operations{store, session, local};
        QSignalSpy finished{&operations, &OperationService::finished};
        QSignalSpy failed{&operations, &OperationService::failed};
        QSignalSpy uncertain{&operations, &OperationService::uncertain};

        Desk() { logIn(); }
        void logIn()
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n@db1/asp"_s), u"x"_s, false);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), State::Connected);
        }
        void comeBack()
        {
            QTRY_COMPARE(session.state(), State::Lost);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), State::Connected);
        }
        QUuid submit(QLatin1StringView kind = OperationKind::Unlock)
        {
            OperationRequest request;
            request.kind = kind;
            request.params = {{u"account_id"_s, 7}};
            return operations.submit(request);
        }
        OperationOutcome outcome(const QUuid &id) const { return {id, u"account.unlock"_s, false, clock.now(), {}}; }
        Error lastError() const { return failed.last().at(1).value<Error>(); }
    };

private Q_SLOTS:
    void keptUntilItsFateIsKnown()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QVERIFY(!id.isNull());
        QVERIFY(desk.local.kept.contains(id));
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        QVERIFY(desk.operations.isPending(id));
        desk.store.outcomes.answer(0, desk.outcome(id));
        QTRY_COMPARE(desk.finished.count(), 1);
        QVERIFY(desk.local.kept.isEmpty());
        QVERIFY(!desk.operations.isPending(id));
        QCOMPARE(desk.failed.count(), 0);
    }

    // A crash between the two tells it again after the restart; the other way round nobody would ever be told.
    void isToldBeforeItIsForgotten()
    {
        Desk desk;
        int keptWhenTold = 0;
        const auto count = [&desk, &keptWhenTold] { keptWhenTold += int(desk.local.kept.size()); };
        QObject::connect(&desk.operations, &OperationService::finished, &desk.operations, count);
        QObject::connect(&desk.operations, &OperationService::failed, &desk.operations, count);
        const QUuid done = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, desk.outcome(done));
        QTRY_COMPARE(keptWhenTold, 1);
        desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 2);
        desk.store.outcomes.answer(1, Failure(Error{Error::Code::Refused, {}, u"not_locked"_s}));
        QTRY_COMPARE(keptWhenTold, 2);
        QVERIFY(desk.local.kept.isEmpty());
    }

    void aRefusalIsToldOnceWithItsKind()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(Error{Error::Code::Refused, {}, u"not_locked"_s}));
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.failed.first().first().toUuid(), id);
        QCOMPARE(desk.lastError().rule, u"not_locked"_s);
        QCOMPARE(desk.lastError().params.value(u"kind"_s).toString(), u"account.unlock"_s);
        QVERIFY(desk.local.kept.isEmpty());
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void aLostAnswerIsLookedUpNotSentAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("connection lost") << int(Error::Code::Unavailable);
        QTest::newRow("no answer in time") << int(Error::Code::Timeout);
    }
    void aLostAnswerIsLookedUpNotSentAgain()
    {
        QFETCH(int, code);
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(Error{Error::Code(code), {}, u"deadline"_s}));
        QTRY_COMPARE(desk.uncertain.count(), 1);
        QVERIFY(desk.local.kept.contains(id));
        desk.comeBack();
        QTRY_COMPARE(desk.store.found, QList<QUuid>{id});
        desk.store.finds.answer(0, std::optional(desk.outcome(id)));
        QTRY_COMPARE(desk.finished.count(), 1);
        QVERIFY(desk.finished.first().first().value<OperationOutcome>().repeated);
        QCOMPARE(desk.store.submitted.size(), 1);
        QVERIFY(desk.local.kept.isEmpty());
    }

    void notCarriedOutIsSaid()
    {
        Desk desk;
        desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(lostError()));
        desk.comeBack();
        QTRY_COMPARE(desk.store.found.size(), 1);
        desk.store.finds.answer(0, std::optional<OperationOutcome>());
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QCOMPARE(desk.lastError().code, Error::Code::Unavailable);
    }

    void waitsForAServerThatMayStillBeAtIt()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(lostError()));
        desk.comeBack();
        QTRY_COMPARE(desk.store.found.size(), 1);
        desk.store.finds.answer(0, Failure(Error{Error::Code::Locked, {}, u"still_running"_s}));
        QTRY_COMPARE(desk.store.found.size(), 2);
        QCOMPARE(desk.failed.count() + desk.finished.count(), 0);
        desk.store.finds.answer(1, std::optional(desk.outcome(id)));
        QTRY_COMPARE(desk.finished.count(), 1);
    }

    void lostAgainWhileLookingUp()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(lostError()));
        desk.comeBack();
        QTRY_COMPARE(desk.store.found.size(), 1);
        desk.store.finds.answer(0, Failure(lostError()));
        desk.comeBack();
        QTRY_COMPARE(desk.store.found.size(), 2);
        desk.store.finds.answer(1, std::optional(desk.outcome(id)));
        QTRY_COMPARE(desk.finished.count(), 1);
        QCOMPARE(desk.uncertain.count(), 1);
    }

    void anAnswerLostWithTheConnectionBeforeThisOneIsLookedUpToo()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.session.reportLost(); // someone else noticed first, and we are back before the answer comes
        desk.comeBack();
        desk.store.outcomes.answer(0, Failure(lostError()));
        QTRY_COMPARE(desk.store.found, QList<QUuid>{id});
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void whatWasNeverSentFailsAtOnce()
    {
        Desk desk;
        desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        Error error = lostError();
        error.params.insert(u"nothing_done"_s, true);
        desk.store.outcomes.answer(0, Failure(error));
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QCOMPARE(desk.uncertain.count(), 0);
    }

    void whatTheServerGaveUpItselfFailsAtOnceAndTheConnectionStays()
    {
        Desk desk;
        desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(Error{Error::Code::Timeout, {}, u"server_cancelled"_s}));
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void refusedWithoutAConnection()
    {
        Desk desk;
        desk.session.reportLost();
        const QUuid id = desk.submit();
        QCOMPARE(desk.failed.count(), 0); // never before submit() has returned
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.failed.first().first().toUuid(), id);
        QCOMPARE(desk.lastError().rule, u"not_carried_out"_s);
        QCOMPARE(desk.store.submitted.size(), 0);
    }

    void aWalkIsSentLaterOnce()
    {
        Desk desk;
        desk.session.reportLost();
        const QUuid id = desk.submit(OperationKind::WalkSave);
        QTest::qWait(20);
        QVERIFY(desk.local.kept.contains(id));
        QCOMPARE(desk.store.submitted.size(), 0);
        desk.comeBack();
        QTRY_COMPARE(desk.store.found, QList<QUuid>{id});
        desk.store.finds.answer(0, std::optional<OperationOutcome>());
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        QCOMPARE(desk.store.submitted.first().id, id);
        desk.store.outcomes.answer(0, desk.outcome(id));
        QTRY_COMPARE(desk.finished.count(), 1);
        QCOMPARE(desk.failed.count(), 0);
    }

    void leftoversOfAnEarlierRunAreLookedUp()
    {
        Desk desk;
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::ResetPassword;
        QJsonObject kept = toDocument(request);
        kept.insert("sent_at"_L1, QDateTime::currentDateTimeUtc().addSecs(-120).toString(Qt::ISODateWithMs));
        desk.local.kept.insert(request.id, kept);
        desk.operations.resolveLeftovers();
        QTRY_COMPARE(desk.store.found, QList<QUuid>{request.id});
        QCOMPARE(desk.uncertain.count(), 1);
        desk.store.finds.answer(0, std::optional<OperationOutcome>());
        QTRY_COMPARE(desk.failed.count(), 1);
        QCOMPARE(desk.lastError().params.value(u"kind"_s).toString(), u"account.reset_password"_s);
        QVERIFY(desk.local.kept.isEmpty());
    }

    void aFreshLeftoverIsAskedForUntilItsStatementHasSurelyEnded()
    {
        Desk desk;
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::Unlock;
        QJsonObject kept = toDocument(request);
        kept.insert("sent_at"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        desk.local.kept.insert(request.id, kept);
        desk.operations.resolveLeftovers();
        QTRY_COMPARE(desk.store.found.size(), 1);
        desk.store.finds.answer(0, std::optional<OperationOutcome>());
        QTRY_COMPARE(desk.store.found.size(), 2);
        QCOMPARE(desk.failed.count(), 0);
    }

    void theSameIdTwiceIsSentOnce()
    {
        Desk desk;
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::Unlock;
        desk.operations.submit(request);
        desk.operations.submit(request);
        QTest::qWait(20);
        QCOMPARE(desk.store.submitted.size(), 1);
    }

    void loggingOutLeavesThemToTheNextSession()
    {
        Desk desk;
        const QUuid id = desk.submit();
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.session.logOut();
        desk.store.outcomes.answer(0, Failure(lostError()));
        QTest::qWait(20);
        QVERIFY(desk.local.kept.contains(id));
        QCOMPARE(desk.failed.count() + desk.finished.count(), 0);
    }

    void jsonKeepsEverything()
    {
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::TicketClose;
        request.params = {{u"number"_s, 48213}, {u"answer"_s, u"Bonjour,\n« fait »"_s}};
        request.reason = u"other"_s;
        request.reasonText = u"à la demande"_s;
        request.call = QUuid::createUuid();
        request.ticket = TicketNumber(48213);
        const OperationRequest again = fromDocument<OperationRequest>(toDocument(request)).value();
        QCOMPARE(again.id, request.id);
        QCOMPARE(again.kind, request.kind);
        QCOMPARE(again.params, request.params);
        QCOMPARE(again.reason, request.reason);
        QCOMPARE(again.reasonText, request.reasonText);
        QVERIFY(again.call == request.call);
        QVERIFY(again.ticket == request.ticket);
    }
};

QTEST_GUILESS_MAIN(TestOperationService)
#include "tst_operationservice.moc"
