// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringList>

namespace desk {

/// The installed PostgreSQL programs.
struct PostgresPrograms {
    static constexpr int oldestMajor = 15;

    QString folder; ///< holds initdb, postgres and pg_ctl
    int major = 0; ///< 15, 16…

    [[nodiscard]] QString path(const QString &program) const;

    /// Looks in `folder` alone when given, else in ASP_PG_BIN alone when set, else on PATH and in the usual
    /// places of this platform, the newest first. `wantedMajor` other than 0: that one only, because a data
    /// folder belongs to one. Error NotFound, rule "no_postgresql", params "install" (what to install: a
    /// command, or a place to get it), "platform" ("debian", "redhat", "macos", "windows" or "other"),
    /// "looked" (the folders tried), "major". Blocks for some hundredths of a second: not for the interface's
    /// thread.
    [[nodiscard]] static Result<PostgresPrograms> locate(const QString &folder = {}, int wantedMajor = 0);

    /// The newest of these folders' programs, the first folder among equals; errors and `wantedMajor` as above.
    [[nodiscard]] static Result<PostgresPrograms> newestIn(const QStringList &folders, int wantedMajor = 0);
};

} // namespace desk
