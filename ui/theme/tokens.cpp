// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/theme/tokens.h"

#include <QPalette>
#include <QWidget>

namespace desk {

const Tokens &tokens(bool dark)
{
    static const Tokens light{.background = QColor(0xf4f5f8),
                              .panel = QColor(0xffffff),
                              .line = QColor(0xdddfe6),
                              .text = QColor(0x161616),
                              .secondary = QColor(0x5a5f6b),
                              .accent = QColor(0x000091),
                              .accentSoft = QColor(0xe9e9fb),
                              .onAccent = QColor(0xffffff),
                              .success = QColor(0x18753c),
                              .successSoft = QColor(0xe3f5e9),
                              .warning = QColor(0x8f4a00),
                              .warningSoft = QColor(0xfff0dc),
                              .error = QColor(0xb80400),
                              .errorSoft = QColor(0xffe9e6),
                              .info = QColor(0x0050b3),
                              .infoSoft = QColor(0xe6f0fd),
                              .say = QColor(0xfbfbfe),
                              .focus = QColor(0x0a76f6)};
    static const Tokens night{.background = QColor(0x14161c),
                              .panel = QColor(0x1d2029),
                              .line = QColor(0x343845),
                              .text = QColor(0xf2f3f7),
                              .secondary = QColor(0xa9afbd),
                              .accent = QColor(0x9aa0ff),
                              .accentSoft = QColor(0x2a2c4d),
                              .onAccent = QColor(0x10122b),
                              .success = QColor(0x6fd695),
                              .successSoft = QColor(0x173524),
                              .warning = QColor(0xffbf73),
                              .warningSoft = QColor(0x3b2a13),
                              .error = QColor(0xff9a92),
                              .errorSoft = QColor(0x432019),
                              .info = QColor(0x86bdff),
                              .infoSoft = QColor(0x172c48),
                              .say = QColor(0x191c25),
                              .focus = QColor(0x5aa7ff)};
    return dark ? night : light;
}

bool isDark(const QWidget *widget)
{
    // The window's: a style sheet writes a widget's own background into its palette, even a transparent or a filled
    // one.
    return widget->window()->palette().color(QPalette::Window).lightness() < 128;
}

const Tokens &tokensFor(const QWidget *widget)
{
    return tokens(isDark(widget));
}

TonePair toneColours(const Tokens &t, Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return {t.success, t.successSoft};
    case Tone::Warn:
        return {t.warning, t.warningSoft};
    case Tone::Error:
        return {t.error, t.errorSoft};
    case Tone::Info:
        return {t.info, t.infoSoft};
    case Tone::Muted:
        break;
    }
    return {t.secondary, t.background};
}

const char *toneName(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return "ok";
    case Tone::Warn:
        return "warn";
    case Tone::Error:
        return "error";
    case Tone::Info:
        return "info";
    case Tone::Muted:
        break;
    }
    return "muted";
}

} // namespace desk
