// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/idlewatch.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace desk {

using namespace std::chrono_literals;

namespace {

bool isSignOfLife(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QWidget *widget) : QObject(widget), m_widget(widget)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(2min);
    connect(&m_timer, &QTimer::timeout, this, [this] { setIdle(true); });
    m_timer.start();
    qApp->installEventFilter(this);
}

void IdleWatch::setPatience(std::chrono::milliseconds patience)
{
    m_timer.setInterval(patience);
    m_timer.start();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (isSignOfLife(type)) {
        m_timer.start();
        setIdle(false);
    } else if (type == QEvent::WindowActivate && watched == m_widget->window()) {
        m_timer.start();
        setIdle(false);
    } else if (type == QEvent::WindowDeactivate && watched == m_widget->window()) {
        setIdle(true);
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::setIdle(bool idle)
{
    if (idle == m_idle)
        return;
    m_idle = idle;
    Q_EMIT idleChanged(idle);
}

} // namespace desk
