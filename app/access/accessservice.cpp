// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/access/accessservice.h"

#include "app/calls/callservice.h"
#include "app/core/whenfinished.h"
#include "app/lookup/lookupstore.h"
#include "app/session/sessionservice.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto accountKey = "account:"_L1;

std::optional<FoundAccount> exactly(const QString &identifiant, const QList<Suggestion> &lines)
{
    for (const Suggestion &line : lines) {
        if (line.kind == Suggestion::Kind::Account && line.key.startsWith(accountKey)
            && line.title.compare(identifiant, Qt::CaseInsensitive) == 0)
            return FoundAccount{AccountId(line.key.mid(accountKey.size()).toLongLong()), line.title, line.detail};
    }
    return std::nullopt;
}

} // namespace

AccessService::AccessService(AccessStore &store, LookupStore &lookups, SessionService &session, CallService &calls,
                             QObject *parent)
    : QObject(parent), m_store(store), m_lookups(lookups), m_session(session), m_calls(calls)
{
}

template <class T> QFuture<Result<T>> AccessService::watched(const QString &what, const QFuture<Result<T>> &future)
{
    const int generation = m_session.generation();
    whenFinished(future, this, [this, generation](const Result<T> &answer) {
        if (!answer && (answer.error().code == Error::Code::Unavailable || answer.error().code == Error::Code::Timeout))
            m_session.reportLost(generation);
    });
    return m_session.activity().watch(what, future);
}

QFuture<Result<CheckStatus>> AccessService::checkStatus(EstablishmentId establishment, AccountId account)
{
    return watched(u"check_status"_s, m_store.checkStatus(m_calls.id(), establishment, account));
}

QFuture<Result<Rehearsal>> AccessService::rehearse(const RehearsalRequest &request, std::optional<TicketNumber> ticket)
{
    return watched(u"rehearse"_s, m_store.rehearse(request, m_calls.id(), ticket));
}

QFuture<Result<std::optional<FoundAccount>>> AccessService::findAccount(const QString &identifiant)
{
    using Found = Result<std::optional<FoundAccount>>;
    const QString wanted = identifiant.trimmed().toLower();
    const SearchTerm term{SearchTerm::Kind::Identifiant, wanted, identifiant};
    return m_lookups.suggest(term).then(QtFuture::Launch::Sync, [wanted](const Result<QList<Suggestion>> &lines) {
        return lines ? Found(exactly(wanted, *lines)) : Found(Failure(lines.error()));
    });
}

} // namespace desk
