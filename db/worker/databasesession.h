// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/libpq/pgconnection.h"
#include "db/worker/connecttext.h"

#include <QHash>
#include <QMutex>

#include <functional>
#include <memory>
#include <optional>

struct pg_cancel;

namespace desk {

class Request;

/// A worker's connection, in the worker's thread: opened when a request needs it, given up when its request no longer
/// waits. Statements are files of db/queries, sent with their values apart from their text, in one round trip: values
/// never reach the server's log as part of a statement.
class DatabaseSession {
public:
    using Values = QList<std::optional<QByteArray>>;
    /// What is asked first on every new connection (versions, rights); its error closes the connection again.
    using Greeting = std::function<Result<Done>(DatabaseSession &)>;

    DatabaseSession(QString applicationName, ConnectTo where, Greeting greeting);
    ~DatabaseSession();

    /// Opens the connection unless it is open. Errors: see connectError(), and those of the greeting.
    [[nodiscard]] Result<Done> ensureOpen();
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }
    void close();
    /// Runs db/queries/<name>.sql with $1, $2… Stops waiting, and closes, once the current request has been answered by
    /// someone else; a cancellable one gets a moment to come back by itself.
    [[nodiscard]] Result<PgRows> exec(QLatin1StringView name, const Values &values = {});
    /// The same with a text of the caller's (tests).
    [[nodiscard]] Result<PgRows> execText(const QByteArray &sql, const Values &values = {});
    [[nodiscard]] int backendPid() const;

    void setRequest(std::shared_ptr<Request> request) { m_request = std::move(request); }
    /// For PQcancel from another thread; empty while not connected. Any thread.
    [[nodiscard]] std::shared_ptr<pg_cancel> cancelHandle() const;

private:
    [[nodiscard]] bool mayGoOn(qint64 waitedMs) const;
    [[nodiscard]] Result<PgRows> gaveUp();
    [[nodiscard]] Result<PgRows> collect();
    [[nodiscard]] Result<PgRows> take(const std::shared_ptr<pg_result> &result);

    QString m_applicationName;
    ConnectTo m_where;
    Greeting m_greeting;
    PgConnection m_connection;
    std::shared_ptr<Request> m_request;
    QHash<QLatin1StringView, QByteArray> m_texts;
    mutable QMutex m_cancelMutex;
    std::shared_ptr<pg_cancel> m_cancel;
};

} // namespace desk
