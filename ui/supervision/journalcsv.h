// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/supervision/journalpage.h"

#include <QByteArray>
#include <QFuture>

namespace desk {

/// The file of an export: who made it and when, a heading, one line a row. Cells that a spreadsheet would run are made
/// harmless.
[[nodiscard]] QByteArray journalCsv(const JournalExport &rows);
/// Makes and writes it in a thread of the pool, in one step: the file is whole or the old one is still there.
[[nodiscard]] QFuture<Result<Done>> writeJournalCsv(const QString &file, const JournalExport &rows);

} // namespace desk
