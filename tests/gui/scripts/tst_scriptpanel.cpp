// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/sampledesk.h"
#include "ui/common/announcer.h"
#include "ui/scripts/diagnosissection.h"
#include "ui/scripts/optionrow.h"
#include "ui/scripts/saytext.h"
#include "ui/scripts/scriptpanel.h"
#include "ui/scripts/stepsection.h"
#include "ui/scripts/textlink.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// A window with the panel and a text field, on the bakery's file.
struct Window {
    explicit Window(bool open = true)
    {
        applyTheme(*qApp, AppSettings::ThemeChoice::Light);
        desk.scripts.loadFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
        if (open)
            test::openFile(desk, test::bakery(desk.clock.now()));
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        panel = new ScriptPanel(desk.ui(), &window);
        field = new QLineEdit(&window);
        layout->addWidget(panel, 1);
        layout->addWidget(field);
        window.setFocusPolicy(Qt::StrongFocus);
        window.resize(462, 690);
        window.show();
        QApplication::setActiveWindow(&window);
        window.setFocus();
        (void)QTest::qWaitForWindowActive(&window);
    }

    void startLocked() const
    {
        panel->handleDigit(1);
        QVERIFY(desk.scripts.walking());
    }
    [[nodiscard]] OptionRow *row(const QString &label) const
    {
        for (OptionRow *each : panel->findChildren<OptionRow *>()) {
            if (each->isVisible() && each->content().label == label)
                return each;
        }
        return nullptr;
    }

    /// The small button that is called so, when it is shown.
    [[nodiscard]] TextLink *link(const QString &name) const
    {
        for (TextLink *each : panel->findChildren<TextLink *>()) {
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    test::Desk desk;
    QWidget window;
    ScriptPanel *panel = nullptr;
    QLineEdit *field = nullptr;
};

} // namespace

class TestScriptPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLikelyScriptComesFirstWithItsReason()
    {
        const Window w;
        const PanelState &state = w.panel->state();
        QVERIFY(state.severalAccounts);
        QVERIFY(!state.proposals.isEmpty());
        QCOMPARE(state.proposals.first().scriptId, u"compte_verrouille"_s);
        const OptionRow *row = w.row(u"Compte verrouillé"_s);
        QVERIFY(row);
        QCOMPARE(row->content().key, u"1"_s);
        QVERIFY(row->content().detail.contains(u"verrouillé"_s));
        test::savePicture(*w.panel, u"diagnostic"_s);
    }

    void aDigitStartsThenAnswers()
    {
        const Window w;
        w.startLocked();
        QCOMPARE(w.panel->state().title, u"Compte verrouillé"_s);
        QCOMPARE(w.panel->state().step.kind, StepView::Kind::Do);
        test::savePicture(*w.panel, u"deverrouiller"_s);
        const QString node = w.panel->state().step.nodeId;
        w.panel->handleDigit(2); // the first answer after the operation
        QVERIFY(w.panel->state().step.nodeId != node);
        QVERIFY(w.desk.scripts.walking());
    }

    void theOperationIsHandedOverFilledIn()
    {
        const Window w;
        w.startLocked();
        QSignalSpy asked(w.panel, &ScriptPanel::operationRequested);
        OptionRow *row = w.row(u"Déverrouiller maintenant"_s);
        QVERIFY(row);
        QCOMPARE(row->content().chip, u"opération"_s);
        row->click();
        QCOMPARE(asked.count(), 1);
        const auto request = asked.first().first().value<OperationRequest>();
        QCOMPARE(request.kind, QString(OperationKind::Unlock));
        QCOMPARE(request.params.value(u"account_id"_s).toInteger(), 11);
        w.panel->handleDigit(1);
        QCOMPARE(asked.count(), 2);
    }

    void anImpossibleOperationSaysWhyAndDoesNothing()
    {
        Window w;
        w.startLocked();
        CallerFile unlocked = w.desk.cases.file();
        unlocked.accounts[0].lockedUntil = {};
        unlocked.accounts[0].lockedAt = {};
        unlocked.stamp = u"2"_s;
        w.desk.scripts.answer(u"attendre"_s); // something was answered: the walk is not begun anew by itself
        w.desk.scripts.back();
        PanelState state = w.panel->state();
        state.step.operation->possible = false;
        state.step.operation->whyNot = u"Ce compte n’est pas verrouillé."_s;
        w.panel->showState(state);
        QSignalSpy asked(w.panel, &ScriptPanel::operationRequested);
        const OptionRow *row = w.row(u"Déverrouiller maintenant"_s);
        QVERIFY(row && !row->possible());
        QCOMPARE(row->content().detail, u"Ce compte n’est pas verrouillé."_s);
        w.panel->handleDigit(1);
        QCOMPARE(asked.count(), 0);
        test::savePicture(*w.panel, u"impossible"_s);
    }

    void backspaceGoesBackAndRRestarts()
    {
        Window w;
        w.startLocked();
        const QString first = w.panel->state().step.nodeId;
        w.panel->handleDigit(2);
        QVERIFY(w.panel->state().step.nodeId != first);
        QTest::keyClick(&w.window, Qt::Key_Backspace);
        QCOMPARE(w.panel->state().step.nodeId, first);
        w.panel->handleDigit(2);
        QTest::keyClick(&w.window, Qt::Key_R);
        QCOMPARE(w.panel->state().step.nodeId, first);
    }

    void dTakesTheNextAccountUnlessSomethingIsTyped()
    {
        Window w;
        QTest::keyClick(&w.window, Qt::Key_D); // the likeliest, the referent
        QCOMPARE(w.panel->state().subject, u"claire.fontan"_s);
        QTest::keyClick(&w.window, Qt::Key_D);
        QCOMPARE(w.panel->state().subject, u"marc.delmas"_s);
        QTest::keyClick(&w.window, Qt::Key_D);
        QTest::keyClick(&w.window, Qt::Key_D);
        QCOMPARE(w.panel->state().subject, u"claire.fontan"_s);
        w.field->setFocus();
        QTest::keyClick(w.field, Qt::Key_D);
        QCOMPARE(w.panel->state().subject, u"claire.fontan"_s);
        QCOMPARE(w.field->text(), u"d"_s);
        w.window.setFocus();
        w.desk.settings.setDigitShortcuts(false);
        QTest::keyClick(&w.window, Qt::Key_D);
        QCOMPARE(w.panel->state().subject, u"claire.fontan"_s);
    }

    /// The file came by its SIRET: who calls is not known yet, and the trouble may be anybody's.
    void whileNobodyIsPickedEveryAccountIsDiagnosedAndOneKeyPicks()
    {
        Window w;
        QCOMPARE(w.panel->state().subject, u"les 3 comptes"_s);
        QStringList reasons;
        for (const Proposal &proposal : w.panel->state().proposals)
            reasons << proposal.reason;
        QVERIFY2(reasons.first().startsWith(u"claire.fontan\u00A0: "_s), qPrintable(reasons.join(u'\n')));
        int other = 0;
        while (other < reasons.size() && !reasons.at(other).startsWith(u"marc.delmas\u00A0: "_s))
            ++other;
        QVERIFY2(other < reasons.size(), qPrintable(reasons.join(u'\n')));
        w.panel->handleDigit(other + 1);
        QCOMPARE(w.desk.cases.selectedAccount()->identifiant, u"marc.delmas"_s);
        QCOMPARE(w.panel->state().subject, u"marc.delmas"_s);
        QVERIFY(w.panel->state().step.about.startsWith(u"marc.delmas"_s));
        for (const Proposal &proposal : w.panel->state().proposals)
            QVERIFY2(!proposal.reason.contains(u"\u00A0: "_s), qPrintable(proposal.reason));
    }

    void otherScriptsAreOneKeyAwayDuringAWalk()
    {
        Window w;
        w.startLocked(); // which picks the account too
        QVERIFY(w.panel->state().proposals.size() >= 2);
        const QString second = w.panel->state().proposals.at(1).scriptId;
        QTest::keyClick(&w.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(w.desk.scripts.path().isEmpty() ? second : w.desk.scripts.path().first().scriptId, second);
        QVERIFY(w.panel->state().title != u"Compte verrouillé"_s);
        QTest::keyClick(&w.window, Qt::Key_Ampersand,
                        Qt::ControlModifier); // the unshifted top row of a French keyboard
        QCOMPARE(w.panel->state().title, u"Compte verrouillé"_s);
        QTest::keyClick(&w.window, Qt::Key_A);
        QVERIFY(w.panel->diagnosisSection()->othersOpen());
        QCOMPARE(w.row(u"Déverrouiller maintenant"_s)->content().key,
                 QString()); // digits are the scripts' now
        test::savePicture(*w.panel, u"autres"_s);
        w.panel->handleDigit(2);
        QVERIFY(!w.panel->diagnosisSection()->othersOpen());
        QVERIFY(w.panel->state().title != u"Compte verrouillé"_s);
    }

    void theMouseCanDoWhatTheKeysDo()
    {
        const Window w;
        w.startLocked();
        QVERIFY(!w.link(u"étape précédente"_s)); // nothing was answered yet
        const QString first = w.panel->state().step.nodeId;
        w.panel->handleDigit(2);
        QVERIFY(w.panel->state().step.nodeId != first);
        QVERIFY(!w.link(u"recommencer"_s)); // an end: starting again is an answer there
        w.link(u"étape précédente"_s)->click();
        QCOMPARE(w.panel->state().step.nodeId, first);
        QApplication::clipboard()->clear();
        w.link(u"copier"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), w.panel->state().step.say);
        QVERIFY(w.link(u"texte copié"_s));
        QTRY_VERIFY(w.link(u"copier"_s));
        QSignalSpy moved(&w.desk.scripts, &ScriptService::stepChanged);
        w.link(u"recommencer"_s)->click();
        QVERIFY(moved.count() > 0);
    }

    void otherScriptsAreOnlyOfferedWhereThereAreAny()
    {
        const Window w;
        w.startLocked();
        QVERIFY(w.link(u"A autres scripts"_s));
        PanelState state = w.panel->state();
        state.proposals = {state.proposals.at(state.currentProposal)};
        state.currentProposal = 0;
        w.panel->showState(state);
        QVERIFY(!w.link(u"A autres scripts"_s));
        state.currentProposal = -1; // from the library: the one proposed is another one
        w.panel->showState(state);
        QVERIFY(w.link(u"A autres scripts"_s));
    }

    void cContradictsTheOneFinding()
    {
        Window w;
        w.startLocked();
        PanelState state = w.panel->state();
        state.found = {state.found.last()};
        w.panel->showState(state);
        QTest::keyClick(&w.window, Qt::Key_C);
        const QList<PathStep> path = w.desk.scripts.path();
        QVERIFY(!path.isEmpty() && path.last().overruled);
    }

    void cAsksWhichOneOfTwoFindings()
    {
        Window w;
        w.startLocked();
        QVERIFY(w.panel->state().found.size() > 1);
        QTest::keyClick(&w.window, Qt::Key_C); // comes back: no loop of its own
        const auto *menu = w.panel->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), w.panel->state().found.size());
        menu->actions().last()->trigger();
        const QList<PathStep> path = w.desk.scripts.path();
        QVERIFY(!path.isEmpty() && path.last().overruled);
    }

    void ctrlCCopiesTheWordsUnlessAFieldWantsIt()
    {
        Window w;
        w.startLocked();
        QApplication::clipboard()->clear();
        QTest::keyClick(&w.window, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), w.panel->state().step.say);
        w.field->setText(u"note"_s);
        w.field->selectAll();
        w.field->setFocus();
        QTest::keyClick(w.field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"note"_s);
    }

    void whatWasFoundCanBeContradicted()
    {
        Window w;
        w.startLocked();
        QVERIFY(!w.panel->state().found.isEmpty());
        const int lock = w.panel->state().found.last();
        QVERIFY(w.panel->state().path.at(lock).evidence.contains(u"verrou"_s));
        w.desk.scripts.overrule(lock, {});
        const QList<PathStep> path = w.desk.scripts.path();
        QVERIFY(std::any_of(path.cbegin(), path.cend(), [](const PathStep &step) { return step.overruled; }));
        test::savePicture(*w.panel, u"contredit"_s);
    }

    void whatTheDatabaseCouldNotReadBecomesAQuestionAndSaysSo()
    {
        Window w;
        CallerFile file = test::bakery(w.desk.clock.now());
        file.accounts[0].lockedUntil = file.accounts[0].lockedAt = {};
        test::openFile(w.desk, file);
        w.desk.scripts.start(u"edl_36"_s);
        const auto asksMails = [&] {
            return w.panel->state().step.kind == StepView::Kind::Check
                && w.panel->state().step.evidence.contains(u"courriel"_s);
        };
        QVERIFY(!asksMails()); // read: the file decides
        file.unread = {u"mails"_s};
        file.accounts[0].mails.clear();
        w.desk.scripts.abandon();
        test::openFile(w.desk, file);
        w.desk.scripts.start(u"edl_36"_s);
        QVERIFY2(asksMails(), qPrintable(w.panel->state().step.nodeId));
        const auto labels = w.panel->stepSection()->findChildren<QLabel *>();
        const auto says = [&labels](const QString &words) {
            return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QVERIFY(says(u"la base n’a pas pu lire les courriels des comptes, posez la question"_s));
        QVERIFY(says(u"À demander"_s));
        QVERIFY(!says(u"Constaté"_s));
        test::savePicture(*w.panel, u"pas-lu"_s);
        const qsizetype before = w.desk.scripts.path().size();
        w.panel->handleDigit(1);
        QVERIFY(!w.desk.scripts.path().at(before).decided);
        QVERIFY(w.desk.scripts.path().at(before).evidence.startsWith(u"la base n’a pas pu lire"_s));
    }

    void focusFollowsTheWordsOnlyFromInside()
    {
        Window w;
        w.row(u"Compte verrouillé"_s)->setFocus();
        QTest::keyClick(w.row(u"Compte verrouillé"_s), Qt::Key_Return);
        QVERIFY(w.desk.scripts.walking());
        QCOMPARE(QApplication::focusWidget(), w.panel->stepSection()->sayText());
        w.field->setFocus();
        w.desk.scripts.answer(u"attendre"_s);
        QCOMPARE(QApplication::focusWidget(), w.field);
    }

    void aScreenReaderFindsTheWords()
    {
        const Window w;
        w.startLocked();
        QAccessibleInterface *say = QAccessible::queryAccessibleInterface(w.panel->stepSection()->sayText());
        QVERIFY(say && say->textInterface());
        const QString words = say->textInterface()->text(0, say->textInterface()->characterCount());
        QVERIFY(words.contains(w.panel->state().step.say));
        QCOMPARE(say->text(QAccessible::Name), u"À dire"_s);
        QAccessibleInterface *answer = QAccessible::queryAccessibleInterface(w.row(u"Déverrouiller maintenant"_s));
        QCOMPARE(answer->text(QAccessible::Name), u"Déverrouiller maintenant"_s);
        QCOMPARE(answer->role(), QAccessible::PushButton);
        QVERIFY(answer->text(QAccessible::Description).contains(u"touche 1"_s));
    }

    void aScreenReaderIsToldWhileTheKeyboardIsElsewhere()
    {
        Window w;
        const auto *announcer = w.panel->findChild<Announcer *>();
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(const_cast<Announcer *>(announcer));
        QVERIFY(told);
        QCOMPARE(told->role(), QAccessible::Notification);
        w.field->setFocus();
        w.startLocked();
        QVERIFY2(told->text(QAccessible::Name).contains(w.panel->state().step.say),
                 qPrintable(told->text(QAccessible::Name)));
        w.desk.scripts.answer(u"attendre"_s);
        QVERIFY2(told->text(QAccessible::Name).startsWith(u"Issue : L’appelant patiente"_s),
                 qPrintable(told->text(QAccessible::Name)));
        w.window.setFocus();
        QTest::keyClick(&w.window, Qt::Key_D);
        QVERIFY2(told->text(QAccessible::Name).startsWith(u"Diagnostic pour marc.delmas, "_s),
                 qPrintable(told->text(QAccessible::Name)));
    }

    void anotherFileNeverTakesTheWalkSilently()
    {
        Window w;
        w.startLocked();
        w.panel->handleDigit(3); // « ne connaît plus son mot de passe »: an answer is given
        const StepView step = w.panel->state().step;
        CallerFile other = test::bakery(w.desk.clock.now());
        other.asked = other.establishment.siret = u"35600000000048"_s;
        other.establishment.id = EstablishmentId(2);
        other.accounts.clear(); // of the same name, where nobody has an account yet
        w.desk.lookups.files.always = other;
        w.desk.cases.open(other.asked);
        QTRY_COMPARE(w.panel->state().subject, u"Boulangerie du Capitole"_s);
        QCOMPARE(w.panel->state().step.nodeId, step.nodeId);
        QCOMPARE(w.panel->state().step.say, step.say);
        const auto labels = w.panel->stepSection()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"Commencé pour claire.fontan"_s);
        }));
        QCOMPARE(w.panel->findChild<Announcer *>()->words(),
                 u"Un autre dossier est ouvert, le script reste celui de claire.fontan · Boulangerie du Capitole"_s);
        test::savePicture(*w.panel, u"autre-dossier"_s);
    }

    void theInverseOfWhatWasDoneIsOneDigitAway()
    {
        Window w;
        PanelState state = test::questionState();
        state.step.kind = StepView::Kind::Do;
        state.step.operation = StepOperation{u"ticket.open"_s, u"Ouvrir la demande"_s, AccountId(0), true, {}, true};
        state.step.answers = {{u"deja_fait"_s, u"C’est déjà fait, continuer"_s, false, false},
                              {u"inverse"_s, u"Clore la demande n° 48501"_s, true, false},
                              {u"operation"_s, u"Ouvrir la demande"_s, true, true}};
        w.panel->showState(state);
        QCOMPARE(w.row(u"Clore la demande n° 48501"_s)->content().key, u"2"_s);
        QCOMPARE(w.row(u"Clore la demande n° 48501"_s)->content().chip, u"opération"_s);
        const QList<StepOption> options = stepOptions(state.step);
        QCOMPARE(int(options.at(1).kind), int(StepOption::Kind::Inverse));
        QCOMPARE(int(options.at(2).kind), int(StepOption::Kind::Operation));
        test::savePicture(*w.panel, u"inverse"_s);
    }

    void anEndSaysWhatNextAndLeadsBack()
    {
        Window w;
        w.startLocked();
        w.desk.scripts.answer(u"attendre"_s);
        for (int i = 0; i < 20 && w.panel->state().step.kind != StepView::Kind::End; ++i)
            w.panel->handleDigit(1);
        QCOMPARE(w.panel->state().step.kind, StepView::Kind::End);
        QVERIFY(!w.panel->state().step.outcomeLabel.isEmpty());
        test::savePicture(*w.panel, u"fin"_s);
        OptionRow *leave = w.row(u"Revenir au diagnostic"_s);
        QVERIFY(leave);
        leave->click();
        QVERIFY(!w.panel->state().walking);
        QVERIFY(w.row(u"Compte verrouillé"_s));
    }
};

QTEST_MAIN(TestScriptPanel)
#include "tst_scriptpanel.moc"
