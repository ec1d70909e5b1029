// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace desk {

/// Waits until the socket can be read (or written), an error is pending on it, or the time is over. False:
/// time over.
[[nodiscard]] bool waitForSocket(int socket, bool forWriting, std::chrono::milliseconds atMost);

} // namespace desk
