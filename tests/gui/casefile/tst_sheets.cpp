// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/shownfile.h"
#include "ui/casefile/accountrow.h"
#include "ui/casefile/casefileview.h"
#include "ui/casefile/ticketrow.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/field.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
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

/// From now on the database asks for the check: two facts can be used, one was shown, one is not on file.
void askForCheck(Shown &s)
{
    using Why = CheckFact::Why;
    s.desk.accessStore.statuses.always
        = CheckStatus{{{u"account.identifiant"_s, u"identifiant"_s, Why::Shown},
                       {u"account.phone"_s, u"téléphone du compte"_s, Why::Usable},
                       {u"establishment.headcount"_s, u"effectif"_s, Why::Absent},
                       {u"establishment.street"_s, u"voie de l’établissement"_s, Why::Usable}},
                      3,
                      {}};
}

void sayFacts(Shown &s, const QString &first, const QString &second)
{
    s.find<QLineEdit>(u"checkValue1"_s)->setText(first);
    s.find<QLineEdit>(u"checkValue2"_s)->setText(second);
    QTest::keyClick(s.find<QLineEdit>(u"checkValue2"_s), Qt::Key_Return);
    FileDesk::settle();
}

void giveReason(Shown &s)
{
    auto *reason = s.find<QComboBox>(u"sheetReason"_s);
    reason->setCurrentIndex(reason->findData(u"other"_s));
    s.find<QLineEdit>(u"sheetReasonText"_s)->setText(u"départ en retraite"_s);
}

void fillPerson(Shown &s)
{
    QTest::keyClicks(s.find<QLineEdit>(u"person_last_name"_s), u"Durand"_s);
    QTest::keyClicks(s.find<QLineEdit>(u"person_first_name"_s), u"Paul"_s);
    QTest::keyClicks(s.find<QLineEdit>(u"person_phone"_s), u"05 61 00 00 12"_s);
    QTest::keyClicks(s.find<QLineEdit>(u"person_email"_s), u"p.durand@exemple.fr"_s);
    giveReason(s);
    FileDesk::settle();
}

/// The bakery, where this agent's request for another referent waits.
CallerFile waiting()
{
    CallerFile file = bakery();
    FileRequest request;
    request.id = QUuid(u"7d5f8a1e-3f0c-4c0c-9d59-0c2f4f6c1a77"_s);
    request.kind = OperationKind::ReassignReferent;
    request.requestedAt = utc(3, 12, 21);
    request.expiresAt = utc(6, 12, 21);
    request.personName = u"Paul Durand"_s;
    request.own = true;
    file.requests = {request};
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

    // The check of the caller -----------------------------------------------------------------------------------------

    void theCheckStandsAboveTheReset()
    {
        Shown s;
        askForCheck(s);
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        QCOMPARE(s.desk.accessStore.asked.constLast(), (std::pair<qint64, qint64>(1, 1)));
        auto *first = s.find<QComboBox>(u"checkFact1"_s);
        auto *second = s.find<QComboBox>(u"checkFact2"_s);
        QVERIFY(first && second);
        // Usable ones first, the others greyed with the reason.
        QCOMPARE(first->itemText(0), u"Téléphone du compte"_s);
        QCOMPARE(second->currentText(), u"Voie de l’établissement"_s);
        QCOMPARE(first->itemText(2), u"Identifiant – affiché dans cet appel"_s);
        QCOMPARE(first->itemText(3), u"Effectif – absent du dossier"_s);
        for (int i : {2, 3})
            QVERIFY(!first->model()->flags(first->model()->index(i, 0)).testFlag(Qt::ItemIsEnabled));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"checkValue1"_s);
        // The reset waits: confirming says what is missing instead.
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        int primary = 0;
        for (QPushButton *button : s.sheet()->findChildren<QPushButton *>())
            primary += button->isVisible() && button->property("kind").toString() == u"primary"_s ? 1 : 0;
        QCOMPARE(primary, 1);
    }

    void failedThenPassedThenOneKey()
    {
        Shown s;
        askForCheck(s);
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        s.find<QLineEdit>(u"sheetReasonText"_s)->setText(u"a changé de poste"_s);
        sayFacts(s, u"0102030405"_s, u"3 rue du Port"_s);
        QCOMPARE(s.sent().kind, QString(OperationKind::CallCheck));
        const QJsonArray facts{QJsonObject{{"fact"_L1, u"account.phone"_s}, {"value"_L1, u"0102030405"_s}},
                               QJsonObject{{"fact"_L1, u"establishment.street"_s}, {"value"_L1, u"3 rue du Port"_s}}};
        QCOMPARE(s.sent().params, (QJsonObject{{"establishment_id"_L1, 1}, {"account_id"_L1, 1}, {"facts"_L1, facts}}));
        QCOMPARE(s.sent().call, std::optional(sampleCall()));
        // What was said is kept on this machine by nobody, not even while the answer is awaited.
        for (const QJsonObject &kept : s.desk.local.kept)
            QVERIFY(!QJsonDocument(kept).toJson().contains("Port"));
        for (const QString &draft : s.desk.local.drafts)
            QVERIFY(!draft.contains(u"Port"_s));
        s.desk.done({{"passed"_L1, false}, {"tries_left"_L1, 2}});
        const QString said = s.find<Banner>(u"checkResult"_s)->text();
        QVERIFY(said.contains(u"Il reste 2 essais"_s));
        QVERIFY(!said.contains(u"téléphone"_s, Qt::CaseInsensitive) && !said.contains(u"voie"_s, Qt::CaseInsensitive));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"checkValue1"_s);
        QCOMPARE(s.find<QLineEdit>(u"checkValue2"_s)->text(), u"3 rue du Port"_s);
        s.desk.answer(bakery());
        sayFacts(s, u"0561000041"_s, u"12 rue d’Alsace"_s);
        s.desk.done(
            {{"passed"_L1, true}, {"tries_left"_L1, 2}, {"valid_until"_L1, utc(3, 12, 52).toString(Qt::ISODate)}});
        QVERIFY(s.texts().contains(u"✓ Appelant vérifié jusqu’à 14:52"_s));
        QVERIFY(!s.find<QLineEdit>(u"checkValue1"_s));
        QCOMPARE(s.find<QLineEdit>(u"sheetReasonText"_s)->text(), u"a changé de poste"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"sheetConfirm"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        FileDesk::settle();
        QCOMPARE(s.sent().kind, QString(OperationKind::ResetPassword));
    }

    void thirdFailureEndsIt()
    {
        Shown s;
        askForCheck(s);
        s.open(bakery());
        QSignalSpy ended(&s.view, &CaseFileView::endCallWanted);
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        sayFacts(s, u"1"_s, u"2"_s);
        s.desk.done({{"passed"_L1, false}, {"tries_left"_L1, 0}});
        QVERIFY(s.find<Banner>(u"checkResult"_s)->text().contains(u"Par sécurité"_s));
        QVERIFY(s.texts().contains(u"✗ Appelant non vérifié"_s));
        s.confirm();
        QCOMPARE(s.desk.operationStore.submitted.size(), 1); // no reset
        s.find<QPushButton>(u"checkEndCall"_s)->click();
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.constFirst().constFirst().toString(), u"check_failed"_s);
    }

    void theDatabaseMayStillAskForTheCheck()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Mot de passe…"_s, u"claire.fontan"_s);
        s.confirm();
        askForCheck(s);
        s.desk.refuse(Error{Error::Code::Refused, {}, u"check_needed"_s});
        QVERIFY(s.find<QLineEdit>(u"checkValue1"_s));
        QVERIFY(s.message().contains(u"pas encore vérifié"_s));
    }

    void daysAreReadAsPeopleSayThem_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("sent");
        QTest::newRow("figures") << u"31/03/2020"_s << u"2020-03-31"_s;
        QTest::newRow("short year") << u"31.3.20"_s << u"2020-03-31"_s;
        QTest::newRow("no year, past") << u"31/03"_s << u"2020-03-31"_s;
        QTest::newRow("no year, would be ahead") << u"31/12"_s << u"2019-12-31"_s;
        QTest::newRow("words") << u"31 mars 2020"_s << u"2020-03-31"_s;
        QTest::newRow("words without a year") << u"31 mars"_s << u"2020-03-31"_s;
        QTest::newRow("yesterday") << u"Hier"_s << u"2020-04-02"_s;
        QTest::newRow("no day at all") << u"je ne sais plus"_s << u"je ne sais plus"_s;
    }
    void daysAreReadAsPeopleSayThem()
    {
        QFETCH(QString, said);
        QTEST(dayAsTyped(said, QDate(2020, 4, 3)), "sent");
    }

    // Who gets the access ---------------------------------------------------------------------------------------------

    void reassignToSomebodyNewAndWait()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Changer le référent…"_s);
        fillPerson(s);
        QCOMPARE(s.desk.accessStore.rehearsed.size(), 0); // not while it is typed
        QTRY_COMPARE(s.desk.accessStore.rehearsed.size(), 1); // once, after the last key
        const QJsonObject person{{"last_name"_L1, u"Durand"_s},
                                 {"first_name"_L1, u"Paul"_s},
                                 {"phone"_L1, u"05 61 00 00 12"_s},
                                 {"email"_L1, u"p.durand@exemple.fr"_s},
                                 {"profile"_L1, u"etablissement"_s}};
        const QJsonObject params{{"establishment_id"_L1, 1}, {"keep_old"_L1, false}, {"person"_L1, person}};
        QCOMPARE(s.desk.accessStore.rehearsed.constFirst().params, params);
        Rehearsal rehearsal;
        rehearsal.would = Rehearsal::Would::Waiting;
        rehearsal.result = {{"why"_L1, QJsonArray{u"address_outside_domains"_s, u"no_ticket_from_requester"_s}}};
        s.desk.accessStore.rehearsals.answerLast(rehearsal);
        FileDesk::settle();
        const QString told = s.find<QLabel>(u"sheetConsequence"_s)->text();
        for (const QString &part :
             {u"Paul Durand devient référent"_s, u"claire.fontan perd son accès"_s,
              u"une autre personne doit d’abord approuver"_s, u"domaine connu"_s, u"aucune demande ouverte"_s})
            QVERIFY2(told.contains(part), qPrintable(told));
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::ReassignReferent));
        QCOMPARE(s.sent().params, params);
        QCOMPARE(s.sent().reason, u"other"_s);
        s.desk.done({{"state"_L1, u"waiting"_s}, {"expires_at"_L1, utc(6, 12, 21).toString(Qt::ISODate)}});
        s.desk.answer(waiting());
        QVERIFY(!s.sheet());
        const QString all = s.texts();
        QVERIFY2(all.contains(u"Changement de référent envoyé pour approbation à 14:21"_s), qPrintable(all));
        QVERIFY(all.contains(u"À dire : « Votre demande est enregistrée."_s) && all.contains(u"72 heures"_s));
        QVERIFY(all.contains(u"en attente d’approbation jusqu’au 06/04 14:21, demandé par vous pour Paul Durand."_s));
        QVERIFY(!s.desk.local.drafts.contains(u"access/referent.reassign/1"_s));
        QVERIFY(isBlocked(s.find<QPushButton>(u"changeReferent"_s)));
        QCOMPARE(s.find<QPushButton>(u"changeReferent"_s)->toolTip(), u"En attente d’approbation"_s);
        QVERIFY(!isBlocked(s.find<QPushButton>(u"createAccount"_s)));
    }

    void everyTargetIsSentAsTheDatabaseTakesIt_data()
    {
        QTest::addColumn<int>("target");
        QTest::addColumn<qint64>("account");
        QTest::newRow("another user of the establishment") << 0 << qint64(3);
        QTest::newRow("an account that exists elsewhere") << 1 << qint64(77);
    }
    void everyTargetIsSentAsTheDatabaseTakesIt()
    {
        QFETCH(int, target);
        QFETCH(qint64, account);
        Shown s;
        s.open(bakery());
        s.press(u"Changer le référent…"_s);
        s.find<QRadioButton>(u"target%1"_s.arg(target))->click();
        if (target == 0) {
            auto *member = s.find<QComboBox>(u"targetMember"_s);
            member->setCurrentIndex(member->findData(account));
        } else {
            s.desk.lookups.suggestions.always = QList<Suggestion>{
                {Suggestion::Kind::Account, u"account:76"_s, u"luc.blancpain"_s, {}},
                {Suggestion::Kind::Account, u"account:77"_s, u"luc.blanc"_s, u"Luc Blanc · l••••@exemple.fr"_s}};
            QTest::keyClicks(s.find<QLineEdit>(u"targetIdentifiant"_s), u"Luc.Blanc"_s);
            QTRY_VERIFY(s.texts().contains(u"Luc Blanc · l••••@exemple.fr"_s));
        }
        s.find<QCheckBox>(u"sheetKeepOld"_s)->click();
        giveReason(s);
        s.confirm();
        QCOMPARE(s.sent().params,
                 (QJsonObject{{"establishment_id"_L1, 1}, {"keep_old"_L1, true}, {"account_id"_L1, account}}));
    }

    void anAddressInUseOffersItsAccountInOneKey()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Créer un compte…"_s);
        QVERIFY(!s.find<QRadioButton>(u"target0"_s)); // those of the establishment have an account
        fillPerson(s);
        s.confirm();
        s.desk.refuse(Error{
            Error::Code::Refused, {}, u"account_exists"_s, {{u"account_id"_s, 77}, {u"identifiant"_s, u"p.durand"_s}}});
        QVERIFY(s.message().contains(u"compte p.durand"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        FileDesk::settle();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"sheetConfirm"_s);
        s.confirm();
        QCOMPARE(s.sent().params, (QJsonObject{{"establishment_id"_L1, 1}, {"account_id"_L1, 77}}));
        s.desk.done({{"state"_L1, u"done"_s},
                     {"account_id"_L1, 77},
                     {"identifiant"_L1, u"p.durand"_s},
                     {"objection_until"_L1, utc(4, 12, 21).toString(Qt::ISODate)}});
        s.desk.answer(bakery());
        QVERIFY(s.texts().contains(u"✓ Compte p.durand habilité à 14:21, opposition possible jusqu’à demain 14:21"_s));
    }

    void badFieldsAreSaidAtTheField_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"last_name", "first_name", "phone", "email"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void badFieldsAreSaidAtTheField()
    {
        QFETCH(QString, field);
        Shown s;
        s.open(bakery());
        s.press(u"Créer un compte…"_s);
        fillPerson(s);
        s.confirm();
        s.desk.refuse(Error{Error::Code::Refused, {}, u"bad_person"_s, {{u"field"_s, field}}});
        auto *edit = s.find<QLineEdit>(u"person_"_s + field);
        QVERIFY(edit->hasFocus());
        QVERIFY(!static_cast<Field *>(edit->parentWidget())->error().isEmpty());
    }

    void whatIsTypedComesBack()
    {
        Shown s;
        s.open(bakery());
        s.press(u"Changer le référent…"_s);
        fillPerson(s);
        s.find<QCheckBox>(u"sheetKeepOld"_s)->click();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        FileDesk::settle();
        QVERIFY(!s.sheet());
        QTRY_VERIFY(s.desk.local.drafts.contains(u"access/referent.reassign/1"_s));
        s.press(u"Changer le référent…"_s);
        QTRY_COMPARE(s.find<QLineEdit>(u"person_email"_s)->text(), u"p.durand@exemple.fr"_s);
        QVERIFY(s.find<QCheckBox>(u"sheetKeepOld"_s)->isChecked());
    }

    void anObjectionIsRecordedFromTheFile()
    {
        Shown s;
        CallerFile file = bakery();
        FileChange change;
        change.id = QUuid::createUuid();
        change.kind = OperationKind::ReassignReferent;
        change.at = utc(3, 8, 0);
        change.until = utc(4, 8, 0);
        change.actorName = u"Paul Leroy"_s;
        change.newIdentifiant = u"sonia.roux"_s;
        change.oldIdentifiant = u"claire.fontan"_s;
        file.changes = {change};
        s.open(file);
        QVERIFY(s.texts().contains(u"sonia.roux remplace claire.fontan – opposition possible jusqu’à demain 10:00."_s));
        s.press(u"Enregistrer une opposition"_s);
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty()); // words are needed
        QTest::keyClicks(QApplication::focusWidget(), u"Claire Fontan ne demande rien"_s);
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::ChangeObject));
        QCOMPARE(s.sent().params.value("change"_L1).toString(), change.id.toString(QUuid::WithoutBraces));
    }

    void onesOwnRequestIsWithdrawn()
    {
        Shown s;
        CallerFile file = waiting();
        s.open(file);
        s.press(u"Retirer la demande"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"mauvaise adresse"_s);
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::ApprovalWithdraw));
        file.requests[0].own = false;
        s.desk.done({{"state"_L1, u"withdrawn"_s}});
        s.desk.answer(file);
        for (const QPushButton *button : s.view.findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || button->text() != u"Retirer la demande"_s); // only one's own
    }
};

QTEST_MAIN(SheetsTest)
#include "tst_sheets.moc"
