// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/diagnosis.h"

#include "app/scripts/placeholders.h"
#include "app/scripts/scriptwalk.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int notYet = -2;
constexpr int reasonsShown = 2;

/// The facts of one account, each evaluated at most once.
class FactSheet {
public:
    explicit FactSheet(const FactContext &context) : m_context(context), m_values(size_t(allFacts().size()), notYet) { }
    int value(Fact fact)
    {
        int &kept = m_values[size_t(fact)];
        if (kept == notYet)
            kept = factValue(fact, m_context);
        return kept;
    }
    [[nodiscard]] const FactContext &context() const { return m_context; }

private:
    FactContext m_context;
    std::vector<int> m_values;
};

struct Finding {
    int weight = 0;
    bool aboutAccount = false; ///< a fact of the account or its habilitation spoke for it
    QList<const Symptom *> reasons; ///< those that speak for it and have words
};

Finding examine(const Script &script, FactSheet &sheet)
{
    Finding finding;
    for (const Symptom &symptom : script.diagnosis) {
        if (!symptom.values.contains(sheet.value(symptom.fact)))
            continue;
        finding.weight += symptom.weight;
        if (symptom.weight <= 0)
            continue;
        finding.aboutAccount = finding.aboutAccount || factInfo(symptom.fact).subject != FactSubject::Establishment;
        if (!symptom.reason.isEmpty())
            finding.reasons.append(&symptom);
    }
    std::stable_sort(finding.reasons.begin(), finding.reasons.end(),
                     [](const Symptom *a, const Symptom *b) { return a->weight > b->weight; });
    return finding;
}

Proposal proposalFor(const Script &script, const Finding &finding, const FactContext &context, bool nameAccount)
{
    Proposal proposal;
    proposal.scriptId = script.id;
    proposal.number = script.number;
    proposal.title = script.title;
    proposal.weight = finding.weight;
    if (finding.aboutAccount && context.account)
        proposal.account = context.account->id;
    QStringList reasons;
    for (const Symptom *symptom : finding.reasons.mid(0, reasonsShown))
        reasons.append(fillPlaceholders(symptom->reason, context).text);
    proposal.reason = reasons.join(u", "_s);
    if (nameAccount && proposal.account.value())
        proposal.reason = u"%1\u00A0: %2"_s.arg(context.account->identifiant, proposal.reason);
    return proposal;
}

/// One proposal for the establishment is enough, however many accounts it was found with.
bool isKnown(const QList<Proposal> &proposals, const Proposal &proposal)
{
    return std::any_of(proposals.cbegin(), proposals.cend(), [&](const Proposal &p) {
        return p.scriptId == proposal.scriptId && p.account == proposal.account;
    });
}

void examineAll(const ScriptCatalogue &catalogue, const FactContext &context, bool nameAccount,
                QList<Proposal> &proposals)
{
    FactSheet sheet(context);
    const QDate today = context.now.date();
    for (const ScriptPtr &script : catalogue.scripts()) {
        if (script->diagnosis.isEmpty() || !script->validOn(today))
            continue;
        if (context.account && !script->isFor(context.account->profile))
            continue;
        const Finding finding = examine(*script, sheet);
        if (finding.weight < leastWeight || finding.reasons.isEmpty())
            continue;
        const Proposal proposal = proposalFor(*script, finding, context, nameAccount);
        if (!isKnown(proposals, proposal))
            proposals.append(proposal);
    }
}

/// Where each proposal would open, walked as far as the facts decide.
void walkAhead(QList<Proposal> &proposals, const ScriptCatalogue &catalogue, const FactContext &context)
{
    const CataloguePtr unowned(&catalogue, [](const ScriptCatalogue *) {});
    for (Proposal &proposal : proposals) {
        FactContext own = context;
        if (context.file && proposal.account.value())
            own.account = context.file->account(proposal.account);
        if (const auto walk = ScriptWalk::begin(unowned, proposal.scriptId, own))
            proposal.nodeId = walk->current().id;
    }
}

} // namespace

QList<Proposal> diagnose(const ScriptCatalogue &catalogue, const FactContext &context)
{
    QList<Proposal> proposals;
    if (!context.file)
        return proposals;
    if (context.account || context.file->accounts.isEmpty()) {
        examineAll(catalogue, context, false, proposals);
    } else {
        for (const Account &account : context.file->accounts) {
            FactContext own = context;
            own.account = &account;
            examineAll(catalogue, own, context.file->accounts.size() > 1, proposals);
        }
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal &a, const Proposal &b) { return a.weight > b.weight; });
    proposals = proposals.mid(0, mostProposals);
    walkAhead(proposals, catalogue, context);
    return proposals;
}

} // namespace desk
