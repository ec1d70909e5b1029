// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/conninfo.h"
#include "db/privateserver/postgresprograms.h"
#include "db/privateserver/privileges.h"

#include <QProcess>
#include <QStringList>

#include <chrono>
#include <memory>

namespace desk {

/// One database server on one folder of ours: FOLDER/data, FOLDER/s (the socket), FOLDER/serveur.log. Every
/// call blocks; all calls from the thread that made the object. Whoever can reach the socket may log in as
/// anyone, so its folder is closed to other system users.
class PostgresServer {
public:
    struct Options {
        QString folder; ///< exists; its parents can be traversed by the server's user
        QString superuser;
        quint16 tcpPort = 0; ///< on 127.0.0.1, with SCRAM passwords; 0: the socket only
        bool durable = true; ///< false: for tests, a power cut may lose everything
        QStringList settings; ///< further "name=value" of the server's configuration
    };

    PostgresServer(PostgresPrograms programs, ServerUser user, Options options);
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;
    ~PostgresServer(); ///< stops it

    /// The major version a folder's data belongs to, 0 when there is none yet. Error Invalid, rule
    /// "private_damaged", params "folder", when something is there that is no data folder of PostgreSQL.
    [[nodiscard]] static Result<int> dataMajor(const QString &folder);

    /// Makes the data folder, all of it or nothing, unless it is there. Errors: Invalid "private_unwritable",
    /// DiskFull, Internal "private_create_failed", all with params "folder".
    [[nodiscard]] Result<Done> create();
    /// Starts it and waits until it answers. Errors: Conflict "private_in_use" (a server runs on this
    /// folder), Invalid "private_damaged" (params "folder", "log", "reason"), "private_unwritable", DiskFull,
    /// Timeout.
    [[nodiscard]] Result<Done> start();
    /// The same by pg_ctl: it goes on when this program ends, and stopLeftOver() ends it.
    [[nodiscard]] Result<Done> startDetached();
    /// Ends a server that an earlier, killed program left running on this folder, and clears its lock file
    /// when the process number now belongs to another program. Only when the caller knows that no other
    /// program uses the folder.
    [[nodiscard]] Result<Done> stopLeftOver();
    /// Ends it in good order (clients are cut off), by force once the time is over.
    void stop(std::chrono::milliseconds atMost = std::chrono::seconds(4));
    void kill(); ///< kill -9, to see what survives

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QProcess &process() { return m_process; } ///< for its signals
    [[nodiscard]] QString socketFolder() const { return m_socketFolder; }
    [[nodiscard]] quint16 port() const; ///< also names the socket
    [[nodiscard]] QString logFile() const { return m_options.folder + QStringLiteral("/serveur.log"); }
    [[nodiscard]] ConnInfo connInfo(const QString &database, const QString &login) const; ///< over the socket

private:
    [[nodiscard]] QString dataFolder() const { return m_options.folder + QStringLiteral("/data"); }
    [[nodiscard]] Result<Done> makeSocketFolder();
    [[nodiscard]] Result<Done> initdb(const QString &into, const QStringList &locale);
    [[nodiscard]] bool writeHba(const QString &folder) const;
    [[nodiscard]] QStringList serverArguments() const;
    [[nodiscard]] Result<Done> waitReady();
    [[nodiscard]] Error startError() const;
    [[nodiscard]] int run(const QString &program, const QStringList &arguments, QString *output, int atMostMs) const;
    [[nodiscard]] Error error(Error::Code code, const QString &rule, const QString &reason) const;

    PostgresPrograms m_programs;
    ServerUser m_user;
    Options m_options;
    QString m_socketFolder;
    qint64 m_logStart = 0; ///< where this run's lines begin in the log
    QProcess m_process;
};

} // namespace desk
