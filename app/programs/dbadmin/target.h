// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/libpq/pgconnection.h"
#include "db/privateserver/privatecluster.h"

#include <memory>

namespace desk::dbadmin {

/// The database a command works on. With "private:FOLDER" the server that runs there is used, or one is
/// started for as long as this object lives.
class Target {
public:
    /// Connects; asks for a password on the terminal when the server wants one and nothing else gives it,
    /// three times at most. Errors: those of PgConnection::open and PrivateCluster.
    [[nodiscard]] static Result<Target> open(const QString &database, const PrivateCluster::Progress &progress);

    [[nodiscard]] PgConnection &connection() { return m_connection; }

private:
    std::unique_ptr<PrivateCluster> m_cluster; // before the connection: it must outlive it
    PgConnection m_connection;
};

} // namespace desk::dbadmin
