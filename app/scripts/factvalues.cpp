// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/facts.h"
#include "app/scripts/factsubjects.h"

namespace desk {

namespace {

// Indices into FactInfo::choices, in the order of facts.cpp.
constexpr int undecided = -1;
constexpr int yes = 0, no = 1;

int yesOrNo(bool value)
{
    return value ? yes : no;
}

int establishmentKnown(const FactContext &context)
{
    if (context.establishment())
        return yes;
    return isUnknownSiret(context) ? no : undecided;
}

int registration(const FactContext &context)
{
    if (const Establishment *e = context.establishment())
        return e->registeredAt.isValid() ? 0 : e->registrationRequestedAt.isValid() ? 1 : 2;
    return isUnknownSiret(context) ? 2 : undecided;
}

int accountExists(const FactContext &context)
{
    if (!context.file)
        return undecided;
    return yesOrNo(context.account || !context.file->accounts.isEmpty());
}

int passwordState(const Account &account)
{
    if (account.password == PasswordState::None)
        return 0;
    if (account.password == PasswordState::Voided)
        return 1;
    if (account.passwordChangedBy == QLatin1StringView("self_service"))
        return 3;
    if (account.passwordChangedBy == QLatin1StringView("desk"))
        return 4;
    return account.passwordChangedBy == QLatin1StringView("caller") ? 5 : 2;
}

constexpr qint64 daySeconds = 24 * 60 * 60;

int selfService(const FactContext &context)
{
    const QDateTime started = context.account->selfServiceStartedAt;
    if (!started.isValid() || started.secsTo(context.now) > daySeconds) // an old one is not why they call
        return 2;
    return selfServiceMinutesLeft(context) > 0 ? 0 : 1;
}

int mailState(const Account &account, MailKind kind)
{
    const MailEvent *mail = account.mail(kind);
    if (!mail)
        return 0;
    switch (mail->state) {
    case MailState::Queued:
    case MailState::Sending:
        return 1;
    case MailState::Sent:
        return 2;
    case MailState::Delivered:
        return 3;
    case MailState::Bounced:
    case MailState::Refused:
        return 4;
    case MailState::Cancelled:
        return 5;
    }
    return undecided;
}

int habilitationState(const FactContext &context)
{
    if (!context.establishment()) // in an account's own file no establishment is meant yet
        return undecided;
    const Habilitation &habilitation = context.account->habilitation;
    switch (habilitation.state) {
    case HabilitationState::None:
        return 0;
    case HabilitationState::Requested:
        return 1;
    case HabilitationState::AwaitingConfirmation:
        return 2;
    case HabilitationState::Active:
        return habilitation.activeFrom.isValid() && habilitation.activeFrom > context.now ? 3 : 4;
    case HabilitationState::Revoked:
        return 5;
    }
    return undecided;
}

int habilitationRecent(const FactContext &context)
{
    const Habilitation &habilitation = context.account->habilitation;
    if (!context.establishment() || habilitation.state != HabilitationState::Active)
        return undecided;
    const int set = context.settings.value(QStringLiteral("connexion.attente_heures")).toInt();
    const qint64 wait = set > 0 ? qint64(set) * 60 * 60 : daySeconds;
    return yesOrNo(habilitation.activeFrom.isValid() && habilitation.activeFrom.secsTo(context.now) < wait);
}

int otherAccount(const FactContext &context)
{
    if (!context.establishment())
        return undecided;
    if (otherHabilitatedAccount(context))
        return context.account ? yes : undecided; // whose account it is cannot be told before one is picked
    return context.file->accountsTotal > context.file->accounts.size() ? undecided : no;
}

int accountFact(Fact fact, const FactContext &context)
{
    if (!context.account)
        return undecided;
    const Account &account = *context.account;
    switch (fact) {
    case Fact::AccountProfile:
        return int(account.profile);
    case Fact::EverLoggedIn:
        return yesOrNo(account.firstLoginAt.isValid() || account.lastLoginAt.isValid());
    case Fact::Locked:
        return yesOrNo(account.isLocked(context.now));
    case Fact::SecretsSet:
        return yesOrNo(account.secretsSet);
    case Fact::PasswordState:
        return passwordState(account);
    case Fact::SelfService:
        return selfService(context);
    case Fact::HabilitationState:
        return habilitationState(context);
    case Fact::HabilitationRecent:
        return habilitationRecent(context);
    case Fact::BeingDeleted:
        return yesOrNo(account.beingDeletedAt.isValid());
    case Fact::Disabled:
        return yesOrNo(account.disabledAt.isValid());
    case Fact::OtherExtranet:
        return yesOrNo(!account.otherExtranets.isEmpty());
    case Fact::IdentifiantMail:
    case Fact::PasswordMail:
    case Fact::ConfirmationMail:
        return mailState(account, *mailKindOf(fact));
    default:
        return undecided;
    }
}

int referentAddress(const FactContext &context)
{
    // Addresses are masked here: whether they are the same is for the caller to say. That there is no referent, we
    // know.
    const bool allShown = context.file && context.file->accountsTotal <= context.file->accounts.size();
    return context.establishment() && allShown && !referentOf(context) ? 2 : undecided;
}

int dapState(const FactContext &context)
{
    if (!context.establishment())
        return undecided;
    const Dap *dap = latestDap(context);
    return dap ? int(dap->state) + 1 : 0;
}

} // namespace

int factValue(Fact fact, const FactContext &context)
{
    if (!unreadPartOf(fact, context).isEmpty()) // empty there says nothing: it is asked
        return undecided;
    switch (fact) {
    case Fact::EstablishmentKnown:
        return establishmentKnown(context);
    case Fact::Registration:
        return registration(context);
    case Fact::AccountExists:
        return accountExists(context);
    case Fact::OtherAccount:
        return otherAccount(context);
    case Fact::ReferentAddress:
        return referentAddress(context);
    case Fact::Contract:
        return context.establishment() ? (contractOf(context) ? 0 : 1) : undecided;
    case Fact::LatestDap:
        return dapState(context);
    case Fact::TicketHabilitation:
    case Fact::TicketFiche:
    case Fact::TicketAutorisation:
    case Fact::TicketIndemnisation:
    case Fact::TicketCertificat:
    case Fact::TicketAutres:
        return context.file ? yesOrNo(openTicketFor(fact, context) != nullptr) : undecided;
    case Fact::CallerChecked:
        return context.account ? yesOrNo(context.file->callerChecked(context.account->id, context.now)) : undecided;
    case Fact::EstablishmentChecked:
        return context.establishment() ? yesOrNo(context.file->check.holds(context.now)) : undecided;
    case Fact::ApprovalWaiting:
        return context.establishment() ? yesOrNo(waitingRequest(context) != nullptr) : undecided;
    case Fact::Incident:
        return context.file ? yesOrNo(incidentOf(context) != nullptr) : undecided;
    default:
        return accountFact(fact, context);
    }
}

} // namespace desk
