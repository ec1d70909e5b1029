// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

namespace desk {

/// The one table from PostgreSQL's SQLSTATE to our codes, for whoever talks to the server. `params["sqlstate"]`
/// keeps the state. `detail` goes to the log: the caller makes sure that it holds no personal data. An empty
/// state means that no answer came back at all, hence Unavailable. Any thread.
[[nodiscard]] Error errorFromSqlState(const QString &sqlState, const QString &detail);

} // namespace desk
