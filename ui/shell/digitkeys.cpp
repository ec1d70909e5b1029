// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/digitkeys.h"

#include "ui/common/commands.h"
#include "ui/common/takestyping.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace desk {

namespace {

/// Other layouts have ' and - elsewhere: where the platform tells the physical key, only the top row counts.
bool mayBeTopRow(const QKeyEvent &event)
{
#if defined(Q_OS_LINUX)
    constexpr quint32 first = 10, last = 18; // X11 and Wayland key codes of the row
#else
    constexpr quint32 first = 2, last = 10; // PC scan codes
#endif
    const quint32 code = event.nativeScanCode();
    return code == 0 || (code >= first && code <= last);
}

} // namespace

int digitOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    if (modifiers & (Qt::ControlModifier | Qt::MetaModifier))
        return 0;
    // With Shift a French keyboard writes the digit itself; elsewhere Shift writes something else and the key says so.
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    if (modifiers & (Qt::ShiftModifier | Qt::KeypadModifier) || !mayBeTopRow(event))
        return 0;
    for (int digit = 1; digit <= 9; ++digit) {
        if (digitKeys(digit).contains(static_cast<Qt::Key>(event.key())))
            return digit;
    }
    return 0;
}

DigitKeys::DigitKeys(QWidget *window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

bool DigitKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (!m_active || (event->type() != QEvent::KeyPress && !override))
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int value = digitOf(*key);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (value == 0 || (!alt && (!m_singleKeys || takesTyping(widget))))
        return false;
    if (override) { // keeps the key from a mnemonic or a shortcut; it comes back as a key press
        event->accept();
        return true;
    }
    if (!key->isAutoRepeat())
        Q_EMIT digit(value);
    return true;
}

} // namespace desk
