// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgaccessstore.h"

#include "db/stores/jsonanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <class Key> QJsonValue keyOrNull(Key key)
{
    return key.value() > 0 ? QJsonValue(key.value()) : QJsonValue();
}

} // namespace

QFuture<Result<CheckStatus>> PgAccessStore::checkStatus(const QUuid &call, EstablishmentId establishment,
                                                        AccountId account)
{
    return readAs(m_database, "check_status"_L1,
                  {{"call"_L1, jsonUuid(call)},
                   {"establishment"_L1, keyOrNull(establishment)},
                   {"account"_L1, keyOrNull(account)}},
                  fromDocument<CheckStatus>);
}

QFuture<Result<Rehearsal>> PgAccessStore::rehearse(const RehearsalRequest &request, const QUuid &call,
                                                   std::optional<TicketNumber> ticket)
{
    return readAs(m_database, "rehearse"_L1,
                  {{"kind"_L1, request.kind},
                   {"params"_L1, request.params},
                   {"call"_L1, jsonUuid(call)},
                   {"ticket"_L1, ticket ? QJsonValue(ticket->value()) : QJsonValue()}},
                  rehearsalFromDocument);
}

} // namespace desk
