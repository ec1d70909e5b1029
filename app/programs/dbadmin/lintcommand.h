// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QStringList>

namespace desk::dbadmin {

/// Prints, as "file:line: reason", what is wrong with script files and what could be better ("conseil"). A folder
/// stands for its *.yaml files. The other files of a script's folder are known to it, so that its links are followed,
/// but are not reported. Error: Invalid "script_problems" when anything is wrong; advice alone is none. Blocks.
[[nodiscard]] Result<Done> lint(const QStringList &paths);

} // namespace desk::dbadmin
