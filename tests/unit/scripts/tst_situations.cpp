// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/diagnosis.h"
#include "app/scripts/scriptwalk.h"
#include "tests/unit/scripts/callers.h"

#include <QTest>

using namespace desk;
using namespace desk::situations;

namespace {

constexpr qsizetype fewestSituations = 60;

} // namespace

/// Every caller of callers.h, and what the console proposes first.
class SituationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensWhereItMatters_data() { rows(); }
    void opensWhereItMatters();
    void reasonsAreWhole_data() { rows(); }
    void reasonsAreWhole();
    void isWalkedOnEvidence_data() { rows(); }
    void isWalkedOnEvidence();
    void theAccountIsNamed_data() { rows(); }
    void theAccountIsNamed();
    void everyValueOfEveryFactOccurs();

private:
    static void rows();
    [[nodiscard]] QList<Proposal> proposals(const Caller &caller) const;
    CataloguePtr m_catalogue;
    QList<Caller> m_callers = callers();
};

void SituationsTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
    QCOMPARE(m_catalogue->problems(), QList<ScriptProblem>());
    QVERIFY(!m_catalogue->scripts().isEmpty());
    QVERIFY(m_callers.size() >= fewestSituations);
}

void SituationsTest::rows()
{
    QTest::addColumn<qsizetype>("index");
    const QList<Caller> all = callers();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

QList<Proposal> SituationsTest::proposals(const Caller &caller) const
{
    return diagnose(*m_catalogue, context(caller.file, caller.account));
}

void SituationsTest::opensWhereItMatters()
{
    QFETCH(qsizetype, index);
    const Caller &caller = m_callers.at(index);
    const QList<Proposal> all = proposals(caller);
    const QString opens = all.isEmpty() ? QString() : all.first().scriptId + u'/' + all.first().nodeId;
    QCOMPARE(opens, QString::fromLatin1(caller.opens));
}

void SituationsTest::reasonsAreWhole()
{
    QFETCH(qsizetype, index);
    const QList<Proposal> all = proposals(m_callers.at(index));
    QVERIFY(all.size() <= mostProposals);
    for (qsizetype i = 0; i < all.size(); ++i) {
        QVERIFY(!all.at(i).reason.isEmpty() && !all.at(i).nodeId.isEmpty());
        QVERIFY2(!all.at(i).reason.contains(u"[valeur manquante"_s), qPrintable(all.at(i).reason));
        QVERIFY(all.at(i).weight >= leastWeight);
        QVERIFY(i == 0 || all.at(i).weight <= all.at(i - 1).weight);
    }
}

/// What the database decided on the way to the first open question says on what grounds; nothing was done, contradicted
/// or left missing on the way.
void SituationsTest::isWalkedOnEvidence()
{
    QFETCH(qsizetype, index);
    const Caller &caller = m_callers.at(index);
    for (const Proposal &proposal : proposals(caller)) {
        FactContext facts = context(caller.file, caller.account);
        if (proposal.account.value())
            facts.account = caller.file.account(proposal.account);
        const ScriptWalk walk = *ScriptWalk::begin(m_catalogue, proposal.scriptId, facts);
        QCOMPARE(walk.current().id, proposal.nodeId);
        QCOMPARE(walk.overrules(), 0);
        QVERIFY(walk.carriedOut().isEmpty());
        for (const WalkStep &step : walk.path())
            QVERIFY2(step.fact.isEmpty() || !step.decided || !step.evidence.isEmpty(),
                     qPrintable(proposal.scriptId + u'/' + step.at.node));
        const StepView view = stepView(walk, facts);
        QVERIFY2(!view.hasMissingValue || !facts.establishment(), qPrintable(view.say + view.instruction));
    }
}

/// With several accounts and none picked the agent must read whose it is before reading anything to anyone.
void SituationsTest::theAccountIsNamed()
{
    QFETCH(qsizetype, index);
    const Caller &caller = m_callers.at(index);
    const bool severalOpen = caller.account == nonePicked && caller.file.accounts.size() > 1;
    for (const Proposal &proposal : proposals(caller)) {
        const Account *account = caller.file.account(proposal.account);
        QCOMPARE(account != nullptr, proposal.account.value() != 0);
        if (account)
            QCOMPARE(proposal.reason.startsWith(account->identifiant + u"\u00A0: "_s), severalOpen);
    }
}

/// A value of a fact that no caller has is a value nobody has thought about.
void SituationsTest::everyValueOfEveryFactOccurs()
{
    for (const FactInfo &fact : allFacts()) {
        QSet<int> met;
        for (const Caller &caller : std::as_const(m_callers))
            met.insert(factValue(fact.fact, context(caller.file, caller.account)));
        for (int value = 0; value < int(fact.choices.size()); ++value) {
            const bool onlyTheCallerKnows
                = fact.fact == Fact::ReferentAddress && fact.choices.at(value).code != "sans_referent"_L1;
            QVERIFY2(met.contains(value) || onlyTheCallerKnows,
                     qPrintable(u"%1: %2"_s.arg(fact.id, fact.choices.at(value).code)));
        }
    }
}

QTEST_APPLESS_MAIN(SituationsTest)
#include "tst_situations.moc"
