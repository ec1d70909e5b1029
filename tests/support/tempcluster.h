// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/connectionsettings.h"
#include "db/libpq/pgconnection.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace desk {

class PostgresServer;

/// A PostgreSQL server for one test program, removed with the object; as root it runs as user postgres. Under ctest it
/// starts on a copy of a cluster made once for all programs, in half a second; by hand it makes its own, in a few
/// seconds; a further database costs a tenth of one. Log-ins: admin (superuser), agent1, agent2,
/// superviseur1, superviseur2, relay1, extranet1; no password over the socket, password() over TCP on 127.0.0.1.
/// Durability is off. All calls block; one thread. It ends with the test program even when that is killed.
class TempCluster {
public:
    enum class Content {
        Migrated, ///< roles, log-ins, and a migrated database "asp"
        Bare ///< just the superuser admin and the database "postgres"
    };

    TempCluster();
    TempCluster(const TempCluster &) = delete;
    TempCluster &operator=(const TempCluster &) = delete;
    ~TempCluster();

    /// False with the reason in `why`, for QVERIFY2.
    [[nodiscard]] bool start(QString *why = nullptr, Content content = Content::Migrated);

    /// A fresh database, a copy of the migrated template or an empty one. False with the reason in `why`.
    [[nodiscard]] bool createDatabase(const QString &name, bool migrated = true, QString *why = nullptr);

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString socketDir() const;
    [[nodiscard]] int port() const; ///< of the socket and of TCP alike
    [[nodiscard]] QString logFile() const;

    /// postgresql:// URI over the socket, no password needed.
    [[nodiscard]] QString uri(const QString &login, const QString &database = QStringLiteral("asp")) const;
    [[nodiscard]] ConnectionSettings settings(const QString &login,
                                              const QString &database = QStringLiteral("asp")) const;
    /// Over TCP, where password(login) is asked for.
    [[nodiscard]] ConnectionSettings tcpSettings(const QString &login,
                                                 const QString &database = QStringLiteral("asp")) const;
    [[nodiscard]] QString tcpUri(const QString &login, const QString &database = QStringLiteral("asp")) const;
    [[nodiscard]] static QString password(const QString &login);
    [[nodiscard]] Result<PgConnection> connect(const QString &login,
                                               const QString &database = QStringLiteral("asp")) const;

    void stopServer(); ///< in good order; connections are cut
    [[nodiscard]] bool startServer(); ///< again, on the same port and data
    void killServer(); ///< kill -9 of the server's main process
    [[nodiscard]] qint64 pid() const; ///< of the server's main process, 0 when stopped

private:
    [[nodiscard]] Result<Done> startFresh(bool *ready, Content content);

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace desk
