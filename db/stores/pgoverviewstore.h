// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"

namespace desk {

class PgDatabase;

/// The supervisor's overview on PostgreSQL.
class PgOverviewStore : public OverviewStore {
public:
    explicit PgOverviewStore(PgDatabase &database) : m_database(database) { }
    [[nodiscard]] QFuture<Result<Overview>> overview() override;
    [[nodiscard]] QFuture<Result<WatchedPage>> watched(WatchList list, const QString &from, int limit) override;
    [[nodiscard]] QFuture<Result<Overview>> exportOverview() override;
    [[nodiscard]] QFuture<Result<WatchedPage>> exportWatched(WatchList list, const QString &from, int limit) override;

private:
    PgDatabase &m_database;
};

} // namespace desk
