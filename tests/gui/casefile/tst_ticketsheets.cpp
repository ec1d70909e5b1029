// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/shownfile.h"
#include "ui/common/buttons.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/duplicatespanel.h"
#include "ui/sheets/sheets.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace desk;
using namespace desk::test;

namespace {

const TicketNumber first{48213}, second{48377};

SessionInfo deskInfo(bool supervisor = false)
{
    SessionInfo info = sampleSession();
    info.supervisor = supervisor;
    info.holdReasons = {{u"requester"_s, u"En attente du demandeur"_s, false},
                        {u"other_service"_s, u"En attente d’un autre service"_s, false},
                        {u"other"_s, u"Autre (préciser)"_s, true}};
    return info;
}

struct Sheets : Shown {
    explicit Sheets(const CallerFile &file = bakery(), bool supervisor = false) : Shown(deskInfo(supervisor))
    {
        open(file);
    }
    void operate(QLatin1StringView kind, TicketNumber number = first)
    {
        OperationRequest request;
        request.kind = kind;
        request.params = {{"number"_L1, number.value()}};
        view.openSheet(request);
        FileDesk::settle();
    }
    void type(const QString &text) const { find<QPlainTextEdit>(u"sheetText"_s)->setPlainText(text); }
    void choose(const QString &box, const QString &code) const
    {
        auto *combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(code));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    [[nodiscard]] QString draft(const QString &key) const { return desk.local.drafts.value(key); }
};

CallerFile owned(const QString &login, const QString &name, TicketState state = TicketState::Taken)
{
    CallerFile file = bakery();
    for (Ticket &ticket : file.tickets) {
        ticket.owner = login;
        ticket.ownerName = name;
        ticket.state = state;
    }
    return file;
}

CallerFile ofOthers()
{
    return owned(u"p.leroy"_s, u"Paul Leroy"_s);
}

CallerFile mine(TicketState state = TicketState::Taken)
{
    return owned(u"n.martin"_s, u"Nadia Martin"_s, state);
}

/// Three requests, the third by somebody else.
CallerFile threeRequests()
{
    CallerFile file = bakery();
    Ticket third = ticket(48400, TicketState::Open, utc(3, 8, 0));
    third.requesterName = u"Marc Delmas"_s;
    third.requesterEmailMasked = u"m••••@cabinet-delmas.fr"_s;
    file.tickets << third;
    return file;
}

QJsonObject duplicate(qint64 number, int version = 3)
{
    return {{"number"_L1, number}, {"version"_L1, version}};
}

} // namespace

class TicketSheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void aSentenceAndAKey_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<CallerFile>("file");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("done");
        QTest::newRow("resume") << QString(OperationKind::TicketResume) << mine(TicketState::OnHold)
                                << u"sort de l’attente"_s << u"✓ Reprise à 14:21, le délai court de nouveau"_s;
        QTest::newRow("hand back") << QString(OperationKind::TicketHandBack) << mine() << u"revient dans la file"_s
                                   << u"✓ Rendue à 14:21, elle attend quelqu’un"_s;
        QTest::newRow("hand back a held one") << QString(OperationKind::TicketHandBack) << mine(TicketState::OnHold)
                                              << u"et sort de l’attente"_s << u"✓ Rendue à 14:21"_s;
    }
    void aSentenceAndAKey()
    {
        QFETCH(QString, kind);
        QFETCH(CallerFile, file);
        QFETCH(QString, said);
        QFETCH(QString, done);
        Sheets s(file);
        s.operate(QLatin1StringView(kind.toLatin1()));
        QVERIFY2(s.texts().contains(said), qPrintable(s.texts()));
        s.confirm();
        QCOMPARE(s.sent().kind, kind);
        QCOMPARE(s.sent().params, (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}}));
        QCOMPARE(s.sent().ticket, std::optional(first));
        s.desk.done({{"number"_L1, 48213}, {"version"_L1, 4}});
        s.desk.answer(file);
        QVERIFY2(s.texts().contains(done), qPrintable(s.texts()));
    }

    void takingOverSaysWhoseItIsAndWhy()
    {
        Sheets s(ofOthers());
        s.operate(OperationKind::TicketTakeOver);
        QVERIFY2(s.texts().contains(u"La demande est chez Paul Leroy."_s), qPrintable(s.texts()));
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.texts().contains(u"Écrivez quelques mots."_s));
        QVERIFY(s.find<QPlainTextEdit>(u"sheetText"_s)->hasFocus());
        s.type(u"Paul est absent."_s);
        s.confirm();
        QCOMPARE(s.sent().params,
                 (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}, {"text"_L1, u"Paul est absent."_s}}));
    }

    void wakeUpsAreMorningsOfTheDesk_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QStringList>("at");
        QTest::newRow("a Friday afternoon")
            << sampleNow()
            << QStringList{u"2020-04-04T07:00:00Z"_s, u"2020-04-06T07:00:00Z"_s, u"2020-04-06T07:00:00Z"_s};
        QTest::newRow("a Monday: the next one, not today")
            << utc(6, 12, 0)
            << QStringList{u"2020-04-07T07:00:00Z"_s, u"2020-04-09T07:00:00Z"_s, u"2020-04-13T07:00:00Z"_s};
        // Summer time begins on the 29th: nine o'clock stays nine o'clock.
        QTest::newRow("the eve of summer time")
            << utc(28, 12, 0, 3)
            << QStringList{u"2020-03-29T07:00:00Z"_s, u"2020-03-31T07:00:00Z"_s, u"2020-03-30T07:00:00Z"_s};
    }
    void wakeUpsAreMorningsOfTheDesk()
    {
        QFETCH(QDateTime, now);
        QStringList at;
        for (const WakeUp &wake : usualWakeUps(now))
            at << wake.at.toString(Qt::ISODate);
        QTEST(at, "at");
    }

    void holdAsksForWhatIsMissing()
    {
        Sheets s;
        s.operate(OperationKind::TicketHold);
        // Friday: tomorrow would be a Saturday.
        QCOMPARE(s.find<QDateTimeEdit>(u"holdUntil"_s)->text(), u"06/04/2020 09:00"_s);
        QVERIFY2(s.texts().contains(u"Elle est attribuée à vous."_s), qPrintable(s.texts()));
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.texts().contains(u"Choisissez ce que la demande attend."_s));
        s.choose(u"holdReason"_s, u"other"_s);
        s.confirm();
        QVERIFY(s.texts().contains(u"Écrivez quelques mots."_s));
        s.type(u"Un devis."_s);
        s.find<QDateTimeEdit>(u"holdUntil"_s)->setDate(QDate(2020, 4, 2));
        s.confirm();
        QVERIFY(s.texts().contains(u"Ce moment est passé."_s));
        s.find<QDateTimeEdit>(u"holdUntil"_s)->setDate(QDate(2020, 7, 15));
        s.confirm();
        QVERIFY(s.texts().contains(u"90 jours au plus."_s));
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        s.press(u"dans 3 jours"_s);
        s.confirm();
        QCOMPARE(s.sent().params,
                 (QJsonObject{{"number"_L1, 48213},
                              {"version"_L1, 3},
                              {"hold_reason"_L1, u"other"_s},
                              {"until"_L1, u"2020-04-06T07:00:00Z"_s},
                              {"text"_L1, u"Un devis."_s}}));
        s.desk.refuse(Error{Error::Code::Refused, {}, u"bad_until"_s});
        QVERIFY(s.texts().contains(u"Un moment à venir, dans 90 jours au plus."_s));
        QCOMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), u"Un devis."_s);
    }

    void whatIsTypedComesBack_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<CallerFile>("file");
        QTest::addColumn<QString>("key");
        QTest::newRow("hold") << QString(OperationKind::TicketHold) << bakery() << u"hold/48213"_s;
        QTest::newRow("motif") << QString(OperationKind::TicketMotif) << bakery() << u"change_motif/48213"_s;
        QTest::newRow("assign") << QString(OperationKind::TicketAssign) << bakery() << u"assign/48213"_s;
        QTest::newRow("take over") << QString(OperationKind::TicketTakeOver) << ofOthers() << u"take_over/48213"_s;
        QTest::newRow("hand back") << QString(OperationKind::TicketHandBack) << mine() << u"hand_back/48213"_s;
    }
    void whatIsTypedComesBack()
    {
        QFETCH(QString, kind);
        QFETCH(CallerFile, file);
        QFETCH(QString, key);
        const QByteArray code = kind.toLatin1();
        Sheets s(file);
        s.operate(QLatin1StringView(code));
        s.type(u"Commencé."_s);
        QTRY_VERIFY(s.draft(key).contains(u"Commencé."_s));
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
        s.open(accountant(2));
        s.open(file);
        s.operate(QLatin1StringView(code));
        QTRY_COMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), u"Commencé."_s);
        // Not in another ticket's sheet.
        s.operate(QLatin1StringView(code), second);
        QCOMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), QString());
    }

    void assigningListsTheAgents()
    {
        Sheets s(ofOthers(), true);
        s.operate(OperationKind::TicketAssign);
        auto *box = s.find<QComboBox>(u"ticketChoice"_s);
        QVERIFY(!box->isEnabled());
        s.desk.tickets.agentLists.answerLast(Failure(Error{Error::Code::Unavailable, {}, {}}));
        FileDesk::settle();
        QVERIFY2(s.message().contains(u"La base centrale ne répond plus"_s), qPrintable(s.message()));
        s.press(u"Réessayer"_s);
        s.desk.tickets.agentLists.answerLast(QList<DeskAgent>{{u"z.zola"_s, u"Zoé Zola"_s, 1, true},
                                                              {u"a.blanc"_s, u"Anne Blanc"_s, 12, false},
                                                              {u"p.leroy"_s, u"Paul Leroy"_s, 3, true}});
        FileDesk::settle();
        QCOMPARE(box->count(), 2); // whoever has it is not offered
        QCOMPARE(box->itemText(0), u"Zoé Zola · 1 demande · présent"_s);
        QCOMPARE(box->itemText(1), u"Anne Blanc · 12 demandes"_s);
        s.confirm();
        QVERIFY(s.texts().contains(u"Choisissez une personne."_s));
        s.choose(u"ticketChoice"_s, u"a.blanc"_s);
        s.confirm();
        QCOMPARE(s.sent().params, (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}, {"login"_L1, u"a.blanc"_s}}));
        s.desk.refuse(Error{Error::Code::Refused, {}, u"unknown_login"_s});
        QVERIFY(s.texts().contains(u"Choisissez une autre personne."_s));
    }

    void anotherMotif()
    {
        Sheets s;
        s.operate(OperationKind::TicketMotif);
        auto *box = s.find<QComboBox>(u"ticketChoice"_s);
        QCOMPARE(box->findData(u"habilitation"_s), -1); // the one it has
        s.choose(u"ticketChoice"_s, u"autres"_s);
        s.type(u"Rien à voir."_s);
        s.confirm();
        QCOMPARE(
            s.sent().params,
            (QJsonObject{
                {"number"_L1, 48213}, {"version"_L1, 3}, {"motif"_L1, u"autres"_s}, {"text"_L1, u"Rien à voir."_s}}));
    }

    void mergingListsThemTicked()
    {
        CallerFile file = threeRequests();
        Ticket elsewhere = ticket(48500, TicketState::Taken, utc(3, 9, 0));
        elsewhere.owner = u"p.leroy"_s;
        elsewhere.ownerName = u"Paul Leroy"_s;
        Ticket otherMotif = ticket(48501, TicketState::Open, utc(3, 9, 0));
        otherMotif.motif = u"autres"_s;
        file.tickets << elsewhere << otherMotif;
        Sheets s(file);
        s.operate(OperationKind::TicketMerge);
        QVERIFY(s.find<QCheckBox>(u"duplicate48377"_s)->isChecked());
        QVERIFY(s.find<QCheckBox>(u"duplicate48400"_s)->isChecked());
        QVERIFY2(s.find<QCheckBox>(u"duplicate48400"_s)->text().contains(u"Marc Delmas, m••••@cabinet-delmas.fr"_s),
                 qPrintable(s.find<QCheckBox>(u"duplicate48400"_s)->text()));
        QVERIFY(!s.find<QCheckBox>(u"duplicate48500"_s)->isEnabled());
        QVERIFY(s.find<QCheckBox>(u"duplicate48500"_s)->text().endsWith(u"chez Paul Leroy"_s));
        QVERIFY(!s.find<QCheckBox>(u"duplicate48501"_s));
        QVERIFY(s.texts().contains(u"chaque adresse reçoit la même réponse"_s));
        s.find<QCheckBox>(u"duplicate48400"_s)->setChecked(false);
        // A refresh ticks nothing again, and brings the version to rest on.
        file.tickets[1].version = 9;
        s.desk.cases.refresh();
        s.desk.answer(file);
        s.confirm();
        QCOMPARE(
            s.sent().params,
            (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}, {"duplicates"_L1, QJsonArray{duplicate(48377, 9)}}}));
        // One of those was changed meanwhile: which one is said.
        Error changed = conflict(u"taken"_s, {});
        changed.params.insert(u"number"_s, 48377);
        s.desk.refuse(changed);
        QVERIFY2(s.message().contains(u"#48\u00A0377"_s), qPrintable(s.message()));
        QCOMPARE(s.sent().params.value("version"_L1).toInt(), 3);
        s.find<QCheckBox>(u"duplicate48377"_s)->setChecked(false);
        s.confirm();
        QVERIFY(s.texts().contains(u"Cochez au moins une demande."_s));
    }

    void oneAnswerForOnePersonsRequests()
    {
        Sheets s;
        s.operate(OperationKind::TicketClose);
        QVERIFY(s.find<QRadioButton>(u"duplicatesMerge"_s)->isChecked());
        QVERIFY(s.texts().contains(u"Le demandeur reçoit une seule réponse."_s));
        auto *answer = s.find<QPlainTextEdit>(u"closeAnswer"_s);
        QVERIFY2(typedText(answer).contains(u"vos demandes n°\u00A048\u00A0213 et 48\u00A0377"_s),
                 qPrintable(typedText(answer)));
        QVERIFY(typedText(answer).startsWith(u"Bonjour Claire Fontan,"_s));
        s.find<QRadioButton>(u"duplicatesLeave"_s)->setChecked(true);
        QVERIFY(typedText(answer).contains(u"votre demande n°\u00A048\u00A0213"_s));
        s.choose(u"closeOutcome"_s, u"explained"_s);
        s.confirm();
        QVERIFY(s.sent().params.value("leave_duplicates"_L1).toBool());
        QVERIFY(!s.sent().params.contains("duplicates"_L1));
        s.desk.done({{"number"_L1, 48213},
                     {"version"_L1, 4},
                     {"mail"_L1, 7},
                     {"mails"_L1, QJsonArray{7, 8}},
                     {"merged"_L1, QJsonArray{48377}}});
        s.desk.answer(bakery());
        QVERIFY2(
            s.texts().contains(u"✓ Close à 14:21 avec un doublon, une réponse en route vers chacune des 2 adresses"_s),
            qPrintable(s.texts()));
    }

    void requestsOfSeveralPeopleAreDecidedFirst()
    {
        Sheets s(threeRequests());
        s.operate(OperationKind::TicketClose);
        auto *merge = s.find<QRadioButton>(u"duplicatesMerge"_s);
        QVERIFY(!merge->isChecked() && !s.find<QRadioButton>(u"duplicatesLeave"_s)->isChecked());
        s.choose(u"closeOutcome"_s, u"explained"_s);
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        QVERIFY(s.texts().contains(u"Dites ce que deviennent ces demandes."_s));
        merge->setChecked(true);
        // The letter others read too names nobody.
        auto *answer = s.find<QPlainTextEdit>(u"closeAnswer"_s);
        QVERIFY2(typedText(answer).startsWith(u"Bonjour,\n"_s), qPrintable(typedText(answer)));
        s.find<QCheckBox>(u"duplicate48400"_s)->setChecked(false);
        QVERIFY(typedText(answer).startsWith(u"Bonjour Claire Fontan,"_s));
        s.confirm();
        QCOMPARE(s.sent().params.value("duplicates"_L1).toArray(), QJsonArray{duplicate(48377)});
        QVERIFY(s.sent().params.value("leave_duplicates"_L1).toBool()); // the other one was seen and left
    }

    void duplicatesTheDatabaseKnowsOpenInPlace()
    {
        CallerFile file = bakery();
        file.tickets.removeLast();
        Sheets s(file);
        s.operate(OperationKind::TicketClose);
        QVERIFY(!s.find<DuplicatesPanel>(u"duplicatesPanel"_s));
        s.choose(u"closeOutcome"_s, u"explained"_s);
        auto *answer = s.find<QPlainTextEdit>(u"closeAnswer"_s);
        answer->setPlainText(u"Mon texte."_s);
        s.confirm();
        QVERIFY(!s.sent().params.contains("leave_duplicates"_L1));
        s.desk.refuse(Error{
            Error::Code::Refused, {}, u"open_duplicates"_s, {{u"numbers"_s, QVariantList{48900}}, {u"count"_s, 1}}});
        QVERIFY2(s.message().contains(u"(#48\u00A0900)"_s), qPrintable(s.message()));
        QCOMPARE(s.desk.tickets.opened, QList<TicketNumber>{first});
        TicketDetail detail;
        detail.twins = {{TicketNumber(48900),
                         2,
                         utc(3, 12, 7),
                         u"C. Fontan"_s,
                         u"c••••@ailleurs.fr"_s,
                         {},
                         {},
                         u"open"_s,
                         {},
                         false}};
        s.desk.tickets.details.answerLast(detail);
        s.desk.answer(file);
        QVERIFY(s.find<DuplicatesPanel>(u"duplicatesPanel"_s));
        QCOMPARE(typedText(answer), u"Mon texte."_s);
        s.confirm();
        QVERIFY(s.texts().contains(u"Dites ce que deviennent ces demandes."_s)); // not decided by itself
        s.find<QRadioButton>(u"duplicatesMerge"_s)->setChecked(true);
        s.confirm();
        QCOMPARE(s.sent().params.value("duplicates"_L1).toArray(), QJsonArray{duplicate(48900, 2)});
        QCOMPARE(s.sent().params.value("answer"_L1).toString(), u"Mon texte."_s);
    }

    void aDuplicateLeavesTheFirstOne()
    {
        Sheets s;
        s.operate(OperationKind::TicketClose, second);
        QVERIFY(s.find<QRadioButton>(u"duplicatesLeave"_s)->isChecked());
    }

    void aTransferSaysToWhom()
    {
        CallerFile file = bakery();
        file.tickets.removeLast();
        Sheets s(file);
        s.operate(OperationKind::TicketTransfer);
        QVERIFY(!s.find<QComboBox>(u"closeOutcome"_s));
        s.confirm();
        QVERIFY(s.texts().contains(u"Écrivez à qui la demande est transférée."_s));
        QVERIFY(s.find<QLineEdit>(u"closeOutcomeText"_s)->hasFocus());
        QTest::keyClicks(s.find<QLineEdit>(u"closeOutcomeText"_s), u"UD de Haute-Garonne"_s);
        const QString answer = typedText(s.find<QPlainTextEdit>(u"closeAnswer"_s));
        QVERIFY2(answer.contains(u"transmise\u00A0: UD de Haute-Garonne."_s), qPrintable(answer));
        QTRY_VERIFY(s.draft(u"transfer/48213"_s).contains(u"Haute-Garonne"_s));
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::TicketTransfer));
        QCOMPARE(
            s.sent().params,
            (QJsonObject{
                {"number"_L1, 48213}, {"version"_L1, 3}, {"to"_L1, u"UD de Haute-Garonne"_s}, {"answer"_L1, answer}}));
        s.desk.done({{"number"_L1, 48213},
                     {"version"_L1, 4},
                     {"mail"_L1, 7},
                     {"mails"_L1, QJsonArray{7}},
                     {"merged"_L1, QJsonArray{}}});
        s.desk.answer(file);
        QVERIFY(s.texts().contains(u"✓ Transférée à 14:21, réponse en route"_s));
        QVERIFY(s.draft(u"transfer/48213"_s).isEmpty());
    }

    void aConflictIsToldFieldByField()
    {
        Sheets s;
        s.operate(OperationKind::TicketHold);
        s.choose(u"holdReason"_s, u"requester"_s);
        s.type(u"Relancée."_s);
        s.confirm();
        const auto change = [](const QString &field, const QVariant &was, const QVariant &is) {
            return QVariantMap{{u"field"_s, field},
                               {u"was"_s, was},
                               {u"is"_s, is},
                               {u"by"_s, u"Paul Leroy"_s},
                               {u"at"_s, u"2020-04-03T12:05:00Z"_s}};
        };
        s.desk.refuse(conflict(u"on_hold"_s,
                               {change(u"hold_reason"_s, {}, u"other_service"_s),
                                change(u"hold_until"_s, {}, u"2020-04-06T07:00:00+00:00"_s),
                                change(u"due_at"_s, u"2020-04-03T15:05:00+00:00"_s, u"2020-04-07T08:00:00+00:00"_s),
                                change(u"owner"_s, {}, u"p.leroy"_s), change(u"duplicate_of"_s, {}, 48100)}));
        for (const QString &said :
             {u"Raison de l’attente\u00A0: vide → En attente d’un autre service (Paul Leroy, 14:05)."_s,
              u"Réveil\u00A0: vide → 06/04 09:00"_s, u"Échéance\u00A0: 17:05 → 07/04 10:00"_s,
              u"Prise en charge\u00A0: personne → p.leroy"_s, u"Doublon de\u00A0: vide → #48\u00A0100"_s,
              u"Votre texte est conservé."_s})
            QVERIFY2(s.message().contains(said), qPrintable(s.message()));
        QCOMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), u"Relancée."_s);
        s.confirm();
        QCOMPARE(s.sent().params.value("version"_L1).toInt(), 7);
        s.desk.refuse(conflict(u"merged"_s, {}));
        QVERIFY(isBlocked(s.find<QPushButton>(u"sheetConfirm"_s)));
        QCOMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), u"Relancée."_s);
    }

    void refusalsAreSentences_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QVariantMap>("params");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *rule, const QVariantMap &params, const QString &said) {
            QTest::newRow(rule) << QString::fromLatin1(rule) << params << said;
        };
        row("same_owner", {}, u"déjà chez cette personne"_s);
        row("hold_reason_needed", {}, u"Choisissez ce que la demande attend"_s);
        row("hold_text_needed", {}, u"demande une précision"_s);
        row("bad_until", {}, u"dans 90 jours au plus"_s);
        row("not_on_hold", {}, u"n’est pas en attente"_s);
        row("same_motif", {}, u"déjà ce motif"_s);
        row("merge_other_siret", {{u"number"_s, 48377}}, u"Il s’agit de #48\u00A0377."_s);
        row("merge_other_motif", {}, u"pas le même motif"_s);
        row("merge_itself", {}, u"avec elle-même"_s);
        row("unknown_login", {}, u"n’est pas un agent"_s);
        row("supervisor_only", {}, u"réservée aux superviseurs"_s);
        row("not_owned", {}, u"n’est chez personne"_s);
        row("too_many_duplicates", {}, u"Trop de demandes à la fois"_s);
        row("text_not_plain", {}, u"caractères invisibles"_s);
        row("too_many_tickets", {}, u"Trop de demandes à la fois"_s);
        row("owned_by_other", {{u"owner_name"_s, u"Paul Leroy"_s}, {u"number"_s, 48377}},
            u"La demande #48\u00A0377 est prise en charge par Paul Leroy"_s);
        row("view_name_needed", {}, u"Donnez un nom"_s);
        row("view_name_taken", {}, u"porte déjà ce nom"_s);
        row("unknown_view", {}, u"n’existe plus"_s);
        row("not_your_view", {}, u"celle de quelqu’un d’autre"_s);
        row("too_many_views", {}, u"cinquante vues"_s);
    }
    void refusalsAreSentences()
    {
        QFETCH(QString, rule);
        QFETCH(QVariantMap, params);
        QFETCH(QString, said);
        Sheets s(mine());
        s.operate(OperationKind::TicketHandBack);
        s.type(u"Gardé."_s);
        s.confirm();
        s.desk.refuse(Error{Error::Code::Refused, {}, rule, params});
        QVERIFY2(s.message().contains(said), qPrintable(s.message()));
        QCOMPARE(typedText(s.find<QPlainTextEdit>(u"sheetText"_s)), u"Gardé."_s);
    }

    void writingIsToldToTheOthers()
    {
        Sheets s;
        s.operate(OperationKind::TicketHold);
        QTRY_VERIFY(!s.desk.tickets.told.isEmpty());
        const auto last = [&s] { return s.desk.tickets.told.constLast(); };
        QTRY_COMPARE(last().value(0).ticket, first);
        s.type(u"J’écris."_s);
        QTRY_COMPARE(last().value(0).level, PresenceLevel::Writing);
        QTest::keyClick(s.sheet(), Qt::Key_Escape);
    }

    void withoutACallItIsDoneForTheTicket()
    {
        Shown s(deskInfo());
        CallerFile file = mine();
        file.call.reset();
        s.desk.cases.openTicket(first);
        s.desk.answer(file);
        QVERIFY(!s.desk.calls.active());
        s.press(u"Déverrouiller"_s);
        QVERIFY(s.texts().contains(u"Fait pour la demande #48\u00A0213"_s));
        s.confirm();
        QVERIFY(!s.sent().call);
        QCOMPARE(s.sent().ticket, std::optional(first));
    }

    void theCheckAsksForACallInPlace()
    {
        Shown s(deskInfo());
        CallerFile file = mine();
        file.call.reset();
        s.desk.cases.openTicket(first);
        s.desk.answer(file);
        s.press(u"Mot de passe…"_s);
        QVERIFY2(s.texts().contains(u"F7 ouvre un appel dans ce dossier"_s), qPrintable(s.texts()));
        s.confirm();
        QVERIFY(s.desk.operationStore.submitted.isEmpty());
        s.press(u"Ouvrir un appel"_s);
        const CallState call{s.desk.calls.idForLookUp(), sampleNow(), {}};
        s.desk.operationStore.openings.answerLast(call);
        FileDesk::settle();
        QVERIFY(s.desk.calls.active());
        file.call = call;
        s.desk.answer(file); // the file is read again under the call
        QVERIFY(!s.texts().contains(u"F7 ouvre un appel dans ce dossier"_s));
        QVERIFY(s.sheet());
        s.confirm();
        QCOMPARE(s.sent().kind, QString(OperationKind::ResetPassword));
        QCOMPARE(s.sent().call, std::optional(call.id));
        QVERIFY(!s.sent().ticket);
    }

    void closingTheTicketWorkedOnIsTold()
    {
        Shown s(deskInfo());
        QList<TicketNumber> closed;
        connect(&s.view, &CaseFileView::ticketClosed, this, [&closed](TicketNumber number) { closed << number; });
        CallerFile file = mine();
        file.call.reset();
        s.desk.cases.openTicket(first);
        s.desk.answer(file);
        for (const TicketNumber &number : {second, first}) {
            OperationRequest request;
            request.kind = OperationKind::TicketTransfer;
            request.params = {{"number"_L1, number.value()}, {"to"_L1, u"l’UD"_s}};
            s.view.openSheet(request);
            s.confirm();
            s.desk.done({{"number"_L1, number.value()}, {"version"_L1, 4}, {"mail"_L1, 7}});
            s.desk.answer(file);
            QCOMPARE(closed.size(), number == first ? 1 : 0); // another one of the file moves nobody
        }
        QCOMPARE(closed, QList<TicketNumber>{first});
    }

    void badInputInANewRequest_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        QTest::newRow("control characters") << u"Bon\u0007jour\u0000\nsuite"_s << u"Bonjour\nsuite"_s;
        QTest::newRow("marks of direction") << u"SIRET \u202E12345\u202C \u200Efin\u2066"_s << u"SIRET 12345 fin"_s;
        QTest::newRow("markup stays text") << u"<b>gras</b> & =1+1"_s << u"<b>gras</b> & =1+1"_s;
        QTest::newRow("line ends") << u"un\r\ndeux\tfin"_s << u"un\ndeux\tfin"_s;
        QTest::newRow("a thousand") << QString(1000, u'é') << QString(1000, u'é');
    }
    void badInputInANewRequest()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sent);
        Sheets s;
        s.press(u"Nouvelle demande…"_s);
        s.find<QComboBox>(u"ticketMotif"_s)->setCurrentIndex(0);
        s.find<QLineEdit>(u"ticketPhone"_s)->setText(u"05 61 00 00 41"_s);
        s.find<QLineEdit>(u"ticketEmail"_s)->setText(u"claire@exemple.fr\u202E"_s);
        s.find<QPlainTextEdit>(u"ticketDescription"_s)->setPlainText(typed);
        s.confirm();
        QCOMPARE(s.sent().params.value("description"_L1).toString(), sent);
        QCOMPARE(s.sent().params.value("requester_email"_L1).toString(), u"claire@exemple.fr"_s);
    }
};

QTEST_MAIN(TicketSheetsTest)
#include "tst_ticketsheets.moc"
