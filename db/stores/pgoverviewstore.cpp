// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgoverviewstore.h"

#include "app/supervision/overviewjson.h"
#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/worker/timelimits.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Reads in the worker's thread. Reading twice is reading once.
template <class T>
QFuture<Result<T>> readAs(PgDatabase &database, QLatin1StringView what, const QJsonObject &params,
                          Result<T> (*read)(const QJsonObject &))
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return database.main().run(options, [what, params, read](DatabaseSession &db) -> Result<T> {
        const auto answer = readAnswer(db, what, params);
        return answer ? read(*answer) : Failure(answer.error());
    });
}

QJsonObject listParams(WatchList list, const QString &from, int limit)
{
    return {{u"list"_s, watchListCode(list)}, {u"from"_s, from}, {u"limit"_s, limit}};
}

QJsonObject exported(QJsonObject params)
{
    params.insert(u"export"_s, true);
    return params;
}

} // namespace

QFuture<Result<Overview>> PgOverviewStore::overview()
{
    return readAs(m_database, "overview"_L1, {}, overviewFromJson);
}

QFuture<Result<WatchedPage>> PgOverviewStore::watched(WatchList list, const QString &from, int limit)
{
    return readAs(m_database, "watched_accounts"_L1, listParams(list, from, limit), watchedPageFromJson);
}

QFuture<Result<Overview>> PgOverviewStore::exportOverview()
{
    return readAs(m_database, "overview"_L1, exported({}), overviewFromJson);
}

QFuture<Result<WatchedPage>> PgOverviewStore::exportWatched(WatchList list, const QString &from, int limit)
{
    return readAs(m_database, "watched_accounts"_L1, exported(listParams(list, from, limit)), watchedPageFromJson);
}

} // namespace desk
