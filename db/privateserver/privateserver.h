// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessionstore.h"
#include "db/privateserver/privatecluster.h"

#include <QObject>
#include <QThread>

namespace desk {

class PrivateServerWorker;

/// The private server for trying and training: everything happens in a thread of its own, so the interface
/// never waits. GUI thread. The server and the relay end with the program, also when it is killed (Linux),
/// and are started again when they die. Errors of start(): those of PrivateCluster and Migrator; Cancelled
/// when stop() came first.
class PrivateServer : public QObject, public PrivateServerPort {
    Q_OBJECT
public:
    struct Options {
        FillDemo fillDemo; ///< for a new database; runs in the worker's thread; empty: no demonstration data
        QString relayProgram; ///< empty: asp-relay beside this program (or beside its folder in a build
                              ///< tree), or on PATH
        QString programsFolder; ///< PostgreSQL's programs; empty: see PostgresPrograms::locate
        RefreshDemo refreshDemo = {}; ///< for a database filled at an earlier start; like fillDemo
    };
    explicit PrivateServer(Options options, QObject *parent = nullptr);
    ~PrivateServer() override; ///< stops it

    /// An empty folder means PrivateCluster::defaultFolder(). Called again for the folder it runs on: answers
    /// at once; for another folder: the first is stopped. Ready::mailFolder is empty when asp-relay was not
    /// found.
    [[nodiscard]] QFuture<Result<Ready>> start(const QString &folder,
                                               std::function<void(QString step, int percent)> progress) override;
    void stop() override;
    /// See PrivateCluster::setAside. Quick: one renaming.
    [[nodiscard]] static Result<QString> setAside(const QString &folder) { return PrivateCluster::setAside(folder); }

private:
    QThread m_thread;
    PrivateServerWorker *m_worker; ///< lives in m_thread, deleted when it ends
};

} // namespace desk
