// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"
#include "db/schema/schemasources.h"

#include <functional>

namespace desk {

/// What a run of migrate() did.
struct MigrationReport {
    bool rolesMade = false; ///< the group roles were missing and were made
    int from = 0, to = 0; ///< schema version before and after; equal: nothing to do
    int scriptsPublished = 0; ///< scripts the database had no version of
    int scriptsDrafted = 0; ///< scripts whose shipped text is new: left as a draft for a supervisor
};

/// Brings one database to the schema of this program. Blocking; one thread at a time.
class Migrator {
public:
    /// Name of the step in progress ("0003_search_indexes") and 0-100.
    using Progress = std::function<void(const QString &step, int percent)>;

    explicit Migrator(PgConnection &connection, SchemaSources sources = SchemaSources::shipped());

    /// Makes the group roles and their rights in this database; harmless when they exist. Forbidden with rule
    /// "roles_not_allowed" when this log-in may not (superuser, or CREATEROLE and owner of the database).
    [[nodiscard]] Result<Done> applyRoles();

    /// Roles if missing, then each missing migration in its own transaction as asp_owner with its checksum,
    /// then the shipped scripts. A second program waits for the first, 60 s at most (Locked, rule
    /// "migration_running"). Changes nothing and answers: TooNew, rule "schema_newer", params schema and
    /// known, when the database was migrated by a newer program; Conflict, rule "migration_changed", params
    /// version and name, when an applied file differs; Forbidden, rule "roles_missing", when the roles are
    /// missing and may not be made; Forbidden, rule "not_owner", when this log-in is not a member of
    /// asp_owner. A failing file is rolled back whole, the ones before it stay; its name is in params
    /// "migration".
    [[nodiscard]] Result<MigrationReport> migrate(const Progress &progress = {});

    /// The version the database has, 0 for one without our schema.
    [[nodiscard]] Result<int> currentVersion();

private:
    [[nodiscard]] Result<bool> ensureRoles();
    [[nodiscard]] Result<Done> ensureTable();
    [[nodiscard]] Result<int> checkedVersion();
    [[nodiscard]] Result<Done> migrateLocked(const Progress &progress, MigrationReport &report);
    [[nodiscard]] Result<Done> apply(const Migration &migration);
    [[nodiscard]] Result<Done> loadScripts(MigrationReport &report);

    PgConnection &m_connection;
    SchemaSources m_sources;
};

} // namespace desk
