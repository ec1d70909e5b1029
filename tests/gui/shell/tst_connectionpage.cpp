// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/shell/shelldesk.h"

#include "ui/common/banner.h"
#include "ui/session/connectionpage.h"
#include "ui/session/democard.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestConnectionPage : public QObject {
    Q_OBJECT

    struct Stage {
        Stage() : page(desk.ui())
        {
            page.resize(1366, 768);
            page.show();
        }
        template <class T> [[nodiscard]] T *find(const QString &name) { return page.findChild<T *>(name); }
        void set(const QString &name, const QString &text) { find<QLineEdit>(name)->setText(text); }
        void click(const QString &name) { find<QPushButton>(name)->click(); }
        void fillForm()
        {
            set(u"hosts"_s, u"db1.exemple.fr, db2.exemple.fr"_s);
            set(u"database"_s, u"assistance"_s);
            set(u"login"_s, u"n.martin"_s);
            set(u"secret"_s, u"sésame"_s);
        }
        [[nodiscard]] Banner *result() { return find<Banner>(u"connectionResult"_s); }

        Desk desk;
        ConnectionPage page;
    };

private Q_SLOTS:
    void everyInputIsNamedByItsLabel()
    {
        Stage stage;
        const QList<QLabel *> labels = stage.page.findChildren<QLabel *>();
        int buddies = 0;
        for (const QLabel *label : labels) {
            if (label->buddy()) {
                QCOMPARE(label->buddy()->accessibleName(), label->text());
                ++buddies;
            }
        }
        QCOMPARE(buddies, 8); // seven of the form, the prompt's password
    }

    void emptyFieldsAreMarkedAndNothingIsSent()
    {
        Stage stage;
        stage.click(u"logIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 0);
        QCOMPARE(stage.find<QLineEdit>(u"hosts"_s)->property("invalid").toBool(), true);
        QCOMPARE(stage.find<QLineEdit>(u"login"_s)->accessibleDescription(), u"À remplir"_s);
    }

    void logInSendsWhatWasTyped()
    {
        Stage stage;
        stage.fillForm();
        stage.click(u"logIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 1);
        const ConnectionSettings where = stage.desk.sessionStore.places.first();
        QCOMPARE(where.hosts, u"db1.exemple.fr,db2.exemple.fr"_s);
        QCOMPARE(where.tls, ConnectionSettings::Tls::VerifyFull);
        QCOMPARE(stage.desk.sessionStore.secrets, QStringList{u"sésame"_s});
        QVERIFY(!stage.find<QPushButton>(u"logIn"_s)->isEnabled());
        QVERIFY(!stage.desk.settings.hasConnection()); // only once it has worked
        stage.desk.sessionStore.logIns.answerLast(Desk::agent());
        QTRY_VERIFY(stage.desk.settings.hasConnection());
        QTRY_COMPARE(stage.desk.secrets.written, QStringList{u"sésame"_s});
    }

    void wrongPasswordIsSaidAndTheFormKept()
    {
        Stage stage;
        stage.fillForm();
        stage.click(u"logIn"_s);
        stage.desk.sessionStore.logIns.answerLast(fail(Error::Code::AuthFailed));
        QTRY_VERIFY(stage.result()->text().contains(u"refusé par la base"_s));
        QCOMPARE(stage.find<QLineEdit>(u"database"_s)->text(), u"assistance"_s);
        QVERIFY(stage.find<QPushButton>(u"logIn"_s)->isEnabled());
        QVERIFY(!stage.desk.settings.hasConnection());
    }

    void testSaysWhoAndWhere()
    {
        Stage stage;
        stage.fillForm();
        stage.click(u"testConnection"_s);
        QCOMPARE(stage.desk.sessionStore.tested.size(), 1);
        SessionInfo info = Desk::agent();
        info.environment = SessionInfo::Environment::Recette;
        stage.desk.sessionStore.tests.answerLast(info);
        QTRY_VERIFY(stage.result()->text().contains(u"base de recette"_s));
        QVERIFY(stage.result()->text().contains(u"Nadia Martin"_s));
        QCOMPARE(stage.desk.sessionStore.places.size(), 0);
    }

    void aPastedAddressFillsTheForm()
    {
        Stage stage;
        stage.set(u"hosts"_s, u"postgresql://n.martin@db1.exemple.fr:5433/assistance?sslmode=verify-full"_s);
        QCOMPARE(stage.find<QLineEdit>(u"hosts"_s)->text(), u"db1.exemple.fr"_s);
        QCOMPARE(stage.find<QLineEdit>(u"database"_s)->text(), u"assistance"_s);
        QCOMPARE(stage.find<QLineEdit>(u"login"_s)->text(), u"n.martin"_s);
    }

    void anAddressWithAPasswordIsRefused()
    {
        Stage stage;
        stage.fillForm();
        stage.set(u"hosts"_s, u"postgresql://n.martin:secret@db1.exemple.fr/assistance"_s);
        QVERIFY(stage.find<QLineEdit>(u"hosts"_s)->accessibleDescription().contains(u"mot de passe"_s));
        stage.click(u"logIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 0);
    }

    void aMissingCertificateIsMarked()
    {
        Stage stage;
        stage.fillForm();
        stage.set(u"certificate"_s, stage.desk.folder.filePath(u"absent.pem"_s));
        stage.click(u"logIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 0);
        QVERIFY(!stage.find<QLineEdit>(u"certificate"_s)->accessibleDescription().isEmpty());
        stage.find<QComboBox>(u"tls"_s)->setCurrentIndex(1); // not needed then
        stage.click(u"logIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 1);
    }

    void demonstrationSaysItsSteps()
    {
        Stage stage;
        QSignalSpy folder(&stage.page, &ConnectionPage::mailFolderKnown);
        stage.click(u"demoSupervisor"_s);
        stage.desk.privateServer.report(u"demo"_s, 40);
        QVERIFY(stage.find<QLabel>(u"demoStep"_s)->text().contains(u"entreprises inventées"_s));
        QCOMPARE(stage.find<QProgressBar>(u"demoProgress"_s)->value(), 40);
        QVERIFY(!stage.find<QPushButton>(u"logIn"_s)->isEnabled());
        PrivateServerPort::Ready ready;
        ready.agent.login = u"agent.demo"_s;
        ready.supervisor.login = u"superviseur.demo"_s;
        ready.mailFolder = u"/tmp/mails"_s;
        stage.desk.privateServer.starts.answerLast(ready);
        QTRY_COMPARE(stage.desk.sessionStore.places.size(), 1);
        QCOMPARE(stage.desk.sessionStore.places.first().login, u"superviseur.demo"_s);
        QCOMPARE(folder.count(), 1);
    }

    void theDemonstrationIsTakenUpWithTheSameLogIn()
    {
        Stage stage;
        ConnectionSettings where;
        where.login = u"superviseur.demo"_s;
        where.privateFolder = u"/tmp/essai"_s;
        stage.page.connectTo(where);
        QCOMPARE(stage.desk.privateServer.folders, QStringList{u"/tmp/essai"_s});
        PrivateServerPort::Ready ready;
        ready.agent.login = u"agent.demo"_s;
        ready.supervisor.login = u"superviseur.demo"_s;
        stage.desk.privateServer.starts.answerLast(ready);
        QTRY_COMPARE(stage.desk.sessionStore.places.size(), 1);
        QCOMPARE(stage.desk.sessionStore.places.first().login, u"superviseur.demo"_s);
    }

    void anUnusableDemonstrationIsPutAsideOnRequest_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("damaged") << u"private_damaged"_s;
        QTest::newRow("made by the former migrations") << u"schema_of_migrations"_s;
    }
    void anUnusableDemonstrationIsPutAsideOnRequest()
    {
        QFETCH(QString, rule);
        Stage stage;
        QString aside;
        stage.page.demoCard()->setSetAside([&aside](const QString &folder) {
            aside = folder;
            return Result<QString>(folder + u".damaged"_s);
        });
        stage.click(u"demoAgent"_s);
        Error error{Error::Code::Invalid, {}, rule, {{u"folder"_s, u"/tmp/essai"_s}}};
        stage.desk.privateServer.starts.answerLast(Failure(error));
        auto *banner = stage.find<Banner>(u"demoError"_s);
        QTRY_VERIFY(banner->text().contains(u"/tmp/essai"_s));
        QVERIFY(aside.isEmpty()); // only ever at the person's request
        for (QPushButton *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == u"Mettre de côté et recommencer"_s)
                button->click();
        }
        QCOMPARE(aside, u"/tmp/essai"_s);
        QCOMPARE(stage.desk.privateServer.starts.count(), 2);
    }

    void whatStoppedThePreparationIsSaidWithItsPlace()
    {
        Stage stage;
        stage.click(u"demoAgent"_s);
        Error error{Error::Code::Internal,
                    {},
                    u"migration_failed"_s,
                    {{u"file"_s, u"functions/calls/open_call.sql"_s},
                     {u"line"_s, 42},
                     {u"message"_s, u"type \"tickt\" does not exist"_s},
                     {u"sqlstate"_s, u"42704"_s}}};
        stage.desk.privateServer.starts.answerLast(Failure(error));
        auto *banner = stage.find<Banner>(u"demoError"_s);
        QTRY_VERIFY(banner->text().contains(u"functions/calls/open_call.sql, ligne 42"_s));
        QVERIFY(banner->text().contains(u"type \"tickt\" does not exist, 42704"_s));
        QVERIFY(banner->text().contains(u"Rien n’a été changé"_s));
        QVERIFY(stage.find<QPushButton>(u"demoAgent"_s)->isEnabled());
    }

    void missingProgramsSayWhatToInstall()
    {
        Stage stage;
        stage.click(u"demoAgent"_s);
        Error error{Error::Code::NotFound, {}, u"no_postgresql"_s};
        stage.desk.privateServer.starts.answerLast(Failure(error));
        QTRY_VERIFY(stage.find<Banner>(u"demoError"_s)->text().contains(u"PostgreSQL 15"_s));
        QVERIFY(stage.find<QPushButton>(u"demoAgent"_s)->isEnabled());
    }

    void progressAfterThePageHasGone()
    {
        Desk desk;
        auto page = std::make_unique<ConnectionPage>(desk.ui());
        page->findChild<QPushButton *>(u"demoAgent"_s)->click();
        page.reset();
        desk.privateServer.report(u"start"_s, 10);
        desk.privateServer.starts.answerLast(PrivateServerPort::Ready());
        QTest::qWait(10);
    }

    void onlyThePasswordIsAskedOfAKnownConnection()
    {
        Stage stage;
        ConnectionSettings where;
        where.kind = ConnectionSettings::Kind::Central;
        where.hosts = u"db1.exemple.fr"_s;
        where.database = u"assistance"_s;
        where.login = u"n.martin"_s;
        stage.page.connectTo(where);
        QTRY_COMPARE(stage.desk.sessionStore.places.size(), 1);
        Error error{Error::Code::AuthFailed, {}, u"secret_needed"_s};
        stage.desk.sessionStore.logIns.answerLast(Failure(error));
        QTRY_VERIFY(stage.find<QLineEdit>(u"promptSecret"_s)->isVisible());
        QVERIFY(!stage.find<QLineEdit>(u"hosts"_s)->isVisible());
        stage.click(u"promptLogIn"_s);
        QCOMPARE(stage.desk.sessionStore.places.size(), 1); // nothing typed yet
        stage.set(u"promptSecret"_s, u"sésame"_s);
        stage.click(u"promptLogIn"_s);
        QTRY_COMPARE(stage.desk.sessionStore.secrets.last(), u"sésame"_s);
        stage.click(u"promptCancel"_s);
        stage.click(u"otherConnection"_s);
        QVERIFY(stage.find<QLineEdit>(u"hosts"_s)->isVisible());
    }
};

QTEST_MAIN(TestConnectionPage)
#include "tst_connectionpage.moc"
