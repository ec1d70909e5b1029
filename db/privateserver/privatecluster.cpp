// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/privatecluster.h"

#include "app/core/logcategories.h"
#include "db/libpq/pgconnection.h"
#include "db/schema/migrator.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString unfinished = u"asp_nouveau"_s;
const QString program = u"asp-console"_s;

Failure folderFailure(Error::Code code, const QString &rule, const QString &folder)
{
    return Failure(Error{code, rule, rule, {{u"folder"_s, folder}}});
}

QString lockFileOf(const QString &folder)
{
    return folder + "/console.lock"_L1;
}

/// QLockFile knows by itself when the program that held it is gone.
Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(lockFileOf(folder));
    lock->setStaleLockTime(0); // however old: a console may stay open for days
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return folderFailure(Error::Code::Invalid, u"private_unwritable"_s, folder);
    return folderFailure(Error::Code::Conflict, u"private_in_use"_s, folder);
}

Result<PgConnection> connectTo(const ConnInfo &info)
{
    return PgConnection::open(toConnInfoText(info), program);
}

Result<Done> run(Result<PgConnection> &connection, const QByteArray &sql)
{
    return connection ? connection->execScript(sql) : Failure(connection.error());
}

Result<Done> createLogIns(PgConnection &connection)
{
    struct LogIn {
        QString name, group, displayName;
    };
    const LogIn logIns[] = {{PrivateCluster::agentLogin, u"asp_agent"_s, u"Camille Démo"_s},
                            {PrivateCluster::supervisorLogin, u"asp_supervisor"_s, u"Dominique Démo"_s},
                            {PrivateCluster::relayLogin, u"asp_relay"_s, u"Relais de courriels"_s}};
    for (const LogIn &logIn : logIns) {
        const QByteArray name = logIn.name.toUtf8();
        const Result<PgRows> known = connection.exec("SELECT FROM pg_roles WHERE rolname = $1", {name});
        if (!known)
            return Failure(known.error());
        const QByteArray sql
            = "CREATE ROLE " + connection.quotedIdentifier(name) + " LOGIN IN ROLE " + logIn.group.toUtf8();
        if (known->isEmpty()) {
            if (const Result<Done> made = connection.execScript(sql); !made)
                return made;
        }
        const Result<PgRows> named
            = connection.exec("INSERT INTO asp.staff (login, display_name, person) VALUES ($1::text, $2, $1) "
                              "ON CONFLICT (login) DO NOTHING",
                              {name, logIn.displayName.toUtf8()});
        if (!named)
            return Failure(named.error());
    }
    return Done{};
}

} // namespace

PrivateCluster::PrivateCluster(QString folder) : m_folder(std::move(folder))
{
}

QString PrivateCluster::defaultFolder()
{
    const Result<ServerUser> user = ServerUser::choose();
    if (user && user->isAnother())
        return u"/var/lib/asp-console/private"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/asp-console/private"_L1;
}

Result<Done> PrivateCluster::lock(const ServerUser &user)
{
    if (!QFileInfo::exists(m_folder)) {
        if (!QDir().mkpath(m_folder))
            return folderFailure(Error::Code::Invalid, u"private_unwritable"_s, m_folder);
        auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        if (user.isAnother()) // the server's user passes through it to what is its own
            permissions |= QFile::ExeGroup | QFile::ExeOther;
        QFile::setPermissions(m_folder, permissions);
    }
    Result<std::unique_ptr<QLockFile>> locked = lockFolder(m_folder);
    if (!locked)
        return Failure(locked.error());
    m_lock = std::move(*locked);
    return Done{};
}

Result<std::unique_ptr<PrivateCluster>> PrivateCluster::open(const QString &folder, const QString &programsFolder,
                                                             const Progress &progress)
{
    progress(u"locate"_s, 0);
    const QString path = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    const Result<ServerUser> user = ServerUser::choose();
    if (!user)
        return Failure(user.error());
    const Result<int> major = PostgresServer::dataMajor(path);
    if (!major)
        return Failure(major.error());
    const Result<PostgresPrograms> programs = PostgresPrograms::locate(programsFolder, *major);
    if (!programs)
        return Failure(programs.error());

    std::unique_ptr<PrivateCluster> cluster(new PrivateCluster(path));
    if (const Result<Done> locked = cluster->lock(*user); !locked)
        return Failure(locked.error());
    cluster->m_server = std::make_unique<PostgresServer>(
        *programs, *user,
        PostgresServer::Options{path, superuser, 0, true, {u"max_connections=40"_s, u"shared_buffers=64MB"_s}});
    if (*major == 0)
        progress(u"create"_s, 10);
    if (const Result<Done> made = cluster->m_server->create(); !made)
        return Failure(made.error());
    progress(u"start"_s, 25);
    if (const Result<Done> cleared = cluster->m_server->stopLeftOver(); !cleared)
        return Failure(cleared.error());
    if (const Result<Done> started = cluster->m_server->start(); !started)
        return Failure(started.error());
    return cluster;
}

Result<ConnInfo> PrivateCluster::runningOn(const QString &folder)
{
    const QString path = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    QFile file(path + "/data/postmaster.pid"_L1);
    const QStringList lines
        = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    if (lines.size() < 5)
        return fail(Error::Code::NotFound, u"no server on the private folder"_s);
    const ConnInfo info{{u"host"_s, lines[4]}, {u"port"_s, lines[3]}, {u"dbname"_s, database}, {u"user"_s, superuser}};
    ConnInfo anyDatabase = info;
    anyDatabase.insert(u"dbname"_s, u"postgres"_s);
    if (!connectTo(anyDatabase))
        return fail(Error::Code::NotFound, u"no server answers on the private folder"_s);
    return info;
}

Result<QString> PrivateCluster::setAside(const QString &folder)
{
    const QString path = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    if (!QFileInfo::exists(path + "/data"_L1))
        return fail(Error::Code::NotFound, u"no data folder"_s);
    const Result<std::unique_ptr<QLockFile>> locked = lockFolder(path);
    if (!locked)
        return Failure(locked.error());
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    const QString aside = path + "/data.ecarte-"_L1 + stamp;
    if (!QDir().rename(path + "/data"_L1, aside))
        return folderFailure(Error::Code::Invalid, u"private_unwritable"_s, path);
    return aside;
}

Result<Done> PrivateCluster::fillOrRefresh(const QString &name, const Demo &demo, const Progress &progress)
{
    const ConnInfo info = m_server->connInfo(name, superuser);
    Result<PgConnection> connection = connectTo(info);
    if (!connection)
        return Failure(connection.error());
    const Result<PgRows> empty = connection->exec("SELECT NOT EXISTS (SELECT FROM asp.establishment) AS empty");
    if (!empty)
        return Failure(empty.error());
    connection->close(); // nobody else may be connected when the new database gets its name
    if (!empty->flag(0, "empty"))
        return demo.refresh ? demo.refresh(toConnInfoText(info)) : Result<Done>(Done{});
    if (!demo.fill)
        return Done{};
    progress(u"demo"_s, 0);
    return demo.fill(toConnInfoText(info), [&progress](int percent) { progress(u"demo"_s, percent); });
}

Result<Done> PrivateCluster::createDatabase(const Demo &demo, const Progress &progress)
{
    Result<PgConnection> admin = connectTo(m_server->connInfo(u"postgres"_s, superuser));
    for (const QString &sql : {u"DROP DATABASE IF EXISTS %1"_s, u"CREATE DATABASE %1 TEMPLATE template0"_s}) {
        if (const Result<Done> done = run(admin, sql.arg(unfinished).toUtf8()); !done)
            return done;
    }
    {
        Result<PgConnection> connection = connectTo(m_server->connInfo(unfinished, superuser));
        if (!connection)
            return Failure(connection.error());
        const auto migrated = Migrator(*connection).migrate([&progress](const QString &, int percent) {
            progress(u"migrate"_s, percent);
        });
        if (!migrated)
            return Failure(migrated.error());
        const QByteArray mark = "UPDATE asp.environment SET kind = 'demonstration', holds_real_data = false";
        if (const Result<Done> marked = connection->execScript(mark); !marked)
            return marked;
        if (const Result<Done> made = createLogIns(*connection); !made)
            return made;
    }
    if (const Result<Done> filled = fillOrRefresh(unfinished, demo, progress); !filled)
        return filled;
    return run(admin, u"ALTER DATABASE %1 RENAME TO %2"_s.arg(unfinished, database).toUtf8());
}

Result<Done> PrivateCluster::prepareDatabase(const Demo &demo, const Progress &progress)
{
    progress(u"migrate"_s, 0);
    Result<PgConnection> connection = connectTo(connInfo(superuser));
    if (!connection && connection.error().code == Error::Code::NotFound)
        return createDatabase(demo, progress);
    if (!connection)
        return Failure(connection.error());
    const auto migrated
        = Migrator(*connection).migrate([&progress](const QString &, int percent) { progress(u"migrate"_s, percent); });
    if (!migrated) {
        Error error = migrated.error();
        if (error.rule == "schema_of_migrations"_L1)
            error.params.insert(u"folder"_s, m_folder); // what to put aside
        return Failure(error);
    }
    if (const Result<Done> made = createLogIns(*connection); !made)
        return made;
    return fillOrRefresh(database, demo, progress);
}

} // namespace desk
