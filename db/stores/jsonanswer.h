// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/document.h"
#include "app/core/result.h"
#include "app/operations/operation.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

#include <QJsonObject>

namespace desk {

class PgRows;

/// How a reading is asked for: reading twice is reading once.
[[nodiscard]] inline DatabaseWorker::Options readingOptions(std::chrono::milliseconds deadline = timelimits::file)
{
    DatabaseWorker::Options options;
    options.deadline = deadline;
    options.retry = true;
    return options;
}

/// The document of the one row every desk.* function answers with, whatever its status. Internal when it is not one.
[[nodiscard]] Result<QJsonObject> documentOf(const PgRows &rows);
/// The same, with status "refused" and "conflict" turned into errors: Refused, Forbidden ("no_role"), TooMany
/// ("rate_limited", "over_ceiling"), NotFound ("not_found") or Conflict, with `rule` and `params`.
[[nodiscard]] Result<QJsonObject> answerOf(const PgRows &rows);

/// The same for a document that came within another.
[[nodiscard]] Result<QJsonObject> accepted(Result<QJsonObject> document);
/// What an operation answered.
[[nodiscard]] Result<OperationOutcome> operationOutcomeOf(const Result<QJsonObject> &answer);

/// A reading (db/schema/functions/README.md, "Reading in two steps"): announced in a transaction of its own, so that
/// nobody reads without a trace, then answered; both in one round trip. The document as documentOf() gives it, of
/// whichever of the two refused.
[[nodiscard]] Result<QJsonObject> readDocument(DatabaseSession &db, QLatin1StringView what, const QJsonObject &params);
/// The same with refusals turned into errors.
[[nodiscard]] Result<QJsonObject> readAnswer(DatabaseSession &db, QLatin1StringView what, const QJsonObject &params);

/// A list alone in its document.
template <class T> struct Under {
    QLatin1StringView key;
    Result<QList<T>> operator()(const QJsonObject &document) const { return listFromDocument<T>(document, key); }
};

/// Reads `what` (as readAnswer() does) in the worker's thread, and its document with `read`.
template <class Read>
auto readAs(PgDatabase &database, QLatin1StringView what, const QJsonObject &params, Read read,
            std::chrono::milliseconds deadline = timelimits::file)
{
    using Answer = decltype(read(QJsonObject()));
    return database.main().run(readingOptions(deadline), [what, params, read](DatabaseSession &db) -> Answer {
        const auto answer = readAnswer(db, what, params);
        return answer ? read(*answer) : Failure(answer.error());
    });
}

/// The same for a statement of its own.
template <class Read>
auto ask(PgDatabase &database, QLatin1StringView query, const QList<std::optional<QByteArray>> &values, Read read,
         std::chrono::milliseconds deadline = timelimits::file)
{
    using Answer = decltype(read(QJsonObject()));
    return database.main().run(readingOptions(deadline), [query, values, read](DatabaseSession &db) -> Answer {
        const auto rows = db.exec(query, values);
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? read(*answer) : Failure(answer.error());
    });
}

} // namespace desk
