// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/migrator.h"

#include "app/core/logcategories.h"
#include "db/libpq/pgtransaction.h"
#include "db/libpq/sqlstate.h"
#include "db/schema/sqlscript.h"

#include <QCryptographicHash>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto lockTimeout = "60s";
constexpr auto lockKey = "7310579284"; // any number, as long as it stays the same

/// Unqualified names mean public only, whatever the log-in's own settings say. Functions and rules are written in asp.
constexpr auto asOwner = "SET LOCAL ROLE asp_owner; SET LOCAL search_path = public; SET LOCAL statement_timeout = 0;"
                         " SET LOCAL lock_timeout = '10s'; SET LOCAL client_min_messages = warning";
constexpr auto inAsp = "SET LOCAL search_path = asp, public";
constexpr auto inPublic = "SET LOCAL search_path = public";

Failure ruled(Error::Code code, const QString &rule, const QVariantMap &params = {})
{
    return Failure(Error{code, rule, rule, params});
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

Failure refusedFile(const SqlFile &file, const SqlFault &fault)
{
    if (fault.state.isEmpty())
        return Failure(Error{Error::Code::Unavailable, fault.message, {}, {{u"file"_s, file.path}}});
    Error error = errorFromSqlState(QString::fromLatin1(fault.state), fault.message);
    error.rule = u"migration_failed"_s;
    error.params = {{u"file"_s, file.path},
                    {u"line"_s, fault.line},
                    {u"message"_s, fault.message},
                    {u"sqlstate"_s, QString::fromLatin1(fault.state)}};
    return Failure(error);
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

Result<int> Migrator::serverVersion()
{
    const int major = PQserverVersion(m_connection.handle()) / 10000;
    if (major > 0 && major < oldestServer)
        return ruled(Error::Code::Invalid, u"server_too_old"_s, {{u"version"_s, major}, {u"oldest"_s, oldestServer}});
    return major;
}

Result<Done> Migrator::ensureTables()
{
    // The baseline declares the same tables, "if not exists": its row must have somewhere to go.
    return m_connection.execScript(
        "CREATE SCHEMA IF NOT EXISTS asp;"
        " CREATE TABLE IF NOT EXISTS asp.schema_migration (version int PRIMARY KEY,"
        "  name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());"
        " CREATE TABLE IF NOT EXISTS asp.schema_code (singleton boolean PRIMARY KEY DEFAULT true"
        "  CHECK (singleton), sha256 text NOT NULL, made_at timestamptz NOT NULL DEFAULT now())");
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
    QStringList former;
    qsizetype next = 0; // of our changes
    int version = 0;
    for (int row = 0; row < rows->size(); ++row) {
        version = static_cast<int>(rows->number(row, "version"));
        if (version <= m_sources.former.last) {
            former << QString::number(version) + u':' + rows->text(row, "sha256");
            continue;
        }
        if (next >= m_sources.changes.size() || m_sources.changes[next].version != version)
            return ruled(Error::Code::TooNew, u"schema_newer"_s,
                         {{u"schema"_s, static_cast<int>(rows->number(rows->size() - 1, "version"))},
                          {u"known"_s, m_sources.newestVersion()}});
        const SchemaChange &change = m_sources.changes[next++];
        if (change.sha256() != rows->text(row, "sha256"))
            return ruled(Error::Code::Conflict, u"migration_changed"_s,
                         {{u"version"_s, version}, {u"name"_s, change.name}});
    }
    if (former.isEmpty() || next > 0)
        return version;
    const Result<Done> adopted = adoptFormer(former);
    return adopted ? Result<int>(m_sources.changes.constFirst().version) : Failure(adopted.error());
}

/// A database that went through the whole former chain has what the baseline makes: its data stays as it is.
Result<Done> Migrator::adoptFormer(const QStringList &applied)
{
    const QByteArray chain = (applied.join(u'\n') + u'\n').toUtf8();
    const QByteArray digest = QCryptographicHash::hash(chain, QCryptographicHash::Sha256).toHex();
    if (QString::fromLatin1(digest) != m_sources.former.sha256)
        return ruled(Error::Code::Conflict, u"schema_of_migrations"_s,
                     {{u"version"_s, applied.constLast().section(u':', 0, 0).toInt()}});
    return record(m_sources.changes.constFirst());
}

Result<bool> Migrator::codeDiffers()
{
    const Result<PgRows> rows = m_connection.exec("SELECT sha256 FROM asp.schema_code");
    if (!rows)
        return Failure(rows.error());
    return m_sources.code.sha256() != (rows->isEmpty() ? QString() : rows->text(0, "sha256"));
}

Result<Done> Migrator::run(const QList<SqlFile> &files)
{
    for (const SqlFile &file : files) {
        if (const auto done = runSqlFile(m_connection, file.sql); !done)
            return refusedFile(file, done.error());
        // A COMMIT inside the file would have left half of it behind a later failure.
        if (PQtransactionStatus(m_connection.handle()) != PQTRANS_INTRANS)
            return refusedFile(file, {"2D000", u"the file ends its transaction itself"_s, 0});
    }
    return Done{};
}

Result<Done> Migrator::record(const SchemaChange &change)
{
    const Result<PgRows> recorded
        = m_connection.exec("INSERT INTO asp.schema_migration (version, name, sha256) VALUES ($1, $2, $3)",
                            {number(change.version), change.name.toUtf8(), change.sha256().toLatin1()});
    return recorded ? Result<Done>(Done{}) : Failure(recorded.error());
}

Result<Done> Migrator::apply(const SchemaChange &change)
{
    if (const Result<Done> done = run(change.files); !done)
        return done;
    return record(change);
}

/// In rounds: a file that needs what is not there yet (a function in the body of another) waits for the next one.
Result<Done> Migrator::makeFunctions()
{
    QList<SqlFile> waiting = m_sources.code.functions;
    while (!waiting.isEmpty()) {
        QList<SqlFile> later;
        std::optional<SqlFault> firstFault;
        for (const SqlFile &file : std::as_const(waiting)) {
            // On the line of the file's first statement, so that places in the file stay right.
            const auto done = runSqlFile(m_connection, "SAVEPOINT file;" + file.sql + "\n;RELEASE SAVEPOINT file");
            if (done)
                continue;
            if (!done.error().needsSomething())
                return refusedFile(file, done.error());
            if (const Result<Done> back = m_connection.execScript("ROLLBACK TO SAVEPOINT file; RELEASE SAVEPOINT file");
                !back)
                return back;
            if (!firstFault)
                firstFault = done.error();
            later << file;
        }
        if (later.size() == waiting.size())
            return refusedFile(later.constFirst(), *firstFault);
        waiting = later;
    }
    return Done{};
}

Result<Done> Migrator::makeCode()
{
    const auto script = [this](const char *sql) { return m_connection.execScript(sql); };
    const QByteArray digest = m_sources.code.sha256().toLatin1();
    Result<Done> done = script(inAsp);
    if (done)
        done = makeFunctions();
    if (done)
        done = run(m_sources.code.rules);
    if (done)
        done = script(inPublic);
    if (done)
        done = run(m_sources.code.after);
    if (!done)
        return done;
    const Result<PgRows> kept
        = m_connection.exec("INSERT INTO asp.schema_code (sha256) VALUES ($1)"
                            " ON CONFLICT (singleton) DO UPDATE SET sha256 = excluded.sha256, made_at = now()",
                            {digest});
    return kept ? Result<Done>(Done{}) : Failure(kept.error());
}

Result<Done> Migrator::bringUpToDate(const Progress &progress, MigrationReport &report)
{
    PgTransaction transaction(m_connection);
    if (!transaction.started())
        return transaction.started();
    if (const Result<Done> owner = m_connection.execScript(asOwner); !owner)
        return owner;
    if (const Result<Done> tables = ensureTables(); !tables)
        return tables;
    const Result<int> version = checkedVersion();
    if (!version)
        return Failure(version.error());
    const Result<bool> differs = codeDiffers();
    if (!differs)
        return Failure(differs.error());
    const bool behind = *version < m_sources.newestVersion();
    if (*differs || (behind && !m_sources.code.isEmpty())) {
        report.codeMade = true;
        if (const Result<Done> done = run(m_sources.code.drop); !done)
            return done;
    }
    for (const SchemaChange &change : std::as_const(m_sources.changes)) {
        if (change.version <= *version)
            continue;
        if (progress)
            progress(change.name, 10);
        if (const Result<Done> done = apply(change); !done)
            return done;
    }
    if (report.codeMade) {
        if (progress)
            progress(u"functions"_s, 50);
        if (const Result<Done> done = makeCode(); !done)
            return done;
    }
    if (const Result<Done> done = transaction.commit(); !done)
        return done;
    report.to = m_sources.newestVersion();
    return Done{};
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
    const Result<int> server = serverVersion();
    if (!server)
        return Failure(server.error());
    report.untriedServer = *server > m_sources.newestTriedServer ? *server : 0;
    const Result<bool> roles = ensureRoles();
    if (!roles)
        return Failure(roles.error());
    report.rolesMade = *roles;
    const Result<int> found = currentVersion();
    if (!found)
        return Failure(found.error());
    report.from = report.to = *found;
    if (const Result<Done> done = bringUpToDate(progress, report); !done)
        return done;
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
