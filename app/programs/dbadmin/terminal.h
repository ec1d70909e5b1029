// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include <optional>

namespace desk::dbadmin {

/// Asks for a secret on the terminal, without showing what is typed. nullopt when there is no terminal, or at
/// its end of input. Never reads standard input that is a file or a pipe.
[[nodiscard]] std::optional<QString> askSecret(const QString &question);

[[nodiscard]] bool errorIsTerminal(); ///< standard error goes to a screen

/// From now on Ctrl+C only sets a flag, which interrupted() reads.
void catchInterrupt();
[[nodiscard]] bool interrupted();

} // namespace desk::dbadmin
