// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/jsonfields.h"
#include "app/core/result.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"

#include <QJsonObject>

namespace desk {

class DatabaseSession;
class PgRows;

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

[[nodiscard]] QList<IncidentNotice> noticesOf(const QJsonObject &document);

} // namespace desk
