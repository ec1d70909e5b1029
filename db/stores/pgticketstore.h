// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketstore.h"

namespace desk {

class PgDatabase;

/// Queues, presence and batches on PostgreSQL.
class PgTicketStore : public TicketStore {
public:
    explicit PgTicketStore(PgDatabase &database) : m_database(database) { }
    [[nodiscard]] QFuture<Result<QueuePageAnswer>> page(const QueueQuestion &question) override;
    [[nodiscard]] QFuture<Result<QueuePageAnswer>> exportPage(const QueueQuestion &question) override;
    [[nodiscard]] QFuture<Result<QueueCounts>> counts(const QList<QUuid> &views) override;
    [[nodiscard]] QFuture<Result<TicketDetail>> ticket(TicketNumber number) override;
    [[nodiscard]] QFuture<Result<QList<TicketView>>> views() override;
    [[nodiscard]] QFuture<Result<QList<DeskAgent>>> agents() override;
    [[nodiscard]] QFuture<Result<QHash<TicketNumber, QList<Presence>>>>
    here(const QUuid &console, const QList<OwnPresence> &tickets) override;
    [[nodiscard]] QFuture<Result<QList<Result<OperationOutcome>>>>
    submitBatch(const QList<OperationRequest> &requests) override;

private:
    PgDatabase &m_database;
};

} // namespace desk
