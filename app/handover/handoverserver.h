// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/handover/handover.h"

#include <QLocalServer>
#include <QObject>

namespace desk {

/// The running console's ear: a local socket of one user and one session, in the user's own runtime folder, closed to
/// others. Takes one short line a connection and says nothing back but "ok". GUI thread.
class HandoverServer : public QObject {
    Q_OBJECT
public:
    /// `name`: another socket than the session's own (tests).
    explicit HandoverServer(QString name = socketName(), QObject *parent = nullptr);
    /// False when another console of this session listens already, or the socket cannot be made.
    [[nodiscard]] bool listen();
    /// Hands over to the console that listens: true when it took it. Blocks for a second at most; before there is a
    /// window.
    [[nodiscard]] static bool send(const Handover &handover, const QString &name = socketName());
    [[nodiscard]] static QString socketName();

Q_SIGNALS:
    void received(const desk::Handover &handover);

private:
    void onConnection();
    void onData(QLocalSocket *peer);

    QString m_name;
    QLocalServer m_server;
};

} // namespace desk
