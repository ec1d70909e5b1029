// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/supervision/overview.h"
#include "ui/common/pagepdf.h"

#include <QByteArray>
#include <QFont>

namespace desk {

/// What leaves the desk as a file: the figures, and the rows of one list of accounts.
struct OverviewSheet {
    Overview overview;
    WatchList list = WatchList::Locked;
    QList<WatchedAccount> accounts;
    bool truncated = false; ///< there are more accounts than the file holds
    QString madeBy;
    QDateTime madeAt;
    QList<ListItem> motifs;
};

/// A CSV file: who made it and when, then one block a table. Cells that a spreadsheet would run are made harmless.
[[nodiscard]] QByteArray overviewCsv(const OverviewSheet &sheet);
/// The page on paper: figures, the three charts with their sentences, the tables. GUI thread.
[[nodiscard]] PagePdf overviewPdf(const OverviewSheet &sheet, const QFont &font);

/// Makes and writes the CSV file in a thread of the pool, in one step.
[[nodiscard]] QFuture<Result<Done>> writeOverviewCsv(const QString &file, const OverviewSheet &sheet);

} // namespace desk
