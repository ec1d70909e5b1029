// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/queue/bulkdesk.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/queue/bulkpanel.h"
#include "ui/queue/bulksheetclose.h"
#include "ui/queue/bulktexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;
using State = BulkService::State;

class TestBulkPanel : public QObject {
    Q_OBJECT
private:
    struct View : BulkDesk {
        explicit View(bool supervisor = true) : BulkDesk(supervisor)
        {
            panel.resize(1010, 500);
            panel.show();
        }
        BulkPanel panel{ui(), nullptr};
        QSignalSpy changed{&panel, &BulkPanel::changed};
        QSignalSpy wanted{&panel, &BulkPanel::selectWanted};

        template <class T = QPushButton> [[nodiscard]] T *part(const QString &name) const
        {
            settle(); // sheets that were closed are gone
            return panel.findChild<T *>(name);
        }
        [[nodiscard]] QString words(const QString &name) const { return part<QLabel>(name)->text(); }
        void press(const QString &name) const
        {
            auto *button = part(name);
            QVERIFY2(button && button->isEnabled() && button->isVisible(), qPrintable(name));
            button->click();
            settle();
        }
        [[nodiscard]] QJsonObject sent(int batch, int index) const
        {
            return tickets.batches.at(batch).at(index).params;
        }
    };

private Q_SLOTS:
    void withoutSelectionEverythingIsGreyedAndSaysWhy()
    {
        View view;
        for (const char *name : {"bulkTake", "bulkAssign", "bulkChangeMotif", "bulkMerge", "bulkClose"}) {
            auto *button = view.part(QString::fromLatin1(name));
            QVERIFY(!button->isEnabled());
            QVERIFY(button->toolTip().contains(u"Sélectionnez d’abord"_s));
            QVERIFY(button->accessibleDescription().contains(u"Sélectionnez d’abord"_s));
        }
        QCOMPARE(view.words(u"bulkCount"_s), u"Aucune sélectionnée"_s);
        view.panel.setSelection(BulkDesk::rows(3));
        QCOMPARE(view.words(u"bulkCount"_s), u"3 sélectionnées"_s);
        QCOMPARE(view.part(u"bulkClose"_s)->text(), u"Clore 3…"_s);
        QVERIFY(view.part(u"bulkTake"_s)->isEnabled());
        view.panel.setSelection(BulkDesk::rows(1));
        QVERIFY(view.part(u"bulkClose"_s)->isEnabled());
        QVERIFY(!view.part(u"bulkMerge"_s)->isEnabled());
        QVERIFY(view.part(u"bulkMerge"_s)->toolTip().contains(u"deux"_s));
        view.panel.setSelection({});
        QCOMPARE(view.part(u"bulkClose"_s)->text(), u"Clore…"_s);
        QVERIFY(!view.part(u"bulkClose"_s)->isEnabled());
    }

    void onlySupervisorsAssign()
    {
        View agent(false);
        agent.panel.setSelection(BulkDesk::rows(2));
        QVERIFY(!agent.part(u"bulkAssign"_s)->isVisible());
        View supervisor(true);
        supervisor.panel.setSelection(BulkDesk::rows(2));
        QVERIFY(supervisor.part(u"bulkAssign"_s)->isVisible());
    }

    void takingSaysWhatItDoesAndWhatItLeavesOut()
    {
        View view;
        view.answerBatches();
        QList<QueueRow> rows = BulkDesk::rows(3);
        rows << BulkDesk::row(1, {}, u"n.martin"_s) << BulkDesk::row(2, {}, u"l.perrin"_s);
        view.panel.setSelection(rows);
        view.press(u"bulkTake"_s);
        QCOMPARE(view.words(u"bulkSheetTitle"_s), u"Prendre 3 demandes"_s);
        QCOMPARE(view.words(u"bulkSheetConsequence"_s), u"3 demandes seront à vous."_s);
        QCOMPARE(view.words(u"bulkSheetLeftOut"_s),
                 u"2 laissées de côté\u00A0: une prise par Nadia Martin, une déjà à vous."_s);
        QVERIFY(view.tickets.batches.isEmpty());
        QCOMPARE(view.part(u"bulkClose"_s)->property("kind").toByteArray(),
                 QByteArray("plain")); // one primary at a time
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(!view.panel.isOpen());
        QCOMPARE(view.part(u"bulkClose"_s)->property("kind").toByteArray(), QByteArray("primary"));
        QCOMPARE(view.tickets.batches.size(), 1);
        QCOMPARE(view.tickets.batches.first().size(), 3);
        QTRY_COMPARE(view.bulk.state(), State::Finished);
        QVERIFY(view.part<Banner>(u"bulkBanner"_s)->text().contains(u"Tout est fait"_s));
        QVERIFY(view.changed.count() >= 1);
        view.press(u"bulkDismiss"_s);
        QVERIFY(!view.part<QWidget>(u"bulkProgress"_s)->isVisible());
        QCOMPARE(view.bulk.state(), State::Idle);
    }

    void nothingToDoCannotBeConfirmed()
    {
        View view;
        view.panel.setSelection({BulkDesk::row(1, {}, u"n.martin"_s)});
        view.press(u"bulkTake"_s);
        QVERIFY(!view.part(u"bulkSheetConfirm"_s)->isEnabled());
        view.panel.setSelection(BulkDesk::rows(2)); // the sheet follows the selection
        QVERIFY(view.part(u"bulkSheetConfirm"_s)->isEnabled());
        QCOMPARE(view.words(u"bulkSheetTitle"_s), u"Prendre 2 demandes"_s);
        QTest::keyClick(view.part(u"bulkSheetConfirm"_s), Qt::Key_Escape);
        QVERIFY(!view.panel.isOpen());
        QVERIFY(view.tickets.batches.isEmpty());
    }

    void anAgentIsChosenAmongThoseOfTheDesk()
    {
        View view;
        view.panel.setSelection(BulkDesk::rows(2));
        view.press(u"bulkAssign"_s);
        auto *agents = view.part<QComboBox>(u"bulkAgent"_s);
        QCOMPARE(agents->count(), 2);
        QCOMPARE(agents->itemText(0), u"Nadia Martin (n.martin) · 12 ouvertes · en ligne"_s);
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(view.tickets.batches.isEmpty()); // nobody chosen yet
        QVERIFY(agents->accessibleDescription().contains(u"Choisissez"_s));
        agents->setCurrentIndex(1);
        QCOMPARE(view.words(u"bulkSheetConsequence"_s), u"2 demandes passeront à Sophie Nguyen."_s);
        view.press(u"bulkSheetConfirm"_s);
        QCOMPARE(view.sent(0, 0).value("login"_L1).toString(), u"s.nguyen"_s);
    }

    void agentsThatCouldNotBeReadCanBeAskedForAgain()
    {
        View view;
        view.tickets.agentLists.always.reset();
        view.panel.setSelection(BulkDesk::rows(2));
        view.press(u"bulkAssign"_s);
        view.tickets.agentLists.answerLast(Failure(Error{Error::Code::Internal, {}}));
        QTRY_VERIFY(view.part<QWidget>(u"bulkAgentsAgain"_s)->isVisible());
        view.part<QAbstractButton>(u"bulkAgentsAgain"_s)->click();
        view.tickets.agentLists.answerLast(QList<DeskAgent>{{u"n.martin"_s, u"Nadia Martin"_s, 1, false}});
        QTRY_COMPARE(view.part<QComboBox>(u"bulkAgent"_s)->count(), 1);
        QVERIFY(!view.part<QWidget>(u"bulkAgentsAgain"_s)->isVisible());
    }

    void theMotifIsChosen()
    {
        View view;
        QList<QueueRow> rows = BulkDesk::rows(2);
        rows[0].motif = u"autres"_s;
        view.panel.setSelection(rows);
        view.press(u"bulkChangeMotif"_s);
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(view.tickets.batches.isEmpty());
        auto *motif = view.part<QComboBox>(u"bulkMotif"_s);
        motif->setCurrentIndex(motif->findData(u"autres"_s));
        QVERIFY(view.words(u"bulkSheetLeftOut"_s).contains(u"déjà de ce motif"_s));
        view.press(u"bulkSheetConfirm"_s);
        QCOMPARE(view.tickets.batches.first().size(), 1);
        QCOMPARE(view.sent(0, 0).value("motif"_L1).toString(), u"autres"_s);
    }

    void mergingKeepsTheOldest()
    {
        View view;
        view.panel.setSelection({BulkDesk::row(12, u"s"_s), BulkDesk::row(11, u"s"_s), BulkDesk::row(13)});
        view.press(u"bulkMerge"_s);
        QVERIFY(view.words(u"bulkSheetConsequence"_s).startsWith(u"2 demandes n’en feront plus qu’une"_s));
        QCOMPARE(view.words(u"bulkSheetLeftOut"_s),
                 u"Une laissée de côté\u00A0: une sans doublon dans la sélection."_s);
        view.press(u"bulkSheetConfirm"_s);
        QCOMPARE(view.sent(0, 0).value("number"_L1).toInt(), 11);
        QCOMPARE(view.sent(0, 0).value("duplicates"_L1).toArray().size(), 1);
    }

    void closingAsksWhatIsMissingInPlace()
    {
        View view;
        view.panel.setSelection(BulkDesk::rows(3));
        view.press(u"bulkClose"_s);
        auto *answer = view.part<QPlainTextEdit>(u"bulkAnswer"_s);
        auto *outcome = view.part<QComboBox>(u"bulkOutcome"_s);
        QVERIFY(answer->toPlainText().startsWith(u"Bonjour,"_s)); // drafted, to nobody by name
        QVERIFY(!answer->toPlainText().contains(u"n°"_s));
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(outcome->accessibleDescription().contains(u"Choisissez une issue"_s));
        outcome->setCurrentIndex(outcome->findData(u"transferred"_s));
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(view.part<QLineEdit>(u"bulkOutcomeText"_s)->accessibleDescription().contains(u"précision"_s));
        QTest::keyClicks(view.part<QLineEdit>(u"bulkOutcomeText"_s), u"Pole B"_s);
        QVERIFY(answer->toPlainText().contains(u"Pole B"_s)); // still a draft
        answer->setPlainText(u"Bonjour {nom},"_s);
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(answer->accessibleDescription().contains(u"{nom}"_s));
        QVERIFY(view.tickets.batches.isEmpty());
        answer->setPlainText(u"   "_s);
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(view.tickets.batches.isEmpty());
        answer->setPlainText(u"Bonjour, c’est fait."_s);
        view.press(u"bulkSheetConfirm"_s);
        QCOMPARE(view.tickets.batches.first().size(), 3);
        QCOMPARE(view.sent(0, 0).value("outcome"_L1).toString(), u"transferred"_s);
        QCOMPARE(view.sent(0, 0).value("outcome_text"_L1).toString(), u"Pole B"_s);
        QCOMPARE(view.sent(0, 2).value("answer"_L1).toString(), u"Bonjour, c’est fait."_s);
    }

    void duplicatesOutsideTheSelectionAreAChoice()
    {
        View view;
        view.panel.setSelection(
            {BulkDesk::row(11, u"s"_s, {}, 2), BulkDesk::row(12, u"s"_s, {}, 2), BulkDesk::row(13)});
        view.press(u"bulkClose"_s);
        auto *leave = view.part<QCheckBox>(u"bulkLeaveDuplicates"_s);
        QVERIFY(leave->isVisible());
        QCOMPARE(view.words(u"bulkSheetTitle"_s), u"Clore une demande"_s);
        QVERIFY(view.words(u"bulkSheetLeftOut"_s).contains(u"2 avec un doublon ouvert hors de la sélection"_s));
        leave->setChecked(true);
        QCOMPARE(view.words(u"bulkSheetTitle"_s), u"Clore 3 demandes"_s);
        QVERIFY(!view.part<QLabel>(u"bulkSheetLeftOut"_s)->isVisible());
        auto *outcome = view.part<QComboBox>(u"bulkOutcome"_s);
        outcome->setCurrentIndex(outcome->findData(u"explained"_s));
        view.press(u"bulkSheetConfirm"_s);
        QCOMPARE(view.tickets.batches.first().size(), 2);
        QVERIFY(view.sent(0, 0).value("leave_duplicates"_L1).toBool());
        view.panel.setSelection(BulkDesk::rows(2)); // without duplicates there is nothing to choose
    }

    void theAnswerIsKeptUntilItHasGoneThrough()
    {
        View view;
        view.panel.setSelection(BulkDesk::rows(2));
        view.press(u"bulkClose"_s);
        auto *outcome = view.part<QComboBox>(u"bulkOutcome"_s);
        outcome->setCurrentIndex(outcome->findData(u"explained"_s));
        view.part<QPlainTextEdit>(u"bulkAnswer"_s)->setPlainText(u"Bonjour, voici."_s);
        view.press(u"bulkSheetCancel"_s);
        QTRY_VERIFY(view.local.drafts.value(u"bulk/close"_s).contains(u"voici"_s));
        view.press(u"bulkClose"_s);
        QTRY_COMPARE(view.part<QPlainTextEdit>(u"bulkAnswer"_s)->toPlainText(), u"Bonjour, voici."_s);
        QCOMPARE(view.part<QComboBox>(u"bulkOutcome"_s)->currentData().toString(), u"explained"_s);
        view.answerBatches(48001); // one of them is refused
        view.press(u"bulkSheetConfirm"_s);
        QTRY_COMPARE(view.bulk.state(), State::Finished);
        QVERIFY(view.local.drafts.contains(u"bulk/close"_s)); // for those that were refused
        view.answerBatches();
        view.press(u"bulkClose"_s);
        QTRY_COMPARE(view.part<QPlainTextEdit>(u"bulkAnswer"_s)->toPlainText(), u"Bonjour, voici."_s);
        view.press(u"bulkSheetConfirm"_s);
        QTRY_COMPARE(view.bulk.state(), State::Finished);
        QTRY_VERIFY(!view.local.drafts.contains(u"bulk/close"_s));
    }

    void whileItRunsItsProgressIsShownAndItCanBeStopped()
    {
        View view;
        view.panel.setSelection(BulkDesk::rows(120));
        view.press(u"bulkTake"_s);
        view.press(u"bulkSheetConfirm"_s);
        QVERIFY(view.part<QProgressBar>(u"bulkBar"_s)->isVisible());
        QCOMPARE(view.words(u"bulkWords"_s), u"0 sur 120"_s);
        QVERIFY(!view.part(u"bulkClose"_s)->isEnabled());
        QVERIFY(view.part(u"bulkClose"_s)->toolTip().contains(u"en cours"_s));
        view.press(u"bulkStop"_s);
        QVERIFY(!view.part(u"bulkStop"_s)->isEnabled());
        QList<Result<OperationOutcome>> answers;
        for (const OperationRequest &request : view.tickets.batches.last())
            answers << OperationOutcome{request.id, request.kind, false, {}, {}};
        answers[3] = Failure(Error{Error::Code::Refused, {}, u"already_closed"_s});
        view.tickets.batchAnswers.answerLast(answers);
        QTRY_COMPARE(view.bulk.state(), State::Stopped);
        QCOMPARE(view.words(u"bulkWords"_s), u"50 sur 120 · une refusée"_s);
        QVERIFY(view.part<Banner>(u"bulkBanner"_s)->text().contains(u"70 demandes n’ont pas été traitées"_s));
        QVERIFY(!view.part(u"bulkTake"_s)->isEnabled()); // the one that was stopped comes first
        view.answerBatches();
        view.press(u"bulkResume"_s);
        QTRY_COMPARE(view.bulk.state(), State::Finished);
        QCOMPARE(view.bulk.done(), 119);
    }

    void whatWasRefusedIsListedAndCanBeSelected()
    {
        View view;
        view.answerBatches(2);
        view.panel.setSelection(BulkDesk::rows(1000));
        view.press(u"bulkTake"_s);
        view.press(u"bulkSheetConfirm"_s);
        QTRY_COMPARE(view.bulk.state(), State::Finished);
        QCOMPARE(view.words(u"bulkWords"_s), u"1\u00A0000 sur 1\u00A0000 · 500 refusées"_s);
        auto *list = view.part<QListView>(u"bulkRefused"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 500);
        const QString line = list->model()->index(0, 0).data().toString();
        QVERIFY2(line.startsWith(u"#48\u00A0000 · "_s) && line.contains(u"Nadia Martin"_s), qPrintable(line));
        view.press(u"bulkSelectRefused"_s);
        QCOMPARE(view.wanted.count(), 1);
        const auto numbers = view.wanted.first().first().value<QList<TicketNumber>>();
        QCOMPARE(numbers.size(), 500);
        QCOMPARE(numbers.at(1), TicketNumber(48002));
        QCOMPARE(list->model()->index(0, 0).data(Qt::ToolTipRole).toString(), line); // whole, where it was cut
    }

    void aPauseAndALostConnectionAreTold()
    {
        View view;
        view.panel.setSelection(BulkDesk::rows(10));
        view.press(u"bulkTake"_s);
        view.press(u"bulkSheetConfirm"_s);
        view.tickets.batchAnswers.answerLast(
            Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s, {{u"retry_after"_s, 40}}}));
        QTRY_COMPARE(view.bulk.state(), State::Waiting);
        QVERIFY2(view.words(u"bulkWords"_s).contains(u"reprise dans"_s), qPrintable(view.words(u"bulkWords"_s)));
        QVERIFY(view.part<Banner>(u"bulkBanner"_s)->text().contains(u"limite le nombre d’opérations"_s));
        view.press(u"bulkStop"_s);
        QCOMPARE(view.bulk.state(), State::Stopped);
        view.press(u"bulkResume"_s);
        view.sessionStore.logIns.always.reset();
        view.tickets.batchAnswers.answerLast(Failure(Error{Error::Code::Unavailable, {}, u"connection_lost"_s}));
        QTRY_COMPARE(view.bulk.state(), State::Waiting);
        QVERIFY(view.part<Banner>(u"bulkBanner"_s)->text().contains(u"acquis"_s));
    }

    void survivesItsPanel()
    {
        BulkDesk desk;
        {
            BulkPanel first(desk.ui(), nullptr);
            first.setSelection(BulkDesk::rows(120));
            first.findChild<QPushButton *>(u"bulkTake"_s)->click();
            first.findChild<QPushButton *>(u"bulkSheetConfirm"_s)->click();
        }
        QCOMPARE(desk.bulk.state(), State::Running);
        BulkPanel second(desk.ui(), nullptr);
        second.show();
        QVERIFY(second.findChild<QProgressBar *>(u"bulkBar"_s)->isVisible());
        QCOMPARE(second.findChild<QLabel *>(u"bulkTitle"_s)->text(), u"Prendre 120 demandes"_s);
    }

    void theBarCanStandElsewhere()
    {
        BulkDesk desk;
        QWidget row;
        BulkPanel panel(desk.ui(), nullptr);
        panel.bar()->setParent(&row);
        panel.setSelection(BulkDesk::rows(2));
        QVERIFY(row.findChild<QPushButton *>(u"bulkTake"_s)->isEnabled());
        QVERIFY(panel.sizeHint().height() <= 0);
    }

    void leftOutWords_data()
    {
        QTest::addColumn<int>("owners");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << 0 << QString();
        QTest::newRow("one") << 1 << u"Une laissée de côté\u00A0: une prise par a0."_s;
        QTest::newRow("two") << 2 << u"2 laissées de côté\u00A0: une prise par a0, une prise par a1."_s;
        QTest::newRow("more than one reads") << 6 << u"6 laissées de côté\u00A0: 6 prises par d’autres agents."_s;
    }
    void leftOutWords()
    {
        QFETCH(int, owners);
        QFETCH(QString, words);
        QList<LeftOut> left;
        for (int i = 0; i < owners; ++i)
            left << LeftOut{TicketNumber(i + 1), LeftOutWhy::OwnedByOther, u"a%1"_s.arg(i)};
        QCOMPARE(leftOutText(left), words);
    }
};

QTEST_MAIN(TestBulkPanel)
#include "tst_bulkpanel.moc"
