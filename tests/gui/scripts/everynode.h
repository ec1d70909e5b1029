// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/scripts/panelstate.h"

namespace desk::test {

/// One node of a shipped script as the panel shows it.
struct NodeState {
    QString key; ///< "script/node"
    PanelState state;
};

/// Every node that can come on the screen, each once: as it has most to show for any caller of
/// tests/unit/scripts/callers.h, on whatever way leads to it (operations carried out, refused, findings contradicted).
[[nodiscard]] QList<NodeState> everyNode(const QString &scriptFolder);

} // namespace desk::test
