// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace desk::timelimits {

// How long the interface waits for an answer, from the moment it asked. The server's own limits are shorter, so that
// a statement which is merely slow is undone by the server, and known to be undone, before we give up on it.
inline constexpr std::chrono::milliseconds operation = std::chrono::seconds(15);
inline constexpr std::chrono::milliseconds file = std::chrono::seconds(8);
inline constexpr std::chrono::milliseconds scripts = std::chrono::seconds(15);
inline constexpr std::chrono::milliseconds suggestion = std::chrono::seconds(3);
inline constexpr std::chrono::milliseconds pulse = std::chrono::seconds(3);

inline constexpr std::chrono::milliseconds serverStatement = std::chrono::seconds(12);
inline constexpr std::chrono::milliseconds serverLock = std::chrono::seconds(5);
inline constexpr std::chrono::milliseconds serverSuggestion = std::chrono::milliseconds(2500);

inline constexpr std::chrono::seconds connectHost = std::chrono::seconds(5); ///< for each host
inline constexpr std::chrono::milliseconds unacknowledged = std::chrono::seconds(10); ///< TCP data nobody confirms
inline constexpr std::chrono::milliseconds idleSecond = std::chrono::seconds(60); ///< then the second connection closes

} // namespace desk::timelimits
