// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/shownfile.h"
#include "ui/casefile/casefileview.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/dictated.h"
#include "ui/sheets/sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

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

/// The check of the caller, and the sheets that change who has access.
class AccessSheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

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

QTEST_MAIN(AccessSheetsTest)
#include "tst_accesssheets.moc"
