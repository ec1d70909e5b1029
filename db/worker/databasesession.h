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
#include <utility>

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
    /// Two statements in one round trip, each in a transaction of its own; the second runs whatever became of the first.
    /// An error of the server's in either is the error of both.
    struct Statement {
        QLatin1StringView name;
        Values values;
    };
    [[nodiscard]] Result<std::pair<PgRows, PgRows>> execBoth(const Statement &first, const Statement &second);
    /// The same with a text of the caller's (tests).
    [[nodiscard]] Result<PgRows> execText(const QByteArray &sql, const Values &values = {});
    [[nodiscard]] int backendPid() const;
    [[nodiscard]] bool usedPassword() const { return m_connection.usedPassword(); }
    [[nodiscard]] bool usesTls() const { return m_connection.usesTls(); }
    /// Gives this log-in another password. What travels, and what a server's log may hold, is the SCRAM verifier made
    /// here, never the password.
    [[nodiscard]] Result<Done> changeOwnPassword(const QByteArray &login, const QByteArray &next);
    /// For the next time the connection is opened.
    void setPassword(const QString &password) { m_where.password = password; }

    void setRequest(std::shared_ptr<Request> request) { m_request = std::move(request); }
    /// For PQcancel from another thread; empty while not connected. Any thread.
    [[nodiscard]] std::shared_ptr<pg_cancel> cancelHandle() const;

private:
    [[nodiscard]] Result<QByteArray> textOf(QLatin1StringView name);
    [[nodiscard]] bool send(const QByteArray &sql, const Values &values);
    [[nodiscard]] Failure lost();
    [[nodiscard]] bool mayGoOn(qint64 waitedMs) const;
    [[nodiscard]] Failure gaveUp();
    /// Waits until libpq has a result to give without blocking; the error when nobody waits any longer or the line broke.
    [[nodiscard]] Result<Done> awaitResult();
    [[nodiscard]] Result<PgRows> collect();
    [[nodiscard]] Result<PgRows> collectPiped();
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
