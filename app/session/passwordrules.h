// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace desk {

/// What a person's own new password must be. Checked here only: the server is given a verifier, which tells it nothing
/// about the password. Strength is length, nothing else.
struct PasswordRules {
    static constexpr int shortest = 12, longest = 128;
    enum class Strength { TooShort, Enough, Good, VeryGood };
    [[nodiscard]] static Strength strength(const QString &text);
    /// The rule that `next` breaks: "too_short", "too_long", "same", "holds_login", "control", "one_character"; empty:
    /// none.
    [[nodiscard]] static QString broken(const QString &login, const QString &current, const QString &next);
};

} // namespace desk
