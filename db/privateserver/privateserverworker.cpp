// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/privateserverworker.h"

#include "app/core/logcategories.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto firstDelay = 1000ms;
constexpr auto longestDelay = 30'000ms;

Failure cancelled()
{
    return fail(Error::Code::Cancelled, u"the private server was stopped while starting"_s);
}

} // namespace

PrivateServerWorker::PrivateServerWorker(PrivateServer::Options options)
    : m_options(std::move(options)), m_relay(this), m_relayRestart(this), m_serverRestart(this)
{
    m_relayRestart.setSingleShot(true);
    m_serverRestart.setSingleShot(true);
    connect(&m_relayRestart, &QTimer::timeout, this, &PrivateServerWorker::startRelay);
    connect(&m_serverRestart, &QTimer::timeout, this, &PrivateServerWorker::restartServer);
    connect(&m_relay, &QProcess::finished, this, [this](int code) {
        if (m_stopping)
            return;
        qCWarning(logPrivateServer) << "relay ended with code" << code;
        m_relayRestart.start(m_relayDelay);
        m_relayDelay = std::min(m_relayDelay * 2, longestDelay);
    });
}

PrivateServerWorker::~PrivateServerWorker()
{
    stop();
}

Result<PrivateServerPort::Ready> PrivateServerWorker::start(const QString &folder,
                                                            const PrivateCluster::Progress &progress)
{
    const QString path = QDir(folder.isEmpty() ? PrivateCluster::defaultFolder() : folder).absolutePath();
    if (m_cluster && m_cluster->folder() == path && m_cluster->server().isRunning())
        return ready();
    stop();
    m_stopping = false;
    m_starting = true;
    const Result<Done> up = bringUp(path, progress);
    m_starting = false;
    if (!up) {
        stop();
        return m_abandoned ? cancelled() : Failure(up.error());
    }
    progress(u"ready"_s, 100);
    return ready();
}

Result<Done> PrivateServerWorker::bringUp(const QString &folder, const PrivateCluster::Progress &progress)
{
    if (m_abandoned)
        return cancelled();
    Result<std::unique_ptr<PrivateCluster>> opened = PrivateCluster::open(folder, m_options.programsFolder, progress);
    if (!opened)
        return Failure(opened.error());
    m_cluster = std::move(*opened);
    m_serverPid = m_cluster->server().pid();
    if (m_abandoned)
        return cancelled();
    if (const Result<Done> prepared = m_cluster->prepareDatabase({m_options.fillDemo, m_options.refreshDemo}, progress);
        !prepared)
        return prepared;
    if (m_abandoned)
        return cancelled();
    watchServer();
    progress(u"relay"_s, 95);
    m_hasRelay = !relayProgram().isEmpty() && QDir().mkpath(mailFolder());
    startRelay();
    return Done{};
}

void PrivateServerWorker::watchServer()
{
    connect(&m_cluster->server().process(), &QProcess::finished, this, [this](int code) {
        if (m_stopping)
            return;
        qCWarning(logPrivateServer) << "server ended with code" << code;
        m_serverPid = 0;
        m_serverRestart.start(firstDelay);
    });
}

void PrivateServerWorker::restartServer()
{
    if (m_stopping || !m_cluster || m_cluster->server().isRunning())
        return;
    const QSignalBlocker blocker(m_cluster->server().process()); // the attempts inside start() are its own business
    if (m_cluster->server().start())
        m_serverPid = m_cluster->server().pid();
    else
        m_serverRestart.start(longestDelay);
}

QString PrivateServerWorker::relayProgram() const
{
    if (!m_options.relayProgram.isEmpty())
        return QFileInfo(m_options.relayProgram).isExecutable() ? m_options.relayProgram : QString();
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = QStandardPaths::findExecutable(u"asp-relay"_s, {here, here + "/../relay"_L1});
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"asp-relay"_s) : beside;
}

QString PrivateServerWorker::mailFolder() const
{
    return m_cluster->folder() + "/courriels"_L1;
}

void PrivateServerWorker::startRelay()
{
    if (!m_hasRelay || m_stopping || m_relay.state() != QProcess::NotRunning)
        return;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PG"_L1)) // of the person's shell: not meant for this server
            environment.remove(name);
    }
    m_relay.setProcessEnvironment(environment);
    m_relay.setStandardInputFile(QProcess::nullDevice());
    m_relay.setStandardOutputFile(QProcess::nullDevice());
    m_relay.setStandardErrorFile(m_cluster->folder() + "/relais.log"_L1, QIODevice::Append);
    endWithUs(m_relay);
    const QString uri = toConnInfoUri(m_cluster->connInfo(PrivateCluster::relayLogin));
    m_relay.start(relayProgram(), {u"--database"_s, uri, u"--eml"_s, mailFolder()});
    if (!m_relay.waitForStarted(3000)) // then finished() does not come
        m_relayRestart.start(longestDelay);
}

void PrivateServerWorker::stop()
{
    m_stopping = true;
    m_relayRestart.stop();
    m_serverRestart.stop();
    if (m_relay.state() != QProcess::NotRunning) {
        m_relay.terminate();
        if (!m_relay.waitForFinished(700)) {
            m_relay.kill();
            m_relay.waitForFinished(500);
        }
    }
    if (m_cluster)
        m_cluster->server().stop(3200ms);
    m_serverPid = 0;
    m_cluster.reset();
    m_relayDelay = firstDelay;
}

ConnectionSettings PrivateServerWorker::settings(const QString &login) const
{
    const ConnInfo info = m_cluster->connInfo(login);
    ConnectionSettings settings;
    settings.kind = ConnectionSettings::Kind::Private;
    settings.hosts = info.value(u"host"_s);
    settings.port = info.value(u"port"_s).toUShort();
    settings.database = info.value(u"dbname"_s);
    settings.login = login;
    settings.tls = ConnectionSettings::Tls::Disable; // a socket, not the network
    settings.privateFolder = m_cluster->folder();
    return settings;
}

PrivateServerPort::Ready PrivateServerWorker::ready() const
{
    return {settings(PrivateCluster::agentLogin), settings(PrivateCluster::supervisorLogin),
            m_hasRelay ? mailFolder() : QString()};
}

} // namespace desk
