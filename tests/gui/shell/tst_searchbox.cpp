// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/shell/shelldesk.h"

#include "app/core/siret.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/suggestionlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QList<Suggestion> twoBakeries{
    {Suggestion::Kind::Establishment, u"73282932000074"_s, u"Boulangerie du Capitole"_s, u"31000 Toulouse"_s},
    {Suggestion::Kind::Account, u"account:12"_s, u"claire.fontan"_s, u"c••••@boulangerie-capitole.fr"_s},
    {Suggestion::Kind::Establishment, u"40483304800022"_s, u"Boulangerie Azéma"_s, u"31000 Toulouse"_s}};

} // namespace

class TestSearchBox : public QObject {
    Q_OBJECT

    struct Stage {
        Stage() : box(desk.cases)
        {
            desk.logIn();
            box.setParent(&window);
            auto *column = new QVBoxLayout(&window);
            column->addWidget(&box);
            column->addStretch();
            window.resize(900, 600);
            window.show();
            window.activateWindow();
            box.activate();
            QTest::qWait(1); // lets the log-in arrive
        }
        ~Stage() { box.setParent(nullptr); }
        void type(const QString &text)
        {
            box.line()->selectAll();
            for (const QChar c : text) // key by key, accents included
                QTest::sendKeyEvent(QTest::Click, box.line(), Qt::Key_unknown, QString(c), Qt::NoModifier);
        }
        void press(Qt::Key key) { QTest::keyClick(box.line(), key); }
        [[nodiscard]] QString message() const { return box.list()->findChild<QLabel *>()->text(); }

        Desk desk;
        QWidget window;
        SearchBox box;
    };

private Q_SLOTS:
    void inputIsNamed()
    {
        Stage stage;
        QCOMPARE(stage.box.line()->accessibleName(), u"Rechercher un appelant"_s);
    }

    void typingIsDebounced()
    {
        Stage stage;
        stage.type(u"boulang"_s);
        QCOMPARE(stage.desk.lookups.terms.size(), 0);
        QTRY_COMPARE(stage.desk.lookups.terms.size(), 1);
        QCOMPARE(stage.desk.lookups.terms.first().text, u"boulang"_s);
    }

    void suggestionsAreGroupedAndTheKeyboardStays()
    {
        Stage stage;
        stage.type(u"boulang"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 1);
        stage.desk.lookups.suggestions.answer(0, twoBakeries);
        QTRY_VERIFY(stage.box.list()->isVisible());
        QStringList rows;
        const auto *list = stage.box.list()->findChild<QListWidget *>();
        for (int i = 0; i < list->count(); ++i)
            rows << list->item(i)->text();
        QCOMPARE(rows,
                 QStringList({u"Établissements"_s, u"Boulangerie du Capitole"_s, u"Boulangerie Azéma"_s, u"Comptes"_s,
                              u"claire.fontan"_s}));
        QVERIFY(stage.box.line()->hasFocus());
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Down); // over the heading
        QCOMPARE(stage.box.list()->current()->key, u"account:12"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.desk.lookups.keys, QStringList{u"account:12"_s});
        QVERIFY(!stage.box.list()->isVisible());
    }

    void lateSuggestionsAreDropped()
    {
        Stage stage;
        stage.type(u"boul"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 1);
        stage.type(u"garage"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 2);
        stage.desk.lookups.suggestions.answer(1, QList<Suggestion>());
        QTRY_VERIFY(stage.message().contains(u"garage"_s));
        stage.desk.lookups.suggestions.answer(0, twoBakeries);
        QTest::qWait(20);
        QCOMPARE(stage.box.list()->count(), 0);
    }

    void enterOpensARecognisedTermAtOnce()
    {
        Stage stage;
        QSignalSpy opened(&stage.box, &SearchBox::opened);
        stage.type(u"732 829 320 00074"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(stage.desk.lookups.keys, QStringList{u"73282932000074"_s});
        QTest::qWait(120);
        QVERIFY(!stage.box.list()->isVisible()); // no suggestion comes up behind the file
    }

    void enterBeforeTheSuggestionsWaitsForThem()
    {
        Stage stage;
        stage.type(u"boulang toul"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.desk.lookups.keys.size(), 0);
        QCOMPARE(stage.desk.lookups.suggestions.count(), 1); // asked at once
        stage.desk.lookups.suggestions.answer(0, twoBakeries);
        QTRY_COMPARE(stage.desk.lookups.keys, QStringList{u"73282932000074"_s});
    }

    void typingOnCancelsAWaitingEnter()
    {
        Stage stage;
        stage.type(u"boulang"_s);
        stage.press(Qt::Key_Return);
        stage.type(u"garage"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 2);
        stage.desk.lookups.suggestions.answer(1, twoBakeries);
        QTest::qWait(20);
        QCOMPARE(stage.desk.lookups.keys.size(), 0);
    }

    void escapeClosesThenClearsThenLeaves()
    {
        Stage stage;
        QSignalSpy left(&stage.box, &SearchBox::left);
        stage.type(u"boulang"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 1);
        stage.desk.lookups.suggestions.answer(0, twoBakeries);
        QTRY_VERIFY(stage.box.list()->isVisible());
        stage.press(Qt::Key_Escape);
        QVERIFY(!stage.box.list()->isVisible());
        QCOMPARE(stage.box.line()->text(), u"boulang"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.box.line()->text().isEmpty());
        stage.press(Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void badSiretSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("thirteen digits") << u"7328293200007"_s << u"il en manque un"_s;
        QTest::newRow("fifteen digits") << u"732829320000741"_s << u"un de trop"_s;
        QTest::newRow("wrong check digit") << u"73282932000075"_s << u"Clé de contrôle fausse"_s;
    }
    void badSiretSaysWhatIsWrong()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        Stage stage;
        stage.type(typed);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 1);
        const QList<Suggestion> known{
            {Suggestion::Kind::Candidate, u"73282932000074"_s, u"732 829 320 00074"_s, u"Boulangerie du Capitole"_s}};
        stage.desk.lookups.suggestions.answer(0, known);
        QTRY_VERIFY2(stage.message().contains(said), qPrintable(stage.message()));
        stage.press(Qt::Key_Return); // a guess is shown first…
        QCOMPARE(stage.desk.lookups.keys.size(), 0);
        QVERIFY(stage.box.list()->current());
        stage.press(Qt::Key_Return); // …and opened by a second Enter
        QCOMPARE(stage.desk.lookups.keys, QStringList{u"73282932000074"_s});
    }

    void aFailureIsSaidInFrench()
    {
        Stage stage;
        stage.type(u"boulang"_s);
        QTRY_COMPARE(stage.desk.lookups.suggestions.count(), 1);
        stage.desk.lookups.suggestions.answer(0, fail(Error::Code::Unavailable));
        QTRY_VERIFY(stage.message().contains(u"ne répond plus"_s));
    }

    void aPastedPageIsFine()
    {
        Stage stage;
        QString page = u"Bonjour, "_s.repeated(20000);
        page.insert(5000, u" SIRET 732 829 320 00074 "_s);
        stage.box.line()->setText(page);
        QTRY_COMPARE(stage.desk.lookups.terms.size(), 1);
        QCOMPARE(stage.desk.lookups.terms.first().kind, SearchTerm::Kind::Siret);
    }

    void recentFilesAreOfferedWhenEmpty()
    {
        Stage stage;
        stage.type(u"73282932000074"_s);
        stage.press(Qt::Key_Return);
        stage.desk.lookups.files.answerLast(Desk::bakery(stage.desk.lookups.calls.last()));
        QTRY_COMPARE(stage.desk.cases.recent().size(), 1);
        stage.type(u"x"_s);
        stage.press(Qt::Key_Backspace);
        QTRY_COMPARE(stage.box.list()->count(), 1);
        QCOMPARE(stage.box.list()->first()->title, u"Boulangerie du Capitole"_s);
    }

    void theOpenFileNamesItselfInTheLine()
    {
        Stage stage;
        stage.desk.cases.open(u"73282932000074"_s);
        stage.box.line()->clearFocus();
        stage.desk.lookups.files.answerLast(Desk::bakery(stage.desk.lookups.calls.last()));
        QTRY_COMPARE(stage.box.line()->text(), groupedDigits(u"73282932000074"_s));
    }
};

QTEST_MAIN(TestSearchBox)
#include "tst_searchbox.moc"
