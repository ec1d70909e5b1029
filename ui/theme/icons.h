// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QIcon>

namespace desk {

/// A line icon of resources/icons (24x24, drawn in currentColor) in `colour`, sharp at any scale. `name` without
/// suffix, e.g. "phone"; an unknown name gives an empty icon. `checked` colours the On state when valid.
[[nodiscard]] QIcon lineIcon(const QString &name, const QColor &colour, const QColor &checked = {});
/// The same as a pixmap of `size` device-independent pixels.
[[nodiscard]] QPixmap linePixmap(const QString &name, const QColor &colour, int size, double devicePixelRatio);

} // namespace desk
