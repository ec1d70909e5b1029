// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/everynode.h"

#include "app/scripts/diagnosis.h"
#include "app/scripts/scriptwalk.h"
#include "tests/unit/scripts/callers.h"

#include <QMap>
#include <QSet>

namespace desk::test {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const ScriptWalk &walk)
{
    return walk.position().script + u'/' + walk.position().node;
}

/// Everything the agent, the database or a contradiction can do next.
QList<ScriptWalk> nextWalks(const ScriptWalk &walk, const FactContext &facts)
{
    QList<ScriptWalk> next;
    const auto take = [&](auto move) {
        ScriptWalk after = walk;
        if (move(after))
            next.append(after);
    };
    const StepView view = stepView(walk, facts);
    for (const AnswerView &answer : view.answers) {
        if (!answer.operation)
            take([&](ScriptWalk &after) { return after.answer(answer.id, facts); });
    }
    if (view.operation) {
        const CarriedOut done{QUuid::createUuid(), view.operation->kind, view.operation->account, u"fait"_s, facts.now};
        take([&](ScriptWalk &after) { return after.operationDone(done, facts); });
        take([&](ScriptWalk &after) { return after.operationRefused(u"refusé"_s, facts); });
    }
    // What was decided before the last answer has been contradicted from there.
    for (qsizetype i = walk.path().size() - 1; i >= 0 && walk.path().at(i).decided; --i) {
        take([&](ScriptWalk &after) { return after.overrule(i, {}, facts); });
        take([&](ScriptWalk &after) { return after.jumpTo(i, facts); });
    }
    return next;
}

/// How much there is to show, roughly in lines.
double bulk(const PanelState &state)
{
    const auto lines = [](const QString &text, double perLine) { return std::ceil(double(text.size()) / perLine); };
    double all = 1.5 * lines(state.step.say, 44) + lines(state.step.instruction, 60) + (state.path.isEmpty() ? 0 : 1);
    QStringList evidence{state.step.evidence};
    for (const int index : state.found)
        evidence << state.path.at(index).evidence;
    all += lines(evidence.join(u" · "_s), 34);
    for (const StepOption &option : stepOptions(state.step))
        all += 1.6 * lines(option.label, 44) + lines(option.whyNot, 50);
    return all + double(qMin<qsizetype>(state.path.size(), 9)) / 10;
}

class Explorer {
public:
    explicit Explorer(CataloguePtr catalogue) : m_catalogue(std::move(catalogue)) { }

    void explore(const FactContext &facts)
    {
        QSet<QString> met;
        PanelState frame;
        frame.fileOpen = facts.file != nullptr;
        frame.subject = facts.account ? facts.account->identifiant : QString();
        frame.severalAccounts = facts.file && facts.file->accounts.size() > 1;
        frame.proposals = diagnose(*m_catalogue, facts);
        frame.walking = true;
        QList<ScriptWalk> todo;
        for (const ScriptPtr &script : m_catalogue->scripts())
            todo.append(*ScriptWalk::begin(m_catalogue, script->id, facts));
        while (!todo.isEmpty()) { // depth first: long ways
            const ScriptWalk walk = todo.takeLast();
            const QString place = keyOf(walk) + (walk.hasReturn() ? u"+"_s : QString());
            if (met.contains(place))
                continue;
            met.insert(place);
            keep(walk, facts, frame);
            todo += nextWalks(walk, facts);
        }
    }
    [[nodiscard]] QList<NodeState> nodes() const
    {
        QList<NodeState> all;
        for (auto it = m_heaviest.cbegin(); it != m_heaviest.cend(); ++it)
            all.append({it.key(), it->second});
        return all;
    }

private:
    void keep(const ScriptWalk &walk, const FactContext &facts, PanelState state)
    {
        state.title = walk.currentScript()->title;
        state.step = stepView(walk, facts);
        state.path = pathView(walk);
        state.found = foundSteps(state.path);
        const double weight = bulk(state);
        auto &kept = m_heaviest[keyOf(walk)];
        if (weight > kept.first)
            kept = {weight, state};
    }

    CataloguePtr m_catalogue;
    QMap<QString, std::pair<double, PanelState>> m_heaviest;
};

} // namespace

QList<NodeState> everyNode(const QString &scriptFolder)
{
    using namespace situations;
    Explorer explorer(ScriptCatalogue::fromFolder(scriptFolder));
    const QList<Caller> all = callers();
    for (const Caller &caller : all)
        explorer.explore(context(caller.file, caller.account));
    FactContext nothing = context({}, nonePicked);
    nothing.file = nullptr;
    explorer.explore(nothing); // every check is a question, every value is missing
    return explorer.nodes();
}

} // namespace desk::test
