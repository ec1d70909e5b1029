// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/programs/dbadmin/commandline.h"

namespace desk::dbadmin {

/// Runs the command, and prints what was done. Blocks.
[[nodiscard]] Result<Done> run(const Request &request);

} // namespace desk::dbadmin
