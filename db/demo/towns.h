// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace desk::demo {

struct Town {
    std::string_view postcode, name;
    int weight; ///< how many establishments it gets, relative to the others
};

/// Real communes with a postcode of theirs, in every department, overseas included.
[[nodiscard]] std::span<const Town> towns();

/// What office accounts are made of: "ud.correze", "direccte.occitanie".
struct Office {
    std::string_view slug, name, town, postcode;
};
[[nodiscard]] std::span<const Office> departmentOffices();
[[nodiscard]] std::span<const Office> regionOffices();

} // namespace desk::demo
