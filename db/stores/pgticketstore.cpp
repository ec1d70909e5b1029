// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgticketstore.h"

#include "app/tickets/ticketqueuejson.h"
#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Values = QList<std::optional<QByteArray>>;
using Batch = Result<QList<Result<OperationOutcome>>>;

DatabaseWorker::Options readingOptions(std::chrono::milliseconds deadline)
{
    DatabaseWorker::Options options;
    options.deadline = deadline;
    options.retry = true; // reading twice is reading once
    return options;
}

/// What is announced first (db/schema/functions/README.md, "Reading in two steps"), read in the worker's thread.
template <class T>
QFuture<Result<T>> readAs(PgDatabase &database, QLatin1StringView what, const QJsonObject &params,
                          Result<T> (*read)(const QJsonObject &), std::chrono::milliseconds deadline = timelimits::file)
{
    return database.main().run(readingOptions(deadline), [what, params, read](DatabaseSession &db) -> Result<T> {
        const auto answer = readAnswer(db, what, params);
        return answer ? read(*answer) : Failure(answer.error());
    });
}

/// The same for a function of its own. Told twice, presence is told once.
template <class T>
QFuture<Result<T>> ask(PgDatabase &database, QLatin1StringView query, const Values &values,
                       Result<T> (*read)(const QJsonObject &), std::chrono::milliseconds deadline)
{
    return database.main().run(readingOptions(deadline), [query, values, read](DatabaseSession &db) -> Result<T> {
        const auto rows = db.exec(query, values);
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? read(*answer) : Failure(answer.error());
    });
}

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

} // namespace

QFuture<Result<QueuePageAnswer>> PgTicketStore::page(const QueueQuestion &question)
{
    return readAs(m_database, "queue_page"_L1, toJson(question), queuePageFromJson);
}

QFuture<Result<QueuePageAnswer>> PgTicketStore::exportPage(const QueueQuestion &question)
{
    return readAs(m_database, "queue_export"_L1, toJson(question), queuePageFromJson, timelimits::scripts);
}

QFuture<Result<QueueCounts>> PgTicketStore::counts(const QList<QUuid> &views)
{
    QJsonArray ids;
    for (const QUuid &view : views)
        ids << jsonUuid(view);
    return readAs(m_database, "queue_counts"_L1, {{"views"_L1, ids}}, queueCountsFromJson);
}

QFuture<Result<TicketDetail>> PgTicketStore::ticket(TicketNumber number)
{
    return readAs(m_database, "ticket"_L1, {{"ticket"_L1, number.value()}}, ticketDetailFromJson);
}

QFuture<Result<QList<TicketView>>> PgTicketStore::views()
{
    return ask(m_database, "tickets/views"_L1, {}, ticketViewsFromJson, timelimits::file);
}

QFuture<Result<QList<DeskAgent>>> PgTicketStore::agents()
{
    return ask(m_database, "tickets/agents"_L1, {}, deskAgentsFromJson, timelimits::file);
}

QFuture<Result<QHash<TicketNumber, QList<Presence>>>> PgTicketStore::here(const QUuid &console,
                                                                          const QList<OwnPresence> &tickets)
{
    return ask(m_database, "tickets/here"_L1, {sqlUuid(console), sqlJson(toJson(tickets))}, presenceFromJson,
               timelimits::pulse);
}

QFuture<Result<QList<Result<OperationOutcome>>>> PgTicketStore::submitBatch(const QList<OperationRequest> &requests)
{
    QJsonArray operations;
    for (const OperationRequest &request : requests)
        operations << batchJson(request);
    DatabaseWorker::Options options; // a lost answer is asked for again by whoever knows the ids
    options.deadline = timelimits::operation;
    return m_database.main().run(options, [operations](DatabaseSession &db) -> Batch {
        const auto rows = db.exec("tickets/operate_batch"_L1, {sqlJson(operations)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? outcomesOf(*answer, operations.size()) : Failure(answer.error());
    });
}

} // namespace desk
