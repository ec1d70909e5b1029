// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/factsubjects.h"

#include "app/core/siret.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int selfServiceMinutes = 60; // where the settings do not say

QString motifOf(Fact fact)
{
    switch (fact) {
    case Fact::TicketHabilitation:
        return u"habilitation"_s;
    case Fact::TicketFiche:
        return u"fiche_etablissement"_s;
    case Fact::TicketAutorisation:
        return u"decision_autorisation"_s;
    case Fact::TicketIndemnisation:
        return u"demande_indemnisation"_s;
    case Fact::TicketCertificat:
        return u"certificat_signature"_s;
    case Fact::TicketAutres:
        return u"autres"_s;
    default:
        return {};
    }
}

/// The part of the file a fact is looked up in; empty: in what no file is without.
QLatin1StringView partOf(Fact fact)
{
    if (!motifOf(fact).isEmpty())
        return "tickets"_L1;
    switch (fact) {
    case Fact::IdentifiantMail:
    case Fact::PasswordMail:
    case Fact::ConfirmationMail:
        return "mails"_L1;
    case Fact::OtherExtranet:
        return "extranets"_L1;
    case Fact::Contract:
        return "contracts"_L1;
    case Fact::LatestDap:
        return "daps"_L1;
    case Fact::Incident:
        return "notices"_L1;
    case Fact::CallerChecked:
    case Fact::EstablishmentChecked:
        return "check"_L1;
    case Fact::ApprovalWaiting:
        return "requests"_L1;
    default:
        return {};
    }
}

QDateTime dapMoment(const Dap &dap)
{
    return dap.submittedAt.isValid() ? dap.submittedAt : dap.from.startOfDay();
}

} // namespace

bool isUnknownSiret(const FactContext &context)
{
    return context.file && context.file->subject == CallerFile::Subject::Unknown
        && Siret::parse(context.file->asked).has_value();
}

const Account *referentOf(const FactContext &context)
{
    if (!context.establishment())
        return nullptr;
    const auto &accounts = context.file->accounts;
    const auto it = std::find_if(accounts.cbegin(), accounts.cend(), [](const Account &a) { return a.isReferent(); });
    return it == accounts.cend() ? nullptr : &*it;
}

const Account *otherHabilitatedAccount(const FactContext &context)
{
    if (!context.establishment())
        return nullptr;
    const auto &accounts = context.file->accounts;
    const auto it = std::find_if(accounts.cbegin(), accounts.cend(), [&](const Account &a) {
        return a.habilitation.state == HabilitationState::Active && !(context.account && a.id == context.account->id);
    });
    return it == accounts.cend() ? nullptr : &*it;
}

const Ticket *openTicketOf(const QString &motif, const FactContext &context)
{
    if (!context.file || motif.isEmpty())
        return nullptr;
    const auto before = [](const Ticket &a, const Ticket &b) {
        const bool firstRepeats = a.duplicateOf.value() != 0, secondRepeats = b.duplicateOf.value() != 0;
        return firstRepeats != secondRepeats ? secondRepeats : a.receivedAt > b.receivedAt;
    };
    const Ticket *chosen = nullptr;
    for (const Ticket &ticket : context.file->tickets) {
        if (ticket.isOpen() && ticket.motif == motif && (!chosen || before(ticket, *chosen)))
            chosen = &ticket;
    }
    return chosen;
}

const Ticket *openTicketFor(Fact fact, const FactContext &context)
{
    return openTicketOf(motifOf(fact), context);
}

const Dap *latestDap(const FactContext &context)
{
    if (!context.file || context.file->daps.isEmpty())
        return nullptr;
    const auto &daps = context.file->daps;
    return &*std::max_element(daps.cbegin(), daps.cend(),
                              [](const Dap &a, const Dap &b) { return dapMoment(a) < dapMoment(b); });
}

const Contract *contractOf(const FactContext &context)
{
    if (!context.file)
        return nullptr;
    const auto &contracts = context.file->contracts;
    const auto it = std::find_if(contracts.cbegin(), contracts.cend(), [&](const Contract &c) {
        return !context.account || c.account == context.account->id;
    });
    return it == contracts.cend() ? nullptr : &*it;
}

const FileRequest *waitingRequest(const FactContext &context)
{
    if (!context.establishment())
        return nullptr;
    const auto &requests = context.file->requests;
    const auto it = std::find_if(requests.cbegin(), requests.cend(),
                                 [&](const FileRequest &r) { return r.expiresAt > context.now; });
    return it == requests.cend() ? nullptr : &*it;
}

const IncidentNotice *incidentOf(const FactContext &context)
{
    if (!context.file)
        return nullptr;
    const auto &notices = context.file->notices;
    const auto it = std::find_if(notices.cbegin(), notices.cend(),
                                 [](const IncidentNotice &n) { return n.kind == NoticeKind::Incident; });
    return it == notices.cend() ? nullptr : &*it;
}

QLatin1StringView unreadPartOf(Fact fact, const FactContext &context)
{
    const QLatin1StringView part = partOf(fact);
    return context.file && !part.isEmpty() && context.file->isUnread(part) ? part : QLatin1StringView();
}

std::optional<MailKind> mailKindOf(Fact fact)
{
    switch (fact) {
    case Fact::IdentifiantMail:
        return MailKind::Identifiant;
    case Fact::PasswordMail:
        return MailKind::MotDePasse;
    case Fact::ConfirmationMail:
        return MailKind::Habilitation;
    default:
        return std::nullopt;
    }
}

int selfServiceMinutesLeft(const FactContext &context)
{
    if (!context.account || !context.account->selfServiceStartedAt.isValid())
        return 0;
    const int set = context.settings.value(u"libre_service.minutes"_s).toInt();
    const qint64 valid = 60 * qint64(set > 0 ? set : selfServiceMinutes);
    const qint64 left = context.now.secsTo(context.account->selfServiceStartedAt) + valid;
    return left > 0 ? int((left + 59) / 60) : 0;
}

} // namespace desk
