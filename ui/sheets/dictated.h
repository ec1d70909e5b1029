// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDate>
#include <QString>

namespace desk {

// What callers say, as agents type it: whether it may be right, and how the database reads it. Pure.

[[nodiscard]] bool looksLikeEmail(const QString &text);
[[nodiscard]] bool looksLikePhone(const QString &text); ///< enough digits, and not too many
/// A day as people say it ("3 avril 2026", "03/04/26", "hier"), as the database reads it; what is no day stays as
/// typed.
[[nodiscard]] QString dayAsTyped(const QString &text, QDate today);

} // namespace desk
