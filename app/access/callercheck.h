// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDateTime>

namespace desk {

/// Where the check of the caller stands in the call under way.
struct CallerCheck {
    AccountId account{0}; ///< 0: of the establishment alone
    QDateTime passedUntil;
    int triesLeft = -1; ///< -1: not said
    [[nodiscard]] bool holds(const QDateTime &now) const { return passedUntil > now; }
    friend bool operator==(const CallerCheck &, const CallerCheck &) = default;
};
BOOST_DESCRIBE_STRUCT(CallerCheck, (), (account, passedUntil, triesLeft))
template <>
inline constexpr auto documentMarks<CallerCheck> = std::array{named("account", "account_id"), orNull("triesLeft")};

} // namespace desk
