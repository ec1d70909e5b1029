// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/theme/theme.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerPixel = 72.0 / 96.0; // the sketches count pixels at 96 dots per inch

bool platformIsDark(const QApplication &app)
{
    // Qt 6.4 does not tell the platform's colour scheme; the palette it starts with does. Read once, before ours
    // replaces it.
    static const bool dark = app.palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

QString blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()))
        .name();
}

} // namespace

QPalette themePalette(bool dark)
{
    const Tokens &t = tokens(dark);
    QPalette p;
    p.setColor(QPalette::Window, t.background);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.background);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::PlaceholderText, t.secondary);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.panel);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.secondary);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.secondary);
    return p;
}

QString themeStyleSheet(bool dark)
{
    QFile file(u":/theme/theme.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const Tokens &t = tokens(dark);
    // Longer names first: "@accentSoft" must not be read as "@accent".
    const std::pair<QLatin1StringView, QString> values[]
        = {{"@accentSoft"_L1, t.accentSoft.name()},
           {"@accentHover"_L1, blend(t.accent, t.panel, 0.88)},
           {"@accent"_L1, t.accent.name()},
           {"@onAccent"_L1, t.onAccent.name()},
           {"@successSoft"_L1, t.successSoft.name()},
           {"@success"_L1, t.success.name()},
           {"@warningSoft"_L1, t.warningSoft.name()},
           {"@warning"_L1, t.warning.name()},
           {"@errorSoft"_L1, t.errorSoft.name()},
           {"@error"_L1, t.error.name()},
           {"@infoSoft"_L1, t.infoSoft.name()},
           {"@info"_L1, t.info.name()},
           {"@background"_L1, t.background.name()},
           {"@panelHover"_L1, blend(t.accentSoft, t.panel, 0.5)},
           {"@panel"_L1, t.panel.name()},
           {"@line"_L1, t.line.name()},
           {"@edge"_L1, blend(t.secondary, t.panel, 0.75)},
           {"@text"_L1, t.text.name()},
           {"@secondary"_L1, t.secondary.name()},
           {"@say"_L1, t.say.name()},
           {"@focus"_L1, t.focus.name()},
           {"@images"_L1, dark ? u":/theme/dark"_s : u":/theme/light"_s}};
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

void applyTheme(QApplication &app, AppSettings::ThemeChoice choice)
{
    const bool system = platformIsDark(app);
    const bool dark
        = choice == AppSettings::ThemeChoice::Dark || (choice == AppSettings::ThemeChoice::System && system);
    if (app.style()->objectName() != "fusion"_L1 && app.styleSheet().isEmpty())
        app.setStyle(QStyleFactory::create(u"Fusion"_s)); // the one style that draws a palette alike everywhere
    app.setPalette(themePalette(dark));
    app.setFont(uiFont(app.font(), 13));
    app.setStyleSheet(themeStyleSheet(dark));
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QFont uiFont(const QFont &base, double pixels, QFont::Weight weight)
{
    QFont font(base);
    font.setPointSizeF(pixels * pointsPerPixel);
    font.setWeight(weight);
    return font;
}

} // namespace desk
