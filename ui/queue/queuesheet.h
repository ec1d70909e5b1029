// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/queueexport.h"
#include "ui/common/pagepdf.h"

namespace desk {

/// What a queue shows, for taking it away: all of it as a file, or the rows on screen as a page to print.
struct QueueSheet {
    QString title; ///< of the page
    QString filterWords; ///< what the filter asks for; empty: nothing
    TicketFilter filter;
    QueueOrder order;
    QList<QueueRow> rows; ///< those on screen
};

/// Headings, and the cells of a row, whole: dates as spreadsheets sort them, labels instead of codes.
[[nodiscard]] QueueExportWords queueExportWords(const QueueSheet &sheet, const SessionInfo &info, const QDateTime &now);
[[nodiscard]] PagePdf queuePdf(const QueueSheet &sheet, const SessionInfo &info, const QDateTime &now);

} // namespace desk
