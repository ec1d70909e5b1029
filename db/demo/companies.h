// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace desk::demo {

struct Trade {
    std::string_view label; ///< as it begins a denomination: "Boulangerie"
    int headcount; ///< usual number of employees
};

[[nodiscard]] std::span<const Trade> trades();
[[nodiscard]] std::span<const std::string_view> legalForms(); ///< "SARL", "SAS"…
[[nodiscard]] std::span<const std::string_view> placeNames(); ///< "du Marché", "Saint-Michel"…
[[nodiscard]] std::span<const std::string_view> groupNames(); ///< first words of companies with many establishments
[[nodiscard]] std::span<const std::string_view> groupActivities(); ///< and their second
[[nodiscard]] std::span<const std::string_view> streetTypes();
[[nodiscard]] std::span<const std::string_view> streetLabels(); ///< 28 characters at most
[[nodiscard]] std::span<const std::string_view> addressComplements(); ///< 38 characters at most
[[nodiscard]] std::span<const std::string_view> sharedMailDomains(); ///< invented providers, under .example
[[nodiscard]] std::span<const std::string_view> otherExtranets();
[[nodiscard]] std::span<const std::string_view> secretQuestions();

} // namespace desk::demo
