// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/world.h"
#include "db/libpq/pgconnection.h"

namespace desk::demo {

/// What supervisors find on their pages: a request that waits at the Conserverie de l’Iroise, a change at the Tissages
/// Chomarat that can still be objected to, and a caller check that failed twice. After the callers and all ids.
[[nodiscard]] Result<Done> addAccessChanges(PgConnection &admin, Moment now);

} // namespace desk::demo
