// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/shell/shelldesk.h"

#include "app/handover/handover.h"
#include "ui/common/banner.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticearea.h"
#include "ui/shell/rail.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestShell : public QObject {
    Q_OBJECT

    struct Stage {
        Stage() : window(desk.ui())
        {
            window.show();
            window.activateWindow();
            (void)QTest::qWaitForWindowActive(&window);
        }
        void logIn()
        {
            desk.logIn();
            QTest::qWait(5);
        }
        void openBakery()
        {
            desk.cases.open(u"73282932000074"_s);
            desk.lookups.files.answerLast(Desk::bakery(desk.lookups.calls.last()));
            QTest::qWait(5);
        }
        template <class T> [[nodiscard]] T *find(const QString &name) { return window.findChild<T *>(name); }
        [[nodiscard]] QString label(const QString &name) { return find<QLabel>(name)->text(); }
        void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key(key), modifiers);
        }
        [[nodiscard]] QToolButton *railButton(const QString &name)
        {
            for (QToolButton *button : find<QWidget>(u"rail"_s)->findChildren<QToolButton *>()) {
                if (button->accessibleName() == name)
                    return button;
            }
            return nullptr;
        }
        void openPage(const QString &name)
        {
            railButton(name)->click();
            QTest::qWait(1);
        }
        [[nodiscard]] Banner *banner(const QString &id) { return window.findChild<NoticeArea *>()->banner(id); }

        Desk desk;
        MainWindow window;
    };

private Q_SLOTS:
    void theWindowFitsTheSmallestScreenAtAnyScale_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("supervisor");
        QTest::addColumn<bool>("iconsAlone");
        QTest::newRow("100 %") << QSize(1366, 768) << false << false;
        QTest::newRow("100 %, all pages") << QSize(1366, 768) << true << false;
        QTest::newRow("150 %") << QSize(911, 512) << false << false;
        QTest::newRow("150 %, all pages") << QSize(911, 512) << true << true;
        QTest::newRow("200 %") << QSize(683, 384) << false << true;
        QTest::newRow("200 %, all pages") << QSize(683, 384) << true << true;
    }
    void theWindowFitsTheSmallestScreenAtAnyScale()
    {
        QFETCH(QSize, size);
        QFETCH(bool, supervisor);
        Desk desk;
        MainWindow window(desk.ui());
        window.resize(size);
        window.show();
        ConnectionSettings where;
        where.kind = ConnectionSettings::Kind::Private;
        desk.session.logIn(where, {}, false);
        SessionInfo info = Desk::agent();
        info.supervisor = supervisor;
        desk.sessionStore.logIns.answerLast(info);
        QTest::qWait(20);
        QCOMPARE(window.size(), size);
        const auto *rail = window.findChild<Rail *>();
        QTEST(rail->iconsAlone(), "iconsAlone");
        for (const QToolButton *button : rail->findChildren<QToolButton *>()) {
            if (!button->isVisible())
                continue;
            QVERIFY2(rail->rect().contains(button->geometry()), qPrintable(button->accessibleName()));
            QCOMPARE(button->toolTip().contains(button->accessibleName()), rail->iconsAlone());
        }
    }

    void startsWithTheConnectionPage()
    {
        Stage stage;
        stage.window.begin(std::nullopt);
        QVERIFY(stage.find<QWidget>(u"connectionPage"_s)->isVisible());
        stage.logIn();
        QVERIFY(!stage.find<QWidget>(u"connectionPage"_s)->isVisible());
        QVERIFY(stage.find<QLineEdit>(u"searchLine"_s)->hasFocus()); // ready for a caller
    }

    void ribbonNamesTheEnvironment()
    {
        Stage stage;
        stage.logIn();
        QVERIFY(stage.find<QLabel>(u"environmentRibbon"_s)->isVisible());
        QCOMPARE(stage.label(u"environmentRibbon"_s), u"DÉMONSTRATION"_s);
        SessionInfo info = Desk::agent();
        info.environment = SessionInfo::Environment::Production;
        stage.desk.session.logIn({}, {}, false);
        stage.desk.sessionStore.logIns.answerLast(info);
        QTRY_VERIFY(!stage.find<QLabel>(u"environmentRibbon"_s)->isVisible());
    }

    void statusLineSaysWhoAndHow()
    {
        Stage stage;
        stage.desk.nextPulse().roundTripMs = 24;
        stage.desk.nextPulse().mailsWaiting = 2;
        stage.logIn();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.label(u"connectionState"_s).contains(u"24 ms"_s));
        QCOMPARE(stage.label(u"agentName"_s), u"agent\u00a0: n.martin"_s);
        QVERIFY(stage.label(u"mailsWaiting"_s).contains(u"2 "_s));
    }

    void aSlowLookUpIsSaidAfterAWhile()
    {
        Stage stage;
        stage.logIn();
        stage.desk.cases.open(u"73282932000074"_s);
        QTest::qWait(100);
        QVERIFY(stage.label(u"waitingFor"_s).isEmpty());
        QTRY_COMPARE(stage.label(u"waitingFor"_s), u"lecture du dossier…"_s);
        stage.desk.lookups.files.answerLast(Desk::bakery(stage.desk.lookups.calls.last()));
        QTRY_VERIFY(stage.label(u"waitingFor"_s).isEmpty());
    }

    void callBarFollowsTheCall()
    {
        Stage stage;
        stage.logIn();
        QCOMPARE(stage.label(u"callTimer"_s), u"Aucun appel"_s);
        QVERIFY(!stage.find<QPushButton>(u"endCallButton"_s)->isVisible());
        QVERIFY(stage.find<QPushButton>(u"openCallButton"_s)->isVisible());
        stage.openBakery();
        QTRY_VERIFY(stage.label(u"callTimer"_s).startsWith(u"Appel 02:1"_s));
        QVERIFY(stage.find<QPushButton>(u"endCallButton"_s)->isEnabled());
        QVERIFY(!stage.find<QPushButton>(u"openCallButton"_s)->isVisible());
    }

    void aCallOpenedByHand()
    {
        Stage stage;
        stage.logIn();
        stage.press(Qt::Key_F7);
        auto &store = stage.desk.operationStore;
        QCOMPARE(store.opened.size(), 1);
        QVERIFY(!stage.find<QPushButton>(u"openCallButton"_s)->isEnabled());
        store.openings.answer(0, Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s}));
        QTRY_VERIFY(stage.find<QPushButton>(u"openCallButton"_s)->isEnabled()); // and may be tried again
        stage.press(Qt::Key_F7);
        store.openings.answer(1, CallState{store.opened.last(), QDateTime::currentDateTimeUtc(), {}});
        QTRY_VERIFY(stage.label(u"callTimer"_s).startsWith(u"Appel 00:0"_s));
        QCOMPARE(stage.desk.calls.idForLookUp(), store.opened.last()); // the first file goes into this call
    }

    void noteIsKeptAsTypedAndTheKeyboardGoesBack()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_Escape); // out of the search box
        QWidget *before = stage.window.focusWidget();
        stage.press(Qt::Key_F8);
        auto *note = stage.find<QPlainTextEdit>(u"callNote"_s);
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, u"rappeler a 15 h"_s);
        QCOMPARE(stage.desk.calls.note(), u"rappeler a 15 h"_s);
        stage.press(Qt::Key_F8);
        QVERIFY(!note->isVisible());
        QCOMPARE(stage.window.focusWidget(), before);
        QCOMPARE(stage.desk.calls.note(), u"rappeler a 15 h"_s);
    }

    void callIsWrappedUpFromTheKeyboard()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_F9);
        auto *list = stage.find<QListWidget>(u"callOutcomes"_s);
        QVERIFY(list->hasFocus());
        stage.press(Qt::Key_Eacute); // the French key of 2
        QCOMPARE(list->currentRow(), 1);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.desk.operationStore.submitted.size(), 1);
        const OperationRequest request = stage.desk.operationStore.submitted.first();
        QCOMPARE(request.kind, QString(OperationKind::CallClose));
        QCOMPARE(request.params.value(u"outcome"_s).toString(), u"call_back"_s);
        OperationOutcome outcome;
        outcome.id = request.id;
        outcome.kind = request.kind;
        stage.desk.operationStore.outcomes.answerLast(outcome);
        QTRY_VERIFY(!list->isVisible());
        QVERIFY(stage.find<QLineEdit>(u"searchLine"_s)->hasFocus()); // the next caller
    }

    void oneKeyTwiceEndsTheCall()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_F9);
        stage.press(Qt::Key_F9);
        QTRY_COMPARE(stage.desk.operationStore.submitted.size(), 1);
        QCOMPARE(stage.desk.operationStore.submitted.first().params.value(u"outcome"_s).toString(), u"resolved"_s);
    }

    void theNoteTakenEarlierIsThereAtTheEndOfTheCall()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.desk.calls.setNote(u"prise dans le premier panneau"_s);
        stage.press(Qt::Key_F9);
        QCOMPARE(stage.find<QPlainTextEdit>(u"wrapUpNote"_s)->toPlainText(), u"prise dans le premier panneau"_s);
    }

    void anOutcomeThatWantsATextAsksForIt()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_F9);
        stage.press(Qt::Key_3);
        auto *text = stage.find<QLineEdit>(u"callOutcomeText"_s);
        QVERIFY(text->hasFocus());
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.desk.operationStore.submitted.size(), 0);
        QVERIFY(!text->accessibleDescription().isEmpty());
        QTest::keyClicks(text, u"service DAP"_s);
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(stage.desk.operationStore.submitted.size(), 1);
    }

    void aRefusedEndKeepsEverything()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_F9);
        stage.find<QPlainTextEdit>(u"wrapUpNote"_s)->setPlainText(u"note longue"_s);
        stage.find<QPushButton>(u"confirmEndCall"_s)->click();
        QTRY_COMPARE(stage.desk.operationStore.submitted.size(), 1);
        Error error{Error::Code::Refused, {}, u"unknown_call_outcome"_s};
        stage.desk.operationStore.outcomes.answerLast(Failure(error));
        QTRY_VERIFY(stage.find<QWidget>(u"wrapUpPanel"_s)->findChild<Banner *>()->isVisible());
        QCOMPARE(stage.desk.calls.note(), u"note longue"_s);
        QVERIFY(stage.desk.calls.active());
    }

    void lostConnectionIsABannerNotABox()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.desk.session.reportLost();
        QTRY_VERIFY(stage.banner(u"lost"_s));
        QVERIFY(stage.banner(u"lost"_s)->text().contains(u"se reconnecte seule"_s));
        QVERIFY(stage.label(u"connectionState"_s).contains(u"Connexion perdue"_s));
        QVERIFY(stage.find<QWidget>(u"callPage"_s)->isVisible()); // the file stays
        QVERIFY(!QApplication::activeModalWidget());
        stage.desk.sessionStore.logIns.answerLast(Desk::agent());
        QTRY_VERIFY(!stage.banner(u"lost"_s));
    }

    void incidentNoticesComeAndGo()
    {
        Stage stage;
        stage.desk.nextPulse().notices
            = {{7, u"Rejets hier : correction en cours."_s, QDateTime::currentDateTimeUtc(), {}}};
        stage.logIn();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.banner(u"incident/7"_s));
        stage.desk.nextPulse().notices.clear();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(!stage.banner(u"incident/7"_s));
    }

    void aDamagedLocalStoreIsSaidAndCanBePutAway()
    {
        Stage stage;
        stage.desk.local.damaged = u"/home/n/.local/share/asp-console/drafts.damaged"_s;
        stage.logIn();
        QTRY_VERIFY(stage.banner(u"localStore"_s));
        for (QPushButton *button : stage.banner(u"localStore"_s)->findChildren<QPushButton *>()) {
            if (button->text() == u"Masquer"_s)
                button->click();
        }
        stage.desk.session.pulseNow();
        QTest::qWait(20);
        QVERIFY(!stage.banner(u"localStore"_s) || !stage.banner(u"localStore"_s)->isVisible());
    }

    void whatIsHandedOverWaitsForOneKey()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.press(Qt::Key_F8);
        auto *note = stage.find<QPlainTextEdit>(u"callNote"_s);
        const QUuid call = stage.desk.calls.id();
        const qsizetype read = stage.desk.lookups.calls.size();
        stage.window.offer(*Handover::fromPhone(u"+33 6 12 34 56 78"_s));
        QTest::qWait(20);
        QVERIFY(stage.banner(u"handover"_s)->isVisible());
        QVERIFY(stage.banner(u"handover"_s)->text().contains(u"+33612345678"_s));
        QVERIFY(note->hasFocus()); // the keyboard stays where the agent types,
        QTest::keyClicks(note, u"suite"_s);
        QVERIFY(stage.desk.calls.note().endsWith(u"suite"_s));
        QCOMPARE(stage.desk.lookups.calls.size(), read); // nothing is read
        QCOMPARE(stage.desk.calls.id(), call); // and the call under way is what it was
        QCOMPARE(stage.desk.cases.file().establishment.siret, u"73282932000074"_s);
        stage.press(Qt::Key_F3);
        QCOMPARE(stage.desk.lookups.calls.size(), read + 1);
        QTRY_VERIFY(!stage.banner(u"handover"_s));
        stage.press(Qt::Key_F3);
        QCOMPARE(stage.desk.lookups.calls.size(), read + 1); // once
    }

    void whatIsHandedOverCanBePutAway()
    {
        Stage stage;
        stage.logIn();
        stage.window.offer(*Handover::fromSiret(u"73282932000074"_s));
        const auto buttons = stage.banner(u"handover"_s)->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Masquer"_s)
                button->click();
        }
        stage.press(Qt::Key_F3);
        QCOMPARE(stage.desk.lookups.calls.size(), 0);
        stage.window.offer(*Handover::fromSiret(u"73282932000074"_s)); // the same again is news again
        QVERIFY(stage.banner(u"handover"_s)->isVisible());
    }

    void whatIsHandedOverWithoutAConnectionStays()
    {
        Stage stage;
        stage.window.offer(*Handover::fromSiret(u"73282932000074"_s));
        stage.press(Qt::Key_F3);
        QCOMPARE(stage.desk.lookups.calls.size(), 0);
        stage.logIn();
        QTRY_VERIFY(stage.banner(u"handover"_s)->isVisible());
        stage.press(Qt::Key_F3);
        QCOMPARE(stage.desk.lookups.calls.size(), 1);
    }

    void railButtonsAreNamed()
    {
        Stage stage;
        stage.logIn();
        QStringList names;
        for (const QToolButton *button : stage.find<QWidget>(u"rail"_s)->findChildren<QToolButton *>()) {
            if (button->isVisible())
                names << button->accessibleName();
        }
        QCOMPARE(names,
                 QStringList({u"Appel"_s, u"Files"_s, u"Scripts"_s, u"Mes demandes"_s, u"Avis"_s, u"Réglages"_s}));
        stage.press(Qt::Key_PageUp, Qt::ControlModifier); // around the end, hidden ones passed over
        QVERIFY(stage.find<QWidget>(u"settingsPage"_s)->isVisible());
        stage.press(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY(stage.find<QWidget>(u"noticesPage"_s)->isVisible());
    }

    void supervisorsHaveMorePagesAndAllFitTheSmallestDesk()
    {
        Stage stage;
        SessionInfo info = Desk::agent();
        info.supervisor = true;
        stage.desk.session.logIn({}, {}, false);
        stage.desk.sessionStore.logIns.answerLast(info);
        QTest::qWait(5);
        stage.window.resize(1366, 768);
        QTest::qWait(5);
        const auto *rail = stage.find<QWidget>(u"rail"_s);
        int shown = 0, lowest = 0;
        for (const QToolButton *button : rail->findChildren<QToolButton *>()) {
            shown += button->isVisible();
            lowest = qMax(lowest, button->geometry().bottom());
        }
        QCOMPARE(shown, 11);
        QVERIFY(lowest < rail->height());
        QCOMPARE(stage.window.height(), 768);
    }

    void pagesAreMadeWhenFirstShownAndForgottenAtLogOut()
    {
        Stage stage;
        stage.logIn();
        for (const char *page : {"approvalsPage", "noticesPage", "settingsPage"})
            QVERIFY(!stage.find<QWidget>(QString::fromLatin1(page)));
        stage.openPage(u"Mes demandes"_s);
        QPointer<QWidget> page = stage.find<QWidget>(u"approvalsPage"_s);
        QVERIFY(page && page->isVisible());
        stage.desk.session.logOut();
        QTRY_VERIFY(!page); // what it held is not the next person's
    }

    void whatWaitsIsCountedOnTheRail()
    {
        Stage stage;
        stage.desk.nextPulse().myRequests = {{QUuid::createUuid(), u"account.create"_s, u"waiting"_s, {}, {}, {}}};
        stage.logIn();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.railButton(u"Mes demandes"_s)->accessibleDescription().startsWith(u"1 demande"_s));
    }

    void aDecisionIsToldWithoutTakingTheKeyboard()
    {
        Stage stage;
        const QUuid id = QUuid::createUuid();
        stage.desk.nextPulse().myRequests = {{id, u"account.create"_s, u"approved"_s, u"Boulangerie"_s, {}, {}}};
        stage.logIn();
        QWidget *before = stage.window.focusWidget();
        stage.desk.session.pulseNow();
        QTRY_COMPARE(stage.desk.supervision.mine.count(), 1);
        ApprovalRequest request;
        request.id = id;
        request.state = ApprovalState::Approved;
        request.decidedByName = u"Luc Perrin"_s;
        request.establishment.siret = u"73282932000074"_s;
        request.establishment.denomination = u"Boulangerie du Capitole"_s;
        stage.desk.supervision.mine.answerLast(QList<ApprovalRequest>{request});
        const QString banner = u"decision/"_s + id.toString(QUuid::WithoutBraces);
        QTRY_VERIFY(stage.banner(banner));
        QCOMPARE(stage.banner(banner)->text(),
                 u"Votre demande pour Boulangerie du Capitole a été approuvée par Luc Perrin."_s);
        QCOMPARE(stage.window.focusWidget(), before);
        stage.press(Qt::Key_F6);
        QCOMPARE(stage.desk.lookups.keys, QStringList{u"73282932000074"_s}); // a look-up like another
        QTRY_VERIFY(!stage.banner(banner));
        QVERIFY(stage.find<QWidget>(u"callPage"_s)->isVisible());
    }

    void failedMailsAreSaidInTheStatusLine()
    {
        Stage stage;
        stage.desk.nextPulse().mailsFailed = 2;
        stage.logIn();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.label(u"mailsWaiting"_s).contains(u"2 refusé"_s));
    }

    void incidentsAndAnnouncementsAreToldApart()
    {
        Stage stage;
        IncidentNotice incident{7, u"Panne."_s, QDateTime::currentDateTimeUtc(), {}};
        IncidentNotice announcement{8, u"Fermeture à 17 h."_s, QDateTime::currentDateTimeUtc(), {}};
        announcement.kind = NoticeKind::Annonce;
        stage.desk.nextPulse().notices = {incident, announcement};
        stage.logIn();
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.banner(u"incident/8"_s));
        QCOMPARE(stage.banner(u"incident/7"_s)->property("tone").toString(), u"warn"_s);
        QCOMPARE(stage.banner(u"incident/8"_s)->property("tone").toString(), u"info"_s);
        QVERIFY(stage.banner(u"incident/8"_s)->accessibleName().startsWith(u"Annonce"_s));
    }

    void shortcutsAreListed()
    {
        Stage stage;
        stage.logIn();
        stage.press(Qt::Key_F1);
        QVERIFY(stage.find<QWidget>(u"shortcutsOverlay"_s)->isVisible());
        stage.press(Qt::Key_Escape);
        QVERIFY(!stage.find<QWidget>(u"shortcutsOverlay"_s)->isVisible());
        QVERIFY(stage.find<QLineEdit>(u"searchLine"_s)->hasFocus());
    }

    void logOutComesBackToTheChoice()
    {
        Stage stage;
        stage.logIn();
        stage.openPage(u"Réglages"_s);
        stage.find<QPushButton>(u"logOut"_s)->click();
        QTRY_VERIFY(stage.find<QWidget>(u"connectionPage"_s)->isVisible());
        QVERIFY(stage.find<QWidget>(u"centralCard"_s)->isVisible());
    }

    void logOutWaitsForTheEndOfTheCall()
    {
        Stage stage;
        stage.logIn();
        stage.openBakery();
        stage.openPage(u"Réglages"_s);
        QVERIFY(!stage.find<QPushButton>(u"logOut"_s)->isEnabled());
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
