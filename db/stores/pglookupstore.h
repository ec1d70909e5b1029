// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/lookupstore.h"

namespace desk {

class PgDatabase;

/// LookupStore on PostgreSQL.
class PgLookupStore : public LookupStore {
public:
    explicit PgLookupStore(PgDatabase &database) : m_database(database) { }

    [[nodiscard]] QFuture<Result<CallerFile>> openFile(const QString &key, const QUuid &call) override;
    [[nodiscard]] QFuture<Result<QList<Suggestion>>> suggest(const SearchTerm &term) override;
    [[nodiscard]] QFuture<Result<QString>> reveal(const QString &field, qint64 id, const QUuid &call) override;

private:
    PgDatabase &m_database;
};

} // namespace desk
