// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/chip.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QVariant>

namespace desk {

Chip::Chip(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setStyleProperty(this, "tone", QByteArray(toneName(Tone::Muted)));
}

Chip::Chip(Tone tone, const QString &text, QWidget *parent) : Chip(parent)
{
    set(tone, text);
}

QSize Chip::sizeHint() const
{
    return {QLabel::sizeHint().width(), fontMetrics().height() + 4};
}

void Chip::set(Tone tone, const QString &text)
{
    setText(text);
    setHidden(text.isEmpty());
    setStyleProperty(this, "tone", QByteArray(toneName(tone)));
}

void Chip::tell(Tone tone, const QString &text)
{
    if (text == this->text())
        return;
    set(tone, text);
    if (text.isEmpty())
        return;
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

} // namespace desk
