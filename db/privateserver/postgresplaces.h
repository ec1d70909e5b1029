// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

/// Where this platform keeps PostgreSQL's programs: all that differs from one platform to the next.
namespace desk::postgresPlaces {

/// The folders that hold a version's programs, below `root` (a test's folder instead of the whole disk).
[[nodiscard]] QStringList usual(const QString &root = {});
/// The file of a program: "initdb", or "initdb.exe".
[[nodiscard]] QString fileOf(const QString &program);

} // namespace desk::postgresPlaces
