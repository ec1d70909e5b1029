// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/shell/shelldesk.h"

#include "ui/common/banner.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticearea.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

/// The locked window, one's own password, and what is left after logging out.
class TestLockScreen : public QObject {
    Q_OBJECT

    struct Stage {
        explicit Stage(bool password = true, const QDateTime &expires = {}) : window(desk.ui())
        {
            window.show();
            window.activateWindow();
            (void)QTest::qWaitForWindowActive(&window);
            SessionInfo info = Desk::agent();
            info.passwordUsed = password;
            info.passwordExpiresAt = expires;
            logIn(info);
        }
        void logIn(const SessionInfo &info)
        {
            desk.session.logIn(*ConnectionSettings::fromUri(u"postgresql://%1@db1/asp"_s.arg(info.login)), u"s3cret"_s,
                               false);
            desk.sessionStore.logIns.answerLast(info);
            QTest::qWait(10);
        }
        void openBakery()
        {
            desk.cases.open(u"73282932000074"_s);
            desk.lookups.files.answerLast(Desk::bakery(desk.lookups.calls.last()));
            QTest::qWait(5);
        }
        void endCall() { desk.calls.overInDatabase(desk.calls.id()); }
        template <class T> [[nodiscard]] T *find(const QString &name) { return window.findChild<T *>(name); }
        void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key(key), modifiers);
        }
        [[nodiscard]] bool locked() { return find<QWidget>(u"lockPage"_s)->isVisible(); }
        /// All that a screen reader can reach from the window, hidden or not.
        [[nodiscard]] QString readable()
        {
            QStringList texts;
            collect(QAccessible::queryAccessibleInterface(&window), texts);
            return texts.join(u'|');
        }
        static void collect(QAccessibleInterface *node, QStringList &texts)
        {
            if (!node)
                return;
            texts << node->text(QAccessible::Name) << node->text(QAccessible::Value)
                  << node->text(QAccessible::Description);
            for (int i = 0; i < node->childCount(); ++i)
                collect(node->child(i), texts);
        }
        void openSettings() ///< the page is made when it is first wanted
        {
            const auto buttons = window.findChildren<QToolButton *>();
            for (QToolButton *button : buttons) {
                if (button->text() == u"Réglages"_s)
                    button->click();
            }
        }
        [[nodiscard]] Banner *banner(const QString &id) { return window.findChild<NoticeArea *>()->banner(id); }
        Desk desk;
        MainWindow window;
    };

private Q_SLOTS:
    void ctrlLLocksAndNothingOfTheFileCanBeRead()
    {
        Stage stage;
        stage.openBakery();
        stage.endCall();
        QVERIFY(stage.readable().contains(u"Boulangerie"_s));
        stage.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(stage.locked());
        const QString readable = stage.readable();
        QVERIFY2(!readable.contains(u"Boulangerie"_s) && !readable.contains(u"732"_s), qPrintable(readable));
        QVERIFY(readable.contains(u"Console verrouillée"_s));
        QVERIFY(!stage.window.windowTitle().contains(u"Boulangerie"_s));
        QVERIFY(stage.find<QLineEdit>(u"lockSecret"_s)->hasFocus());
        stage.press(Qt::Key_K, Qt::ControlModifier); // the keys of the workspace are dead
        QVERIFY(stage.locked());
        QVERIFY(stage.find<QLineEdit>(u"lockSecret"_s)->hasFocus());
    }

    void notInACallAndItSaysWhy()
    {
        Stage stage;
        stage.openBakery();
        stage.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!stage.locked());
        QVERIFY(stage.readable().contains(u"ne se verrouille pas pendant un appel"_s));
    }

    void whatWasTypedIsStillThere()
    {
        Stage stage;
        stage.openBakery();
        stage.endCall();
        auto *search = stage.find<QLineEdit>(u"searchLine"_s);
        search->setFocus();
        search->setText(u"dupon"_s);
        stage.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(stage.locked());
        auto *secret = stage.find<QLineEdit>(u"lockSecret"_s);
        auto *unlock = stage.find<QPushButton>(u"unlock"_s);
        QTest::keyClicks(secret, u"faux"_s);
        QTest::keyClick(secret, Qt::Key_Return);
        stage.desk.sessionStore.tests.answerLast(Failure(Error{Error::Code::AuthFailed, {}}));
        QTRY_VERIFY(stage.find<Banner>(u"lockResult"_s)->text().contains(u"refuse ce mot de passe"_s));
        QVERIFY(!unlock->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(unlock->isEnabled(), 3000);
        secret->setText(u"s3cret"_s);
        QTest::keyClick(secret, Qt::Key_Return);
        stage.desk.sessionStore.tests.answerLast(stage.desk.session.info());
        QTRY_VERIFY(!stage.locked());
        QVERIFY(search->isVisible());
        QCOMPARE(search->text(), u"dupon"_s);
        QVERIFY(stage.readable().contains(u"Boulangerie"_s));
        QVERIFY(secret->text().isEmpty());
    }

    void withoutTheServerItStaysLockedAndSaysSo()
    {
        Stage stage;
        stage.press(Qt::Key_L, Qt::ControlModifier);
        auto *secret = stage.find<QLineEdit>(u"lockSecret"_s);
        secret->setText(u"s3cret"_s);
        QTest::keyClick(secret, Qt::Key_Return);
        stage.desk.sessionStore.tests.answerLast(Failure(Error{Error::Code::Unavailable, {}, u"no_answer"_s}));
        QTRY_VERIFY(stage.find<Banner>(u"lockResult"_s)->text().contains(u"seul le serveur"_s));
        QVERIFY(stage.locked());
    }

    void withoutAPasswordThereIsOnlyAButton()
    {
        Stage stage(false);
        stage.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!stage.find<QLineEdit>(u"lockSecret"_s)->isVisible());
        auto *resume = stage.find<QPushButton>(u"unlock"_s);
        QCOMPARE(resume->text(), u"Reprendre"_s);
        resume->click();
        QVERIFY(!stage.locked());
    }

    void anotherUserFindsNothingOfTheFirst()
    {
        Stage stage;
        stage.openBakery();
        stage.endCall();
        stage.find<QLineEdit>(u"searchLine"_s)->setText(u"Fontan"_s);
        stage.press(Qt::Key_L, Qt::ControlModifier);
        stage.find<QPushButton>(u"otherUser"_s)->click();
        QVERIFY(stage.find<QWidget>(u"connectionPage"_s)->isVisible());
        QVERIFY(stage.find<QLineEdit>(u"secret"_s)->text().isEmpty());
        SessionInfo second = Desk::agent();
        second.login = u"p.durand"_s;
        second.displayName = u"Paul Durand"_s;
        stage.logIn(second);
        QVERIFY(stage.find<QLineEdit>(u"searchLine"_s)->isVisible());
        const QString readable = stage.readable();
        for (const QString &trace : {u"Boulangerie"_s, u"Fontan"_s, u"n.martin"_s, u"Nadia"_s, u"73282932"_s})
            QVERIFY2(!readable.contains(trace),
                     qPrintable(trace + u": "_s + readable.mid(qMax(0, int(readable.indexOf(trace)) - 60), 160)));
    }

    void anExpiringPasswordIsTold_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("says");
        QTest::newRow("in two weeks") << 13 << u"Il expire le"_s;
        QTest::newRow("past") << -1 << u"Il a expiré le"_s;
        QTest::newRow("in three weeks") << 21 << QString();
    }
    void anExpiringPasswordIsTold()
    {
        QFETCH(int, days);
        QFETCH(QString, says);
        Stage stage(true, QDateTime::currentDateTimeUtc().addDays(days));
        Banner *banner = stage.banner(u"passwordExpiry"_s);
        QCOMPARE(banner != nullptr, !says.isEmpty());
        QVERIFY(!banner || banner->text().contains(says));
    }

    void whereDraftsAreKeptIsTold()
    {
        Stage stage;
        QVERIFY(!stage.banner(u"keeping"_s));
        stage.desk.local.where = {LocalState::Keeping::Database, u"keychain_locked"_s, 2};
        stage.desk.session.pulseNow();
        QTRY_VERIFY(stage.banner(u"keeping"_s));
        QVERIFY(stage.banner(u"keeping"_s)->text().contains(u"verrouillé"_s));
        QVERIFY(stage.banner(u"sealedAside"_s));
    }

    void ownPasswordIsChanged()
    {
        Stage stage;
        stage.openSettings();
        auto *current = stage.find<QLineEdit>(u"currentPassword"_s), *next = stage.find<QLineEdit>(u"newPassword"_s);
        auto *again = stage.find<QLineEdit>(u"newPasswordAgain"_s);
        auto *submit = stage.find<QPushButton>(u"changePassword"_s);
        const QStringList &sent = stage.desk.sessionStore.changed;
        current->setText(u"s3cret"_s);
        next->setText(u"court"_s);
        again->setText(u"court"_s);
        submit->click();
        QVERIFY(sent.isEmpty());
        next->setText(u"une phrase longue"_s);
        submit->click();
        QVERIFY(sent.isEmpty()); // the two differ
        again->setText(u"une phrase longue"_s);
        submit->click();
        QCOMPARE(sent, (QStringList{u"s3cret"_s, u"une phrase longue"_s}));
        QVERIFY(!submit->isEnabled());
        stage.desk.sessionStore.changes.answerLast(Done());
        QTRY_VERIFY(submit->isEnabled());
        QVERIFY(current->text().isEmpty() && next->text().isEmpty() && again->text().isEmpty());
        QCOMPARE(stage.desk.sessionStore.used, QStringList(u"une phrase longue"_s));
    }

    void ownPasswordIsNotOfferedWithoutOne()
    {
        Stage stage(false);
        stage.openSettings();
        QVERIFY(stage.find<QPushButton>(u"changePassword"_s)->parentWidget()->isHidden());
    }
};

QTEST_MAIN(TestLockScreen)
#include "tst_lockscreen.moc"
