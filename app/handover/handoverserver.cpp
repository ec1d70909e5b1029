// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/handover/handoverserver.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr int mostAtOnce = 4;
constexpr auto patience = 2s; // for a peer that connects and says nothing
constexpr int sendWaitMs = 500;
const QByteArray taken = QByteArrayLiteral("ok\n");

} // namespace

HandoverServer::HandoverServer(QString name, QObject *parent) : QObject(parent), m_name(std::move(name))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostAtOnce);
    connect(&m_server, &QLocalServer::newConnection, this, &HandoverServer::onConnection);
}

QString HandoverServer::socketName()
{
    // One a session: the same person at two screens has two consoles.
    const QByteArray session = qgetenv("XDG_SESSION_ID") + '\n' + qgetenv("WAYLAND_DISPLAY") + '\n' + qgetenv("DISPLAY")
        + '\n' + qgetenv("SESSIONNAME") + '\n' + qgetenv("USERNAME");
    const QString name = "asp-console-"_L1
        + QString::fromLatin1(QCryptographicHash::hash(session, QCryptographicHash::Sha256).toHex().left(16));
#ifdef Q_OS_WIN
    return name; // a named pipe
#else
    // Qt checks that it is the user's own, mode 0700; in the shared temporary folder somebody else could listen first.
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name;
#endif
}

bool HandoverServer::listen()
{
    // Asked first: with access rights to set, Qt takes the place of a socket that is there, listened to or not.
    QLocalSocket probe;
    probe.connectToServer(m_name);
    return !probe.waitForConnected(sendWaitMs) && m_server.listen(m_name);
}

void HandoverServer::onConnection()
{
    while (QLocalSocket *peer = m_server.nextPendingConnection()) {
        peer->setReadBufferSize(Handover::longestMessage + 1);
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] { onData(peer); });
        QTimer::singleShot(patience, peer, [peer] { peer->abort(); });
        if (m_server.findChildren<QLocalSocket *>().size() > mostAtOnce)
            peer->abort();
        else if (peer->bytesAvailable() > 0)
            onData(peer);
    }
}

void HandoverServer::onData(QLocalSocket *peer)
{
    const QByteArray sofar = peer->peek(Handover::longestMessage + 1);
    if (!sofar.contains('\n') && sofar.size() <= Handover::longestMessage)
        return; // the rest may come
    const auto handover = Handover::fromMessage(peer->readAll());
    disconnect(peer, &QLocalSocket::readyRead, this, nullptr); // one message a connection
    if (!handover) {
        peer->abort();
        return;
    }
    peer->write(taken);
    peer->disconnectFromServer();
    Q_EMIT received(*handover);
}

bool HandoverServer::send(const Handover &handover, const QString &name)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(sendWaitMs))
        return false;
    socket.write(handover.toMessage());
    while (socket.bytesAvailable() < taken.size()) {
        if (!socket.waitForReadyRead(sendWaitMs))
            return false;
    }
    return socket.readAll() == taken;
}

} // namespace desk
