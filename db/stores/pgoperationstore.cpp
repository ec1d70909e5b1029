// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgoperationstore.h"

#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

using namespace Qt::StringLiterals;

namespace desk {

/// Which server process each unanswered operation was sent to. Any thread.
class PgOperationStore::Senders {
public:
    void sent(const QUuid &id, int pid)
    {
        const QMutexLocker lock(&m_mutex);
        m_pids.insert(id, pid);
    }
    void answered(const QUuid &id)
    {
        const QMutexLocker lock(&m_mutex);
        m_pids.remove(id);
    }
    [[nodiscard]] int pid(const QUuid &id)
    {
        const QMutexLocker lock(&m_mutex);
        return m_pids.value(id);
    }

private:
    QMutex m_mutex;
    QHash<QUuid, int> m_pids;
};

namespace {

Result<Done> checkEnded(DatabaseSession &db, int pid)
{
    if (pid == 0 || pid == db.backendPid())
        return Done();
    const auto rows = db.exec("operations/is_running"_L1, {sqlNumber(pid)});
    if (!rows)
        return Failure(rows.error());
    if (rows->flag(0, "alive"))
        return Failure(Error{Error::Code::Locked, u"may still be carried out"_s, u"still_running"_s});
    return Done();
}

} // namespace

PgOperationStore::PgOperationStore(PgDatabase &database) : m_database(database), m_senders(std::make_shared<Senders>())
{
}

PgOperationStore::~PgOperationStore() = default;

QFuture<Result<OperationOutcome>> PgOperationStore::submit(const OperationRequest &request)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::operation;
    return m_database.main().run(
        options, [request, senders = m_senders](DatabaseSession &db) -> Result<OperationOutcome> {
            senders->sent(request.id, db.backendPid());
            const auto rows = db.exec("operations/operate"_L1,
                                      {sqlUuid(request.id), sqlText(request.kind), sqlJson(request.params),
                                       sqlTextOrNull(request.reason), sqlTextOrNull(request.reasonText),
                                       sqlUuid(request.call.value_or(QUuid())),
                                       request.ticket ? sqlNumber(request.ticket->value()) : std::nullopt});
            if (!rows)
                return Failure(rows.error());
            senders->answered(request.id);
            return operationOutcomeOf(answerOf(*rows));
        });
}

QFuture<Result<std::optional<OperationOutcome>>> PgOperationStore::find(const QUuid &id)
{
    using Found = Result<std::optional<OperationOutcome>>;
    DatabaseWorker::Options options;
    options.deadline = timelimits::file;
    options.retry = true;
    return m_database.main().run(options, [id, senders = m_senders](DatabaseSession &db) -> Found {
        const auto ended = checkEnded(db, senders->pid(id));
        if (!ended)
            return Failure(ended.error());
        const auto rows = db.exec("operations/find"_L1, {sqlUuid(id)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        if (!answer)
            return Failure(answer.error());
        senders->answered(id);
        if (answer->value("status"_L1).toString() == "none"_L1)
            return std::optional<OperationOutcome>();
        const auto outcome = operationOutcomeOf(answer);
        return outcome ? Found(*outcome) : Found(Failure(outcome.error()));
    });
}

QFuture<Result<CallState>> PgOperationStore::openCall(const QUuid &call)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::operation;
    options.retry = true; // the same id opens it once
    return m_database.main().run(options, [call](DatabaseSession &db) -> Result<CallState> {
        const auto rows = db.exec("operations/open_call"_L1, {sqlUuid(call)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        if (!answer)
            return Failure(answer.error());
        return CallState{call, timeOf(answer->value("opened_at"_L1)), answer->value("note"_L1).toString()};
    });
}

QFuture<Result<Done>> PgOperationStore::saveNote(const QUuid &call, const QString &note)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::operation;
    options.retry = true; // the same note twice is the same note
    return m_database.main().run(options, [call, note](DatabaseSession &db) -> Result<Done> {
        const auto rows = db.exec("operations/save_note"_L1, {sqlUuid(call), sqlText(note)});
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? Result<Done>(Done()) : Failure(answer.error());
    });
}

} // namespace desk
