// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>

namespace desk {

/// What went wrong, what was kept and what to do, in whole sentences of plain text. Never shows Error::detail.
[[nodiscard]] QString errorText(const Error &error);
/// The sentence of a rule of the database, or an empty text for a rule this program does not know.
[[nodiscard]] QString ruleText(const Error &error);

} // namespace desk
