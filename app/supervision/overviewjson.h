// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"

class QJsonObject;

namespace desk {

// The documents of the readings "overview" and "watched_accounts" (db/CONTRACTS.md). Pure; any thread. Internal when a
// list that is always there is missing; rows of a newer server keep what is known.

[[nodiscard]] Result<Overview> overviewFromJson(const QJsonObject &document);
[[nodiscard]] Result<WatchedPage> watchedPageFromJson(const QJsonObject &document);

} // namespace desk
