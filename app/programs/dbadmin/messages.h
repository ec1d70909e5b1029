// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>

namespace desk::dbadmin {

/// What happened and what to do, in French, for an administrator at a terminal.
[[nodiscard]] QString explain(const Error &error);

/// What a step code of a progress means.
[[nodiscard]] QString stepName(const QString &step);

} // namespace desk::dbadmin
