// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/idlelock.h"
#include "ui/uiservices.h"

#include <QObject>
#include <QPointer>

class QStackedWidget;
class QWidget;

namespace desk {

class LockPage;

/// Puts the lock page over the window and takes the workspace out of it, so that neither a screenshot nor a screen
/// reader finds anything of the file; puts it back untouched. Hears every key and the mouse.
class LockScreen : public QObject {
    Q_OBJECT
public:
    LockScreen(const UiServices &services, QStackedWidget *whole, QWidget *workspace);
    [[nodiscard]] bool locked() const { return m_lock.locked(); }
    [[nodiscard]] IdleLock &lock() { return m_lock; }
    /// Ctrl+L. The answer: what keeps it from locking, as a sentence; empty when it is locked.
    QString lockNow();
    bool eventFilter(QObject *object, QEvent *event) override;

Q_SIGNALS:
    void unlocked();

private:
    void onLocked(bool locked);

    UiServices m_services;
    IdleLock m_lock;
    QStackedWidget *m_whole;
    QWidget *m_workspace;
    LockPage *m_page;
    QPointer<QWidget> m_focusBefore;
    bool m_byHand = false;
};

} // namespace desk
