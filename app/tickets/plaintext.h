// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace desk {

/// What was typed or pasted, as it may be sent: without control characters but line ends and tabs, without marks that
/// turn the direction of writing or show nothing, without blanks at its ends. What remains is text, whatever it looks
/// like; who shows it shows it as such.
[[nodiscard]] QString plainText(const QString &typed);

} // namespace desk
