// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"
#include "db/schema/schemasources.h"

#include <functional>

namespace desk {

/// PostgreSQL: the oldest that will do.
inline constexpr int oldestServer = 15;

/// What a run of migrate() did.
struct MigrationReport {
    bool rolesMade = false; ///< the group roles were missing and were made
    int from = 0, to = 0; ///< schema version before and after
    bool codeMade = false; ///< functions, triggers, grants and rules were made anew
    int untriedServer = 0; ///< the server's major version when it is newer than any this release was tried with
    int scriptsPublished = 0; ///< scripts the database had no version of
    int scriptsDrafted = 0; ///< scripts whose shipped text is new: left as a draft for a supervisor
};

/// Brings one database to the schema of this program. Blocking; one thread at a time.
class Migrator {
public:
    /// Name of the step in progress ("0041_baseline", "functions", "scripts") and 0-100.
    using Progress = std::function<void(const QString &step, int percent)>;

    explicit Migrator(PgConnection &connection, SchemaSources sources = SchemaSources::shipped());

    /// Makes the group roles and their rights in this database; harmless when they exist. Forbidden with rule
    /// "roles_not_allowed" when this log-in may not (superuser, or CREATEROLE and owner of the database).
    [[nodiscard]] Result<Done> applyRoles();

    /// Roles if missing; then, in one transaction as asp_owner: what an earlier release made is dropped, the missing
    /// changes go in, functions, triggers, grants and rules are made anew; then the shipped scripts. Nothing is made
    /// anew when nothing differs. A second program waits for the first, 60 s at most (Locked, rule
    /// "migration_running"). A failure leaves the database as it was. Answers, having changed nothing:
    /// - Invalid, rule "server_too_old", params version and oldest;
    /// - TooNew, rule "schema_newer", params schema and known: migrated by a newer program;
    /// - Conflict, rule "migration_changed", params version and name: an applied change differs;
    /// - Conflict, rule "schema_of_migrations", params version: left in the middle of the former migrations;
    /// - Forbidden, rule "roles_missing": the roles are missing and may not be made; "not_owner": this log-in is no
    ///   member of asp_owner;
    /// - Internal, rule "migration_failed", params file, line, message, sqlstate: the server refused a file.
    [[nodiscard]] Result<MigrationReport> migrate(const Progress &progress = {});

    /// The version the database has, 0 for one without our schema.
    [[nodiscard]] Result<int> currentVersion();

private:
    [[nodiscard]] Result<int> serverVersion();
    [[nodiscard]] Result<bool> ensureRoles();
    [[nodiscard]] Result<Done> ensureTables();
    [[nodiscard]] Result<int> checkedVersion();
    [[nodiscard]] Result<Done> adoptFormer(const QStringList &applied);
    [[nodiscard]] Result<bool> codeDiffers();
    [[nodiscard]] Result<Done> migrateLocked(const Progress &progress, MigrationReport &report);
    [[nodiscard]] Result<Done> bringUpToDate(const Progress &progress, MigrationReport &report);
    [[nodiscard]] Result<Done> apply(const SchemaChange &change);
    [[nodiscard]] Result<Done> record(const SchemaChange &change);
    [[nodiscard]] Result<Done> makeCode();
    [[nodiscard]] Result<Done> makeFunctions();
    [[nodiscard]] Result<Done> run(const QList<SqlFile> &files);
    [[nodiscard]] Result<Done> loadScripts(MigrationReport &report);

    PgConnection &m_connection;
    SchemaSources m_sources;
};

} // namespace desk
