// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/conninfo.h"
#include "db/privateserver/postgresserver.h"

#include <QLockFile>

#include <atomic>
#include <functional>
#include <memory>

namespace desk {

/// Fills a migrated, empty database with demonstration data. `conninfo` reaches it as its superuser.
using FillDemo = std::function<Result<Done>(const QString &conninfo, const std::function<void(int percent)> &progress)>;
/// Freshens demonstration data made at an earlier start.
using RefreshDemo = std::function<Result<Done>(const QString &conninfo)>;

/// The private server as blocking steps: what PrivateServer does in its worker thread, and asp-dbadmin for
/// the time of a command. One program per folder (a lock file says so). One thread. Ends the server when it
/// dies.
class PrivateCluster {
public:
    /// Step codes of PrivateServerPort::start and 0-100.
    using Progress = std::function<void(const QString &step, int percent)>;

    static inline const QString database = QStringLiteral("asp");
    static inline const QString superuser = QStringLiteral("postgres");
    static inline const QString agentLogin = QStringLiteral("agent.demo");
    static inline const QString supervisorLogin = QStringLiteral("superviseur.demo");
    static inline const QString relayLogin = QStringLiteral("relay.demo");

    /// In the person's own data folder; for root /var/lib/asp-console/private, where user postgres can go.
    [[nodiscard]] static QString defaultFolder();

    /// Makes the folder where missing, locks it and starts the server. `programsFolder`: see
    /// PostgresPrograms::locate. Errors: "no_postgresql", "private_in_use", "private_damaged",
    /// "private_unwritable", "private_create_failed", "no_server_user", DiskFull, Timeout; with params as in
    /// PostgresServer.
    [[nodiscard]] static Result<std::unique_ptr<PrivateCluster>>
    open(const QString &folder, const QString &programsFolder, const Progress &progress);

    /// How to reach the server of a folder that another program has started; NotFound when none answers.
    [[nodiscard]] static Result<ConnInfo> runningOn(const QString &folder);

    /// Renames a data folder that is damaged or of former migrations, so that the next start makes a new one; answers
    /// its new path. Only ever at the person's request. Errors: "private_in_use", "private_unwritable", NotFound.
    [[nodiscard]] static Result<QString> setAside(const QString &folder);

    /// What to do about demonstration data; both may be empty.
    struct Demo {
        FillDemo fill;
        RefreshDemo refresh;
    };
    /// The migrated database with its log-ins, marked as a demonstration; filled when empty, freshened else.
    /// A new one gets its name only once complete, so an interrupted attempt leaves nothing behind. Errors: those of
    /// Migrator::migrate; "schema_of_migrations" also has params "folder", for setAside.
    [[nodiscard]] Result<Done> prepareDatabase(const Demo &demo, const Progress &progress);

    [[nodiscard]] ConnInfo connInfo(const QString &login) const { return m_server->connInfo(database, login); }
    [[nodiscard]] PostgresServer &server() { return *m_server; }
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    explicit PrivateCluster(QString folder);
    [[nodiscard]] Result<Done> lock(const ServerUser &user);
    [[nodiscard]] Result<Done> createDatabase(const Demo &demo, const Progress &progress);
    [[nodiscard]] Result<Done> fillOrRefresh(const QString &name, const Demo &demo, const Progress &progress);

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace desk
