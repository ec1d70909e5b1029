// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/script.h"
#include "app/scripts/stepview.h"

namespace desk {

/// The length up to which a text is read aloud, or followed, in one breath.
inline constexpr int comfortableLength = 280;
inline constexpr int fewestWordings = 5;

/// What keeps a script from being a good one, though it can be walked, in the order of its lines: texts over the
/// comfortable length, a fact tested twice on one path with nothing carried out in between, an operation offered to a
/// profile that cannot have it, a path on which the caller is told nothing, a value or an account named where it may be
/// missing, two answers that read alike, few wordings, a diagnosis that cannot propose it. The script is taken to pass
/// lintScript(). At most 50. Any thread.
[[nodiscard]] QList<ScriptProblem> adviseScript(const Script &script);

} // namespace desk
