// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgticketstore.h"

#include "app/core/whenfinished.h"

namespace desk {

namespace {
const Failure unread = fail(Error::Code::Internal, QStringLiteral("not read yet"));
}

QFuture<Result<QueuePageAnswer>> PgTicketStore::page(const QueueQuestion &)
{
    return readyFuture(Result<QueuePageAnswer>(unread));
}

QFuture<Result<QueuePageAnswer>> PgTicketStore::exportPage(const QueueQuestion &)
{
    return readyFuture(Result<QueuePageAnswer>(unread));
}

QFuture<Result<QueueCounts>> PgTicketStore::counts(const QList<QUuid> &)
{
    return readyFuture(Result<QueueCounts>(unread));
}

QFuture<Result<TicketDetail>> PgTicketStore::ticket(TicketNumber)
{
    return readyFuture(Result<TicketDetail>(unread));
}

QFuture<Result<QList<TicketView>>> PgTicketStore::views()
{
    return readyFuture(Result<QList<TicketView>>(unread));
}

QFuture<Result<QList<DeskAgent>>> PgTicketStore::agents()
{
    return readyFuture(Result<QList<DeskAgent>>(unread));
}

QFuture<Result<QHash<TicketNumber, QList<Presence>>>> PgTicketStore::here(const QUuid &, const QList<OwnPresence> &)
{
    return readyFuture(Result<QHash<TicketNumber, QList<Presence>>>(unread));
}

QFuture<Result<QList<Result<OperationOutcome>>>> PgTicketStore::submitBatch(const QList<OperationRequest> &)
{
    return readyFuture(Result<QList<Result<OperationOutcome>>>(unread));
}

} // namespace desk
