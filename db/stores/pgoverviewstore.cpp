// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgoverviewstore.h"

#include "db/stores/jsonanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QJsonObject listParams(WatchList list, const QString &from, int limit)
{
    return {{u"list"_s, codeOf(list)}, {u"from"_s, from}, {u"limit"_s, limit}};
}

QJsonObject exported(QJsonObject params)
{
    params.insert(u"export"_s, true);
    return params;
}

} // namespace

QFuture<Result<Overview>> PgOverviewStore::overview()
{
    return readAs(m_database, "overview"_L1, {}, fromDocument<Overview>);
}

QFuture<Result<WatchedPage>> PgOverviewStore::watched(WatchList list, const QString &from, int limit)
{
    return readAs(m_database, "watched_accounts"_L1, listParams(list, from, limit), fromDocument<WatchedPage>);
}

QFuture<Result<Overview>> PgOverviewStore::exportOverview()
{
    return readAs(m_database, "overview"_L1, exported({}), fromDocument<Overview>);
}

QFuture<Result<WatchedPage>> PgOverviewStore::exportWatched(WatchList list, const QString &from, int limit)
{
    return readAs(m_database, "watched_accounts"_L1, exported(listParams(list, from, limit)),
                  fromDocument<WatchedPage>);
}

} // namespace desk
