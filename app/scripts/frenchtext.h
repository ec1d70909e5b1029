// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace desk {

/// "14:32", in Paris.
[[nodiscard]] QString clockText(const QDateTime &moment);
/// "01/04" in Paris, with the year when it is not the one of `now`.
[[nodiscard]] QString dayText(const QDateTime &moment, const QDateTime &now);
/// "à 14:02" today, "hier à 14:02", "le 14/04 à 09:12", with the year when it is another one.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);
/// The same day or before: "depuis 14:02", "depuis le 14/04".
[[nodiscard]] QString sinceText(const QDateTime &moment, const QDateTime &now);

/// Typographic French: ’ between letters, no-break spaces before : ; ! ? » and after «. Line ends and
/// runs of spaces become one space; web addresses are left alone.
[[nodiscard]] QString typography(const QString &text);
/// A message about a file, put like typography(); the middle is left out when it quotes something endless.
[[nodiscard]] QString messageText(const QString &text);

/// Lower case, without accents, ligatures spelt out, apostrophes and punctuation as single spaces: what search
/// compares.
[[nodiscard]] QString foldedText(QStringView text);

} // namespace desk
