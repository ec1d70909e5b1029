// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/bulkservice.h"
#include "app/tickets/ticketqueue.h"

#include <QHash>

namespace desk {

/// What is to be done with many tickets at once. Only the parts of its kind count.
struct BulkAction {
    enum class Kind { Take, Assign, Motif, Merge, Close };
    Kind kind = Kind::Take;
    QString login; ///< Assign: to whom
    QString motif; ///< Motif: code
    QString outcome, outcomeText, answer; ///< Close
    /// Close: open requests of the same SIRET and motif outside the selection stay open; else theirs are left out.
    bool leaveDuplicates = false;
};

/// Why a ticket takes no part, as far as its row tells; the database has the last word on the others.
enum class LeftOutWhy {
    Closed,
    OwnedByOther, ///< `who`: by whom
    AlreadyMine, ///< Take
    AlreadyTheirs, ///< Assign
    SameMotif, ///< Motif
    Alone, ///< Merge: no other one of its SIRET and motif in the selection
    TooMany, ///< merging more than one operation may hold
    TwinsElsewhere ///< Close: others like it are open outside the selection
};

struct LeftOut {
    TicketNumber number{0};
    LeftOutWhy why = LeftOutWhy::Closed;
    QString who;
    friend bool operator==(const LeftOut &, const LeftOut &) = default;
};

struct BulkPlan {
    QList<BulkStep> steps; ///< without ids: BulkService::begin() makes them
    QList<LeftOut> leftOut; ///< in the order of the rows
    int tickets = 0; ///< the steps are about
    int duplicates = 0; ///< of them are merged into another one

    [[nodiscard]] QList<TicketNumber> leftOutNumbers() const;
};

/// Most duplicates one operation merges.
inline constexpr int mostDuplicates = 50;

/// Makes the operations of `action` on `rows` for the person with that log-in. Rows of the same SIRET and motif are
/// merged, or closed in one step with one answer; the oldest is kept. Rows that occur twice count once. Pure.
[[nodiscard]] BulkPlan planBulk(const BulkAction &action, const QList<QueueRow> &rows, const QString &login);

} // namespace desk
