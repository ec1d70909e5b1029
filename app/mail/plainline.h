// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArrayView>
#include <QString>

namespace desk {

/// What a far machine said, fit to be kept and shown: one line of plain text, without control or formatting
/// characters (a terminal or a reading order could be tricked), cut at `limit` characters. Undecodable bytes become
/// U+FFFD.
[[nodiscard]] QString plainLine(QByteArrayView words, qsizetype limit = 400);

} // namespace desk
