// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/conninfo.h"

#include <QString>

namespace desk::testsupport {

inline const QString superuser = QStringLiteral("admin");
inline const QString templateDatabase = QStringLiteral("asp_template");

/// Password of the test log-ins where one is asked for (over TCP): "essai-" and the log-in.
[[nodiscard]] QString passwordOf(const QString &login);

/// The group roles, the test log-ins (agent1, agent2, superviseur1, relay1, extranet1; admin is the
/// superuser) and the migrated template database. `cluster` reaches any database of the cluster as superuser.
[[nodiscard]] Result<Done> prepareCluster(const ConnInfo &cluster);

/// A new database: a copy of the template, or an empty one.
[[nodiscard]] Result<Done> createDatabase(const ConnInfo &cluster, const QString &name, bool migrated);

/// Where throw-away servers live: in memory where there is plenty (making and removing thousands of files on
/// a disk is most of what they cost), else the temporary folder.
[[nodiscard]] QString scratchFolder();

/// A TCP port of 127.0.0.1 that is free at this moment.
[[nodiscard]] quint16 freePort();

} // namespace desk::testsupport
