// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/shownfile.h"
#include "ui/casefile/accountrow.h"
#include "ui/casefile/casefileview.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

CallerFile unlocked()
{
    CallerFile file = bakery();
    file.accounts[0].lockedAt = file.accounts[0].lockedUntil = {};
    file.accounts[0].failedLogins = 0;
    return file;
}

} // namespace

class SheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void unlockInTwoKeys()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s, u"claire.fontan"_s);
        QVERIFY(s.sheet());
        QVERIFY(s.texts().contains(u"est levé tout de suite"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"sheetConfirm"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        FileDesk::settle();
        QCOMPARE(s.sent().kind, QString(OperationKind::Unlock));
        QCOMPARE(s.sent().params, (QJsonObject{{"account_id"_L1, 1}}));
        QCOMPARE(s.sent().reason, u"locked"_s);
        QCOMPARE(s.sent().call, std::optional(sampleCall()));
        QVERIFY(!s.find<QPushButton>(u"sheetConfirm"_s)->isEnabled());
        s.desk.done();
        s.desk.answer(unlocked());
        QVERIFY(!s.sheet());
        QVERIFY(s.texts().contains(u"✓ Déverrouillé à 14:21 · fait pour l’appel en cours"_s));
        // It stays over the next refresh, and goes with the file.
        s.desk.cases.refresh();
        s.desk.answer(unlocked());
        QVERIFY(s.texts().contains(u"✓ Déverrouillé à 14:21"_s));
        s.open(accountant(2));
        QVERIFY(!s.texts().contains(u"✓ Déverrouillé à 14:21"_s));
    }

    void resetStatesBothEffects()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        auto *unlock = s.find<QCheckBox>(u"sheetUnlock"_s);
        QVERIFY(unlock && unlock->isChecked());
        QVERIFY(s.texts().contains(u"Sans retour possible."_s));
        QVERIFY(s.texts().contains(u"Le verrou est levé en même temps."_s));
        unlock->click();
        QVERIFY(s.texts().contains(u"Le compte reste verrouillé jusqu’à 14:32."_s));
        s.confirm();
        QCOMPARE(s.sent().params, (QJsonObject{{"account_id"_L1, 1}, {"unlock"_L1, false}}));
        s.desk.done({{"mails"_L1, QJsonArray{1, 2}}, {"unlocked"_L1, false}});
        s.desk.answer(bakery());
        QVERIFY(s.texts().contains(u"✓ Mot de passe réinitialisé à 14:21, deux courriels en route"_s));
    }

    void noTickWithoutALock()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"sonia.roux"_s);
        QVERIFY(!s.find<QCheckBox>(u"sheetUnlock"_s));
        QCOMPARE(s.desk.cases.selectedAccount()->identifiant, u"sonia.roux"_s);
        s.confirm();
        QCOMPARE(s.sent().params.value("unlock"_L1).toBool(), false);
    }

    void otherReasonNeedsWords()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        auto *reason = s.find<QComboBox>(u"sheetReason"_s);
        reason->setCurrentIndex(reason->findData(u"other"_s));
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.texts().contains(u"Ce motif demande une précision."_s));
        QTest::keyClicks(s.find<QLineEdit>(u"sheetReasonText"_s), u"Demande ecrite"_s);
        s.confirm();
        QCOMPARE(s.sent().reasonText, u"Demande ecrite"_s);
    }

    void refusalIsSaidInPlaceAndCanBeTriedAgain()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s);
        s.confirm();
        s.desk.refuse({Error::Code::Refused, {}, u"not_locked"_s, {}});
        QVERIFY(s.sheet());
        QVERIFY(s.message().contains(u"n’est pas verrouillé"_s));
        const QUuid first = s.sent().id;
        s.confirm();
        QCOMPARE(s.desk.operationStore.submitted.size(), 2);
        QVERIFY(s.sent().id != first);
    }

    void withoutConnectionNothingIsSent()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s);
        s.desk.session.reportLost(s.desk.session.generation());
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.message().contains(u"rien n’a été modifié"_s));
        QVERIFY(s.find<QPushButton>(u"sheetConfirm"_s)->isEnabled());
    }

    void lostAnswerIsSaidAndItsResultStillArrives()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s);
        s.confirm();
        const OperationRequest request = s.sent();
        Q_EMIT s.desk.operations.uncertain(request.id);
        QVERIFY(s.message().contains(u"s’est perdue"_s));
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
        QVERIFY(!s.sheet());
        Q_EMIT s.desk.operations.finished({request.id, request.kind, false, utc(3, 12, 22), {}});
        FileDesk::settle();
        QVERIFY(s.texts().contains(u"✓ Déverrouillé à 14:22"_s));
    }

    void lostOperationThatWasNotDoneIsToldAfterwards()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s);
        s.confirm();
        const QUuid id = s.sent().id;
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
        Q_EMIT s.desk.operations.failed(id, {Error::Code::Refused, {}, u"call_closed"_s, {}});
        QVERIFY(s.find<Banner>(u"fileBanner"_s));
    }

    void escapeGivesTheKeyboardBack()
    {
        Shown s;
        s.open(bakery());
        auto *row = s.view.findChildren<AccountRow *>().first();
        auto *button = row->findChild<QPushButton *>();
        button->setFocus();
        button->click();
        QVERIFY(s.sheet());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!s.sheet());
        QCOMPARE(QApplication::focusWidget(), button);
    }

    void theFileGoesBackToWhereItWas()
    {
        Shown s;
        s.view.resize(820, 520);
        s.open(bakery());
        auto *bar = s.view.findChild<QScrollArea *>(u"filePage"_s)->verticalScrollBar();
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        QTRY_VERIFY(bar->value() > 0);
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
        QTRY_COMPARE(bar->value(), 0);
    }

    void scriptPanelOpensAPrefilledSheet()
    {
        Shown s;
        s.open(bakery());
        OperationRequest request;
        request.kind = OperationKind::ResendConfirmation;
        request.params = {{"habilitation_id"_L1, 1003}};
        request.reason = u"never_received"_s;
        s.view.openSheet(request);
        QVERIFY(s.texts().contains(u"Renvoyer la confirmation à sonia.roux"_s));
        s.confirm();
        QCOMPARE(s.sent().params, (QJsonObject{{"habilitation_id"_L1, 1003}}));
        // About somebody who is not in this file: said, not guessed.
        request.params = {{"habilitation_id"_L1, 77}};
        s.view.openSheet(request);
        QVERIFY(s.texts().contains(u"n’est pas dans le dossier ouvert"_s));
    }

    void closingDraftsTheAnswerUntilItIsEdited()
    {
        Shown s;
        CallerFile file = bakery();
        PastOperation unlock = file.operations.first();
        unlock.id = QUuid::createUuid();
        unlock.kind = OperationKind::Unlock;
        unlock.call = sampleCall();
        unlock.at = utc(3, 12, 7);
        file.operations.prepend(unlock);
        s.open(file);
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        auto *answer = s.find<QPlainTextEdit>(u"closeAnswer"_s);
        auto *outcome = s.find<QComboBox>(u"closeOutcome"_s);
        QVERIFY(typedText(answer).contains(u"a été déverrouillé le 3\u00A0avril à 14:07"_s));
        QVERIFY(s.texts().contains(u"✓ 14:07"_s));
        outcome->setCurrentIndex(outcome->findData(u"access_restored"_s));
        QVERIFY(answer->toPlainText().contains(u"Pour vous connecter"_s));
        // Done meanwhile, from the script: the untouched draft follows.
        PastOperation reset = unlock;
        reset.kind = OperationKind::ResetPassword;
        file.operations.prepend(reset);
        s.desk.cases.refresh();
        s.desk.answer(file);
        QVERIFY(answer->toPlainText().contains(u"réinitialisé"_s));
        // Touched: neither the outcome nor a refresh writes over it.
        answer->setPlainText(u"Bonjour, c’est réparé. Cordialement."_s);
        outcome->setCurrentIndex(outcome->findData(u"explained"_s));
        s.desk.cases.refresh();
        s.desk.answer(file);
        QCOMPARE(answer->toPlainText(), u"Bonjour, c’est réparé. Cordialement."_s);
        s.confirm();
        QCOMPARE(s.sent().params,
                 (QJsonObject{{"number"_L1, 48213},
                              {"version"_L1, 3},
                              {"outcome"_L1, u"explained"_s},
                              {"outcome_text"_L1, QString()},
                              {"duplicates"_L1, QJsonArray{QJsonObject{{"number"_L1, 48377}, {"version"_L1, 3}}}},
                              {"answer"_L1, u"Bonjour, c’est réparé. Cordialement."_s}}));
        s.desk.done({{"number"_L1, 48213}, {"version"_L1, 4}, {"mail"_L1, 12}});
        file.tickets[0].state = TicketState::Closed;
        file.tickets[0].closedAt = utc(3, 12, 21);
        s.desk.answer(file);
        QVERIFY(s.texts().contains(u"✓ Close à 14:21, réponse en route"_s));
        QVERIFY(s.texts().contains(u"✓ Close le 03/04"_s));
        QVERIFY(s.desk.local.drafts.value(u"answer/48213"_s).isEmpty());
    }

    void whatIsMissingIsAskedInPlace_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("said");
        QTest::newRow("no outcome") << QString() << u"Bonjour."_s << u"Choisissez une issue."_s;
        QTest::newRow("no answer") << u"explained"_s << u"  "_s << u"La réponse est vide"_s;
        QTest::newRow("to whom") << u"transferred"_s << u"Bonjour."_s << u"Cette issue demande une précision."_s;
        QTest::newRow("a place left") << u"explained"_s << u"Bonjour {nom}."_s
                                      << u"Il reste à compléter\u00A0: {nom}"_s;
        QTest::newRow("too long") << u"explained"_s << QString(4010, u'a') << u"10 caractères de trop."_s;
    }
    void whatIsMissingIsAskedInPlace()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, answer);
        QFETCH(QString, said);
        Shown s;
        s.open(bakery());
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        auto *box = s.find<QComboBox>(u"closeOutcome"_s);
        box->setCurrentIndex(box->findData(outcome));
        s.find<QPlainTextEdit>(u"closeAnswer"_s)->setPlainText(answer);
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY2(s.texts().contains(said), qPrintable(s.texts()));
    }

    void aConflictShowsWhatChangedAndKeepsTheText()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        auto *box = s.find<QComboBox>(u"closeOutcome"_s);
        box->setCurrentIndex(0);
        auto *answer = s.find<QPlainTextEdit>(u"closeAnswer"_s);
        answer->setPlainText(u"Mon texte."_s);
        s.confirm();
        s.desk.refuse(conflict(u"taken"_s,
                               {QVariantMap{{u"field"_s, u"state"_s},
                                            {u"was"_s, u"open"_s},
                                            {u"is"_s, u"taken"_s},
                                            {u"by"_s, u"Paul Leroy"_s},
                                            {u"at"_s, u"2020-04-03T12:05:00Z"_s}},
                                QVariantMap{{u"field"_s, u"motif"_s},
                                            {u"was"_s, u"habilitation"_s},
                                            {u"is"_s, u"autres"_s},
                                            {u"by"_s, u"Paul Leroy"_s},
                                            {u"at"_s, u"2020-04-03T12:05:00Z"_s}}}));
        const QString said = s.find<Banner>(u"closeConflict"_s)->text();
        QVERIFY2(said.contains(u"État\u00A0: à prendre → prise en charge (Paul Leroy, 14:05)."_s), qPrintable(said));
        QVERIFY2(said.contains(u"Motif\u00A0: Habilitation à l’extranet → Autres"_s), qPrintable(said));
        QCOMPARE(answer->toPlainText(), u"Mon texte."_s);
        s.confirm();
        QCOMPARE(s.sent().params.value("version"_L1).toInt(), 7);
        // Closed by somebody else meanwhile: the text is kept, confirming is impossible and says why.
        s.desk.refuse(conflict(u"closed"_s,
                               {QVariantMap{{u"field"_s, u"state"_s},
                                            {u"was"_s, u"open"_s},
                                            {u"is"_s, u"closed"_s},
                                            {u"by"_s, u"Paul Leroy"_s},
                                            {u"at"_s, u"2020-04-03T12:06:00Z"_s}}}));
        QCOMPARE(answer->toPlainText(), u"Mon texte."_s);
        auto *confirm = s.find<QPushButton>(u"sheetConfirm"_s);
        QVERIFY(isBlocked(confirm));
        QCOMPARE(confirm->text(), u"Déjà close"_s);
    }

    void typedTextSurvivesClosingTheSheetAndTheFile()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        s.find<QPlainTextEdit>(u"closeAnswer"_s)->setPlainText(u"Commencé."_s);
        QTRY_VERIFY(s.desk.local.drafts.value(u"answer/48213"_s).contains(u"Commencé."_s));
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
        s.open(accountant(2));
        s.open(bakery());
        s.press(u"Clore…"_s, u"#48\u00A0213"_s);
        QCOMPARE(s.find<QPlainTextEdit>(u"closeAnswer"_s)->toPlainText(), u"Commencé."_s);
    }

    void aDuplicateIsClosedAsOne()
    {
        Shown s;
        s.open(bakery());
        s.view.openTicketClose(TicketNumber(48377));
        QCOMPARE(s.find<QComboBox>(u"closeOutcome"_s)->currentData().toString(), u"duplicate"_s);
        QVERIFY(typedText(s.find<QPlainTextEdit>(u"closeAnswer"_s)).contains(u"n°\u00A048\u00A0213"_s));
    }

    void takeCommentReopen()
    {
        Shown s;
        CallerFile file = bakery();
        Ticket closed = ticket(47000, TicketState::Closed, utc(20, 9, 0, 3));
        closed.closedAt = utc(22, 9, 0, 3);
        file.tickets << closed;
        s.open(file);
        s.press(u"Prendre"_s, u"#48\u00A0213"_s);
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::TicketTake));
        QCOMPARE(s.sent().params, (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}}));
        s.desk.done();
        file.tickets[0].owner = u"n.martin"_s;
        file.tickets[0].state = TicketState::Taken;
        s.desk.answer(file);
        QVERIFY(s.texts().contains(u"✓ Prise en charge par vous à 14:21"_s));
        s.press(u"#48\u00A0213"_s);
        s.press(u"Commenter…"_s);
        s.confirm();
        QVERIFY(s.texts().contains(u"Écrivez quelques mots."_s));
        s.find<QPlainTextEdit>(u"sheetText"_s)->setPlainText(u"Rappelée."_s);
        s.confirm();
        QCOMPARE(s.sent().params.value("text"_L1).toString(), u"Rappelée."_s);
        s.desk.done();
        s.desk.answer(file);
        s.press(u"voir la demande close"_s);
        s.press(u"Rouvrir…"_s, u"#47\u00A0000"_s);
        s.find<QPlainTextEdit>(u"sheetText"_s)->setPlainText(u"Pas réglé."_s);
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::TicketReopen));
    }

    void newTicketIsPrefilledAndChecked()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Nouvelle demande…"_s);
        QCOMPARE(s.find<QLineEdit>(u"ticketSiret"_s)->text(), u"732\u00A0829\u00A0320\u00A000074"_s);
        QCOMPARE(s.find<QLineEdit>(u"ticketName"_s)->text(), u"Fontan Claire"_s);
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.texts().contains(u"Choisissez un motif."_s));
        s.find<QComboBox>(u"ticketMotif"_s)->setCurrentIndex(0);
        s.find<QLineEdit>(u"ticketPhone"_s)->setText(u"05 61 00 00 41"_s);
        s.find<QLineEdit>(u"ticketEmail"_s)->setText(u"claire@exemple.fr"_s);
        s.find<QPlainTextEdit>(u"ticketDescription"_s)->setPlainText(QString(1001, u'x'));
        s.confirm();
        QVERIFY(s.texts().contains(u"1 caractère de trop."_s));
        s.find<QPlainTextEdit>(u"ticketDescription"_s)->setPlainText(u"Codes jamais reçus."_s);
        s.confirm();
        QCOMPARE(s.sent().params,
                 (QJsonObject{{"siret"_L1, u"73282932000074"_s},
                              {"denomination"_L1, u"Boulangerie du Capitole"_s},
                              {"requester_name"_L1, u"Fontan Claire"_s},
                              {"requester_phone"_L1, u"05 61 00 00 41"_s},
                              {"requester_email"_L1, u"claire@exemple.fr"_s},
                              {"motif"_L1, u"habilitation"_s},
                              {"description"_L1, u"Codes jamais reçus."_s}}));
        s.desk.done({{"number"_L1, 48500}});
        CallerFile file = bakery();
        file.tickets.prepend(ticket(48500, TicketState::Open, utc(3, 12, 21)));
        s.desk.answer(file);
        QVERIFY(s.texts().contains(u"✓ Ouverte à 14:21"_s));
    }

    void oneSheetAtATimeAndOnePrimaryButton()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Déverrouiller"_s);
        s.press(u"Mot de passe…"_s, u"sonia.roux"_s);
        int sheets = 0, primary = 0;
        for (const Sheet *sheet : s.view.findChildren<Sheet *>())
            sheets += sheet->isVisible();
        for (const QPushButton *button : s.view.findChildren<QPushButton *>())
            primary += button->isVisible() && button->property("kind").toByteArray() == "primary";
        QCOMPARE(sheets, 1);
        QCOMPARE(primary, 1);
    }
};

QTEST_MAIN(SheetsTest)
#include "tst_sheets.moc"
