// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgaccessstore.h"

#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

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
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [call, establishment, account](DatabaseSession &db) -> Result<CheckStatus> {
        const auto answer = readAnswer(db, "check_status"_L1,
                                       {{"call"_L1, jsonUuid(call)},
                                        {"establishment"_L1, keyOrNull(establishment)},
                                        {"account"_L1, keyOrNull(account)}});
        return answer ? Result<CheckStatus>(checkStatusFromJson(*answer)) : Failure(answer.error());
    });
}

QFuture<Result<Rehearsal>> PgAccessStore::rehearse(const RehearsalRequest &request, const QUuid &call,
                                                   std::optional<TicketNumber> ticket)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [request, call, ticket](DatabaseSession &db) -> Result<Rehearsal> {
        const auto answer = readAnswer(db, "rehearse"_L1,
                                       {{"kind"_L1, request.kind},
                                        {"params"_L1, request.params},
                                        {"call"_L1, jsonUuid(call)},
                                        {"ticket"_L1, ticket ? QJsonValue(ticket->value()) : QJsonValue()}});
        return answer ? rehearsalFromJson(*answer) : Failure(answer.error());
    });
}

} // namespace desk
