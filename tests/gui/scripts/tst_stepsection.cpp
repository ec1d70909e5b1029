// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/sampledesk.h"
#include "ui/common/chip.h"
#include "ui/scripts/breadcrumb.h"
#include "ui/scripts/evidencerow.h"
#include "ui/scripts/optionrow.h"
#include "ui/scripts/saytext.h"
#include "ui/scripts/scriptpanel.h"
#include "ui/scripts/stepsection.h"
#include "ui/scripts/textlink.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextCursor>

using namespace desk;
using namespace Qt::StringLiterals;

class TestStepSection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void rowsFollowTheStep_data()
    {
        QTest::addColumn<StepView::Kind>("kind");
        QTest::addColumn<bool>("possible");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("an operation keeps its place among the answers")
            << StepView::Kind::Do << true << QStringList{u"Déverrouiller"_s, u"Attendre"_s};
        QTest::newRow("one that is not possible stays, with its reason")
            << StepView::Kind::Do << false << QStringList{u"Déverrouiller (pas verrouillé)"_s, u"Attendre"_s};
        QTest::newRow("an end offers what comes next")
            << StepView::Kind::End << true
            << QStringList{u"Attendre"_s, u"Revenir au diagnostic"_s, u"Reprendre depuis le début"_s};
    }
    void rowsFollowTheStep()
    {
        QFETCH(StepView::Kind, kind);
        QFETCH(bool, possible);
        QFETCH(QStringList, labels);
        StepView step;
        step.kind = kind;
        if (kind == StepView::Kind::Do) {
            step.operation = StepOperation{u"account.unlock"_s,
                                           u"Déverrouiller"_s,
                                           AccountId(1),
                                           possible,
                                           possible ? QString() : u"pas verrouillé"_s,
                                           false};
            step.answers << AnswerView{u"operation"_s, u"Déverrouiller"_s, true, false};
        }
        step.answers << AnswerView{u"attendre"_s, u"Attendre"_s, false, false};
        QStringList seen;
        for (const StepOption &option : stepOptions(step))
            seen << (option.whyNot.isEmpty() ? option.label : option.label + u" (%1)"_s.arg(option.whyNot));
        QCOMPARE(seen, labels);
    }

    void onlyWhatTheFactsDecidedLastIsShownAsFound()
    {
        const PathStep asked{u"s"_s, u"a"_s, u"A"_s, u"Oui"_s, false, false, {}};
        PathStep decided{u"s"_s, u"b"_s, u"B"_s, u"Oui"_s, true, false, u"vu"_s};
        QCOMPARE(foundSteps({decided, asked}), QList<int>());
        QCOMPARE(foundSteps({decided, asked, decided, decided}), (QList<int>{2, 3}));
        QCOMPARE(foundSteps({decided, decided, decided, decided}), (QList<int>{2, 3}));
        decided.evidence.clear();
        QCOMPARE(foundSteps({asked, decided}), QList<int>());
    }

    void aMissingValueStandsOut()
    {
        QWidget window;
        SayText say(&window);
        say.setWords(u"Tapez [valeur manquante : identifiant], puis validez."_s);
        QTextCursor cursor(say.document());
        cursor.setPosition(12);
        QCOMPARE(cursor.charFormat().background().color(), tokens(false).warningSoft);
        cursor.setPosition(4);
        QVERIFY(cursor.charFormat().background().style() == Qt::NoBrush);
    }

    void emptyPartsTakeNoRoom()
    {
        StepSection section;
        section.resize(462, 460);
        section.show();
        PanelState state = test::questionState();
        section.setState(state);
        QVERIFY(section.sayText()->isVisible());
        state.step.say.clear();
        state.step.instruction.clear();
        state.found.clear();
        section.setState(state);
        QVERIFY(!section.sayText()->isVisible());
        for (const QLabel *label : section.findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || !label->text().startsWith(u"À faire"_s), qPrintable(label->text()));
    }

    void theBreadcrumbTakesTwoLinesAtMostAndJumps()
    {
        Breadcrumb crumbs;
        crumbs.resize(430, 60);
        crumbs.show();
        QList<PathStep> path;
        for (int i = 0; i < 14; ++i)
            path << PathStep{u"s"_s,     QString::number(i),
                             u"Étape"_s, u"Une réponse assez longue, la n° %1"_s.arg(i),
                             i % 2 == 0, false,
                             {}};
        crumbs.setPath(path, u"La question du moment ?"_s);
        const int line = crumbs.minimumSizeHint().height();
        QVERIFY2(crumbs.heightForWidth(430) <= 2 * line + 4, qPrintable(QString::number(crumbs.heightForWidth(430))));
        QVERIFY(crumbs.foldedCount() > 0);
        QSignalSpy jumped(&crumbs, &Breadcrumb::jumpRequested);
        const QList<TextLink *> links = crumbs.findChildren<TextLink *>();
        const auto last
            = std::find_if(links.crbegin(), links.crend(), [](const TextLink *link) { return link->isVisible(); });
        QVERIFY(last != links.crend());
        QTest::keyClick(*last, Qt::Key_Return);
        QCOMPARE(jumped.count(), 1);
        QCOMPARE(jumped.first().first().toInt(), 13);
    }

    void aStepOfTheWaySaysWhatWasAnsweredToWhat_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("words");
        QTest::newRow("an answer that speaks for itself")
            << u"L’identifiant"_s << u"Son adresse électronique"_s << u"Son adresse électronique"_s;
        QTest::newRow("a bare yes takes its question along") << u"Connecté ?"_s << u"Oui"_s << u"Connecté ? Oui"_s;
        QTest::newRow("a bare state takes its subject along")
            << u"Courriel d’identifiant"_s << u"Remis"_s << u"Courriel d’identifiant\u00A0: remis"_s;
        QTest::newRow("what the title says already is not said twice")
            << u"Compte verrouillé ?"_s << u"Verrouillé"_s << u"Verrouillé"_s;
        QTest::newRow("nothing to answer: its title") << u"Se déconnecter"_s << QString() << u"Se déconnecter"_s;
    }
    void aStepOfTheWaySaysWhatWasAnsweredToWhat()
    {
        QFETCH(QString, title);
        QFETCH(QString, answer);
        QTEST(crumbText(PathStep{u"s"_s, u"n"_s, title, answer, false, false, {}}), "words");
    }

    void anEndSaysHowItWentAndWhatNext_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("inCall");
        QTest::addColumn<bool>("returns");
        QTest::addColumn<QString>("tone");
        QTest::addColumn<QString>("next");
        QTest::newRow("well, in a call") << u"access_restored"_s << true << false << u"ok"_s << u"F9"_s;
        QTest::newRow("the caller waits") << u"waiting"_s << true << false << u"info"_s << u"F9"_s;
        QTest::newRow("badly") << u"check_failed"_s << true << false << u"warn"_s << u"F9"_s;
        QTest::newRow("without a call") << u"explained"_s << false << false << u"ok"_s << u"en ouvrir un autre"_s;
        QTest::newRow("of a script another one led to")
            << u"explained"_s << true << true << u"ok"_s << u"le précédent continue"_s;
    }
    void anEndSaysHowItWentAndWhatNext()
    {
        QFETCH(QString, outcome);
        QFETCH(bool, inCall);
        QFETCH(bool, returns);
        QFETCH(QString, tone);
        QFETCH(QString, next);
        StepSection section;
        section.resize(462, 460);
        section.show();
        PanelState state = test::questionState();
        state.inCall = inCall;
        state.step.kind = StepView::Kind::End;
        state.step.outcome = outcome;
        state.step.outcomeLabel = u"Ainsi"_s;
        state.step.answers.clear();
        if (returns)
            state.step.answers = {{u"retour"_s, u"Revenir à « Autre »"_s, false, false}};
        section.setState(state);
        QStringList texts;
        QString tones;
        for (const QLabel *label : section.findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            texts << label->text();
            if (label->text().contains(u"Issue"_s))
                tones = label->property("tone").toString();
        }
        QCOMPARE(tones, tone);
        QVERIFY2(texts.join(u'|').contains(next), qPrintable(texts.join(u'|')));
        QCOMPARE(texts.join(u'|').contains(u"gardé"_s), !returns);
    }

    void anOperationCarriedOutSaysSo()
    {
        StepSection section;
        section.resize(462, 460);
        section.show();
        PanelState state = test::questionState();
        state.step.kind = StepView::Kind::Do;
        state.step.operation = StepOperation{u"account.unlock"_s, u"Débloquer"_s, AccountId(11), true, {}, false};
        state.step.answers.first().operation = true;
        section.setState(state);
        const OptionRow *row = section.findChildren<OptionRow *>().first();
        QCOMPARE(row->content().chip, u"opération"_s);
        state.step.operation->carriedOut = true;
        section.setState(state);
        QCOMPARE(row->content().chip, u"déjà faite"_s);
        QVERIFY(row->content().visited);
    }

    void theGroundsOfAFindingGoUnderItWhereWidthIsShort()
    {
        StepSection section;
        section.setState(test::questionState());
        section.show();
        const auto below = [&section] {
            const auto *chip = section.evidenceRow()->findChild<Chip *>();
            for (const QLabel *label : section.evidenceRow()->findChildren<QLabel *>()) {
                if (label != chip)
                    return label->y() >= chip->geometry().bottom();
            }
            return false;
        };
        for (const int width : {462, 340, 462}) {
            section.resize(width, 460);
            QApplication::processEvents();
            QCOMPARE(below(), width < 400);
        }
    }

    void aRefreshOfTheSameStepMovesNothing()
    {
        StepSection section;
        section.resize(462, 460);
        section.show();
        QVERIFY(section.setState(test::questionState()));
        OptionRow *second = section.findChildren<OptionRow *>().at(1);
        QApplication::setActiveWindow(&section);
        second->setFocus();
        QVERIFY(!section.setState(test::questionState()));
        QCOMPARE(QApplication::focusWidget(), second);
    }

    void answersStayInSightWhileLongWordsScroll()
    {
        test::Desk desk;
        ScriptPanel panel(desk.ui());
        PanelState state = test::questionState();
        state.step.say = state.step.say.repeated(5);
        panel.resize(462, 404); // 1366x768 at 150 %
        panel.show();
        panel.showState(state);
        QApplication::processEvents();
        const QScrollArea *section = panel.stepSection();
        QCOMPARE(section->verticalScrollBar()->maximum(), 0);
        for (const OptionRow *row : section->findChildren<OptionRow *>()) {
            if (row->isVisible())
                QVERIFY(section->rect().contains(QRect(row->mapTo(section, QPoint()), row->size())));
        }
        test::savePicture(panel, u"etroit"_s);
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("clair") << false << QSize(462, 660);
        QTest::newRow("sombre") << true << QSize(462, 660);
        QTest::newRow("clair-150") << false << QSize(462, 404);
        QTest::newRow("sombre-200") << true << QSize(380, 276);
    }
    /// No step is drawn wider than its panel in any theme or size; the pictures are for looking at.
    void pictures()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        applyTheme(*qApp, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        test::Desk desk;
        ScriptPanel panel(desk.ui());
        panel.resize(size);
        panel.show();
        PanelState state = test::questionState();
        panel.showState(state);
        QApplication::processEvents();
        QCOMPARE(panel.width(), size.width());
        test::savePicture(panel, u"question-"_s + QString::fromLatin1(QTest::currentDataTag()));
        applyTheme(*qApp, AppSettings::ThemeChoice::Light);
    }
};

QTEST_MAIN(TestStepSection)
#include "tst_stepsection.moc"
