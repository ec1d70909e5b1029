// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/relay/relayrunner.h"

namespace desk {

/// Why the relay cannot start with this configuration.
[[nodiscard]] QString configSentence(const Error &error);
[[nodiscard]] QString troubleSentence(RelayRunner::Trouble what, const Error &error);
/// Of the sealer.
[[nodiscard]] QString journalSentence(const Error &error);
[[nodiscard]] QString recoveredSentence(RelayRunner::Trouble what);

} // namespace desk
