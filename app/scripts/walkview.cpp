// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"
#include "app/scripts/scriptwalk.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Fills one view for the current node; a text that misses a value marks the view.
class ViewBuilder {
public:
    ViewBuilder(const ScriptWalk &walk, const FactContext &context) : m_walk(walk), m_context(context) { }

    StepView build()
    {
        const Node &node = m_walk.current();
        m_view.nodeId = node.id;
        m_view.title = node.title;
        m_view.say = fill(node.say);
        m_view.instruction = fill(node.instruct);
        std::visit([this](const auto &body) { add(body); }, node.body);
        return m_view;
    }

private:
    QString fill(const QString &text)
    {
        const FilledText filled = fillPlaceholders(text, m_context);
        m_view.hasMissingValue = m_view.hasMissingValue || filled.missing;
        return filled.text;
    }

    void answer(const QString &id, const QString &label, bool operation = false)
    {
        m_view.answers.append({id, fill(label), operation, m_walk.wasChosen(id)});
    }

    void add(const SayNode &say)
    {
        m_view.kind = StepView::Kind::Say;
        answer(EngineAnswer::Continue, say.label.isEmpty() ? u"Continuer"_s : say.label);
    }

    void add(const AskNode &ask)
    {
        m_view.kind = StepView::Kind::Ask;
        for (const Branch &branch : ask.answers)
            answer(branch.id, branch.label);
    }

    void add(const CheckNode &check)
    {
        m_view.kind = StepView::Kind::Check;
        m_view.evidence = factEvidence(check.fact, m_context);
        m_view.evidenceKnown = factValue(check.fact, m_context) >= 0;
        if (m_view.say.isEmpty() && m_view.instruction.isEmpty())
            m_view.instruction = check.question.isEmpty() ? typography(factInfo(check.fact).question.toString())
                                                          : fill(check.question);
        for (const Branch &branch : check.answers)
            answer(branch.id, branch.label);
        if (check.otherwise)
            answer(EngineAnswer::Otherwise, check.otherwise->label);
    }

    void add(const DoNode &act)
    {
        m_view.kind = StepView::Kind::Do;
        StepOperation operation;
        operation.kind = scriptOperationInfo(act.operation).kind;
        operation.label = fill(act.label);
        operation.account = doTarget(act, m_context);
        operation.carriedOut = m_walk.wasCarriedOut(operation.kind, operation.account);
        operation.whyNot = whyNotPossible(act, m_context);
        operation.possible = operation.whyNot.isEmpty();
        if (operation.carriedOut)
            answer(EngineAnswer::AlreadyDone, u"C’est déjà fait, continuer"_s);
        const InverseOperation inverse = m_walk.inverseOf(operation.kind, operation.account);
        if (!inverse.kind.isEmpty())
            answer(EngineAnswer::Inverse, inverse.label, true);
        answer(EngineAnswer::Operation, act.label, true);
        for (const Branch &branch : act.answers)
            answer(branch.id, branch.label);
        if (!operation.possible && !operation.carriedOut)
            answer(EngineAnswer::NotPossible, u"Pas possible maintenant, continuer"_s);
        m_view.operation = operation;
    }

    void add(const GotoNode &) { } // never shown: a walk goes through it

    void add(const EndNode &end)
    {
        m_view.kind = StepView::Kind::End;
        m_view.outcome = end.outcome;
        m_view.outcomeLabel = walkOutcomeLabel(end.outcome);
        if (const ScriptPtr back = m_walk.returnScript())
            answer(EngineAnswer::Return, typography(u"Revenir à « %1 »"_s.arg(back->title)));
    }

    const ScriptWalk &m_walk;
    const FactContext &m_context;
    StepView m_view;
};

} // namespace

StepView stepView(const ScriptWalk &walk, const FactContext &context)
{
    return ViewBuilder(walk, context).build();
}

QList<PathStep> pathView(const ScriptWalk &walk)
{
    QList<PathStep> path;
    for (const WalkStep &step : walk.path())
        path.append(
            {step.at.script, step.at.node, step.title, step.answerLabel, step.decided, step.overruled, step.evidence});
    return path;
}

} // namespace desk
