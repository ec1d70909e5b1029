// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/bulkplan.h"

namespace desk {

// The words of a bulk: what it will do, what it leaves out, where it stands. Plain text.

/// "Clore 12 demandes": heading of its sheet and of what becomes of it.
[[nodiscard]] QString bulkTitle(const BulkAction &action, int tickets);
/// What confirming does, in sentences; `target`: the name of the agent or of the motif, empty: not chosen yet.
[[nodiscard]] QString bulkConsequence(const BulkAction &action, const BulkPlan &plan, const QString &target);
/// "4 laissées de côté : 2 déjà closes, une prise par Paul Roux."; empty when there is none.
[[nodiscard]] QString leftOutText(const QList<LeftOut> &leftOut);
/// "412 sur 1 000 · 3 refusées"
[[nodiscard]] QString bulkProgressText(const BulkService &bulk);
/// "3 sélectionnées"
[[nodiscard]] QString selectedText(int count);

} // namespace desk
