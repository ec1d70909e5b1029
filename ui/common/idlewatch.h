// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace desk {

/// Whether somebody is at this console: its window is the active one, and a key or the mouse was used lately.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    /// Watches the window of `widget`.
    explicit IdleWatch(QWidget *widget);
    [[nodiscard]] bool isIdle() const { return m_idle; }
    void setPatience(std::chrono::milliseconds patience);

Q_SIGNALS:
    void idleChanged(bool idle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setIdle(bool idle);

    QWidget *m_widget;
    QTimer m_timer;
    bool m_idle = false;
};

} // namespace desk
