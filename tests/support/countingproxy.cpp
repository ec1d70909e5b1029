// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/countingproxy.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace desk {

namespace {
constexpr int shortestAnswerMs = 10;
}

CountingProxy::CountingProxy(quint16 serverPort) : m_context(new QObject), m_serverPort(serverPort)
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_server = new QTcpServer(m_context);
            QObject::connect(m_server, &QTcpServer::newConnection, m_context, [this] { accept(); });
            if (m_server->listen(QHostAddress::LocalHost))
                m_port = m_server->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

CountingProxy::~CountingProxy()
{
    QMetaObject::invokeMethod(
        m_context, [this] { delete m_context; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CountingProxy::cutAll()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            const auto sockets = m_context->findChildren<QTcpSocket *>();
            for (QTcpSocket *socket : sockets)
                socket->abort();
        },
        Qt::BlockingQueuedConnection);
}

void CountingProxy::accept()
{
    while (QTcpSocket *client = m_server->nextPendingConnection()) {
        ++m_connections;
        client->setParent(m_context);
        auto *server = new QTcpSocket(m_context);
        for (QTcpSocket *socket : {client, server}) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            socket->setProperty("answered", true);
        }
        QObject::connect(client, &QTcpSocket::readyRead, server,
                         [this, client, server] { forward(client, server, true); });
        QObject::connect(server, &QTcpSocket::readyRead, client,
                         [this, client, server] { forward(server, client, false); });
        QObject::connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        QObject::connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    }
}

void CountingProxy::forward(QTcpSocket *from, QTcpSocket *to, bool fromClient)
{
    const QByteArray data = from->readAll();
    QTcpSocket *client = fromClient ? from : to;
    if (fromClient && client->property("answered").toBool()) {
        ++m_roundTrips;
        client->setProperty("answered", false);
    }
    if (m_silent || (m_swallowAnswers && !fromClient))
        return;
    // An answer counts once the client has it, a moment late: what the client sends in two pieces without waiting for
    // anything is one trip, also when the server is quicker than its second piece.
    const int wait = fromClient ? m_delayMs.load() : std::max(m_delayMs.load(), shortestAnswerMs);
    QTimer::singleShot(wait, to, [to, data, fromClient] {
        if (!fromClient)
            to->setProperty("answered", true);
        if (to->state() != QAbstractSocket::UnconnectedState)
            to->write(data);
    });
}

} // namespace desk
