// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/clustercontent.h"

#include "db/libpq/pgconnection.h"
#include "db/privateserver/postgresprograms.h"
#include "db/schema/migrator.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QProcess>
#include <QStorageInfo>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace desk::testsupport {

namespace {

struct LogIn {
    QLatin1StringView name;
    QLatin1StringView group;
};
constexpr LogIn logIns[] = {
    {"agent1"_L1, "asp_agent"_L1},
    {"agent2"_L1, "asp_agent"_L1},
    {"superviseur1"_L1, "asp_supervisor"_L1},
    {"superviseur2"_L1, "asp_supervisor"_L1},
    {"relay1"_L1, "asp_relay"_L1},
    {"extranet1"_L1, "asp_extranet"_L1},
};

Result<PgConnection> connectTo(ConnInfo cluster, const QString &database)
{
    cluster.insert(u"dbname"_s, database);
    return PgConnection::open(toConnInfoText(cluster), u"asp-tests"_s);
}

Result<Done> createLogIns(PgConnection &admin)
{
    QByteArray sql = "ALTER ROLE admin PASSWORD " + admin.quotedLiteral(passwordOf(superuser).toUtf8());
    for (const LogIn &logIn : logIns)
        sql += u";CREATE ROLE %1 LOGIN IN ROLE %2 PASSWORD '%3'"_s.arg(logIn.name, logIn.group, passwordOf(logIn.name))
                   .toUtf8();
    return admin.execScript(sql);
}

/// The template as an earlier release left it, when the environment names such a dump (tests/data/upgrade): whatever is
/// tried on the template is then tried on an upgraded database.
Result<Done> restoreEarlierRelease(const ConnInfo &cluster)
{
    const QString dump = qEnvironmentVariable("DESK_TEST_FROM_DUMP");
    if (dump.isEmpty())
        return Done{};
    const auto programs = PostgresPrograms::locate();
    if (!programs)
        return Failure(programs.error());
    ConnInfo where = cluster;
    where.insert(u"dbname"_s, templateDatabase);
    Result<PgConnection> owner = PgConnection::open(toConnInfoText(where), u"asp-tests"_s);
    if (!owner)
        return Failure(owner.error());
    if (const Result<Done> roles = Migrator(*owner).applyRoles(); !roles)
        return roles;
    QProcess unzip, psql;
    unzip.setStandardOutputProcess(&psql);
    unzip.start(u"gzip"_s, {u"-dc"_s, dump});
    psql.setStandardOutputFile(QProcess::nullDevice());
    psql.start(programs->path(u"psql"_s), {u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, toConnInfoText(where)});
    const bool finished = unzip.waitForFinished() && psql.waitForFinished(60'000);
    if (!finished || unzip.exitCode() != 0 || psql.exitCode() != 0)
        return fail(Error::Code::Internal, u"not restored: "_s + dump + QString::fromUtf8(psql.readAllStandardError()));
    return Done{};
}

/// Owners and rights too: as root, the server's user is another.
bool copyFolder(const QString &from, const QString &to)
{
    return QProcess::execute(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, u"-T"_s, from, to}) == 0;
}

} // namespace

QString passwordOf(const QString &login)
{
    return "essai-"_L1 + login;
}

Result<Done> prepareCluster(const ConnInfo &cluster)
{
    Result<PgConnection> admin = connectTo(cluster, u"postgres"_s);
    if (!admin)
        return Failure(admin.error());
    if (const Result<Done> made = createDatabase(cluster, templateDatabase, false); !made)
        return made;
    if (const Result<Done> restored = restoreEarlierRelease(cluster); !restored)
        return restored;
    Result<PgConnection> connection = connectTo(cluster, templateDatabase);
    if (!connection)
        return Failure(connection.error());
    if (const Result<MigrationReport> migrated = Migrator(*connection).migrate(); !migrated)
        return Failure(migrated.error());
    return createLogIns(*admin);
}

bool takeKeptCluster(const QString &folder)
{
    const QString kept = qEnvironmentVariable("DESK_TEST_CLUSTER");
    return !kept.isEmpty() && QFileInfo::exists(kept + "/PG_VERSION"_L1) && copyFolder(kept, folder + "/data"_L1);
}

Result<Done> keepCluster(const QString &folder, const QString &kept)
{
    const QString fresh = kept + ".nouveau"_L1; // renamed when whole: nobody takes half a cluster
    QDir(kept).removeRecursively();
    QDir(fresh).removeRecursively();
    if (!QDir().mkpath(QFileInfo(kept).path()) || !copyFolder(folder + "/data"_L1, fresh)
        || !QDir().rename(fresh, kept))
        return fail(Error::Code::Internal, u"not kept: "_s + kept);
    return Done{};
}

Result<Done> createDatabase(const ConnInfo &cluster, const QString &name, bool migrated)
{
    Result<PgConnection> admin = connectTo(cluster, u"postgres"_s);
    if (!admin)
        return Failure(admin.error());
    const QByteArray from = migrated ? templateDatabase.toUtf8() : QByteArray("template0");
    const QByteArray sql = "CREATE DATABASE " + admin->quotedIdentifier(name.toUtf8()) + " TEMPLATE " + from;
    if (const Result<PgRows> made = admin->exec(sql); !made)
        return Failure(made.error());
    if (!migrated)
        return Done{};
    Result<PgConnection> connection = connectTo(cluster, name); // rights on a database are not copied with it
    return connection ? Migrator(*connection).applyRoles() : Failure(connection.error());
}

QString scratchFolder()
{
    constexpr qint64 plenty = 2LL << 30;
    const QStorageInfo memory(u"/dev/shm"_s);
    const bool chosen = qEnvironmentVariableIsSet("TMPDIR"); // then the person said where
    const bool fits = memory.isValid() && memory.fileSystemType() == "tmpfs" && memory.bytesAvailable() > plenty;
    return fits && !chosen ? memory.rootPath() : QDir::tempPath();
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace desk::testsupport
