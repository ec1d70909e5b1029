// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptwalk.h"

#include "app/scripts/factsubjects.h"
#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString keyOf(const WalkPosition &at)
{
    return at.script + u'/' + at.node;
}

QString valueCode(Fact fact, const FactContext &context)
{
    const int value = factValue(fact, context);
    return value < 0 ? QString() : QString(factInfo(fact).choices.at(value).code);
}

/// The id an answer to a check is known by: the value, or "autre" when it has no branch of its own.
QString branchId(const Branch &branch)
{
    return branch.id.isEmpty() ? QString(EngineAnswer::Otherwise) : branch.id;
}

const Branch *branchNamed(const QList<Branch> &branches, const QString &id)
{
    const auto it = std::find_if(branches.cbegin(), branches.cend(), [&](const Branch &b) { return b.id == id; });
    return it == branches.cend() ? nullptr : &*it;
}

const Branch *checkBranch(const CheckNode &check, const QString &answerId)
{
    if (answerId == EngineAnswer::Otherwise)
        return check.otherwise ? &*check.otherwise : nullptr;
    return branchNamed(check.answers, answerId);
}

} // namespace

FactContext doContext(const DoNode &act, const FactContext &context)
{
    FactContext own = context;
    if (act.onOtherAccount)
        own.account = otherHabilitatedAccount(context);
    return own;
}

QString whyNotPossible(const DoNode &act, const FactContext &context)
{
    const FactContext own = doContext(act, context);
    if (act.onOtherAccount && !own.account)
        return u"aucun autre compte n’est habilité sur cet établissement"_s;
    return whyNotPossible(act.operation, own);
}

AccountId doTarget(const DoNode &act, const FactContext &context)
{
    const FactContext own = doContext(act, context);
    return own.account ? own.account->id : AccountId(0);
}

std::optional<ScriptWalk> ScriptWalk::begin(CataloguePtr catalogue, const QString &scriptId, const FactContext &context)
{
    const ScriptPtr script = catalogue ? catalogue->script(scriptId) : nullptr;
    if (!script)
        return std::nullopt;
    ScriptWalk walk;
    walk.m_catalogue = std::move(catalogue);
    walk.m_root = scriptId;
    walk.m_at = {scriptId, script->start};
    walk.id = QUuid::createUuid();
    walk.m_startedAt = walk.m_enteredAt = context.now;
    if (const Establishment *e = context.establishment())
        walk.subject.establishment = e->id;
    if (context.account)
        walk.subject.account = context.account->id;
    walk.advance(context);
    return walk;
}

const Node &ScriptWalk::current() const
{
    return *currentScript()->node(m_at.node); // the linter and fromJson see to it that it is there
}

ScriptPtr ScriptWalk::returnScript() const
{
    return m_returns.isEmpty() ? nullptr : m_catalogue->script(m_returns.last().script);
}

bool ScriptWalk::ended() const
{
    return current().as<EndNode>() && m_returns.isEmpty();
}

QString ScriptWalk::outcome() const
{
    return ended() ? current().as<EndNode>()->outcome : QString();
}

WalkStep ScriptWalk::stepHere(const QString &answerId, const QString &label) const
{
    WalkStep step;
    step.at = m_at;
    step.returns = m_returns;
    step.title = current().title;
    step.answer = answerId;
    step.answerLabel = label;
    return step;
}

void ScriptWalk::take(WalkStep step, const QString &next)
{
    m_chosen.insert(keyOf(m_at) + u'/' + step.answer);
    m_path.append(std::move(step));
    m_at.node = next;
}

void ScriptWalk::leave(const QDateTime &now)
{
    m_seconds[keyOf(m_at)] += std::max<qint64>(0, m_enteredAt.secsTo(now));
    m_enteredAt = now;
}

void ScriptWalk::cut(qsizetype size)
{
    m_at = m_path.at(size).at;
    m_returns = m_path.at(size).returns;
    m_path.resize(size);
}

void ScriptWalk::advance(const FactContext &context)
{
    QSet<QString> seen; // a circle of decided checks stops at the first of them, not at a goto: there is nothing to see
    while (true) {
        const Node &node = current();
        bool moved = false;
        if (const auto *jump = node.as<GotoNode>()) {
            moved = stepThroughGoto(*jump);
        } else if (const auto *check = node.as<CheckNode>(); check && !seen.contains(keyOf(m_at))) {
            seen.insert(keyOf(m_at));
            moved = stepThroughCheck(*check, context);
        }
        if (!moved)
            return;
    }
}

bool ScriptWalk::stepThroughGoto(const GotoNode &jump)
{
    const ScriptPtr target = m_catalogue->script(jump.script);
    if (!target)
        return false;
    WalkStep step = stepHere(jump.script, target->title);
    step.title = step.title.isEmpty() ? u"→"_s : step.title;
    step.decided = true;
    m_path.append(std::move(step));
    if (!jump.back.isEmpty())
        m_returns.append({m_at.script, jump.back});
    m_at = {jump.script, jump.node.isEmpty() ? target->start : jump.node};
    return true;
}

const WalkStep *ScriptWalk::agentSaid(Fact fact, const QString &baseValue) const
{
    const QString factId = factInfo(fact).id;
    for (auto it = m_path.crbegin(); it != m_path.crend(); ++it) {
        if (it->fact == factId && it->answer != EngineAnswer::Otherwise && (it->overruled || it->baseValue.isEmpty()))
            // What was said holds as long as the database says what it said then, and not for the very same node:
            // coming round to it again asks again.
            return it->baseValue == baseValue && it->at != m_at ? &*it : nullptr;
    }
    return nullptr;
}

bool ScriptWalk::stepThroughCheck(const CheckNode &check, const FactContext &context)
{
    const QString base = valueCode(check.fact, context);
    const WalkStep *said = agentSaid(check.fact, base);
    // What is assumed stands for what nobody can know; what the database could not read this time is asked.
    const bool assumed
        = !said && base.isEmpty() && !check.assume.isEmpty() && unreadPartOf(check.fact, context).isEmpty();
    const QString value = said ? said->answer : assumed ? check.assume : base;
    if (value.isEmpty())
        return false;
    const Branch *branch = check.branchFor(value);
    if (!branch)
        return false;
    const FactInfo &info = factInfo(check.fact);
    WalkStep step = stepHere(branchId(*branch), info.choices.at(info.indexOf(value)).label.toString());
    step.fact = info.id;
    step.baseValue = base;
    step.decided = true;
    step.evidence = said ? u"déjà répondu dans ce parcours"_s : factEvidence(check.fact, context);
    if (assumed)
        step.evidence += u", supposé par défaut"_s;
    take(std::move(step), branch->next);
    return true;
}

bool ScriptWalk::answer(const QString &answerId, const FactContext &context)
{
    leave(context.now);
    const Node &node = current();
    bool moved = false;
    if (const auto *say = node.as<SayNode>(); say && answerId == EngineAnswer::Continue) {
        take(stepHere(answerId, say->label), say->next);
        moved = true;
    } else if (const auto *ask = node.as<AskNode>()) {
        if (const Branch *branch = branchNamed(ask->answers, answerId)) {
            take(stepHere(answerId, fillPlaceholders(branch->label, context).text), branch->next);
            moved = true;
        }
    } else if (const auto *check = node.as<CheckNode>()) {
        moved = answerCheck(*check, answerId, context);
    } else if (const auto *act = node.as<DoNode>()) {
        moved = answerDo(*act, answerId, context);
    } else if (node.as<EndNode>() && answerId == EngineAnswer::Return && hasReturn()) {
        const WalkPosition target = m_returns.last();
        m_path.append(stepHere(answerId, returnScript()->title));
        m_returns.removeLast();
        m_at = target;
        moved = true;
    }
    if (moved)
        advance(context);
    return moved;
}

bool ScriptWalk::answerCheck(const CheckNode &check, const QString &answerId, const FactContext &context)
{
    const Branch *branch = checkBranch(check, answerId);
    if (!branch)
        return false;
    const QString base = valueCode(check.fact, context);
    WalkStep step = stepHere(answerId, fillPlaceholders(branch->label, context).text);
    step.fact = factInfo(check.fact).id;
    step.baseValue = base;
    step.evidence = factEvidence(check.fact, context);
    step.overruled = !base.isEmpty() && check.branchFor(base) != branch;
    take(std::move(step), branch->next);
    return true;
}

bool ScriptWalk::answerDo(const DoNode &act, const QString &answerId, const FactContext &context)
{
    if (answerId == EngineAnswer::AlreadyDone) {
        if (!wasCarriedOut(scriptOperationInfo(act.operation).kind, doTarget(act, context)))
            return false;
        take(stepHere(answerId, u"Déjà fait"_s), act.done);
        return true;
    }
    if (answerId == EngineAnswer::NotPossible) {
        const QString why = whyNotPossible(act, context);
        if (why.isEmpty())
            return false;
        WalkStep step = stepHere(answerId, u"Pas possible"_s);
        step.evidence = why;
        take(std::move(step), act.refused);
        return true;
    }
    const Branch *branch = branchNamed(act.answers, answerId);
    if (!branch)
        return false;
    take(stepHere(answerId, fillPlaceholders(branch->label, context).text), branch->next);
    return true;
}

bool ScriptWalk::overrule(qsizetype index, const QString &answerId, const FactContext &context)
{
    if (index < 0 || index > m_path.size())
        return false;
    const WalkPosition at = index == m_path.size() ? m_at : m_path.at(index).at;
    const auto *check = m_catalogue->script(at.script)->node(at.node)->as<CheckNode>();
    if (!check || (!answerId.isEmpty() && !checkBranch(*check, answerId)))
        return false;
    const QString taken = index == m_path.size() ? valueCode(check->fact, context) : m_path.at(index).answer;
    if (index < m_path.size() && !jumpTo(index, context))
        return false;
    QString wanted = answerId;
    if (wanted.isEmpty() && check->answers.size() == 2 && !check->otherwise)
        wanted = check->answers.at(check->answers.first().id == taken ? 1 : 0).id;
    return wanted.isEmpty() || answer(wanted, context);
}

bool ScriptWalk::back(const FactContext &context)
{
    qsizetype index = m_path.size() - 1;
    while (index >= 0 && m_path.at(index).decided)
        --index;
    if (index < 0)
        return false;
    leave(context.now);
    cut(index);
    return true;
}

bool ScriptWalk::jumpTo(qsizetype index, const FactContext &context)
{
    if (index < 0 || index >= m_path.size())
        return false;
    leave(context.now);
    cut(index);
    if (current().as<GotoNode>())
        advance(context);
    return true;
}

void ScriptWalk::restart(const FactContext &context)
{
    leave(context.now);
    m_path.clear();
    m_returns.clear();
    m_at = {m_root, root()->start};
    advance(context);
}

bool ScriptWalk::operationDone(const CarriedOut &done, const FactContext &context)
{
    m_carriedOut.append(done);
    const auto *act = current().as<DoNode>();
    if (!act || scriptOperationInfo(act->operation).kind != done.kind)
        return false;
    const AccountId target = doTarget(*act, context);
    if (done.account.value() && target.value() && done.account != target)
        return false;
    if (done.establishment.value() && subject.establishment.value() && done.establishment != subject.establishment)
        return false; // done in the file of somebody else, opened meanwhile
    leave(context.now);
    WalkStep step = stepHere(EngineAnswer::Operation, fillPlaceholders(act->label, context).text);
    step.evidence = u"%1 %2"_s.arg(done.sentence, momentText(done.at, context.now));
    take(std::move(step), act->done);
    advance(context);
    return true;
}

bool ScriptWalk::operationRefused(const QString &why, const FactContext &context)
{
    const auto *act = current().as<DoNode>();
    if (!act)
        return false;
    leave(context.now);
    WalkStep step = stepHere(EngineAnswer::Refused, u"Refusé"_s);
    step.evidence = why;
    take(std::move(step), act->refused);
    advance(context);
    return true;
}

const CarriedOut *ScriptWalk::lastCarriedOut(const QString &kind, AccountId account) const
{
    const auto it = std::find_if(m_carriedOut.crbegin(), m_carriedOut.crend(), [&](const CarriedOut &done) {
        const EstablishmentId here = subject.establishment;
        return done.kind == kind && !done.takenBack
            && (!done.account.value() || !account.value() || done.account == account)
            && (!done.establishment.value() || !here.value() || done.establishment == here);
    });
    return it == m_carriedOut.crend() ? nullptr : &*it;
}

void ScriptWalk::carryOver(const QList<CarriedOut> &done)
{
    for (CarriedOut one : done) {
        one.earlier = true;
        m_carriedOut.append(one);
    }
}

bool ScriptWalk::wasCarriedOut(const QString &kind, AccountId account) const
{
    return lastCarriedOut(kind, account) != nullptr;
}

InverseOperation ScriptWalk::inverseOf(const QString &kind, AccountId account) const
{
    const CarriedOut *done = lastCarriedOut(kind, account);
    return done ? done->inverse : InverseOperation();
}

void ScriptWalk::takeBack(const OperationOutcome &outcome)
{
    for (CarriedOut &done : m_carriedOut)
        done.takenBack = done.takenBack || isInverse(outcome, done.inverse);
}

bool ScriptWalk::wasChosen(const QString &answerId) const
{
    return m_chosen.contains(keyOf(m_at) + u'/' + answerId);
}

int ScriptWalk::agentAnswers() const
{
    return int(std::count_if(m_path.cbegin(), m_path.cend(), [](const WalkStep &s) { return !s.decided; }));
}

int ScriptWalk::overrules() const
{
    return int(std::count_if(m_path.cbegin(), m_path.cend(), [](const WalkStep &s) { return s.overruled; }));
}

QHash<QString, qint64> ScriptWalk::seconds(const QDateTime &now) const
{
    QHash<QString, qint64> all = m_seconds;
    all[keyOf(m_at)] += std::max<qint64>(0, m_enteredAt.secsTo(now));
    return all;
}

} // namespace desk
