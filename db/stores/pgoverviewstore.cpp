// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgoverviewstore.h"

#include "app/core/whenfinished.h"

namespace desk {

namespace {
const Failure unread = fail(Error::Code::Internal, QStringLiteral("not read yet"));
}

QFuture<Result<Overview>> PgOverviewStore::overview()
{
    return readyFuture(Result<Overview>(unread));
}

QFuture<Result<WatchedPage>> PgOverviewStore::watched(WatchList, const QString &, int)
{
    return readyFuture(Result<WatchedPage>(unread));
}

} // namespace desk
