// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/sampledesk.h"
#include "ui/common/card.h"
#include "ui/scripts/scriptlibrarypage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

class TestScriptLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void allScriptsAreListedAtFirst()
    {
        test::Desk desk;
        desk.scripts.loadFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
        ScriptLibraryPage page(desk.ui());
        QCOMPARE(page.findChild<QListView *>()->model()->rowCount(), static_cast<int>(desk.scripts.search({}).size()));
        page.resize(1100, 600);
        page.show();
        test::savePicture(page, u"bibliotheque"_s);
    }

    void whatACallerSaysFindsItAndEnterStartsIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("script");
        QTest::newRow("a number") << u"38"_s << u"edl_38"_s;
        QTest::newRow("words of a caller, no accents") << u"mon compte est bloque"_s << u"compte_verrouille"_s;
        QTest::newRow("a slip of the finger") << u"verouille"_s << u"compte_verrouille"_s;
    }
    void whatACallerSaysFindsItAndEnterStartsIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, script);
        test::Desk desk;
        test::openFile(desk, test::bakery(desk.clock.now()));
        ScriptLibraryPage page(desk.ui());
        page.show();
        QSignalSpy started(&page, &ScriptLibraryPage::started);
        auto *field = page.findChild<QLineEdit *>();
        QTest::keyClicks(field, typed);
        QVERIFY(!desk.scripts.search(typed).isEmpty());
        QCOMPARE(desk.scripts.search(typed).first().scriptId, script);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(started.count(), 1);
        QVERIFY(desk.scripts.walking());
    }

    void arrowsMoveWhileTyping()
    {
        test::Desk desk;
        desk.scripts.loadFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
        ScriptLibraryPage page(desk.ui());
        page.show();
        auto *list = page.findChild<QListView *>();
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(page.findChild<QLineEdit *>(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
    }

    void nothingFoundSaysSoAndEnterDoesNothing()
    {
        test::Desk desk;
        desk.scripts.loadFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
        ScriptLibraryPage page(desk.ui());
        page.show();
        QSignalSpy started(&page, &ScriptLibraryPage::started);
        auto *field = page.findChild<QLineEdit *>();
        field->setText(u"zzzzqqq"_s);
        QVERIFY(!page.findChild<QListView *>()->isVisible());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(started.count(), 0);
    }

    void aFileWithAMistakeIsNamedWithItsLine()
    {
        test::Desk desk;
        QFile broken(desk.folder.filePath(u"casse.yaml"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("id: casse\ntitle: Cassé\nstart: nulle_part\nnodes: [\n");
        broken.close();
        desk.scripts.loadFolder(desk.folder.path());
        QVERIFY(!desk.scripts.problems().isEmpty());
        ScriptLibraryPage page(desk.ui());
        page.show();
        const Card *card = page.findChild<Card *>();
        QVERIFY(card->isVisible());
        bool named = false;
        for (const QLabel *label : card->findChildren<QLabel *>())
            named = named || label->text().contains(u"casse.yaml"_s);
        QVERIFY(named);
    }

    void adviceIsForWhoPublishes_data()
    {
        QTest::addColumn<bool>("supervisor");
        QTest::newRow("an agent") << false;
        QTest::newRow("a supervisor") << true;
    }
    void adviceIsForWhoPublishes()
    {
        QFETCH(bool, supervisor);
        test::Desk desk;
        QFile file(desk.folder.filePath(u"long.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("id: long\ntitle: Long\nwordings: [un]\nstart: fin\nnodes:\n  fin: { kind: end, title: F, say: \""
                   + QByteArray(300, 'a') + "\", outcome: explained }\n");
        file.close();
        SessionInfo info;
        info.supervisor = supervisor;
        desk.sessionStore.logIns.always = info;
        desk.session.logIn({}, {}, false);
        QTRY_COMPARE(desk.session.info().supervisor, supervisor);
        desk.scripts.loadFolder(desk.folder.path());
        ScriptLibraryPage page(desk.ui());
        page.show();
        const auto *card = page.findChild<Card *>(u"scriptAdvice"_s);
        QCOMPARE(card->isVisible(), supervisor);
        QVERIFY(!page.findChild<Card *>()->isVisible()); // nothing is wrong with it
    }
};

QTEST_MAIN(TestScriptLibrary)
#include "tst_scriptlibrary.moc"
