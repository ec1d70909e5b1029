// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgticketstore.h"

#include "db/stores/jsonanswer.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Batch = Result<QList<Result<OperationOutcome>>>;

Batch outcomesOf(const QJsonObject &document, qsizetype asked)
{
    QList<Result<OperationOutcome>> outcomes;
    const QJsonArray results = document.value("results"_L1).toArray();
    if (results.size() != asked)
        return fail(Error::Code::Internal, u"a batch of %1 with %2 answers"_s.arg(asked).arg(results.size()));
    outcomes.reserve(asked);
    for (const QJsonValue &result : results)
        outcomes << operationOutcomeOf(accepted(result.toObject()));
    return outcomes;
}

Result<QHash<TicketNumber, QList<Presence>>> othersOf(const QJsonObject &document)
{
    const auto others = listFromDocument<OtherPresence>(document, "others"_L1);
    if (!others)
        return Failure(others.error());
    QHash<TicketNumber, QList<Presence>> byTicket;
    for (const OtherPresence &other : *others)
        byTicket[other.ticket] << other.who;
    return byTicket;
}

} // namespace

QFuture<Result<QueuePageAnswer>> PgTicketStore::page(const QueueQuestion &question)
{
    return readAs(m_database, "queue_page"_L1, toDocument(question), fromDocument<QueuePageAnswer>);
}

QFuture<Result<QueuePageAnswer>> PgTicketStore::exportPage(const QueueQuestion &question)
{
    return readAs(m_database, "queue_export"_L1, toDocument(question), fromDocument<QueuePageAnswer>,
                  timelimits::scripts);
}

QFuture<Result<QueueCounts>> PgTicketStore::counts(const QList<QUuid> &views)
{
    QJsonArray ids;
    for (const QUuid &view : views)
        ids << jsonUuid(view);
    return readAs(m_database, "queue_counts"_L1, {{"views"_L1, ids}}, fromDocument<QueueCounts>);
}

QFuture<Result<TicketDetail>> PgTicketStore::ticket(TicketNumber number)
{
    return readAs(m_database, "ticket"_L1, {{"ticket"_L1, number.value()}}, fromDocument<TicketDetail>);
}

QFuture<Result<QList<TicketView>>> PgTicketStore::views()
{
    return ask(m_database, "tickets/views"_L1, {}, Under<TicketView>{"views"_L1});
}

QFuture<Result<QList<DeskAgent>>> PgTicketStore::agents()
{
    return ask(m_database, "tickets/agents"_L1, {}, Under<DeskAgent>{"agents"_L1});
}

QFuture<Result<QHash<TicketNumber, QList<Presence>>>> PgTicketStore::here(const QUuid &console,
                                                                          const QList<OwnPresence> &tickets)
{
    return ask(m_database, "tickets/here"_L1, {sqlUuid(console), sqlJson(written(tickets).toArray())}, othersOf,
               timelimits::pulse);
}

QFuture<Result<QList<Result<OperationOutcome>>>> PgTicketStore::submitBatch(const QList<OperationRequest> &requests)
{
    QJsonArray operations;
    for (const OperationRequest &request : requests)
        operations << toDocument(request);
    DatabaseWorker::Options options; // a lost answer is asked for again by whoever knows the ids
    options.deadline = timelimits::operation;
    return m_database.main().run(options, [operations](DatabaseSession &db) -> Batch {
        const auto rows = db.exec("tickets/operate_batch"_L1, {sqlJson(operations)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? outcomesOf(*answer, operations.size()) : Failure(answer.error());
    });
}

} // namespace desk
