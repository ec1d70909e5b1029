// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/journalpurge.h"
#include "db/journal/journalverify.h"

#include <QStringList>

namespace desk::dbadmin {

/// One anomaly as a French sentence.
[[nodiscard]] QString describe(const JournalFinding &finding);

/// What verify found, line by line.
[[nodiscard]] QStringList describe(const JournalReport &report, bool withAnchor);

/// The plan of a purge, line by line.
[[nodiscard]] QStringList describe(const QList<PurgeLine> &plan);

/// "1 234 567".
[[nodiscard]] QString groupedNumber(qint64 number);

} // namespace desk::dbadmin
