// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/session/connectionsettings.h"
#include "app/session/sessioninfo.h"

#include <QFuture>

#include <functional>
#include <optional>

namespace desk {

/// The connection to the central database.
class SessionStore {
public:
    virtual ~SessionStore() = default;
    /// Connects, checks versions, and answers the session's facts. Drops an earlier connection first.
    /// The secret is kept in memory for reconnecting, nowhere else.
    [[nodiscard]] virtual QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &where, const QString &secret)
        = 0;
    /// Like logIn, on a connection of its own that is closed again: "test the connection".
    [[nodiscard]] virtual QFuture<Result<SessionInfo>> test(const ConnectionSettings &where, const QString &secret) = 0;
    [[nodiscard]] virtual QFuture<Result<Pulse>> pulse(qint64 openEstablishment, qint64 openAccount) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<PublishedScript>>> publishedScripts() = 0;
    /// Versions of these scripts that were in force before, for a program that cannot read the one in force.
    [[nodiscard]] virtual QFuture<Result<QList<PublishedScript>>> earlierScripts(const QStringList &ids) = 0;
    /// Gives the log-in another password, over a connection of its own that proves the current one. Errors: those of
    /// logIn, and AuthFailed "wrong_current_password", Refused "password_elsewhere" (not PostgreSQL's own passwords),
    /// "tls_needed"; Unavailable or Timeout without params "nothing_done": it may have been changed.
    [[nodiscard]] virtual QFuture<Result<Done>> changePassword(const ConnectionSettings &where, const QString &current,
                                                               const QString &next)
        = 0;
    virtual void useSecret(const QString &secret) = 0; ///< from now on, for connections opened anew
    virtual void logOut() = 0;
};

/// Secrets of people, in the operating system's keychain and nowhere else.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// nullopt: none found, which is also what a locked keyring answers. Never conclude that none was saved.
    [[nodiscard]] virtual QFuture<Result<std::optional<QString>>> read(const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> write(const QString &key, const QString &secret) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> remove(const QString &key) = 0;
};

/// The private server for trying and training; implemented in db/privateserver.
class PrivateServerPort {
public:
    virtual ~PrivateServerPort() = default;
    struct Ready {
        ConnectionSettings agent, supervisor; ///< ready to log in with, no secret needed
        QString mailFolder; ///< where the relay writes .eml files
    };
    /// Creates (when missing), starts, migrates, fills with demonstration data, starts the relay.
    /// `progress` is called in the caller's thread with a step code and 0-100:
    /// "locate", "create", "start", "migrate", "demo", "relay", "ready".
    [[nodiscard]] virtual QFuture<Result<Ready>> start(const QString &folder,
                                                       std::function<void(QString step, int percent)> progress)
        = 0;
    virtual void stop() = 0; ///< blocks at most 5 s; called once, on the way out
};

} // namespace desk
