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

template <class Key> std::optional<QByteArray> keyOrNull(Key key)
{
    return key.value() > 0 ? sqlNumber(key.value()) : std::nullopt;
}

} // namespace

QFuture<Result<CheckStatus>> PgAccessStore::checkStatus(const QUuid &call, EstablishmentId establishment,
                                                        AccountId account)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [call, establishment, account](DatabaseSession &db) -> Result<CheckStatus> {
        const auto rows
            = db.exec("access/check_status"_L1, {sqlUuid(call), keyOrNull(establishment), keyOrNull(account)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
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
        const auto rows = db.exec("access/rehearse"_L1,
                                  {sqlText(request.kind), sqlJson(request.params), sqlUuid(call),
                                   ticket ? sqlNumber(ticket->value()) : std::nullopt});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? rehearsalFromJson(*answer) : Failure(answer.error());
    });
}

} // namespace desk
