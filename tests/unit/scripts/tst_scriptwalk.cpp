// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptwalk.h"
#include "tests/unit/scripts/situations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace desk;
using namespace desk::situations;

class ScriptWalkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWhereTheFactsLeaveOff_data();
    void beginsWhereTheFactsLeaveOff();
    void evidenceIsKept();
    void whatCouldNotBeReadIsAsked();
    void operationLeadsOn();
    void operationOfSomeoneElseDoesNot();
    void refusedAndNotPossible();
    void backNeverUndoes();
    void backSkipsWhatTheFactsDecided();
    void jumpShowsADecidedCheck();
    void overruleTakesTheOtherBranch();
    void overruleHoldsInTheNextScript();
    void sameNodeIsAskedAgain();
    void decidedCircleStopsAtItsCheck();
    void gotoAndBack();
    void gotoWithoutBackEnds();
    void restartKeepsWhatWasDone();
    void whatWasSaidYieldsToTheDatabase();
    void onTheOtherAccount();
    void wrongAnswersChangeNothing();
    void secondsAreCounted();
    void survivesSerialisation();
    void refusesAnotherVersion();
    void recordSaysEverything();
    void viewShowsWhatIsMissing();

private:
    [[nodiscard]] ScriptWalk begin(const FactContext &context, const QString &script = u"parcours"_s) const
    {
        return *ScriptWalk::begin(m_catalogue, script, context);
    }
    static CarriedOut unlocked(qint64 account = 11)
    {
        return {QUuid::createUuid(), OperationKind::Unlock, AccountId(account), u"compte claire.fontan déverrouillé"_s,
                now()};
    }
    CataloguePtr m_catalogue;
};

void ScriptWalkTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_SAMPLES));
    QCOMPARE(m_catalogue->scripts().size(), 2);
    QVERIFY(!ScriptWalk::begin(m_catalogue, u"absent"_s, {}));
}

void ScriptWalkTest::beginsWhereTheFactsLeaveOff_data()
{
    QTest::addColumn<CallerFile>("file");
    QTest::addColumn<int>("account");
    QTest::addColumn<QString>("node");
    QTest::addColumn<qsizetype>("steps");
    QTest::newRow("locked") << file({locked()}) << 0 << u"deverrouiller"_s << qsizetype(2);
    QTest::newRow("not locked") << file() << 0 << u"question"_s << qsizetype(1);
    QTest::newRow("nobody picked") << file() << -1 << u"verrou"_s << qsizetype(0);
    Account a = locked();
    a.otherExtranets = {u"EA"_s};
    QTest::newRow("a second fact decides") << file({a}) << 0 << u"question"_s << qsizetype(2);
}

void ScriptWalkTest::beginsWhereTheFactsLeaveOff()
{
    QFETCH(CallerFile, file);
    QFETCH(int, account);
    const ScriptWalk walk = begin(context(file, account));
    QTEST(walk.current().id, "node");
    QTEST(walk.path().size(), "steps");
    QVERIFY(!walk.ended());
    QVERIFY(!walk.id.isNull());
    QCOMPARE(walk.subject.establishment, EstablishmentId(5));
}

void ScriptWalkTest::evidenceIsKept()
{
    const CallerFile f = file({locked()});
    const QList<PathStep> path = pathView(begin(context(f)));
    QCOMPARE(path.first().answer, u"Verrouillé"_s);
    QCOMPARE(path.first().evidence, u"verrou posé à 14:02, levée automatique à 14:32"_s);
    QVERIFY(path.first().decided && !path.first().overruled);

    // Nobody picked: a question; what may be assumed is not asked.
    const FactContext nobody = context(f, -1);
    ScriptWalk walk = begin(nobody);
    StepView view = stepView(walk, nobody);
    QCOMPARE(view.kind, StepView::Kind::Check);
    QVERIFY(!view.evidenceKnown);
    QCOMPARE(view.instruction, u"L’extranet dit-il que le compte est verrouillé\u00A0?"_s);
    QVERIFY(walk.answer(u"oui"_s, nobody));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QVERIFY(!walk.path().first().decided && !walk.path().first().overruled);
    QVERIFY(walk.path().at(1).decided);
    QVERIFY(walk.path().at(1).evidence.endsWith(u"supposé par défaut"_s));
}

void ScriptWalkTest::whatCouldNotBeReadIsAsked()
{
    CallerFile f = file({locked()});
    f.unread = {u"extranets"_s};
    ScriptWalk walk = begin(context(f));
    QCOMPARE(walk.current().id, u"extranet"_s); // although the script assumes an answer where nobody can know
    const StepView view = stepView(walk, context(f));
    QCOMPARE(view.kind, StepView::Kind::Check);
    QVERIFY(!view.evidenceKnown);
    QCOMPARE(view.evidence, u"la base n’a pas pu lire les autres extranets des comptes, posez la question"_s);
    QCOMPARE(view.instruction, typography(factInfo(Fact::OtherExtranet).question.toString()));
    QVERIFY(walk.answer(u"non"_s, context(f)));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    const WalkStep &asked = walk.path().last();
    QVERIFY(!asked.decided && !asked.overruled && asked.baseValue.isEmpty());
    QVERIFY(asked.evidence.startsWith(u"la base n’a pas pu lire"_s)); // and so it is kept
}

void ScriptWalkTest::operationLeadsOn()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    const StepView view = stepView(walk, context(f));
    QCOMPARE(view.kind, StepView::Kind::Do);
    QCOMPARE(view.say, u"Je débloque claire.fontan."_s);
    QCOMPARE(view.answers.first().id, u"operation"_s);
    QVERIFY(view.answers.first().operation);
    QCOMPARE(view.answers.at(1).label, u"Attendre 14:32"_s);
    QVERIFY(view.operation->possible && !view.operation->carriedOut);
    QCOMPARE(view.operation->account, AccountId(11));

    QVERIFY(!walk.answer(u"deja_fait"_s, context(f)));
    QVERIFY(!walk.answer(u"operation"_s, context(f))); // only the database can say that it was done
    QVERIFY(walk.operationDone(unlocked(), context(f)));
    QCOMPARE(walk.current().id, u"parole"_s);
    QCOMPARE(walk.path().last().evidence, u"compte claire.fontan déverrouillé à 14:10"_s);
    QCOMPARE(stepView(walk, context(f)).answers.first().label, u"Bien"_s);
}

void ScriptWalkTest::operationOfSomeoneElseDoesNot()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    QVERIFY(!walk.operationDone(unlocked(12), context(f)));
    CarriedOut ticket = unlocked();
    ticket.kind = OperationKind::TicketTake;
    QVERIFY(!walk.operationDone(ticket, context(f)));
    CarriedOut elsewhere = unlocked();
    elsewhere.account = AccountId(0);
    elsewhere.establishment = EstablishmentId(6);
    QVERIFY(!walk.operationDone(elsewhere, context(f)));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QCOMPARE(walk.carriedOut().size(), 3); // listed all the same
    QVERIFY(!stepView(walk, context(f)).operation->carriedOut);
}

void ScriptWalkTest::refusedAndNotPossible()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    QVERIFY(walk.operationRefused(u"le compte n’était plus verrouillé"_s, context(f)));
    QCOMPARE(walk.current().id, u"refus"_s);
    QCOMPARE(walk.path().last().evidence, u"le compte n’était plus verrouillé"_s);
    QVERIFY(!walk.operationRefused(u"encore"_s, context(f)));

    walk.back(context(f));
    QVERIFY(!walk.answer(u"impossible"_s, context(f))); // it is possible
    const CallerFile later = file();
    const StepView view = stepView(walk, context(later));
    QVERIFY(!view.operation->possible);
    QCOMPARE(view.operation->whyNot, u"le compte n’est pas verrouillé"_s);
    QCOMPARE(view.answers.last().id, u"impossible"_s);
    QVERIFY(walk.answer(u"impossible"_s, context(later)));
    QCOMPARE(walk.current().id, u"refus"_s);
}

void ScriptWalkTest::backNeverUndoes()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.operationDone(unlocked(), context(f));
    QVERIFY(walk.back(context(f)));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QCOMPARE(walk.carriedOut().size(), 1);
    const StepView view = stepView(walk, context(f));
    QVERIFY(view.operation->carriedOut);
    QCOMPARE(view.answers.first().id, u"deja_fait"_s);
    QVERIFY(view.answers.at(1).visited); // the operation
    const CallerFile unlockedNow
        = file(); // and the file has been read again: what is done needs no second way round it
    for (const AnswerView &answer : stepView(walk, context(unlockedNow)).answers)
        QVERIFY(answer.id != EngineAnswer::NotPossible);
    QVERIFY(walk.answer(u"deja_fait"_s, context(f)));
    QCOMPARE(walk.current().id, u"parole"_s);
    QCOMPARE(walk.carriedOut().size(), 1);
}

void ScriptWalkTest::backSkipsWhatTheFactsDecided()
{
    const CallerFile f = file();
    ScriptWalk walk = begin(context(f));
    QVERIFY(!walk.back(context(f))); // only decided steps: nothing the agent could answer otherwise
    QVERIFY(walk.answer(u"encore"_s, context(f))); // round through a decided check
    QCOMPARE(walk.path().size(), 3);
    QVERIFY(walk.back(context(f)));
    QCOMPARE(walk.current().id, u"question"_s);
    QCOMPARE(walk.path().size(), 1);
    QVERIFY(walk.wasChosen(u"encore"_s));
    QVERIFY(stepView(walk, context(f)).answers.at(2).visited);
}

void ScriptWalkTest::jumpShowsADecidedCheck()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.operationDone(unlocked(), context(f));
    QVERIFY(!walk.jumpTo(9, context(f)));
    QVERIFY(!walk.jumpTo(-1, context(f)));
    QVERIFY(walk.jumpTo(0, context(f)));
    QVERIFY2(walk.wasCarriedOut(OperationKind::Unlock, AccountId(11)), "jumping back undoes nothing");
    QCOMPARE(walk.current().id, u"verrou"_s);
    const StepView view = stepView(walk, context(f));
    QCOMPARE(view.kind, StepView::Kind::Check);
    QVERIFY(view.evidenceKnown);
    QCOMPARE(view.evidence, u"verrou posé à 14:02, levée automatique à 14:32"_s);
    QVERIFY(walk.answer(u"oui"_s, context(f)));
    QVERIFY(!walk.path().first().overruled);
}

void ScriptWalkTest::overruleTakesTheOtherBranch()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    QVERIFY(!walk.overrule(0, u"peut_etre"_s, context(f)));
    QVERIFY(!walk.overrule(5, {}, context(f)));
    QVERIFY(!walk.overrule(2, {}, context(f))); // the current node is no check
    QVERIFY(walk.overrule(0, {}, context(f)));
    QCOMPARE(walk.current().id, u"question"_s);
    QVERIFY(walk.path().first().overruled);
    QCOMPARE(walk.path().first().baseValue, u"oui"_s);
    QCOMPARE(walk.path().first().answerLabel, u"Pas verrouillé"_s);
    QCOMPARE(walk.overrules(), 1);
    QVERIFY(walk.overrule(0, {}, context(f))); // and back again
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QCOMPARE(walk.overrules(), 0);
}

void ScriptWalkTest::overruleHoldsInTheNextScript()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.overrule(0, u"non"_s, context(f));
    walk.answer(u"ailleurs"_s, context(f));
    QCOMPARE(walk.current().id, u"milieu"_s);
    const WalkStep &again = walk.path().last();
    QCOMPARE(again.answer, u"non"_s); // what the agent said, not what the database says
    QCOMPARE(again.evidence, u"déjà répondu dans ce parcours"_s);
    QVERIFY(!again.overruled);
    QCOMPARE(walk.overrules(), 1);
}

void ScriptWalkTest::sameNodeIsAskedAgain()
{
    const CallerFile f = file();
    const FactContext nobody = context(f, -1);
    ScriptWalk walk = begin(nobody);
    walk.answer(u"non"_s, nobody);
    QVERIFY(walk.answer(u"encore"_s, nobody));
    QCOMPARE(walk.current().id, u"verrou"_s);
    QVERIFY(walk.answer(u"oui"_s, nobody));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
}

/// What the facts decide may lead round in a circle, through another script: it stops at the check, which can be
/// contradicted, and never at the goto, where there is nothing to answer.
void ScriptWalkTest::decidedCircleStopsAtItsCheck()
{
    const auto parse = [](const QByteArray &nodes) {
        return ScriptParser::parse("id: rond\ntitle: Rond\nwordings: [un]\nstart: verrou\nnodes:\n" + nodes
                                       + "  fin: { kind: end, title: F, outcome: explained }\n",
                                   u"rond.yaml"_s);
    };
    const auto catalogue = ScriptCatalogue::fromParsed(
        {parse("  verrou: { kind: check, title: V, fact: compte.verrouille, answers: { oui: fin, non: encore } }\n"
               "  encore: { kind: goto, script: rond }\n")});
    QCOMPARE(catalogue->problems(), QList<ScriptProblem>());
    const CallerFile f = file();
    ScriptWalk walk = *ScriptWalk::begin(catalogue, u"rond"_s, context(f));
    QCOMPARE(walk.current().id, u"verrou"_s);
    QVERIFY(walk.jumpTo(1, context(f))); // to the goto, and on through it
    QCOMPARE(walk.current().id, u"verrou"_s);
    QCOMPARE(stepView(walk, context(f)).answers.size(), 2);
    QVERIFY(walk.answer(u"oui"_s, context(f)));
    QVERIFY(walk.ended());
    QCOMPARE(walk.overrules(), 1);
}

void ScriptWalkTest::gotoAndBack()
{
    const CallerFile f = file();
    ScriptWalk walk = begin(context(f));
    walk.answer(u"ailleurs"_s, context(f));
    QCOMPARE(walk.currentScript()->id, u"renvoi"_s);
    QCOMPARE(walk.root()->id, u"parcours"_s);
    QVERIFY(walk.answer(u"finir"_s, context(f)));
    QVERIFY(!walk.ended()); // it comes back
    StepView view = stepView(walk, context(f));
    QCOMPARE(view.kind, StepView::Kind::End);
    QCOMPARE(view.answers.first().label, u"Revenir à «\u00A0Parcours d’essai\u00A0»"_s);
    QVERIFY(walk.answer(u"retour"_s, context(f)));
    QCOMPARE(walk.current().id, u"revenu"_s);
    QVERIFY(walk.answer(u"suite"_s, context(f)));
    QVERIFY(walk.ended());
    QCOMPARE(walk.outcome(), u"access_restored"_s);
    view = stepView(walk, context(f));
    QCOMPARE(view.outcomeLabel, u"Accès rétabli"_s);
    QVERIFY(view.answers.isEmpty());

    // Back into the other script: the way home is known again.
    QVERIFY(walk.back(context(f)) && walk.back(context(f)) && walk.back(context(f)));
    QCOMPARE(walk.current().id, u"milieu"_s);
    QVERIFY(walk.hasReturn());
}

void ScriptWalkTest::gotoWithoutBackEnds()
{
    const CallerFile f = file();
    ScriptWalk walk = begin(context(f));
    QVERIFY(walk.answer(u"sans_retour"_s, context(f)));
    QCOMPARE(walk.current().id, u"milieu"_s);
    QCOMPARE(walk.path().last().at.node, u"vers_renvoi_sans_retour"_s); // there at once, not from its start
    QVERIFY(walk.answer(u"expliquer"_s, context(f)));
    QVERIFY(walk.ended());
    QCOMPARE(walk.outcome(), u"waiting"_s);
    QVERIFY(!walk.answer(u"retour"_s, context(f)));
}

void ScriptWalkTest::restartKeepsWhatWasDone()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.operationDone(unlocked(), context(f));
    walk.restart(context(f));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QVERIFY(walk.wasCarriedOut(OperationKind::Unlock, AccountId(11)));
    QVERIFY(!walk.wasCarriedOut(OperationKind::Unlock, AccountId(12)));
    QVERIFY(!walk.wasCarriedOut(OperationKind::ResetPassword, AccountId(11)));
    const CallerFile open = file();
    walk = begin(context(open));
    walk.answer(u"ailleurs"_s, context(open));
    QVERIFY(walk.hasReturn());
    walk.restart(context(open));
    QVERIFY(!walk.hasReturn()); // from the start nothing is to be come back to
}

/// What was said in the database's place counts until the database can tell.
void ScriptWalkTest::whatWasSaidYieldsToTheDatabase()
{
    const CallerFile f = file({locked()});
    const FactContext nobody = context(f, -1);
    ScriptWalk walk = begin(nobody);
    QVERIFY(walk.answer(u"non"_s, nobody));
    QVERIFY(walk.answer(u"ailleurs"_s, context(f))); // the account was picked meanwhile
    QCOMPARE(walk.path().last().at, (WalkPosition{u"renvoi"_s, u"verrou"_s}));
    QCOMPARE(walk.path().last().answer, u"oui"_s);
    QCOMPARE(walk.path().last().evidence, u"verrou posé à 14:02, levée automatique à 14:32"_s);
}

void ScriptWalkTest::onTheOtherAccount()
{
    DoNode act;
    act.operation = ScriptOperation::ResetPassword;
    const CallerFile two = file({neverConnected(), account(12, u"marc.delmas"_s)});
    QCOMPARE(doTarget(act, context(two)), AccountId(11));
    act.onOtherAccount = true;
    QCOMPARE(doTarget(act, context(two)), AccountId(12));
    QCOMPARE(whyNotPossible(act, context(two)), QString());
    const CallerFile one = file();
    QCOMPARE(doTarget(act, context(one)), AccountId(0));
    QCOMPARE(whyNotPossible(act, context(one)), u"aucun autre compte n’est habilité sur cet établissement"_s);
}

void ScriptWalkTest::wrongAnswersChangeNothing()
{
    const CallerFile f = file();
    ScriptWalk walk = begin(context(f));
    const QJsonObject before = walk.toDocument();
    for (const QString &answer :
         {u""_s, u"oui"_s, u"suite"_s, u"retour"_s, u"operation"_s, u"deja_fait"_s, u"n’importe quoi"_s})
        QVERIFY(!walk.answer(answer, context(f)));
    QJsonObject after = walk.toDocument();
    after.insert(u"seconds"_s, before.value(u"seconds"_s));
    QCOMPARE(after, before);
}

void ScriptWalkTest::secondsAreCounted()
{
    const CallerFile f = file();
    FactContext c = context(f);
    ScriptWalk walk = begin(c);
    c.now = now().addSecs(12);
    walk.answer(u"ailleurs"_s, c);
    c.now = now().addSecs(20);
    walk.back(c);
    c.now = now().addSecs(25);
    const auto seconds = walk.seconds(c.now);
    QCOMPARE(seconds.value(u"parcours/question"_s), 17);
    QCOMPARE(seconds.value(u"renvoi/milieu"_s), 8);
    c.now = now().addSecs(-60); // a clock set back takes nothing off
    walk.answer(u"ailleurs"_s, c);
    QCOMPARE(walk.seconds(c.now).value(u"parcours/question"_s), 12);
}

void ScriptWalkTest::survivesSerialisation()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.subject.call = QUuid::createUuid();
    walk.subject.ticket = TicketNumber(48213);
    walk.operationDone(unlocked(), context(f));
    walk.answer(u"suite"_s, context(f));
    walk.answer(u"ailleurs"_s, context(f));
    const QByteArray kept = QJsonDocument(walk.toDocument()).toJson();

    auto again = ScriptWalk::fromDocument(QJsonDocument::fromJson(kept).object(), m_catalogue);
    QVERIFY(again);
    QCOMPARE(again->toDocument(), walk.toDocument());
    QCOMPARE(again->path(), walk.path());
    QCOMPARE(again->carriedOut(), walk.carriedOut());
    QCOMPARE(again->subject, walk.subject);
    QVERIFY(again->wasChosen(u"finir"_s) == walk.wasChosen(u"finir"_s));
    QVERIFY(again->answer(u"finir"_s, context(f)));
    QVERIFY(again->answer(u"retour"_s, context(f)));
    QCOMPARE(again->current().id, u"revenu"_s);
}

void ScriptWalkTest::refusesAnotherVersion()
{
    const CallerFile f = file();
    const QJsonObject kept = begin(context(f)).toDocument();
    QList<ParsedScript> newer;
    for (const ScriptPtr &script : m_catalogue->scripts())
        newer.append(ScriptParser::parse(script->source.toUtf8(), script->file, 2));
    QVERIFY(!ScriptWalk::fromDocument(kept, ScriptCatalogue::fromParsed(newer)));
    QVERIFY(!ScriptWalk::fromDocument(kept, ScriptCatalogue::fromParsed({})));
    QVERIFY(!ScriptWalk::fromDocument(kept, nullptr));
    QVERIFY(!ScriptWalk::fromDocument({}, m_catalogue));
    QJsonObject elsewhere = kept;
    elsewhere.insert(u"at"_s, QJsonArray{QJsonArray{u"parcours"_s, u"nulle_part"_s}});
    QVERIFY(!ScriptWalk::fromDocument(elsewhere, m_catalogue));
    elsewhere.insert(u"at"_s, QJsonArray{QJsonArray{u"absent"_s, u"verrou"_s}});
    QVERIFY(!ScriptWalk::fromDocument(elsewhere, m_catalogue));
}

void ScriptWalkTest::recordSaysEverything()
{
    const CallerFile f = file({locked()});
    ScriptWalk walk = begin(context(f));
    walk.overrule(0, u"non"_s, context(f));
    walk.answer(u"entree"_s, context(f));
    const QJsonObject record = walkRecord(walk, walk.outcome(), now().addSecs(60));
    QCOMPARE(record.value(u"id"_s).toString(), walk.id.toString(QUuid::WithoutBraces));
    QCOMPARE(record.value(u"script_id"_s).toString(), u"parcours"_s);
    QCOMPARE(record.value(u"script_version"_s).toInt(), 0);
    QCOMPARE(record.value(u"account_id"_s).toInteger(), 11);
    QCOMPARE(record.value(u"establishment_id"_s).toInteger(), 5);
    QVERIFY(record.value(u"ticket"_s).isNull());
    QCOMPARE(record.value(u"outcome"_s).toString(), u"access_restored"_s);
    QCOMPARE(record.value(u"started_at"_s).toString(), u"2020-04-14T12:10:00.000Z"_s);
    QCOMPARE(record.value(u"ended_at"_s).toString(), u"2020-04-14T12:11:00.000Z"_s);
    QCOMPARE(record.value(u"overrules"_s).toInt(), 1);
    QCOMPARE(record.value(u"path"_s).toArray().size(), 2);
    const QJsonObject first = record.value(u"path"_s).toArray().first().toObject();
    QCOMPARE(first.value(u"fact"_s).toString(), u"compte.verrouille"_s);
    QCOMPARE(first.value(u"evidence"_s).toString(), u"verrou posé à 14:02, levée automatique à 14:32"_s);
    QCOMPARE(record.value(u"seconds"_s).toObject().value(u"parcours/fin_entree"_s).toInteger(), 60);
    QVERIFY(!record.contains(u"replaces"_s));
    const QUuid first_id = walk.id;
    walk.renew();
    QVERIFY(walk.id != first_id);
    QCOMPARE(walkRecord(walk, walk.outcome(), now()).value(u"replaces"_s).toString(),
             first_id.toString(QUuid::WithoutBraces));
}

void ScriptWalkTest::viewShowsWhatIsMissing()
{
    const CallerFile f = file();
    const FactContext nobody = context(f, -1);
    ScriptWalk walk = begin(nobody);
    walk.answer(u"oui"_s, nobody);
    const StepView view = stepView(walk, nobody);
    QVERIFY(view.hasMissingValue);
    QCOMPARE(view.say, u"Je débloque [valeur manquante\u00A0: identifiant du compte]."_s);
    QVERIFY(!view.operation->possible);
    QCOMPARE(view.operation->whyNot, u"choisir d’abord le compte de l’appelant"_s);
}

QTEST_APPLESS_MAIN(ScriptWalkTest)
#include "tst_scriptwalk.moc"
