// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/calls/callservice.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = SessionService::State;

class TestCallService : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeOperationStore store;
        std::shared_ptr<FakeLocalStore> local;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        OperationService operations;
        CallService call;
        QSignalSpy saved{&call, &CallService::noteSaved};
        QSignalSpy closed{&call, &CallService::closed};
        QSignalSpy closeFailed{&call, &CallService::closeFailed};

        explicit Desk(std::shared_ptr<FakeLocalStore> kept = std::make_shared<FakeLocalStore>())
            : local(std::move(kept)), operations(store, session, *local),
              call(store, operations, session, *local, clock)
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n@db1/asp"_s), u"x"_s, false);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), State::Connected);
        }
        QUuid open()
        {
            const QUuid id = call.idForLookUp();
            call.opened({id, clock.now(), {}});
            return id;
        }
        void comeBack()
        {
            QTRY_COMPARE(session.state(), State::Lost);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), State::Connected);
        }
    };

private Q_SLOTS:
    void theFirstFileOpensTheCall()
    {
        Desk desk;
        QVERIFY(!desk.call.active());
        const QUuid prepared = desk.call.idForLookUp();
        QCOMPARE(desk.call.idForLookUp(), prepared);
        QVERIFY(!desk.call.active());
        desk.call.opened({prepared, desk.clock.now().addSecs(-65), {}});
        QVERIFY(desk.call.active());
        QCOMPARE(desk.call.id(), prepared);
        QVERIFY(desk.call.seconds() >= 65 && desk.call.seconds() < 70);
        desk.call.opened({QUuid::createUuid(), desk.clock.now(), u"other"_s});
        QCOMPARE(desk.call.id(), prepared);
    }

    void openedByHand()
    {
        Desk desk;
        desk.call.setNote(u"Ne trouve pas son SIRET"_s);
        desk.call.openByHand();
        QVERIFY(desk.call.opening() && !desk.call.active());
        desk.call.openByHand(); // a second press asks nothing more
        QCOMPARE(desk.store.opened.size(), 1);
        QCOMPARE(desk.store.opened.first(), desk.call.idForLookUp());
        desk.store.openings.answer(0, CallState{desk.store.opened.first(), desk.clock.now(), {}});
        QTRY_VERIFY(desk.call.active());
        QCOMPARE(desk.call.id(), desk.store.opened.first());
        QCOMPARE(desk.call.note(), u"Ne trouve pas son SIRET"_s);
        desk.call.openByHand();
        QCOMPARE(desk.store.opened.size(), 1);
    }

    void openedByHandRefusedOrLost()
    {
        Desk desk;
        QSignalSpy failed(&desk.call, &CallService::openFailed);
        desk.call.openByHand();
        desk.store.openings.answer(0, Failure(Error{Error::Code::Refused, {}, u"call_closed"_s}));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!desk.call.active() && !desk.call.opening());
        desk.call.openByHand();
        QVERIFY(desk.store.opened.at(1) != desk.store.opened.at(0)); // that id is spent
        desk.store.openings.answer(1, fail(Error::Code::Unavailable));
        QTRY_COMPARE(failed.count(), 2);
        desk.call.openByHand(); // no connection: said at once
        QCOMPARE(failed.count(), 3);
        QCOMPARE(desk.store.opened.size(), 2);
        desk.comeBack();
        desk.call.openByHand();
        QCOMPARE(desk.store.opened.at(2), desk.store.opened.at(1)); // should the first have got there, it is found
    }

    void theNoteIsHereAtOnceAndInTheDatabaseAfterASecond()
    {
        Desk desk;
        const QUuid id = desk.open();
        desk.call.setNote(u"Mot de"_s);
        desk.call.setNote(u"Mot de passe"_s);
        QCOMPARE(desk.local->drafts.value("note/"_L1 + id.toString(QUuid::WithoutBraces)), u"Mot de passe"_s);
        QCOMPARE(desk.store.notes.size(), 0);
        QTRY_COMPARE(desk.store.notes, QStringList(u"Mot de passe"_s));
        desk.store.saves.answer(0, Done());
        QTRY_COMPARE(desk.saved.count(), 1);
        QVERIFY(desk.saved.first().first().toBool());
    }

    void aNoteTypedWhileTheDatabaseIsAwayIsSentLater()
    {
        Desk desk;
        desk.open();
        desk.call.setNote(u"a"_s);
        QTRY_COMPARE(desk.store.notes.size(), 1);
        desk.store.saves.answer(0, Failure(lostError()));
        QTRY_COMPARE(desk.saved.count(), 1);
        QVERIFY(!desk.saved.first().first().toBool());
        desk.call.setNote(u"ab"_s);
        desk.comeBack();
        QTRY_COMPARE(desk.store.notes.last(), u"ab"_s);
        desk.store.saves.answerLast(Done());
        QTRY_VERIFY(desk.saved.last().first().toBool());
    }

    void aNoteTypedBeforeTheCallGoesWithIt()
    {
        Desk desk;
        desk.call.setNote(u"Rappelle"_s);
        const QUuid id = desk.open();
        QCOMPARE(desk.call.note(), u"Rappelle"_s);
        QVERIFY(desk.local->drafts.contains("note/"_L1 + id.toString(QUuid::WithoutBraces)));
        QTRY_COMPARE(desk.store.notes, QStringList(u"Rappelle"_s));
    }

    void aRefusedNoteStays()
    {
        Desk desk;
        desk.open();
        QSignalSpy refused(&desk.call, &CallService::noteRefused);
        desk.call.setNote(u"très long"_s);
        QTRY_COMPARE(desk.store.notes.size(), 1);
        desk.store.saves.answer(0, Failure(Error{Error::Code::Refused, {}, u"too_long"_s}));
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(desk.call.note(), u"très long"_s);
        QCOMPARE(desk.session.state(), State::Connected);
    }

    void closingIsAnOperationAndTheNoteStaysUntilItIsDone()
    {
        Desk desk;
        const QUuid id = desk.open();
        desk.call.setNote(u"Fait"_s);
        desk.call.close(u"solved"_s, {});
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        const OperationRequest request = desk.store.submitted.first();
        QCOMPARE(request.kind, QString(OperationKind::CallClose));
        QCOMPARE(request.params.value("note"_L1).toString(), u"Fait"_s);
        QVERIFY(request.call == id);
        QVERIFY(desk.call.closing());
        QCOMPARE(desk.call.note(), u"Fait"_s);
        QVERIFY(!desk.local->drafts.isEmpty());
        QStringList order;
        connect(&desk.call, &CallService::closed, this, [&] { order << u"closed"_s; });
        connect(&desk.call, &CallService::changed, this, [&] { order << u"changed"_s; });
        desk.store.outcomes.answer(0, OperationOutcome{request.id, request.kind, false, {}, {}});
        QTRY_COMPARE(desk.closed.count(), 1);
        QCOMPARE(order, (QStringList{u"closed"_s, u"changed"_s}));
        QVERIFY(!desk.call.active());
        QVERIFY(desk.call.note().isEmpty());
        QVERIFY(desk.local->drafts.isEmpty());
        QVERIFY(desk.call.idForLookUp() != id);
    }

    void aRefusedCloseKeepsTheCall()
    {
        Desk desk;
        desk.open();
        desk.call.setNote(u"Fait"_s);
        desk.call.close({}, {});
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(Error{Error::Code::Refused, {}, u"call_outcome_needed"_s}));
        QTRY_COMPARE(desk.closeFailed.count(), 1);
        QVERIFY(desk.call.active());
        QVERIFY(!desk.call.closing());
        QCOMPARE(desk.call.note(), u"Fait"_s);
    }

    void aCallThatIsOverAlreadyIsLetGoWithItsNoteKept()
    {
        Desk desk;
        const QUuid id = desk.open();
        desk.call.setNote(u"Fait"_s);
        desk.call.close(u"solved"_s, {});
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, Failure(Error{Error::Code::Refused, {}, u"call_closed"_s}));
        QTRY_COMPARE(desk.closeFailed.count(), 1);
        QVERIFY(!desk.call.active());
        QCOMPARE(desk.local->drafts.value("note/"_L1 + id.toString(QUuid::WithoutBraces)), u"Fait"_s);
    }

    void aCrashLosesNothing()
    {
        const auto local = std::make_shared<FakeLocalStore>();
        QUuid id;
        {
            Desk desk(local);
            id = desk.open();
            desk.call.setNote(u"en cours"_s);
        }
        Desk desk(local);
        desk.call.restore();
        QTRY_COMPARE(desk.call.note(), u"en cours"_s);
        QCOMPARE(desk.call.id(), id);
        QTRY_COMPARE(desk.store.notes, QStringList(u"en cours"_s));
    }

    void aCrashBeforeTheCallWasOpenKeepsTheNote()
    {
        const auto local = std::make_shared<FakeLocalStore>();
        {
            Desk desk(local);
            desk.call.setNote(u"avant l’appel"_s);
        }
        Desk desk(local);
        desk.call.restore();
        QTRY_COMPARE(desk.call.note(), u"avant l’appel"_s);
        QVERIFY(!desk.call.active());
    }

    void aCrashWhileClosingFindsOutAfterwards()
    {
        const auto local = std::make_shared<FakeLocalStore>();
        {
            Desk desk(local);
            desk.open();
            desk.call.close(u"solved"_s, {});
            QTRY_COMPARE(desk.store.submitted.size(), 1);
        }
        Desk desk(local);
        desk.call.restore();
        desk.operations.resolveLeftovers();
        QTRY_COMPARE(desk.store.found.size(), 1);
        QVERIFY(desk.call.closing());
        desk.store.finds.answer(0, std::optional(OperationOutcome{desk.store.found.first(), {}, true, {}, {}}));
        QTRY_COMPARE(desk.closed.count(), 1);
        QVERIFY(local->drafts.isEmpty());
    }

    void aCloseWhoseFateWasKnownDoesNotHangAfterACrash()
    {
        const auto local = std::make_shared<FakeLocalStore>();
        {
            Desk desk(local);
            desk.open();
            desk.call.close(u"solved"_s, {});
        }
        local->kept.clear();
        Desk desk(local);
        desk.call.restore();
        QTRY_VERIFY(desk.call.active());
        QTRY_VERIFY(!desk.call.closing());
    }

    void theNextPersonSeesNothingOfIt()
    {
        Desk desk;
        desk.open();
        desk.call.setNote(u"confidentiel"_s);
        desk.session.logOut();
        QVERIFY(!desk.call.active());
        QVERIFY(desk.call.note().isEmpty());
        QVERIFY(!desk.local->drafts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallService)
#include "tst_callservice.moc"
