// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

namespace desk {

/// Slips between two words (missing, extra, wrong, two swapped letters), or most + 1 when there are more than `most`.
[[nodiscard]] int slips(const QString &a, const QString &b, int most);

/// What to add to a message about a name nobody knows: the one that was probably meant, else all of them when they are
/// few; French, beginning with " ; ", or empty.
[[nodiscard]] QString perhaps(const QString &typed, const QStringList &known);

} // namespace desk
