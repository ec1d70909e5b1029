// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QThread>

#include <atomic>

class QTcpServer;
class QTcpSocket;

namespace desk {

/// Stands between a client and a server on 127.0.0.1 and counts round trips: how often the client speaks after the
/// server has spoken. It can also fall silent (as a paused server does), swallow answers, add delay, or cut every
/// connection. Runs in a thread of its own; every method from any thread.
class CountingProxy : public QObject {
    Q_OBJECT
public:
    explicit CountingProxy(quint16 serverPort);
    ~CountingProxy() override;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int roundTrips() const { return m_roundTrips; }
    [[nodiscard]] int connections() const { return m_connections; }
    void reset() { m_roundTrips = 0; }
    void setSilent(bool silent) { m_silent = silent; } ///< forwards nothing either way, keeps connections open
    void setSwallowAnswers(bool swallow) { m_swallowAnswers = swallow; } ///< the server hears, the client does not
    void setDelay(int ms) { m_delayMs = ms; } ///< one way
    void cutAll();

private:
    void accept();
    void forward(QTcpSocket *from, QTcpSocket *to, bool fromClient);

    QThread m_thread;
    QObject *m_context;
    QTcpServer *m_server = nullptr;
    quint16 m_serverPort;
    quint16 m_port = 0;
    std::atomic<int> m_roundTrips = 0, m_connections = 0, m_delayMs = 0;
    std::atomic<bool> m_silent = false, m_swallowAnswers = false;
};

} // namespace desk
