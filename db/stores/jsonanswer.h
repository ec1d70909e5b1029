// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/lookup/callerfile.h"

#include <QJsonObject>

namespace desk {

class PgRows;

/// The document of the one row every desk.* function answers with, whatever its status. Internal when it is not one.
[[nodiscard]] Result<QJsonObject> documentOf(const PgRows &rows);
/// The same, with status "refused" and "conflict" turned into errors: Refused, Forbidden ("no_role"), TooMany
/// ("rate_limited", "over_ceiling"), NotFound ("not_found") or Conflict, with `rule` and `params`.
[[nodiscard]] Result<QJsonObject> answerOf(const PgRows &rows);

[[nodiscard]] QDateTime timeOf(const QJsonValue &value); ///< UTC; invalid for null
[[nodiscard]] QList<IncidentNotice> noticesOf(const QJsonObject &document);

} // namespace desk
