// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/build.h"

#include <QVariant>

namespace desk {

namespace {

template <typename Box> Box *filled(Box *box, int spacing, Cells cells, const QMargins &margins)
{
    box->setContentsMargins(margins);
    box->setSpacing(spacing);
    addCells(box, cells);
    return box;
}

} // namespace

void setRole(QWidget *widget, const char *role)
{
    widget->setProperty("role", QString::fromLatin1(role));
}

QLabel *makeLabel(const char *role, QWidget *parent, const QString &text, LabelFlag flag)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (role)
        setRole(label, role);
    label->setWordWrap(int(flag) & int(LabelFlag::Wraps));
    if (int(flag) & int(LabelFlag::Selectable))
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *makeWords(const char *role, QWidget *parent, const QString &text)
{
    return makeLabel(role, parent, text, LabelFlag::Wraps);
}

QLineEdit *makeLineEdit(QWidget *parent, const QString &name, int longest)
{
    auto *edit = named(new QLineEdit(parent), name);
    edit->setMaxLength(longest);
    return edit;
}

Cell::Cell(QWidget *widget, int stretch, Qt::Alignment alignment)
    : m_widget(widget), m_stretch(stretch), m_alignment(alignment)
{
}

Cell::Cell(QLayout *layout, int stretch, Qt::Alignment alignment)
    : m_layout(layout), m_stretch(stretch), m_alignment(alignment)
{
}

Cell Cell::space(int stretch, int pixels)
{
    Cell cell;
    cell.m_stretch = stretch;
    cell.m_pixels = pixels;
    return cell;
}

void Cell::addTo(QBoxLayout *box) const
{
    if (m_widget) {
        box->addWidget(m_widget, m_stretch, m_alignment);
    } else if (m_layout) {
        box->addLayout(m_layout, m_stretch);
        if (m_alignment)
            box->setAlignment(m_layout, m_alignment);
    } else if (m_pixels > 0) {
        box->addSpacing(m_pixels);
    } else {
        box->addStretch(m_stretch);
    }
}

Cell spring(int stretch)
{
    return Cell::space(stretch, 0);
}

Cell gap(int pixels)
{
    return Cell::space(0, pixels);
}

QHBoxLayout *makeRow(int spacing, Cells cells, const QMargins &margins)
{
    return filled(new QHBoxLayout, spacing, cells, margins);
}

QVBoxLayout *makeColumn(int spacing, Cells cells, const QMargins &margins)
{
    return filled(new QVBoxLayout, spacing, cells, margins);
}

QHBoxLayout *makeRow(QWidget *parent, int spacing, Cells cells, const QMargins &margins)
{
    return filled(new QHBoxLayout(parent), spacing, cells, margins);
}

QVBoxLayout *makeColumn(QWidget *parent, int spacing, Cells cells, const QMargins &margins)
{
    return filled(new QVBoxLayout(parent), spacing, cells, margins);
}

void addCells(QBoxLayout *box, Cells cells)
{
    for (const Cell &cell : cells)
        cell.addTo(box);
}

void removeAll(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QPushButton *makeButton(const QString &text, const ButtonLook &look, QWidget *parent)
{
    QPushButton *button = named(makeButton(text, look.kind, parent, look.key), look.name);
    button->setAutoDefault(look.enter);
    if (look.small)
        button->setProperty("small", true);
    return button;
}

} // namespace desk
