// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/migrator.h"

#include "app/core/logcategories.h"
#include "db/libpq/pgtransaction.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto lockTimeout = "60s";
constexpr auto lockKey = "7310579284"; // any number, as long as it stays the same

/// Unqualified names mean public only, whatever the log-in's own settings say.
constexpr auto asOwner = "SET LOCAL ROLE asp_owner; SET LOCAL search_path = public; SET LOCAL statement_timeout = 0;"
                         " SET LOCAL lock_timeout = '10s'; SET LOCAL client_min_messages = warning";

Failure ruled(Error::Code code, const QString &rule, const QVariantMap &params = {})
{
    return Failure(Error{code, rule, rule, params});
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

} // namespace

Migrator::Migrator(PgConnection &connection, SchemaSources sources)
    : m_connection(connection), m_sources(std::move(sources))
{
}

Result<Done> Migrator::applyRoles()
{
    const Result<PgRows> rights = m_connection.exec(
        "SELECT r.rolsuper OR (r.rolcreaterole AND pg_has_role(d.datdba, 'member')) AS allowed"
        " FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()");
    if (!rights)
        return Failure(rights.error());
    if (rights->isEmpty() || !rights->flag(0, "allowed"))
        return ruled(Error::Code::Forbidden, u"roles_not_allowed"_s);
    PgTransaction transaction(m_connection);
    if (!transaction.started())
        return transaction.started();
    if (const Result<Done> done = m_connection.execScript(m_sources.roles); !done)
        return done;
    return transaction.commit();
}

Result<bool> Migrator::ensureRoles()
{
    const Result<PgRows> found = m_connection.exec(
        "SELECT count(*) = 5 AS complete,"
        " coalesce(bool_and(rolname <> 'asp_owner' OR has_database_privilege(oid, current_database(), "
        "'CREATE')), false)"
        "   AS may_create,"
        " coalesce(bool_or(rolname = 'asp_owner' AND pg_has_role(oid, 'member')), false) AS member"
        " FROM pg_roles WHERE rolname IN ('asp_owner', 'asp_agent', 'asp_supervisor', 'asp_relay', "
        "'asp_extranet')");
    if (!found)
        return Failure(found.error());
    if (found->flag(0, "complete") && found->flag(0, "may_create"))
        return found->flag(0, "member") ? Result<bool>(false) : ruled(Error::Code::Forbidden, u"not_owner"_s);
    const Result<Done> made = applyRoles();
    if (!made && made.error().rule == "roles_not_allowed"_L1)
        return ruled(Error::Code::Forbidden, u"roles_missing"_s);
    return made ? Result<bool>(true) : Failure(made.error());
}

Result<Done> Migrator::ensureTable()
{
    PgTransaction transaction(m_connection);
    if (!transaction.started())
        return transaction.started();
    // The first migration declares the same table, "if not exists": its row must have somewhere to go.
    const Result<Done> made = m_connection.execScript(
        QByteArray(asOwner)
        + "; CREATE SCHEMA IF NOT EXISTS asp; CREATE TABLE IF NOT EXISTS asp.schema_migration (version int "
          "PRIMARY KEY,"
          " name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
    return made ? transaction.commit() : made;
}

Result<int> Migrator::currentVersion()
{
    const Result<PgRows> table = m_connection.exec("SELECT to_regclass('asp.schema_migration') IS NOT NULL AS there");
    if (!table)
        return Failure(table.error());
    if (!table->flag(0, "there"))
        return 0;
    const Result<PgRows> rows = m_connection.exec("SELECT coalesce(max(version), 0) AS v FROM asp.schema_migration");
    return rows ? Result<int>(static_cast<int>(rows->number(0, "v"))) : Failure(rows.error());
}

/// The version of the database, once what it has been given is known to be what we would have given it.
Result<int> Migrator::checkedVersion()
{
    const Result<PgRows> rows = m_connection.exec("SELECT version, sha256 FROM asp.schema_migration ORDER BY version");
    if (!rows)
        return Failure(rows.error());
    for (int row = 0; row < rows->size(); ++row) {
        const auto version = static_cast<int>(rows->number(row, "version"));
        if (row >= m_sources.migrations.size() || m_sources.migrations[row].version != version)
            return ruled(Error::Code::TooNew, u"schema_newer"_s,
                         {{u"schema"_s, static_cast<int>(rows->number(rows->size() - 1, "version"))},
                          {u"known"_s, m_sources.newestVersion()}});
        if (m_sources.migrations[row].sha256() != rows->text(row, "sha256"))
            return ruled(Error::Code::Conflict, u"migration_changed"_s,
                         {{u"version"_s, version}, {u"name"_s, m_sources.migrations[row].name}});
    }
    return rows->isEmpty() ? 0 : m_sources.migrations[rows->size() - 1].version;
}

Result<Done> Migrator::apply(const Migration &migration)
{
    PgTransaction transaction(m_connection);
    if (!transaction.started())
        return transaction.started();
    for (const QByteArray &sql : {QByteArray(asOwner), migration.sql}) {
        if (const Result<Done> done = m_connection.execScript(sql); !done)
            return done;
    }
    // A COMMIT inside the file would have left half of it behind a later failure.
    if (PQtransactionStatus(m_connection.handle()) != PQTRANS_INTRANS)
        return fail(Error::Code::Internal, u"the file ends its transaction itself"_s);
    const Result<PgRows> recorded
        = m_connection.exec("INSERT INTO asp.schema_migration (version, name, sha256) VALUES ($1, $2, $3)",
                            {number(migration.version), migration.name.toUtf8(), migration.sha256().toLatin1()});
    return recorded ? transaction.commit() : Failure(recorded.error());
}

Result<Done> Migrator::loadScripts(MigrationReport &report)
{
    if (m_sources.scripts.isEmpty())
        return Done{};
    PgTransaction transaction(m_connection);
    if (!transaction.started())
        return transaction.started();
    if (const Result<Done> role = m_connection.execScript(asOwner); !role)
        return role;
    for (const ShippedScript &script : std::as_const(m_sources.scripts)) {
        const Result<PgRows> added = m_connection.exec(
            "INSERT INTO asp.script_version (script_id, version, title, yaml, checksum, state, published_at)"
            " SELECT $1, v.newest + 1, $2, $3, $4, CASE v.newest WHEN 0 THEN 'published' ELSE 'draft' END,"
            "        CASE v.newest WHEN 0 THEN now() END"
            " FROM (SELECT coalesce(max(version), 0) AS newest FROM asp.script_version WHERE script_id = $1) "
            "v"
            " WHERE NOT EXISTS (SELECT FROM asp.script_version WHERE script_id = $1 AND checksum = $4)"
            " RETURNING state = 'published' AS published",
            {script.id.toUtf8(), script.title.toUtf8(), script.yaml, script.sha256().toLatin1()});
        if (!added)
            return Failure(added.error());
        if (!added->isEmpty())
            ++(added->flag(0, "published") ? report.scriptsPublished : report.scriptsDrafted);
    }
    return transaction.commit();
}

Result<Done> Migrator::migrateLocked(const Progress &progress, MigrationReport &report)
{
    const Result<bool> roles = ensureRoles();
    if (!roles)
        return Failure(roles.error());
    report.rolesMade = *roles;
    const Result<int> found = currentVersion();
    if (!found)
        return Failure(found.error());
    if (*found == 0) {
        if (const Result<Done> table = ensureTable(); !table)
            return table;
    }
    const Result<int> version = checkedVersion();
    if (!version)
        return Failure(version.error());
    report.from = report.to = *version;
    for (qsizetype i = 0; i < m_sources.migrations.size(); ++i) {
        const Migration &migration = m_sources.migrations[i];
        if (migration.version <= *version)
            continue;
        if (progress)
            progress(migration.name, static_cast<int>(i * 100 / m_sources.migrations.size()));
        if (const Result<Done> done = apply(migration); !done) {
            Error error = done.error();
            error.params.insert(u"migration"_s, migration.name);
            return Failure(error);
        }
        report.to = migration.version;
    }
    if (progress)
        progress(u"scripts"_s, 100);
    return loadScripts(report);
}

Result<MigrationReport> Migrator::migrate(const Progress &progress)
{
    const QByteArray wait = QByteArray("SET lock_timeout = '") + lockTimeout + "'; SELECT pg_advisory_lock(" + lockKey
        + "); RESET lock_timeout";
    if (const Result<Done> locked = m_connection.execScript(wait); !locked) {
        Error error = locked.error();
        if (error.code == Error::Code::Locked)
            error.rule = u"migration_running"_s;
        else if (error.code == Error::Code::Forbidden) // such locks are only for the owner: roles.sql
            error.rule = u"not_owner"_s;
        return Failure(error);
    }
    MigrationReport report;
    const Result<Done> done = migrateLocked(progress, report);
    // Also freed by the end of the connection: a failure here means that there is none left.
    static_cast<void>(m_connection.execScript(QByteArray("SELECT pg_advisory_unlock(") + lockKey + ')'));
    if (!done) {
        qCWarning(logDatabase) << "migration failed:" << done.error().detail << done.error().params;
        return Failure(done.error());
    }
    return report;
}

} // namespace desk
