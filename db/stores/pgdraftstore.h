// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/localstore.h"

namespace desk {

class PgDatabase;

/// DraftTable on PostgreSQL: asp.draft, of this log-in only. Errors: those of every request, and Refused with
/// "draft_too_long", "too_many_drafts" (params "limit"); Internal from a database that does not know drafts yet.
class PgDraftStore : public DraftTable {
public:
    explicit PgDraftStore(PgDatabase &database) : m_database(database) { }

    [[nodiscard]] QFuture<Result<Done>> save(const QString &key, const QString &value) override;
    [[nodiscard]] QFuture<Result<QMap<QString, QString>>> all() override;

private:
    PgDatabase &m_database;
};

} // namespace desk
