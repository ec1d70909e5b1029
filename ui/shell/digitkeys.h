// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace desk {

/// The digit 1-9 a key press stands for: the top row, the keypad, or the same keys of the French layout without Shift
/// (& é " ' ( - è _ ç); 0 for any other key. Alt is allowed, Ctrl and Meta are not.
[[nodiscard]] int digitOf(const QKeyEvent &event);

/// Turns single keys into answers while nothing that takes text has the focus; Alt+digit always. Filters the key
/// presses of one window; a held key counts once.
class DigitKeys : public QObject {
    Q_OBJECT
public:
    explicit DigitKeys(QWidget *window);
    void setActive(bool on) { m_active = on; } ///< off: no key is touched (another page is shown)
    void setSingleKeys(bool on) { m_singleKeys = on; } ///< off: Alt+digit only

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void digit(int value);

private:
    QWidget *m_window;
    bool m_active = false;
    bool m_singleKeys = true;
};

} // namespace desk
