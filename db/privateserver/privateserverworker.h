// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/privateserver/privateserver.h"

#include <QProcess>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace desk {

/// PrivateServer's part in its thread: the blocking steps, then watching over the server and the relay. Its
/// members are used in that thread only, but for abandon(), isStarting() and serverPid().
class PrivateServerWorker : public QObject {
    Q_OBJECT
public:
    explicit PrivateServerWorker(PrivateServer::Options options);
    ~PrivateServerWorker() override;

    [[nodiscard]] Result<PrivateServerPort::Ready> start(const QString &folder,
                                                         const PrivateCluster::Progress &progress);
    void stop();

    void abandon() { m_abandoned = true; } ///< any thread: a start under way ends with Cancelled at its next step
    [[nodiscard]] bool isStarting() const { return m_starting; } ///< any thread
    /// Any thread: the server's process number, 0 for none. Killing it makes a step under way fail.
    [[nodiscard]] qint64 serverPid() const { return m_serverPid; }

private:
    [[nodiscard]] Result<Done> bringUp(const QString &folder, const PrivateCluster::Progress &progress);
    void watchServer();
    void restartServer();
    void startRelay();
    [[nodiscard]] QString relayProgram() const;
    [[nodiscard]] QString mailFolder() const;
    [[nodiscard]] PrivateServerPort::Ready ready() const;
    [[nodiscard]] ConnectionSettings settings(const QString &login) const;

    PrivateServer::Options m_options;
    std::unique_ptr<PrivateCluster> m_cluster;
    QProcess m_relay;
    QTimer m_relayRestart, m_serverRestart;
    std::chrono::milliseconds m_relayDelay{1000};
    bool m_stopping = false;
    bool m_hasRelay = false;
    std::atomic_bool m_abandoned = false;
    std::atomic_bool m_starting = false;
    std::atomic<qint64> m_serverPid = 0;
};

} // namespace desk
