// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/result.h"
#include "app/operations/operation.h"
#include "app/tickets/ticketqueue.h"

#include <QFuture>

namespace desk {

/// What one console tells about one ticket.
struct OwnPresence {
    TicketNumber ticket{0};
    PresenceLevel level = PresenceLevel::Open;
    friend bool operator==(const OwnPresence &, const OwnPresence &) = default;
};
BOOST_DESCRIBE_STRUCT(OwnPresence, (), (ticket, level))

/// Somebody else who has a ticket open.
struct OtherPresence {
    TicketNumber ticket{0};
    Presence who;
    friend bool operator==(const OtherPresence &, const OtherPresence &) = default;
};
BOOST_DESCRIBE_STRUCT(OtherPresence, (), (ticket, who))
template <> inline constexpr auto documentMarks<OtherPresence> = std::array{inlined("who")};

/// Tickets in number. One round trip each.
class TicketStore {
public:
    virtual ~TicketStore() = default;
    [[nodiscard]] virtual QFuture<Result<QueuePageAnswer>> page(const QueueQuestion &question) = 0;
    /// The same for a file: rows that leave the desk, journalled with who took them.
    [[nodiscard]] virtual QFuture<Result<QueuePageAnswer>> exportPage(const QueueQuestion &question) = 0;
    /// `views`: ids of saved views to count too.
    [[nodiscard]] virtual QFuture<Result<QueueCounts>> counts(const QList<QUuid> &views) = 0;
    [[nodiscard]] virtual QFuture<Result<TicketDetail>> ticket(TicketNumber number) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<TicketView>>> views() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<DeskAgent>>> agents() = 0;
    /// Says what `console` has open, instead of what it said before, for half a minute; empty: nothing. Answers who
    /// else has those tickets.
    [[nodiscard]] virtual QFuture<Result<QHash<TicketNumber, QList<Presence>>>> here(const QUuid &console,
                                                                                     const QList<OwnPresence> &tickets)
        = 0;
    /// Carries out several operations on tickets, a hundred at most, each by itself as if sent alone: one answer each,
    /// in their order. The same ids may be sent again.
    [[nodiscard]] virtual QFuture<Result<QList<Result<OperationOutcome>>>>
    submitBatch(const QList<OperationRequest> &requests) = 0;
};

} // namespace desk
