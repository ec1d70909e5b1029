// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/panelstate.h"

#include "app/calls/callservice.h"
#include "app/lookup/caseservice.h"
#include "app/scripts/script.h"
#include "app/scripts/scriptservice.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFound = 2; // more would push the answers down; the breadcrumb has them all

struct PanelText {
    Q_DECLARE_TR_FUNCTIONS(PanelText)
};

QString subjectOf(const CaseService &cases)
{
    const qsizetype accounts = cases.file().accounts.size();
    if (accounts > 1 && !cases.accountIsChosen())
        return PanelText::tr("les %1 comptes").arg(accounts);
    if (const Account *account = cases.selectedAccount())
        return account->identifiant;
    return cases.file().establishment.denomination;
}

int currentProposal(const QList<Proposal> &proposals, const ScriptService &scripts, const QList<PathStep> &path)
{
    for (int i = 0; i < proposals.size(); ++i) {
        const Proposal &proposal = proposals.at(i);
        if (path.isEmpty() ? proposal.title == scripts.title() : proposal.scriptId == path.first().scriptId)
            return i;
    }
    return -1;
}

} // namespace

QList<int> foundSteps(const QList<PathStep> &path)
{
    QList<int> found;
    for (auto i = static_cast<int>(path.size()) - 1; i >= 0 && path.at(i).decided && found.size() < mostFound; --i) {
        if (!path.at(i).evidence.isEmpty())
            found.prepend(i);
    }
    return found;
}

bool isElsewhere(const PanelState &state)
{
    return state.walking && state.step.elsewhere;
}

QString stepWords(const PanelState &state)
{
    const StepView &step = state.step;
    QStringList words;
    if (step.kind == StepView::Kind::End)
        words << PanelText::tr("Issue : %1").arg(step.outcomeLabel);
    if (!step.say.isEmpty())
        words << PanelText::tr("À dire : %1").arg(step.say);
    if (!step.instruction.isEmpty())
        words << PanelText::tr("À faire : %1").arg(step.instruction);
    return words.isEmpty() ? step.title : words.join(u' ');
}

QList<StepOption> stepOptions(const StepView &step)
{
    QList<StepOption> options;
    for (const AnswerView &answer : step.answers) {
        StepOption option;
        option.id = answer.id;
        option.label = answer.label;
        option.operation = answer.operation;
        option.visited = answer.visited;
        if (answer.id == EngineAnswer::Inverse) {
            option.kind = StepOption::Kind::Inverse;
        } else if (answer.operation && step.operation) {
            option.kind = StepOption::Kind::Operation;
            option.label = step.operation->label;
            option.visited = step.operation->carriedOut;
            option.whyNot = step.operation->possible ? QString() : step.operation->whyNot;
        }
        options << option;
    }
    if (step.kind == StepView::Kind::End) {
        StepOption leave;
        leave.kind = StepOption::Kind::Leave;
        leave.label = PanelText::tr("Revenir au diagnostic");
        StepOption again;
        again.kind = StepOption::Kind::Restart;
        again.label = PanelText::tr("Reprendre depuis le début");
        options << leave << again;
    }
    return options;
}

PanelState panelState(const ScriptService &scripts, const CaseService &cases, const CallService &calls)
{
    PanelState state;
    state.fileOpen = cases.state() == CaseService::State::Open;
    if (state.fileOpen) {
        state.fileUnknown = cases.file().subject == CallerFile::Subject::Unknown;
        state.subject = subjectOf(cases);
        state.severalAccounts = cases.file().accounts.size() > 1;
        state.accountChosen = cases.accountIsChosen();
        state.proposals = scripts.proposals();
    }
    state.done = scripts.doneInThisCall();
    state.inCall = calls.active();
    state.walking = scripts.walking();
    if (!state.walking)
        return state;
    state.title = scripts.title();
    state.step = scripts.step();
    state.path = scripts.path();
    state.found = foundSteps(state.path);
    state.currentProposal = currentProposal(state.proposals, scripts, state.path);
    return state;
}

} // namespace desk
