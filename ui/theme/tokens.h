// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>

class QWidget;

namespace desk {

/// The colours of one theme, named by what they are for. Every text colour here is readable (4.5:1 or better) on every
/// ground it is meant for; tests/gui/shell/tst_tokens.cpp holds the pairs.
struct Tokens {
    QColor background, panel, line, text, secondary;
    QColor accent, accentSoft, onAccent;
    QColor success, successSoft, warning, warningSoft, error, errorSoft, info, infoSoft;
    QColor say; ///< ground of the words to say
    QColor focus; ///< ring around what has the focus; 3:1 or better on every ground
};

/// What a chip, a banner or a mark says about the thing beside it.
enum class Tone { Ok, Warn, Error, Info, Muted };

[[nodiscard]] const Tokens &tokens(bool dark);
/// Whether `widget` is drawn in the dark theme, by its palette.
[[nodiscard]] bool isDark(const QWidget *widget);
/// The tokens `widget` is drawn with.
[[nodiscard]] const Tokens &tokensFor(const QWidget *widget);

struct TonePair {
    QColor ink, ground;
};
[[nodiscard]] TonePair toneColours(const Tokens &tokens, Tone tone);
/// The value of the style property "tone": "ok", "warn", "error", "info", "muted".
[[nodiscard]] const char *toneName(Tone tone);

} // namespace desk
