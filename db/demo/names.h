// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace desk::demo {

[[nodiscard]] std::span<const std::string_view> firstNames();
[[nodiscard]] std::span<const std::string_view> lastNames();

} // namespace desk::demo
