// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptservice.h"

#include "app/core/logcategories.h"
#include "app/operations/operationservice.h"
#include "app/scripts/diagnosis.h"
#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"
#include "app/scripts/scriptadvice.h"
#include "app/scripts/scriptservice_p.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// No file, as the console gives it when nothing is open.
bool isEmptyFile(const CallerFile &file)
{
    return file.subject == CallerFile::Subject::Unknown && file.asked.isEmpty();
}

} // namespace

void ScriptService::Private::useCatalogue(CataloguePtr replacement)
{
    catalogue = std::move(replacement);
    index = ScriptSearch(*catalogue);
    for (const ScriptProblem &problem : catalogue->problems())
        qCWarning(logScripts).noquote() << problem.file << "line" << problem.line << problem.reason;
    Q_EMIT q.catalogueChanged();
    diagnoseAgain();
    resumeUnread();
}

/// Beside what is published: the earlier version in use until now, should the new one be of no use.
QList<PublishedScript> ScriptService::Private::withLastGood(const QList<PublishedScript> &scripts) const
{
    QHash<QString, int> newest;
    for (const PublishedScript &script : scripts)
        newest.insert(script.id, std::max(newest.value(script.id), script.version));
    QList<PublishedScript> all = scripts;
    for (const PublishedScript &script : lastGood) {
        if (script.version < newest.value(script.id))
            all.append(script);
    }
    return all;
}

void ScriptService::Private::diagnoseAgain()
{
    QList<Proposal> found = diagnose(*catalogue, context(file, chosen ? account : std::nullopt));
    if (found == proposals)
        return;
    proposals = std::move(found);
    Q_EMIT q.proposalsChanged();
}

/// The caller's account; while none is picked, the one the proposal of that script names, or the only one there is.
std::optional<AccountId> ScriptService::Private::accountFor(const QString &scriptId) const
{
    if (account || !file)
        return account;
    if (file->accounts.size() == 1)
        return file->accounts.first().id;
    for (const Proposal &proposal : proposals) {
        if (proposal.scriptId == scriptId)
            return proposal.account.value() ? std::optional(proposal.account) : std::nullopt;
    }
    return std::nullopt;
}

bool ScriptService::Private::walkIsForOpenFile() const
{
    const FactContext facts = context(file, account);
    const EstablishmentId open = facts.establishment() ? facts.establishment()->id : EstablishmentId(0);
    const WalkSubject &subject = walk->subject;
    if (!subject.establishment.value() && !subject.account.value())
        return true; // begun before any file was open: it is about whoever comes first
    if (open != subject.establishment)
        return false;
    return !subject.account.value() || !account || *account == subject.account;
}

void ScriptService::Private::followContext()
{
    if (!walk)
        return;
    if (!file || isEmptyFile(*file)) // closed for a moment: the walk keeps what it knew
        return;
    const bool untouched = walk->agentAnswers() == 0 && walk->carriedOut().isEmpty();
    if (walkIsForOpenFile()) {
        walkFile = file;
        const FactContext facts = context(file, account);
        const WalkSubject before = walk->subject;
        if (!walk->subject.establishment.value() && facts.establishment())
            walk->subject.establishment = facts.establishment()->id;
        if (!walk->subject.account.value() && account)
            walk->subject.account = *account;
        if (untouched && walk->subject != before)
            walk->restart(walkContext()); // what was open for want of a file or an account may be decided now
        persist();
    } else if (saved || untouched) {
        const bool sameEstablishment = context(file, account).establishment()
            && context(file, account).establishment()->id == walk->subject.establishment;
        const QString root = walk->root()->id;
        close(false);
        if (sameEstablishment && untouched)
            begin(root); // another account of the same file, before anything was said
        return;
    }
    Q_EMIT q.stepChanged();
}

void ScriptService::Private::begin(const QString &scriptId)
{
    giveUpUnread(); // its place is taken
    const auto who = accountFor(scriptId);
    walkFile = file;
    walk = ScriptWalk::begin(catalogue, scriptId, context(walkFile, who));
    saved = false;
    if (!walk) {
        qCWarning(logScripts) << "no such script:" << scriptId;
        walkFile.reset();
        return;
    }
    walk->carryOver(done);
    walk->subject.call = call;
    walk->subject.ticket = ticket;
    walkTicket = TicketNumber(0);
    takeUpTicket();
    keeper.keepScripts(*catalogue, scriptId);
    moved();
}

/// A walk in the file of a ticket that is worked on needs no call to be kept: it is kept for that ticket.
void ScriptService::Private::takeUpTicket()
{
    if (!walk || saved || !worked.value() || walkTicket == worked || !walkIsForOpenFile())
        return;
    walkTicket = worked;
    walk->subject.ticket = worked;
    persist();
}

/// Leaves the walk; one that was not finished is kept as abandoned when the agent had begun to answer.
void ScriptService::Private::close(bool keepUnfinished)
{
    if (!walk)
        return;
    if (!saved && keepUnfinished && walk->agentAnswers() > 0)
        keeper.save(*walk, AbandonedOutcome, clock.now(), walkTicket);
    walk.reset();
    walkFile.reset();
    saved = false;
    persist();
    Q_EMIT q.stepChanged();
}

/// After every move: an end is kept at once, so that the ticket can be closed with it.
void ScriptService::Private::moved()
{
    if (walk->ended() && !saved) {
        saved = true;
        keeper.save(*walk, walk->outcome(), clock.now(), walkTicket);
    }
    persist();
    Q_EMIT q.stepChanged();
}

/// The end was kept already and the agent goes on from it: what comes is another record.
void ScriptService::Private::takeUpSaved()
{
    if (saved)
        walk->renew();
    saved = false;
}

/// Whatever took it back: it may be done again, and is not offered to be taken back twice.
void ScriptService::Private::takeBack(const OperationOutcome &outcome)
{
    for (CarriedOut &one : done)
        one.takenBack = one.takenBack || isInverse(outcome, one.inverse);
    if (walk)
        walk->takeBack(outcome);
}

QString ScriptService::Private::identifiantOf(AccountId id) const
{
    for (const auto *about : {&walkFile, &file}) {
        const Account *found = *about ? (*about)->account(id) : nullptr;
        if (found)
            return found->identifiant;
    }
    return {};
}

QString ScriptService::Private::about() const
{
    const FactContext facts = walkContext();
    QStringList names;
    if (facts.account)
        names.append(facts.account->identifiant);
    if (facts.establishment())
        names.append(facts.establishment()->denomination);
    return names.join(u" · "_s);
}

ScriptService::ScriptService(OperationService &operations, LocalStore &local, ServerClock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, operations, local, clock))
{
    connect(&operations, &OperationService::finished, this, [this](const OperationOutcome &outcome) {
        if (outcome.kind == OperationKind::WalkSave)
            Q_EMIT walkSaved(outcome.id);
    });
    // Which operation failed: operationRefused() is told the rule only.
    connect(&operations, &OperationService::failed, this, [this](const QUuid &id, const Error &error) {
        d->lastFailure = Private::Failure{id, error.params.value(u"kind"_s).toString()};
        if (d->lastFailure->kind == OperationKind::WalkSave)
            qCWarning(logScripts) << "a walk was not kept:" << error.rule << error.detail;
    });
}

ScriptService::~ScriptService() = default;

void ScriptService::setScripts(const QList<PublishedScript> &scripts)
{
    d->useCatalogue(ScriptCatalogue::fromPublished(d->withLastGood(scripts)));
    d->lastGood.clear();
    for (const ScriptPtr &script : d->catalogue->scripts())
        d->lastGood.append({script->id, script->version, script->source});
}

void ScriptService::loadFolder(const QString &folder)
{
    d->useCatalogue(ScriptCatalogue::fromFolder(folder));
}

const QList<ScriptProblem> &ScriptService::problems() const
{
    return d->catalogue->problems();
}

QList<ScriptProblem> ScriptService::advice() const
{
    QList<ScriptProblem> found;
    for (const ScriptPtr &script : d->catalogue->scripts())
        found += adviseScript(*script);
    return found;
}

QStringList ScriptService::unusable(const QList<PublishedScript> &scripts) const
{
    QStringList ids;
    for (const PublishedScript &script : scripts) {
        if (!d->catalogue->script(script.id) && !ids.contains(script.id))
            ids << script.id;
    }
    return ids;
}

void ScriptService::setContext(const CallerFile &file, std::optional<AccountId> account,
                               const QHash<QString, QString> &settings, bool chosen)
{
    d->file = isEmptyFile(file) ? std::nullopt : std::optional(file);
    d->account = account && file.account(*account) ? account : std::nullopt;
    d->chosen = chosen;
    d->settings = settings;
    d->diagnoseAgain();
    d->followContext();
}

void ScriptService::setCall(const QUuid &call, std::optional<TicketNumber> ticket, TicketNumber worked)
{
    if (!call.isNull() && !d->call.isNull() && call != d->call)
        d->done.clear();
    d->call = call;
    d->ticket = ticket.value_or(TicketNumber(0));
    if (d->walk && !d->saved && !call.isNull()) {
        d->walk->subject.call = call;
        d->walk->subject.ticket = d->ticket;
        d->persist();
    }
    d->worked = worked;
    d->takeUpTicket();
    d->keeper.setCall(call);
}

QList<Proposal> ScriptService::proposals() const
{
    return d->proposals;
}

QList<ScriptHit> ScriptService::search(const QString &text) const
{
    return d->index.find(text);
}

void ScriptService::start(const QString &scriptId)
{
    d->close(true);
    d->begin(scriptId);
}

bool ScriptService::walking() const
{
    return d->walk.has_value();
}

QString ScriptService::title() const
{
    return d->walk ? d->walk->currentScript()->title : QString();
}

StepView ScriptService::step() const
{
    if (!d->walk)
        return {};
    StepView view = stepView(*d->walk, d->walkContext());
    view.about = d->about();
    view.elsewhere = d->file && !d->walkIsForOpenFile();
    return view;
}

QList<PathStep> ScriptService::path() const
{
    return d->walk ? pathView(*d->walk) : QList<PathStep>();
}

void ScriptService::answer(const QString &answerId)
{
    if (d->walk && d->walk->answer(answerId, d->walkContext()))
        d->moved();
}

void ScriptService::overrule(int pathIndex, const QString &answerId)
{
    if (!d->walk)
        return;
    if (!d->walk->overrule(pathIndex, answerId, d->walkContext()))
        return;
    d->takeUpSaved();
    d->moved();
}

void ScriptService::back()
{
    if (!d->walk || !d->walk->back(d->walkContext()))
        return;
    d->takeUpSaved();
    d->moved();
}

void ScriptService::restart()
{
    if (!d->walk)
        return;
    const QString root = d->walk->root()->id;
    d->close(true);
    d->begin(root);
}

void ScriptService::jumpTo(int pathIndex)
{
    if (!d->walk || !d->walk->jumpTo(pathIndex, d->walkContext()))
        return;
    d->takeUpSaved();
    d->moved();
}

std::optional<OperationRequest> ScriptService::operationRequest() const
{
    const auto *act = d->walk ? d->walk->current().as<DoNode>() : nullptr;
    if (!act)
        return std::nullopt;
    const FactContext facts = doContext(*act, d->walkContext());
    if (!whyNotPossible(*act, d->walkContext()).isEmpty())
        return std::nullopt;
    QHash<QString, QString> with;
    for (auto it = act->with.cbegin(); it != act->with.cend(); ++it)
        with.insert(it.key(), fillPlaceholders(it.value(), facts).text);
    OperationRequest request;
    request.id = QUuid::createUuid();
    request.kind = scriptOperationInfo(act->operation).kind;
    request.params = operationParams(act->operation, with, facts);
    request.reason = act->reason;
    if (!d->call.isNull())
        request.call = d->call;
    if (d->ticket.value())
        request.ticket = d->ticket;
    d->offered.insert(request.id, facts.account ? facts.account->id : AccountId(0));
    return request;
}

std::optional<OperationRequest> ScriptService::inverseRequest() const
{
    const auto *act = d->walk ? d->walk->current().as<DoNode>() : nullptr;
    if (!act)
        return std::nullopt;
    const InverseOperation inverse
        = d->walk->inverseOf(scriptOperationInfo(act->operation).kind, doTarget(*act, d->walkContext()));
    if (inverse.kind.isEmpty())
        return std::nullopt;
    OperationRequest request;
    request.id = QUuid::createUuid();
    request.kind = inverse.kind;
    request.params = inverse.params;
    if (!d->call.isNull())
        request.call = d->call;
    return request;
}

void ScriptService::operationDone(const OperationOutcome &outcome)
{
    AccountId account(outcome.result.value(u"account_id"_s).toInteger());
    if (!account.value())
        account = d->offered.value(outcome.id, AccountId(0));
    const auto *act = d->walk ? d->walk->current().as<DoNode>() : nullptr;
    const bool check = outcome.kind == OperationKind::CallCheck;
    if (outcome.kind == OperationKind::CreateAccount || outcome.kind == OperationKind::ReassignReferent)
        account = AccountId(0); // about the establishment; the account named is the new one
    if (check && !outcome.result.value(u"passed"_s).toBool()) {
        // A failed try is a done operation. The script goes on when it is the last one.
        const bool last = outcome.result.value(u"tries_left"_s).toInt() == 0;
        if (last && act && !d->saved && act->operation == ScriptOperation::CallCheck
            && d->walk->operationRefused(whyRefused(u"too_many_tries"_s), d->walkContext()))
            d->moved();
        return;
    }
    if (check && act && act->operation == ScriptOperation::CallCheck && d->walkContext().account) {
        const bool establishmentAlone = d->walkContext().establishment() && act->with.value(u"compte"_s) == "non"_L1;
        account = establishmentAlone ? AccountId(0) : d->walkContext().account->id;
    }
    const QString sentence = operationSentence(outcome.kind, d->identifiantOf(account), outcome.result);
    if (sentence.isEmpty()) // not something one does for a caller
        return;
    for (auto *file : {&d->file, &d->walkFile}) {
        if (*file)
            applyOperation(**file, outcome, account);
    }
    const FactContext where
        = d->file ? d->context(d->file, d->account) : d->walkContext(); // sheets act on the open one
    CarriedOut done{outcome.id, outcome.kind, account, sentence, outcome.at, inverseOperation(outcome)};
    if (where.establishment())
        done.establishment = where.establishment()->id;
    d->takeBack(outcome);
    d->done.append(done);
    if (d->walk && !d->saved)
        d->walk->operationDone(done, d->walkContext());
    d->diagnoseAgain();
    if (d->walk)
        d->moved();
    else
        d->persist();
}

void ScriptService::operationRefused(const QString &rule)
{
    const auto failure = std::exchange(d->lastFailure, std::nullopt);
    const auto *act = d->walk ? d->walk->current().as<DoNode>() : nullptr;
    const QString why = whyRefused(rule);
    if (!act || why.isEmpty())
        return;
    const bool ours
        = !failure || d->offered.contains(failure->id) || failure->kind == scriptOperationInfo(act->operation).kind;
    if (ours && d->walk->operationRefused(why, d->walkContext()))
        d->moved();
}

QStringList ScriptService::doneInThisCall() const
{
    QStringList sentences;
    for (const CarriedOut &done : std::as_const(d->done))
        sentences.append(u"%1 %2"_s.arg(done.sentence, momentText(done.at, d->clock.now())));
    return sentences;
}

void ScriptService::abandon()
{
    d->close(true);
}

void ScriptService::callEnded()
{
    d->close(true);
    d->done.clear();
    d->offered.clear();
    d->persist();
}

} // namespace desk
