// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/script.h"
#include "app/scripts/stepview.h"

namespace desk {

/// The longest text one can read aloud, or follow, without scrolling the panel.
inline constexpr int longestSay = 320;
inline constexpr int longestInstruct = 320; ///< a question of a check likewise
inline constexpr int longestTitle = 80, longestLabel = 120, longestReason = 160;
inline constexpr int longestDescription = 1000; ///< of a request
inline constexpr int mostAnswers = 9; ///< one digit each

/// What is wrong with the tree of one script, in the order of its lines: unknown node, unreachable node, loop without
/// exit, a refusal that leads nowhere, unknown placeholder, values of a fact without an answer, lengths. A goto counts
/// as a way out. At most 50. Any thread.
[[nodiscard]] QList<ScriptProblem> lintScript(const Script &script);

/// What is wrong between scripts: a goto to a script or node that does not exist, scripts that lead only into each
/// other, an id or a number used twice. Each script is taken to pass lintScript(). At most 50 of each script and kind.
/// `faulty`: ids of scripts that are there but have faults of their own.
[[nodiscard]] QList<ScriptProblem> lintCatalogue(const QList<ScriptPtr> &scripts, const QStringList &faulty = {});

} // namespace desk
