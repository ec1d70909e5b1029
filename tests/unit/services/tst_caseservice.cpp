// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/calls/callservice.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"
#include "tests/unit/services/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestCaseService : public QObject {
    Q_OBJECT
private:
    struct Desk {
        FakeSessionStore sessions;
        FakeSecretStore secrets;
        FakeOperationStore store;
        FakeLookupStore lookup;
        FakeLocalStore local;
        ServerClock clock;
        SessionService session{sessions, secrets, clock};
        OperationService operations{store, session, local};
        CallService call{store, operations, session, local, clock};
        CaseService cases{lookup, call, session};
        QSignalSpy changed{&cases, &CaseService::fileChanged};

        Desk()
        {
            session.logIn(*ConnectionSettings::fromUri(u"postgresql://n@db1/asp"_s), u"x"_s, false);
            sessions.logIns.answerLast(someSession());
            QTRY_COMPARE(session.state(), SessionService::State::Connected);
        }
        void open(const QString &key, const CallerFile &file)
        {
            cases.open(key);
            lookup.files.answerLast(file);
            QTRY_COMPARE(cases.state(), CaseService::State::Open);
        }
    };

    static CallerFile file(const QString &siret, const QList<qint64> &accounts = {}, const QString &stamp = u"1"_s)
    {
        CallerFile f;
        f.subject = CallerFile::Subject::Establishment;
        f.establishment.siret = siret;
        f.establishment.denomination = u"Boulangerie "_s + siret.right(3);
        f.stamp = stamp;
        for (const qint64 id : accounts) {
            Account account;
            account.id = AccountId(id);
            f.accounts << account;
        }
        return f;
    }
    const QString m_siret = u"73282932000074"_s;

private Q_SLOTS:
    void opensWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("key");
        QTest::newRow("SIRET with spaces") << u"732 829 320 00074"_s << u"73282932000074"_s;
        QTest::newRow("ticket") << u"#48 213"_s << u"ticket:48213"_s;
        QTest::newRow("key of a suggestion") << u"account:123"_s << u"account:123"_s;
        QTest::newRow("e-mail") << u"<J.Dupont@exemple.fr>"_s << u"j.dupont@exemple.fr"_s;
    }
    void opensWhatWasTyped()
    {
        QFETCH(QString, typed);
        Desk desk;
        desk.cases.open(typed);
        QTEST(desk.lookup.keys.value(0), "key");
        QCOMPARE(desk.lookup.calls.first(), desk.call.idForLookUp());
        QCOMPARE(desk.cases.state(), CaseService::State::Loading);
    }

    void lateAnswersAreDropped()
    {
        Desk desk;
        desk.cases.open(u"account:1"_s);
        desk.cases.open(m_siret);
        desk.lookup.files.answer(1, file(m_siret));
        desk.lookup.files.answer(0, file(u"35600000049837"_s));
        QTRY_COMPARE(desk.changed.count(), 1);
        QTest::qWait(20);
        QCOMPARE(desk.changed.count(), 1);
        QCOMPARE(desk.cases.file().establishment.siret, m_siret);
    }

    void aTicketsFileOpensNoCall()
    {
        Desk desk;
        desk.cases.openTicket(TicketNumber(48213));
        QCOMPARE(desk.lookup.keys.constLast(), u"ticket:48213"_s);
        QVERIFY(desk.lookup.calls.constLast().isNull());
        QCOMPARE(desk.cases.ticket(), TicketNumber(0)); // not before it is on the screen
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_COMPARE(desk.cases.state(), CaseService::State::Open);
        QCOMPARE(desk.cases.ticket(), TicketNumber(48213));
        QVERIFY(!desk.call.active());
        // A refresh keeps it, another file does not.
        desk.cases.refresh();
        QVERIFY(desk.lookup.calls.constLast().isNull());
        desk.lookup.files.answerLast(file(m_siret, {}, u"2"_s));
        QTRY_COMPARE(desk.changed.count(), 2);
        QCOMPARE(desk.cases.ticket(), TicketNumber(48213));
        desk.open(u"35600000049837"_s, file(u"35600000049837"_s));
        QTRY_COMPARE(desk.cases.ticket(), TicketNumber(0));
    }

    void aFailedLookUpKeepsTheTicket()
    {
        Desk desk;
        desk.cases.openTicket(TicketNumber(48213));
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_COMPARE(desk.cases.state(), CaseService::State::Open);
        desk.cases.openTicket(TicketNumber(48214));
        desk.lookup.files.answerLast(Failure(Error{Error::Code::Refused, {}, u"rate_limited"_s}));
        QTRY_COMPARE(desk.cases.state(), CaseService::State::Failed);
        QCOMPARE(desk.cases.ticket(), TicketNumber(48213)); // its file is still shown
        desk.cases.askAgain();
        QCOMPARE(desk.lookup.keys.constLast(), u"ticket:48214"_s);
        QVERIFY(desk.lookup.calls.constLast().isNull()); // nor does trying again open a call
        desk.cases.close();
        QCOMPARE(desk.cases.ticket(), TicketNumber(0));
    }

    void openingACallEntersTheTicketsFile()
    {
        Desk desk;
        desk.cases.openTicket(TicketNumber(48213));
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_COMPARE(desk.cases.state(), CaseService::State::Open);
        desk.call.openByHand();
        const QUuid call = desk.call.idForLookUp();
        desk.store.openings.answerLast(CallState{call, desk.clock.now(), {}});
        QTRY_VERIFY(desk.call.active());
        QCOMPARE(desk.lookup.keys.size(), 2);
        QCOMPARE(desk.lookup.calls.constLast(), call);
        CallerFile f = file(m_siret, {}, u"2"_s);
        f.call = CallState{call, desk.clock.now(), {}};
        desk.lookup.files.answerLast(f);
        QTRY_COMPARE(desk.changed.count(), 2);
        QCOMPARE(desk.changed.constLast().first().toBool(), false); // nothing moves
        QCOMPARE(desk.lookup.keys.size(), 2); // once
        QCOMPARE(desk.cases.ticket(), TicketNumber(48213));
        // In a call, the next ticket's file is entered into it.
        desk.cases.openTicket(TicketNumber(48214));
        QCOMPARE(desk.lookup.calls.constLast(), call);
    }

    void aCallersFileIsNotEnteredIntoTheNextCall()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        desk.call.openByHand();
        desk.store.openings.answerLast(CallState{desk.call.idForLookUp(), desk.clock.now(), {}});
        QTRY_VERIFY(desk.call.active());
        QCOMPARE(desk.lookup.keys.size(), 1);
    }

    void theFirstFileOpensTheCall()
    {
        Desk desk;
        CallerFile f = file(m_siret);
        f.call = CallState{desk.call.idForLookUp(), desk.clock.now(), {}};
        desk.open(m_siret, f);
        QVERIFY(desk.call.active());
    }

    void aRefreshNeverOpensACall()
    {
        Desk desk;
        CallerFile f = file(m_siret);
        f.call = CallState{desk.call.idForLookUp(), desk.clock.now(), {}};
        desk.open(m_siret, f);
        desk.call.close(u"solved"_s, {});
        QTRY_COMPARE(desk.store.submitted.size(), 1);
        desk.store.outcomes.answer(0, OperationOutcome{desk.store.submitted.first().id, {}, false, {}, {}});
        QTRY_VERIFY(!desk.call.active());
        desk.cases.refresh();
        QCOMPARE(desk.lookup.calls.last(), QUuid());
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_COMPARE(desk.changed.count(), 2);
        QVERIFY(!desk.call.active());
        desk.cases.open(m_siret);
        QVERIFY(!desk.lookup.calls.last().isNull());
        QVERIFY(desk.lookup.calls.last() != f.call->id);
    }

    void aCallThatIsOverInTheDatabaseGivesWayToANewOne()
    {
        Desk desk;
        CallerFile f = file(m_siret);
        f.call = CallState{desk.call.idForLookUp(), desk.clock.now(), {}};
        desk.open(m_siret, f);
        desk.cases.open(u"account:9"_s);
        desk.lookup.files.answerLast(Failure(Error{Error::Code::Refused, {}, u"call_closed"_s}));
        QTRY_COMPARE(desk.lookup.files.count(), 3);
        QCOMPARE(desk.lookup.keys.last(), u"account:9"_s);
        QVERIFY(desk.lookup.calls.last() != f.call->id && !desk.lookup.calls.last().isNull());
        QVERIFY(!desk.call.active());
        QCOMPARE(desk.cases.state(), CaseService::State::Loading);
    }

    void aRefreshKeepsTheChosenAccount()
    {
        Desk desk;
        CallerFile f = file(m_siret, {1, 2, 3});
        f.selectedAccount = AccountId(1);
        desk.open(m_siret, f);
        QCOMPARE(desk.cases.selectedAccount()->id, AccountId(1));
        QSignalSpy selected(&desk.cases, &CaseService::accountSelected);
        desk.cases.selectAccount(AccountId(2));
        desk.cases.selectAccount(AccountId(99)); // not in this file
        QCOMPARE(selected.count(), 1);
        desk.cases.refresh();
        desk.lookup.files.answerLast(f);
        QTRY_COMPARE(desk.changed.count(), 2);
        QCOMPARE(desk.changed.last().first().toBool(), false);
        QCOMPARE(desk.cases.selectedAccount()->id, AccountId(2));
        desk.cases.refresh();
        desk.lookup.files.answerLast(file(m_siret, {1, 3}));
        QTRY_COMPARE(desk.changed.count(), 3);
        QVERIFY(!desk.cases.selectedAccount()); // gone: nobody else is chosen silently
    }

    void theReferentIsLikelyWhenNobodyWasLookedForUntilSomebodyIsPicked()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret, {5, 6}));
        QCOMPARE(desk.cases.selectedAccount()->id, AccountId(5));
        QVERIFY(!desk.cases.accountIsChosen());
        QSignalSpy selected(&desk.cases, &CaseService::accountSelected);
        desk.cases.selectAccount(AccountId(5)); // the same, but now it is known
        QVERIFY(desk.cases.accountIsChosen());
        desk.cases.selectAccount(AccountId(5));
        QCOMPARE(selected.count(), 1);
        desk.cases.refresh();
        desk.lookup.files.answerLast(file(m_siret, {5, 6}));
        QTRY_COMPARE(desk.changed.count(), 2);
        QVERIFY(desk.cases.accountIsChosen());
        CallerFile lookedFor = file(u"35600000000048"_s, {7, 8});
        lookedFor.selectedAccount = AccountId(8);
        desk.open(u"35600000000048"_s, lookedFor);
        QVERIFY(desk.cases.accountIsChosen());
        desk.open(m_siret, file(m_siret, {5, 6}));
        QVERIFY(!desk.cases.accountIsChosen());
    }

    void thePulseRefreshesWhatChanged()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret, {}, u"one"_s));
        Pulse pulse;
        pulse.fileStamp = u"one"_s;
        desk.session.pulseNow();
        desk.sessions.pulses.answerLast(pulse);
        QTest::qWait(20);
        QCOMPARE(desk.lookup.files.count(), 1);
        pulse.fileStamp = u"two"_s;
        desk.session.pulseNow();
        desk.sessions.pulses.answerLast(pulse);
        QTRY_COMPARE(desk.lookup.files.count(), 2);
    }

    void aRefreshAskedForDuringARefreshFollows()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        desk.cases.refresh();
        desk.cases.refresh();
        QCOMPARE(desk.lookup.files.count(), 2);
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_COMPARE(desk.lookup.files.count(), 3);
        desk.lookup.files.answerLast(file(m_siret));
        QTest::qWait(20);
        QCOMPARE(desk.lookup.files.count(), 3);
    }

    void aFailureKeepsTheFileShown()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        desk.cases.open(u"account:9"_s);
        desk.lookup.files.answerLast(Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s}));
        QTRY_COMPARE(desk.cases.state(), CaseService::State::Failed);
        QCOMPARE(desk.cases.error().rule, u"rate_limited"_s);
        QCOMPARE(desk.cases.file().establishment.siret, m_siret);
        QVERIFY(!desk.cases.stale());
    }

    void aLostConnectionMarksTheFileAndComesBackToIt()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        desk.session.reportLost();
        QVERIFY(desk.cases.stale());
        QCOMPARE(desk.cases.state(), CaseService::State::Open);
        desk.sessions.logIns.answerLast(someSession());
        QTRY_COMPARE(desk.lookup.files.count(), 2);
        desk.lookup.files.answerLast(file(m_siret));
        QTRY_VERIFY(!desk.cases.stale());
    }

    void aRefreshThatTimesOutFindsTheFileStaleAlready()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        bool staleWhenTold = false;
        connect(&desk.cases, &CaseService::refreshFailed, this, [&] { staleWhenTold = desk.cases.stale(); });
        desk.cases.refresh();
        desk.lookup.files.answerLast(Failure(Error{Error::Code::Timeout, {}, u"deadline"_s}));
        QTRY_VERIFY(desk.cases.stale());
        QVERIFY(staleWhenTold);
    }

    void whatWasAskedForWhenTheConnectionWentIsOpenedAfterwards()
    {
        Desk desk;
        desk.cases.open(m_siret);
        desk.lookup.files.answerLast(Failure(lostError()));
        QTRY_COMPARE(desk.session.state(), SessionService::State::Lost);
        QCOMPARE(desk.cases.state(), CaseService::State::Failed);
        desk.sessions.logIns.answerLast(someSession());
        QTRY_COMPARE(desk.lookup.keys, (QStringList{m_siret, m_siret}));
    }

    void recentFilesNewestFirstEachOnce()
    {
        Desk desk;
        desk.open(m_siret, file(m_siret));
        desk.open(u"35600000049837"_s, file(u"35600000049837"_s));
        desk.open(m_siret, file(m_siret));
        desk.open(u"00000000000000"_s, CallerFile()); // unknown: not remembered
        QCOMPARE(desk.cases.recent().size(), 2);
        QCOMPARE(desk.cases.recent().first().key, m_siret);
        desk.session.logOut();
        QVERIFY(desk.cases.recent().isEmpty());
        QCOMPARE(desk.cases.state(), CaseService::State::Empty);
        QVERIFY(desk.cases.file() == CallerFile());
    }

    void onlyTheNewestSuggestionsArrive()
    {
        Desk desk;
        QSignalSpy ready(&desk.cases, &CaseService::suggestionsReady);
        QSignalSpy failed(&desk.cases, &CaseService::suggestionsFailed);
        desk.cases.suggest(u"boul"_s);
        desk.cases.suggest(u"boulang"_s);
        desk.lookup.suggestions.answer(1, QList<Suggestion>{{}});
        desk.lookup.suggestions.answer(0, fail(Error::Code::Cancelled));
        QTRY_COMPARE(ready.count(), 1);
        QTest::qWait(20);
        QCOMPARE(ready.first().first().toString(), u"boulang"_s);
        QCOMPARE(failed.count(), 0);
        desk.cases.suggest(u"  "_s);
        QCOMPARE(ready.count(), 2);
        QCOMPARE(desk.lookup.suggestions.count(), 2);
    }

    void revealAnswersOnce()
    {
        Desk desk;
        QSignalSpy revealed(&desk.cases, &CaseService::revealed);
        QSignalSpy failed(&desk.cases, &CaseService::revealFailed);
        desk.cases.reveal(u"account.email"_s, 5);
        desk.lookup.reveals.answerLast(u"j@exemple.fr"_s);
        QTRY_COMPARE(revealed.count(), 1);
        desk.cases.reveal(u"account.email"_s, 5);
        desk.lookup.reveals.answerLast(Failure(Error{Error::Code::Refused, {}, u"no_call"_s}));
        QTRY_COMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_caseservice.moc"
