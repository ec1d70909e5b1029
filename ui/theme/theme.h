// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/settings/appsettings.h"

#include <QFont>

class QApplication;
class QPalette;
class QWidget;

namespace desk {

/// Gives the whole program its palette, base font and style sheet. May be called again at any time; widgets that paint
/// themselves learn of it by QEvent::PaletteChange and QEvent::StyleChange.
void applyTheme(QApplication &app, AppSettings::ThemeChoice choice);

/// The palette and the style sheet of one theme, for tests and for applyTheme.
[[nodiscard]] QPalette themePalette(bool dark);
[[nodiscard]] QString themeStyleSheet(bool dark);

/// Sets a property the style sheet selects on ("role", "tone", "kind"…) and restyles the widget if it changed.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

/// A font of `pixels` height at 96 dots per inch that follows the platform's logical resolution. For painting by hand;
/// widgets get theirs from the style sheet.
[[nodiscard]] QFont uiFont(const QFont &base, double pixels, QFont::Weight weight = QFont::Normal);

} // namespace desk
