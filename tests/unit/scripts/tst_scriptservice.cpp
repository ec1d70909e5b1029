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

} // namespace

/// Scripts in force, and a walk from its start to its end, kept and taken up again.
class ScriptServiceTest : public QObject, private test::OnShippedScripts {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void brokenScriptIsNamedAndTheOthersStay();
    void badVersionLeavesTheOneInUse_data();
    void badVersionLeavesTheOneInUse();
    void whatIsPublishedIsInForce();
    void proposesAndSearches();
    void endIsKeptForTheTicketWorkedOn();
    void endIsKeptWithItsCall();
    void withoutACallItWaits();
    void goingOnFromAnEndMakesAnotherRecord();
    void abandoned();
    void callEndsUnderAWalk();
    void resumesWithTheVersionItBegan();
    void aVersionPublishedMeanwhileChangesNothing();
    void itsVersionIsLookedForWhereItStillIs_data();
    void itsVersionIsLookedForWhereItStillIs();
    void otherFileNeverTakesTheWalkOver();
    void accountPickedLater();
    void refreshNeverLeavesTheStep();
};

void ScriptServiceTest::brokenScriptIsNamedAndTheOthersStay()
{
    QSignalSpy changed(&scripts(), &ScriptService::catalogueChanged);
    QList<PublishedScript> all = shipped(2);
    all.append({u"casse"_s, 1, u"id: casse\ntitle: [\n"_s});
    scripts().setScripts(all);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(scripts().problems().size(), 1);
    QCOMPARE(scripts().problems().first().file, u"casse.yaml"_s);
    QVERIFY(scripts().problems().first().line > 0);
    QCOMPARE(scripts().search({}).size(), shipped().size());
    scripts().start(u"casse"_s);
    QVERIFY(!scripts().walking());
    scripts().loadFolder(QStringLiteral(DESK_SCRIPT_SAMPLES));
    QCOMPARE(scripts().search({}).size(), 2);
}

void ScriptServiceTest::badVersionLeavesTheOneInUse_data()
{
    QTest::addColumn<QString>("yaml");
    const QString head = u"id: compte_verrouille\ntitle: T\nwordings: [a]\nstart: fin\nnodes:\n"_s;
    const QString end = u"  fin: { kind: end, title: F, outcome: explained }\n"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("broken") << head + u"  fin: {\n"_s;
    QTest::newRow("huge") << head + end + u'#' + QString(300000, u'a');
    QTest::newRow("deep") << head + u"  fin: "_s + QString(200, u'[');
    QTest::newRow("anchor") << head + u"  fin: &a { kind: end, title: F, outcome: explained }\n"_s;
    QTest::newRow("duplicate key") << head + end + end;
    QTest::newRow("wrong type") << head + u"  fin: [kind, end]\n"_s;
    QTest::newRow("tab") << head + u"\tfin: { kind: end, title: F, outcome: explained }\n"_s;
    QTest::newRow("byte order mark") << QChar(0xfeff) + head + end;
    QTest::newRow("a fact of a newer program")
        << head + u"  fin: { kind: check, title: F, fact: compte.lune, answers: { oui: fin } }\n"_s;
    QTest::newRow("a loop") << head + u"  fin: { kind: say, title: F, say: a, next: fin }\n"_s;
    QTest::newRow("under another id") << QString(head + end).replace(u"compte_verrouille"_s, u"autre"_s);
    QTest::newRow("endless with another") << head
            + u"  fin: { kind: goto, script: compte_verrouille, back: dit }\n"
              "  dit: { kind: end, title: F, outcome: explained }\n"_s;
}

/// Published over a version in use: that one stays, for callers as before, and the supervisor reads why and where.
void ScriptServiceTest::badVersionLeavesTheOneInUse()
{
    QFETCH(QString, yaml);
    m_desk->open(file({locked()}));
    QList<PublishedScript> all = shipped();
    for (PublishedScript &script : all) {
        if (script.id == lock)
            script = {lock, script.version + 1, yaml};
    }
    scripts().setScripts(all);
    QVERIFY(scripts().unusable(all).isEmpty());
    QCOMPARE(scripts().search({}).size(), shipped().size());
    QCOMPARE(scripts().proposals().value(0).scriptId, lock);
    scripts().start(lock);
    QCOMPARE(scripts().step().nodeId, u"deverrouiller"_s);
    const QList<ScriptProblem> problems = scripts().problems();
    QVERIFY(problems.size() >= 2);
    for (const ScriptProblem &problem : problems) {
        QCOMPARE(problem.file, lock + u".yaml"_s);
        QVERIFY2(problem.line > 0 && !problem.reason.isEmpty(), qPrintable(problem.reason));
    }
    QCOMPARE(problems.last().reason, u"la version 2 n’est pas utilisable, la version 1 reste en service"_s);

    scripts().setScripts(all); // told again, and again it stays
    QVERIFY(scripts().unusable(all).isEmpty());
    scripts().restore(); // another log-in: what was in use there is not in force here
    scripts().setScripts(all);
    QCOMPARE(scripts().unusable(all), QStringList{lock});
}

/// A version taken back is taken back, however good the later one was; what is no longer published goes.
void ScriptServiceTest::whatIsPublishedIsInForce()
{
    const QString title = scripts().search(u"verrou"_s).first().title;
    QList<PublishedScript> all = shipped(3);
    for (PublishedScript &script : all)
        script.yaml.replace(title, u"Compte tout neuf"_s);
    scripts().setScripts(all);
    QCOMPARE(scripts().search(u"verrou"_s).first().title, u"Compte tout neuf"_s);
    scripts().setScripts(shipped(2));
    QCOMPARE(scripts().search(u"verrou"_s).first().title, title);
    QCOMPARE(scripts().problems(), QList<ScriptProblem>());
    scripts().setScripts({shipped(4).first()});
    QCOMPARE(scripts().search({}).size(), 1);
}

void ScriptServiceTest::proposesAndSearches()
{
    QSignalSpy proposals(&scripts(), &ScriptService::proposalsChanged);
    m_desk->open(file({locked()}));
    QCOMPARE(proposals.count(), 1);
    QCOMPARE(scripts().proposals().first().scriptId, lock);
    QCOMPARE(scripts().proposals().first().nodeId, u"deverrouiller"_s);
    m_desk->open(file({locked()}));
    QCOMPARE(proposals.count(), 1); // the same: nothing to draw again
    m_desk->open({}, 0); // nothing open
    QVERIFY(scripts().proposals().isEmpty());
    QCOMPARE(scripts().search(u"mon compte est bloqué"_s).first().scriptId, lock);
}

void ScriptServiceTest::endIsKeptForTheTicketWorkedOn()
{
    QSignalSpy saved(&scripts(), &ScriptService::walkSaved);
    m_desk->open(file({locked()}));
    scripts().setCall({}, TicketNumber(48213), TicketNumber(48213));
    scripts().start(lock);
    const auto operation = scripts().operationRequest();
    QVERIFY(operation);
    QVERIFY(!operation->call);
    QCOMPARE(operation->ticket, std::optional(TicketNumber(48213)));
    scripts().answer(u"attendre"_s);
    QTRY_COMPARE(saved.count(), 1);
    const OperationRequest request = m_desk->walks().first();
    QVERIFY(!request.call);
    QCOMPARE(request.ticket, std::optional(TicketNumber(48213)));
    QCOMPARE(request.params.value(u"ticket"_s).toInteger(), qint64(48213));
    // A file merely looked at is no ticket worked on: its walk waits for a call, as before.
    scripts().restart();
    scripts().abandon();
    scripts().setCall({}, TicketNumber(48213));
    scripts().start(lock);
    scripts().answer(u"attendre"_s);
    QTest::qWait(20);
    QCOMPARE(m_desk->walks().size(), 1);
}

void ScriptServiceTest::endIsKeptWithItsCall()
{
    const QUuid call = QUuid::createUuid();
    QSignalSpy saved(&scripts(), &ScriptService::walkSaved);
    m_desk->open(file({locked()}));
    scripts().setCall(call, TicketNumber(48213));
    scripts().start(lock);
    scripts().answer(u"attendre"_s);
    QCOMPARE(scripts().step().kind, StepView::Kind::End);
    QCOMPARE(scripts().step().outcomeLabel, u"L’appelant patiente"_s);
    QTRY_COMPARE(saved.count(), 1);
    const OperationRequest request = m_desk->walks().first();
    QCOMPARE(request.id, saved.first().first().toUuid());
    QCOMPARE(request.call, std::optional(call));
    QCOMPARE(request.ticket, std::optional(TicketNumber(48213)));
    QCOMPARE(request.params.value(u"script_id"_s).toString(), lock);
    QCOMPARE(request.params.value(u"script_version"_s).toInt(), 1);
    QCOMPARE(request.params.value(u"outcome"_s).toString(), u"waiting"_s);
    QCOMPARE(request.params.value(u"path"_s).toArray().size(), 4);
    scripts().abandon(); // leaving an end keeps nothing twice
    QVERIFY(!scripts().walking());
    QTest::qWait(10);
    QCOMPARE(m_desk->walks().size(), 1);
}

void ScriptServiceTest::withoutACallItWaits()
{
    m_desk->open(file({locked()}));
    scripts().start(lock);
    scripts().answer(u"attendre"_s);
    QTest::qWait(10);
    QVERIFY(m_desk->walks().isEmpty());
    QVERIFY(m_local->drafts.contains(u"walk/pending"_s));

    m_desk = std::make_unique<Desk>(*m_local); // a restart in between
    scripts().restore();
    const QUuid call = QUuid::createUuid();
    scripts().setCall(call, std::nullopt);
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().call, std::optional(call));
    QVERIFY(!m_local->drafts.contains(u"walk/pending"_s));
}

void ScriptServiceTest::goingOnFromAnEndMakesAnotherRecord()
{
    m_desk->open(file({locked()}));
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().start(lock);
    scripts().answer(u"attendre"_s);
    scripts().back();
    QCOMPARE(scripts().step().nodeId, u"deverrouiller"_s);
    scripts().answer(u"attendre"_s);
    QTRY_COMPARE(m_desk->walks().size(), 2);
    const QString first = m_desk->walks().at(0).params.value(u"id"_s).toString();
    QVERIFY(m_desk->walks().at(1).params.value(u"id"_s).toString() != first);
    QCOMPARE(m_desk->walks().at(1).params.value(u"replaces"_s).toString(), first);
}

void ScriptServiceTest::abandoned()
{
    m_desk->open(file({locked()}));
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().start(lock);
    scripts().abandon(); // nothing was answered: nothing to keep
    scripts().start(u"edl_37"_s);
    scripts().answer(u"suite"_s);
    scripts().start(lock); // another script leaves this one
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().params.value(u"script_id"_s).toString(), u"edl_37"_s);
    QCOMPARE(m_desk->walks().first().params.value(u"outcome"_s).toString(), u"abandoned"_s);
    QCOMPARE(scripts().step().nodeId, u"deverrouiller"_s);
}

void ScriptServiceTest::callEndsUnderAWalk()
{
    const QUuid call = QUuid::createUuid();
    m_desk->open(file({locked()}));
    scripts().setCall(call, std::nullopt);
    scripts().start(lock);
    m_desk->carryOut({{u"account_id"_s, 11}});
    scripts().setCall({}, std::nullopt); // the call is gone before its end is told
    scripts().callEnded();
    QVERIFY(!scripts().walking());
    QVERIFY(scripts().doneInThisCall().isEmpty());
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().call, std::optional(call));
    QCOMPARE(m_desk->walks().first().params.value(u"outcome"_s).toString(), u"abandoned"_s);
    QCOMPARE(m_desk->walks().first().params.value(u"carried_out"_s).toArray().size(), 1);
    QVERIFY(!m_local->drafts.contains(u"walk/current"_s));
}

void ScriptServiceTest::resumesWithTheVersionItBegan()
{
    const CallerFile f = file({locked()});
    m_desk->open(f);
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().start(lock);
    m_desk->carryOut({{u"account_id"_s, 11}});
    scripts().answer(u"suite"_s);
    const QList<PathStep> path = scripts().path();
    const QString node = scripts().step().nodeId;

    m_desk = std::make_unique<Desk>(*m_local); // kill -9
    scripts().restore();
    QTRY_VERIFY(scripts().walking());
    QList<PublishedScript> newer = shipped(2);
    newer.removeIf([](const PublishedScript &s) { return s.id == lock; }); // retired meanwhile
    scripts().setScripts(newer);
    CallerFile after = f;
    applyOperation(after, {QUuid(), OperationKind::Unlock, false, now(), {}}, AccountId(11));
    m_desk->open(after);
    QCOMPARE(scripts().path(), path);
    QCOMPARE(scripts().step().nodeId, node);
    QCOMPARE(scripts().doneInThisCall().size(), 1);
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().answer(u"suite"_s);
    scripts().answer(u"suite"_s);
    scripts().answer(u"connecte"_s);
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().params.value(u"script_version"_s).toInt(), 1);
}

void ScriptServiceTest::aVersionPublishedMeanwhileChangesNothing()
{
    m_desk->open(file({locked()}));
    scripts().setCall(QUuid::createUuid(), std::nullopt);
    scripts().start(lock);
    QList<PublishedScript> newer = shipped(2);
    for (PublishedScript &script : newer)
        script.yaml.replace(u"L’appelant préfère attendre"_s, u"Il attendra"_s);
    const StepView before = scripts().step();
    scripts().setScripts(newer);
    QCOMPARE(scripts().step().answers, before.answers);
    scripts().answer(u"attendre"_s);
    QTRY_COMPARE(m_desk->walks().size(), 1);
    QCOMPARE(m_desk->walks().first().params.value(u"script_version"_s).toInt(), 1);
    scripts().restart(); // the next one takes the version in force
    QVERIFY(scripts().step().answers.at(1).label.startsWith(u"Il attendra"_s));
    scripts().answer(u"attendre"_s);
    QTRY_COMPARE(m_desk->walks().size(), 2);
    QCOMPARE(m_desk->walks().last().params.value(u"script_version"_s).toInt(), 2);
}

void ScriptServiceTest::itsVersionIsLookedForWhereItStillIs_data()
{
    QTest::addColumn<int>("inForce");
    QTest::addColumn<int>("earlier"); // what the database still has; 0: nothing, -1: it was not asked
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("it is in force") << 1 << -1 << true;
    QTest::newRow("the database has it as an earlier one") << 2 << 1 << true;
    QTest::newRow("the database has later ones besides") << 4 << 1 << true;
    QTest::newRow("nobody has it any more") << 3 << 2 << false;
    QTest::newRow("nobody has any earlier one") << 2 << 0 << false;
}

void ScriptServiceTest::itsVersionIsLookedForWhereItStillIs()
{
    QFETCH(int, inForce);
    QFETCH(int, earlier);
    QFETCH(bool, goesOn);
    m_desk->open(file({locked()}));
    const QUuid call = QUuid::createUuid();
    scripts().setCall(call, TicketNumber(48213));
    scripts().start(lock);
    scripts().overrule(2, u"non"_s);
    scripts().overrule(2, u"oui"_s);
    m_desk->carryOut({{u"account_id"_s, 11}});
    scripts().answer(u"suite"_s);
    const QList<PathStep> path = scripts().path();

    m_local->drafts.remove(u"walk/scripts"_s); // a store that was damaged, or came from elsewhere
    m_desk = std::make_unique<Desk>(*m_local);
    QSignalSpy wanted(&scripts(), &ScriptService::versionsWanted);
    QSignalSpy lost(&scripts(), &ScriptService::walkLost);
    scripts().restore();
    QTest::qWait(10);
    QVERIFY(!scripts().walking() && lost.isEmpty()); // nothing is given up before the scripts are known
    QVERIFY(m_local->drafts.contains(u"walk/current"_s));
    scripts().setScripts(shipped(inForce));
    QCOMPARE(wanted.count(), earlier < 0 ? 0 : 1);
    if (earlier >= 0) {
        QVERIFY(wanted.first().first().toStringList().contains(lock));
        QList<PublishedScript> older = earlier > 0 ? shipped(earlier) : QList<PublishedScript>();
        for (int version = inForce - 1; version > earlier && earlier > 0; --version)
            older += shipped(version); // the database gives several of each
        scripts().resumeWith(older);
    }
    QCOMPARE(scripts().walking(), goesOn);
    QCOMPARE(lost.count(), goesOn ? 0 : 1);
    if (goesOn) {
        QCOMPARE(scripts().path(), path);
        QVERIFY(m_desk->walks().isEmpty());
        return;
    }
    QCOMPARE(lost.first().first().toString(), u"Compte verrouillé"_s);
    QTRY_COMPARE(m_desk->walks().size(), 1);
    const OperationRequest kept = m_desk->walks().first();
    QCOMPARE(kept.call, std::optional(call));
    QCOMPARE(kept.ticket, std::optional(TicketNumber(48213)));
    QCOMPARE(kept.params.value(u"outcome"_s).toString(), u"abandoned"_s);
    QCOMPARE(kept.params.value(u"script_version"_s).toInt(), 1);
    QCOMPARE(kept.params.value(u"path"_s).toArray().size(), path.size());
    QCOMPARE(kept.params.value(u"carried_out"_s).toArray().size(), 1);
    QCOMPARE(kept.params.value(u"account_id"_s).toInteger(), 11);
    QVERIFY(!kept.params.value(u"seconds"_s).toObject().isEmpty());
    QCOMPARE(scripts().doneInThisCall().size(), 1);
}

void ScriptServiceTest::otherFileNeverTakesTheWalkOver()
{
    const CallerFile mine = file({locked(), neverConnected(account(12, u"marc.delmas"_s))});
    m_desk->open(mine, 11);
    scripts().start(u"edl_37"_s);
    scripts().answer(u"suite"_s);
    const QString node = scripts().step().nodeId;
    m_desk->open(mine, 12); // another account of the same file: the walk stays with its own
    QCOMPARE(scripts().step().nodeId, node);
    QVERIFY(scripts().step().about.startsWith(u"claire.fontan"_s));
    QVERIFY(scripts().step().elsewhere);
    m_desk->open(mine, 11);
    QVERIFY(!scripts().step().elsewhere);
    m_desk->open(mine, 12);
    QCOMPARE(scripts().proposals().first().scriptId, u"edl_38"_s); // the diagnosis follows the file
    CallerFile other = file({account(77, u"paul.riviere"_s)});
    other.establishment.id = EstablishmentId(6);
    m_desk->open(other, 77);
    QVERIFY(scripts().step().about.startsWith(u"claire.fontan"_s));
    QVERIFY(scripts().step().elsewhere);
    scripts().answer(u"identique"_s);
    QCOMPARE(scripts().operationRequest()->params.value(u"account_id"_s).toInteger(), 11);
    scripts().restart(); // on purpose: now it is about who is on the screen
    QVERIFY(scripts().step().about.startsWith(u"paul.riviere"_s));

    m_desk->open(mine, 11); // nothing was answered yet: it goes with its file
    QVERIFY(!scripts().walking());
}

void ScriptServiceTest::accountPickedLater()
{
    const CallerFile f = file({locked(), account(12, u"marc.delmas"_s)});
    m_desk->open(f, 0);
    scripts().start(u"edl_38"_s); // no proposal names anyone for it
    QCOMPARE(scripts().step().nodeId, u"verrou"_s);
    QCOMPARE(scripts().step().about, u"Boulangerie du Capitole"_s);
    m_desk->open(f, 12);
    QCOMPARE(scripts().step().nodeId, u"adresse_page"_s);
    QVERIFY(scripts().step().about.startsWith(u"marc.delmas"_s));
    scripts().abandon();
    m_desk->open(f, 0);
    scripts().start(lock); // the proposal names the locked account
    QVERIFY(scripts().step().about.startsWith(u"claire.fontan"_s));
}

void ScriptServiceTest::refreshNeverLeavesTheStep()
{
    m_desk->open(file({locked()}));
    scripts().start(lock);
    QCOMPARE(scripts().step().nodeId, u"deverrouiller"_s);
    m_desk->open(file()); // refreshed: the lock has gone
    QCOMPARE(scripts().step().nodeId, u"deverrouiller"_s);
    QCOMPARE(scripts().step().operation->whyNot, u"le compte n’est pas verrouillé"_s);
    scripts().answer(u"impossible"_s);
    QCOMPARE(scripts().step().nodeId, u"refus"_s);
}

QTEST_GUILESS_MAIN(ScriptServiceTest)
#include "tst_scriptservice.moc"
