// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/common/buttons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <concepts>
#include <initializer_list>

namespace desk {

// What every page is put together from: labels, rows, columns and buttons, each in one expression. They say what a part
// is; how it looks is the style sheet's business.

/// `widget`, called `name`: tests and the style sheet find it by that.
template <std::derived_from<QObject> Widget> Widget *named(Widget *widget, const QString &name)
{
    widget->setObjectName(name);
    return widget;
}
/// What a widget is for the style sheet: "card", "inset", "page"…
void setRole(QWidget *widget, const char *role);

enum class LabelFlag {
    OneLine = 0,
    Wraps = 1,
    Selectable = 2, ///< its text can be marked with the mouse
    WrapsSelectable = Wraps | Selectable
};
/// A label of plain text. `role` is "title", "heading", "strong", "secondary", "small"…; nullptr: ordinary text.
[[nodiscard]] QLabel *makeLabel(const char *role, QWidget *parent, const QString &text = {},
                                LabelFlag flag = LabelFlag::OneLine);
/// A label of plain text that wraps.
[[nodiscard]] QLabel *makeWords(const char *role, QWidget *parent, const QString &text = {});

/// A one-line input that takes `longest` characters.
[[nodiscard]] QLineEdit *makeLineEdit(QWidget *parent, const QString &name, int longest);

/// What stands in a row or a column: a widget or a layout, its share of the room that is left, its place in it.
class Cell {
public:
    Cell(QWidget *widget, int stretch = 0, Qt::Alignment alignment = {}); // NOLINT(google-explicit-constructor)
    Cell(QLayout *layout, int stretch = 0, Qt::Alignment alignment = {}); // NOLINT(google-explicit-constructor)
    [[nodiscard]] static Cell space(int stretch, int pixels);
    void addTo(QBoxLayout *box) const;

private:
    Cell() = default;

    QWidget *m_widget = nullptr;
    QLayout *m_layout = nullptr;
    int m_stretch = 0, m_pixels = 0;
    Qt::Alignment m_alignment;
};
using Cells = std::initializer_list<Cell>;

[[nodiscard]] Cell spring(int stretch = 1); ///< takes the room that is left
[[nodiscard]] Cell gap(int pixels);
inline constexpr int usualSpacing = -1; ///< the style's

/// A row (or a column) to be put into another layout. A `spacing` below 0 is the style's.
[[nodiscard]] QHBoxLayout *makeRow(int spacing, Cells cells = {}, const QMargins &margins = {});
[[nodiscard]] QVBoxLayout *makeColumn(int spacing, Cells cells = {}, const QMargins &margins = {});
/// The row (or the column) that fills `parent`.
QHBoxLayout *makeRow(QWidget *parent, int spacing, Cells cells, const QMargins &margins = {});
QVBoxLayout *makeColumn(QWidget *parent, int spacing, Cells cells, const QMargins &margins = {});
/// More of a row or a column that is there already.
void addCells(QBoxLayout *box, Cells cells);
/// Takes everything out of it; its widgets go once nobody can be in their midst.
void removeAll(QLayout *layout);

/// What a button is besides its words.
struct ButtonLook {
    ButtonKind kind = ButtonKind::Plain;
    QString name = {};
    QString key = {}; ///< shown beside the words
    bool small = false;
    bool enter = false; ///< Enter presses it when it has the keyboard
};
[[nodiscard]] QPushButton *makeButton(const QString &text, const ButtonLook &look, QWidget *parent);
/// A button of `parent` that calls `slot` of it, or a lambda, when clicked.
template <typename Parent, typename Slot>
QPushButton *makeButton(const QString &text, const ButtonLook &look, Parent *parent, Slot slot)
{
    QPushButton *button = makeButton(text, look, parent);
    QObject::connect(button, &QPushButton::clicked, parent, slot);
    return button;
}

} // namespace desk
