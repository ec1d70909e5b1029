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

/// Puts the data of a cluster made ready beforehand (log-ins, migrated template) into `folder`, when the environment
/// names one: making it is most of what a short test program costs. False when there is none. asp-testcluster keep
/// makes it.
[[nodiscard]] bool takeKeptCluster(const QString &folder);

/// The other way: keeps the data of a stopped server's `folder` in `kept`, which it replaces.
[[nodiscard]] Result<Done> keepCluster(const QString &folder, const QString &kept);

/// A new database: a copy of the template, or an empty one.
[[nodiscard]] Result<Done> createDatabase(const ConnInfo &cluster, const QString &name, bool migrated);

/// Where throw-away servers live: in memory where there is plenty (making and removing thousands of files on
/// a disk is most of what they cost), else the temporary folder.
[[nodiscard]] QString scratchFolder();

/// A TCP port of 127.0.0.1 that is free at this moment.
[[nodiscard]] quint16 freePort();

} // namespace desk::testsupport
