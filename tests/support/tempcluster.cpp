// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/tempcluster.h"

#include "db/privateserver/postgresserver.h"
#include "tests/support/clustercontent.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool explained(const Result<Done> &result, QString *why)
{
    if (!result && why != nullptr) {
        const Error &error = result.error();
        *why = error.rule + ' '_L1 + error.detail + ' '_L1 + error.params.value(u"file"_s).toString() + ':'_L1
            + error.params.value(u"line"_s).toString();
    }
    return result.has_value();
}

} // namespace

TempCluster::TempCluster() : m_folder(testsupport::scratchFolder() + "/asp-essai-XXXXXX"_L1)
{
}

TempCluster::~TempCluster()
{
    if (m_server)
        m_server->stop();
}

Result<Done> TempCluster::startFresh(bool *ready, Content content)
{
    const Result<ServerUser> user = ServerUser::choose();
    if (!user)
        return Failure(user.error());
    const Result<PostgresPrograms> programs = PostgresPrograms::locate();
    if (!programs)
        return Failure(programs.error());
    if (user->isAnother()) // root made the folder: the server's user must be able to pass through it
        QFile::setPermissions(folder(), QFile::permissions(folder()) | QFile::ExeGroup | QFile::ExeOther);
    *ready = content == Content::Migrated && testsupport::takeKeptCluster(folder());
    Result<Done> started;
    for (int attempt = 0; attempt < 5; ++attempt) { // another program can take the port first
        PostgresServer::Options options{folder(), testsupport::superuser, testsupport::freePort(), false, {}};
        m_server = std::make_unique<PostgresServer>(*programs, *user, options);
        if (const Result<Done> made = m_server->create(); !made)
            return made;
        started = m_server->start();
        if (started)
            break;
    }
    return started;
}

bool TempCluster::start(QString *why, Content content)
{
    bool ready = false;
    if (!explained(startFresh(&ready, content), why))
        return false;
    if (content == Content::Bare)
        return true;
    const ConnInfo admin = m_server->connInfo(u"postgres"_s, testsupport::superuser);
    return (ready || explained(testsupport::prepareCluster(admin), why)) && createDatabase(u"asp"_s, true, why);
}

bool TempCluster::createDatabase(const QString &name, bool migrated, QString *why)
{
    const ConnInfo admin = m_server->connInfo(u"postgres"_s, testsupport::superuser);
    return explained(testsupport::createDatabase(admin, name, migrated), why);
}

QString TempCluster::socketDir() const
{
    return m_server->socketFolder();
}

int TempCluster::port() const
{
    return m_server->port();
}

QString TempCluster::logFile() const
{
    return m_server->logFile();
}

QString TempCluster::uri(const QString &login, const QString &database) const
{
    return toConnInfoUri(m_server->connInfo(database, login));
}

QString TempCluster::tcpUri(const QString &login, const QString &database) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3?sslmode=disable"_s.arg(login).arg(port()).arg(database);
}

ConnectionSettings TempCluster::settings(const QString &login, const QString &database) const
{
    ConnectionSettings settings;
    settings.kind = ConnectionSettings::Kind::Central;
    settings.hosts = socketDir();
    settings.port = m_server->port();
    settings.database = database;
    settings.login = login;
    settings.tls = ConnectionSettings::Tls::Disable;
    return settings;
}

ConnectionSettings TempCluster::tcpSettings(const QString &login, const QString &database) const
{
    ConnectionSettings overTcp = settings(login, database);
    overTcp.hosts = u"127.0.0.1"_s;
    return overTcp;
}

QString TempCluster::password(const QString &login)
{
    return testsupport::passwordOf(login);
}

Result<PgConnection> TempCluster::connect(const QString &login, const QString &database) const
{
    return PgConnection::open(uri(login, database), u"asp-tests"_s);
}

void TempCluster::stopServer()
{
    m_server->stop();
}

bool TempCluster::startServer()
{
    return m_server->start().has_value();
}

void TempCluster::killServer()
{
    m_server->kill();
}

qint64 TempCluster::pid() const
{
    return m_server->pid();
}

} // namespace desk
