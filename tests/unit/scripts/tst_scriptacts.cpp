// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptoperations.h"
#include "tests/unit/scripts/callers.h"
#include "tests/unit/scripts/scriptdesk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::situations;
using test::Desk;
using test::shipped;

namespace {

const QString lock = u"compte_verrouille"_s;

/// The bakery, with a request of its own that is open already.
CallerFile checkedLater()
{
    CallerFile f = situations::file();
    f.tickets = {situations::openTicket()};
    return f;
}

} // namespace

/// What is carried out, refused and taken back in the course of a walk.
class ScriptActsTest : public QObject, private test::OnShippedScripts {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void operationOfTheWalk();
    void operationBesideTheWalk();
    void refusal_data();
    void refusal();
    void theInverseIsOfferedOnceDone();
    void whatWasDoneIsKnownInTheNextScript();
    void mainJob();
    void theLastFailedTryEndsTheCheck();
    void checkOfTheEstablishmentIsNoneOfTheAccount();
    void aWaitingRequestIsToldToTheCaller();
};

void ScriptActsTest::operationOfTheWalk()
{
    const QUuid call = QUuid::createUuid();
    m_desk->open(file({locked()}));
    scripts().setCall(call, TicketNumber(48213));
    scripts().start(lock);
    QCOMPARE(scripts().title(), u"Compte verrouillé"_s);
    const StepView step = scripts().step();
    QCOMPARE(step.about, u"claire.fontan · Boulangerie du Capitole"_s);
    QVERIFY(step.say.contains(u"14:32"_s));
    const auto request = scripts().operationRequest();
    QVERIFY(request);
    QCOMPARE(request->kind, QString(OperationKind::Unlock));
    QCOMPARE(request->params, (QJsonObject{{u"account_id"_s, 11}}));
    QCOMPARE(request->reason, u"locked"_s);
    QCOMPARE(request->call, std::optional(call));
    QCOMPARE(request->ticket, std::optional(TicketNumber(48213)));

    QSignalSpy changed(&scripts(), &ScriptService::stepChanged);
    m_desk->carryOut({{u"account_id"_s, 11}});
    QVERIFY(changed.count() > 0);
    QCOMPARE(scripts().step().nodeId, u"debloque"_s);
    QCOMPARE(scripts().doneInThisCall(), QStringList{u"compte claire.fontan déverrouillé à 14:10"_s});
    QVERIFY(scripts().proposals().isEmpty()); // known at once, before the file is read again
    scripts().back();
    QVERIFY(scripts().step().operation->carriedOut);
    QVERIFY(!scripts().operationRequest()); // no longer locked
    QCOMPARE(scripts().doneInThisCall().size(), 1);
}

void ScriptActsTest::operationBesideTheWalk()
{
    m_desk->open(file({locked()}));
    OperationOutcome outcome;
    outcome.id = QUuid::createUuid();
    outcome.kind = OperationKind::TicketClose;
    outcome.at = now();
    outcome.result = {{u"number"_s, 48213}};
    scripts().operationDone(outcome);
    QCOMPARE(scripts().doneInThisCall(), QStringList{u"demande n° 48213 close à 14:10"_s});
    outcome.kind = OperationKind::CallClose;
    scripts().operationDone(outcome);
    QCOMPARE(scripts().doneInThisCall().size(), 1);

    scripts().start(lock);
    outcome.kind = OperationKind::Unlock; // from the file, not from the script: it moves on all the same
    outcome.result = {{u"account_id"_s, 11}};
    scripts().operationDone(outcome);
    QCOMPARE(scripts().step().nodeId, u"debloque"_s);
}

void ScriptActsTest::refusal_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("ofTheWalk");
    QTest::addColumn<QString>("node");
    QTest::newRow("for good") << u"not_locked"_s << true << u"refus"_s;
    QTest::newRow("the form can be corrected") << u"reason_needed"_s << true << u"deverrouiller"_s;
    QTest::newRow("the line was lost") << u"not_carried_out"_s << true << u"deverrouiller"_s;
    QTest::newRow("another operation") << u"account_disabled"_s << false << u"deverrouiller"_s;
}

void ScriptActsTest::refusal()
{
    QFETCH(QString, rule);
    QFETCH(bool, ofTheWalk);
    m_desk->open(file({locked()}));
    scripts().start(lock);
    OperationRequest request = *scripts().operationRequest();
    if (!ofTheWalk) {
        request.id = QUuid::createUuid();
        request.kind = OperationKind::TicketClose;
    }
    m_desk->refuse(request, rule);
    QTEST(scripts().step().nodeId, "node");
    QVERIFY(scripts().doneInThisCall().isEmpty());
}

void ScriptActsTest::theInverseIsOfferedOnceDone()
{
    m_desk->open(checkedLater());
    scripts().start(u"recuperation"_s);
    for (const QString &answer : {u"parti"_s, u"perdue"_s})
        scripts().answer(answer);
    m_desk->carryOut({{u"passed"_s, true}, {u"valid_until"_s, situations::now().addSecs(1800).toString(Qt::ISODate)}});
    QVERIFY(!scripts().inverseRequest());
    const QString request = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_desk->carryOut({{u"state"_s, u"waiting"_s},
                      {u"approval"_s, request},
                      {u"expires_at"_s, situations::now().addDays(3).toString(Qt::ISODate)}});
    scripts().back();
    QCOMPARE(scripts().step().nodeId, u"changer"_s);
    QCOMPARE(scripts().step().answers.at(0).id, u"deja_fait"_s);
    QCOMPARE(scripts().step().answers.at(1).label, u"Retirer la demande d’approbation"_s);
    QVERIFY(scripts().step().answers.at(1).operation);

    m_desk = std::make_unique<Desk>(*m_local); // known over a restart
    scripts().setScripts(shipped());
    scripts().restore();
    m_desk->open(checkedLater());
    QTRY_VERIFY(scripts().walking());
    const auto inverse = scripts().inverseRequest();
    QVERIFY(inverse);
    QCOMPARE(inverse->kind, QString(OperationKind::ApprovalWithdraw));
    QCOMPARE(inverse->params, (QJsonObject{{u"request"_s, request}}));
    OperationOutcome other;
    other.id = QUuid::createUuid();
    other.kind = OperationKind::ApprovalWithdraw;
    other.at = situations::now();
    other.result = {{u"request"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    scripts().operationDone(other);
    QVERIFY(scripts().inverseRequest()); // somebody else's
    other.result = {{u"request"_s, request}};
    scripts().operationDone(other);
    QVERIFY(!scripts().inverseRequest());
    QVERIFY(!scripts().step().operation->carriedOut); // it can be asked for again
    QVERIFY(scripts().operationRequest());
    QCOMPARE(scripts().doneInThisCall().size(), 4); // listed all the same
}

void ScriptActsTest::whatWasDoneIsKnownInTheNextScript()
{
    const QString script = u"demande_habilitation"_s;
    const auto firstAnswer = [this] { return scripts().step().answers.first().id; };
    m_desk->open(file());
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().start(script);
    QCOMPARE(scripts().step().nodeId, u"ouvrir"_s);
    m_desk->carryOut({{u"number"_s, 48501}, {u"version"_s, 1}});
    QCOMPARE(scripts().step().outcome, u"ticket_opened"_s);

    scripts().restart(); // and so with any other script of the call
    QCOMPARE(firstAnswer(), u"deja_fait"_s);
    QCOMPARE(scripts().inverseRequest()->kind, QString(OperationKind::TicketClose));
    QCOMPARE(scripts().inverseRequest()->params, (QJsonObject{{u"number"_s, 48501}}));
    scripts().answer(u"deja_fait"_s);
    QTRY_COMPARE(m_desk->walks().size(), 2);
    QCOMPARE(m_desk->walks().first().params.value(u"carried_out"_s).toArray().size(), 1);
    QVERIFY(m_desk->walks().last().params.value(u"carried_out"_s).toArray().isEmpty()); // it was the other's

    CallerFile elsewhere = file();
    elsewhere.establishment.id = EstablishmentId(6);
    m_desk->open(elsewhere); // somebody with several establishments: nothing was done for this one
    scripts().start(script);
    QCOMPARE(firstAnswer(), u"operation"_s);
    m_desk->open(file());
    scripts().start(script);
    QCOMPARE(firstAnswer(), u"deja_fait"_s);
    m_desk = std::make_unique<Desk>(*m_local); // kill -9
    scripts().setScripts(shipped());
    scripts().restore();
    m_desk->open(file());
    QTRY_VERIFY(scripts().walking());
    scripts().start(script);
    QCOMPARE(firstAnswer(), u"deja_fait"_s);
    scripts().callEnded();
    scripts().start(script);
    QCOMPARE(firstAnswer(), u"operation"_s); // another call
}

void ScriptActsTest::mainJob()
{
    m_desk->open(file({locked()}));
    scripts().setCall(QUuid::createUuid(), TicketNumber(48213));
    scripts().start(scripts().proposals().first().scriptId);
    m_desk->carryOut({{u"account_id"_s, 11}});
    for (const QString &answer :
         {u"suite"_s, u"suite"_s, u"suite"_s, u"refuse"_s, u"bonne"_s, u"identifiant"_s, u"oublie"_s, u"identique"_s})
        scripts().answer(answer);
    QCOMPARE(scripts().title(), u"Identifiant et mot de passe reçus, connexion impossible"_s);
    QCOMPARE(scripts().step().nodeId, u"verifier"_s);
    QCOMPARE(scripts().operationRequest()->params, (QJsonObject{{u"account_id"_s, 11}, {u"establishment_id"_s, 5}}));
    m_desk->carryOut({{u"passed"_s, false}, {u"tries_left"_s, 2}});
    QCOMPARE(scripts().step().nodeId, u"verifier"_s); // a failed try moves nothing
    m_desk->carryOut({{u"passed"_s, true}, {u"valid_until"_s, situations::now().addSecs(1800).toString(Qt::ISODate)}});
    QCOMPARE(scripts().step().nodeId, u"reinitialiser"_s);
    QCOMPARE(scripts().operationRequest()->params, (QJsonObject{{u"account_id"_s, 11}, {u"unlock"_s, true}}));
    m_desk->carryOut({{u"account_id"_s, 11}, {u"mails"_s, QJsonArray{1, 2}}, {u"unlocked"_s, false}});
    QCOMPARE(scripts().step().outcome, u"password_reset"_s);
    QCOMPARE(scripts().doneInThisCall(),
             (QStringList{u"compte claire.fontan déverrouillé à 14:10"_s, u"appelant vérifié à 14:10"_s,
                          u"mot de passe de claire.fontan réinitialisé à 14:10"_s}));
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().params.value(u"script_id"_s).toString(), lock);
    QCOMPARE(m_desk->walks().first().params.value(u"overrules"_s).toInt(), 0);
}

void ScriptActsTest::theLastFailedTryEndsTheCheck()
{
    m_desk->open(checkedLater());
    scripts().start(u"recuperation"_s);
    for (const QString &answer : {u"parti"_s, u"perdue"_s})
        scripts().answer(answer);
    QCOMPARE(scripts().step().nodeId, u"verifier"_s);
    QCOMPARE(scripts().operationRequest()->params, (QJsonObject{{u"establishment_id"_s, 5}}));
    m_desk->carryOut({{u"passed"_s, false}, {u"tries_left"_s, 1}});
    QCOMPARE(scripts().step().nodeId, u"verifier"_s);
    m_desk->carryOut({{u"passed"_s, false}, {u"tries_left"_s, 0}});
    QCOMPARE(scripts().step().outcome, u"check_failed"_s);
}

/// Who was checked for the establishment alone has not shown that the account picked is theirs.
void ScriptActsTest::checkOfTheEstablishmentIsNoneOfTheAccount()
{
    scripts().setScripts(
        {{u"verif"_s, 1,
          u"id: verif\ntitle: V\nwordings: [a]\nstart: verifier\nnodes:\n"
          "  verifier: { kind: do, title: V, operation: call.check, with: { compte: non }, done: compte, refused: "
          "fin }\n"
          "  compte: { kind: check, title: C, fact: appelant.verifie, answers: { oui: du_compte, non: fin } }\n"
          "  du_compte: { kind: end, title: D, outcome: explained }\n"
          "  fin: { kind: end, title: F, outcome: explained }\n"_s}});
    QCOMPARE(scripts().problems(), QList<ScriptProblem>());
    m_desk->open(file());
    scripts().start(u"verif"_s);
    QCOMPARE(scripts().step().nodeId, u"verifier"_s);
    m_desk->carryOut({{u"passed"_s, true}, {u"valid_until"_s, now().addSecs(1800).toString(Qt::ISODate)}});
    QCOMPARE(scripts().step().nodeId, u"fin"_s);
}

void ScriptActsTest::aWaitingRequestIsToldToTheCaller()
{
    m_desk->open(checkedLater());
    scripts().start(u"recuperation"_s);
    for (const QString &answer : {u"parti"_s, u"perdue"_s})
        scripts().answer(answer);
    m_desk->carryOut({{u"passed"_s, true}, {u"valid_until"_s, situations::now().addSecs(1800).toString(Qt::ISODate)}});
    QCOMPARE(scripts().step().nodeId, u"changer"_s);
    QCOMPARE(scripts().operationRequest()->params, (QJsonObject{{u"establishment_id"_s, 5}, {u"keep_old"_s, false}}));
    m_desk->carryOut({{u"state"_s, u"waiting"_s},
                      {u"expires_at"_s, situations::now().addDays(3).toString(Qt::ISODate)},
                      {u"why"_s, QJsonArray{u"address_outside_domains"_s}}});
    QCOMPARE(scripts().step().nodeId, u"fin_approbation"_s);
    QVERIFY(scripts().step().say.contains(u"72 heures au plus"_s));
    QVERIFY(scripts().doneInThisCall().contains(u"changement de référent envoyé pour approbation à 14:10"_s));
}

QTEST_GUILESS_MAIN(ScriptActsTest)
#include "tst_scriptacts.moc"
