// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/lockscreen.h"

#include "app/session/sessionservice.h"
#include "ui/session/leaving.h"
#include "ui/session/lockpage.h"

#include <QApplication>
#include <QEvent>
#include <QStackedWidget>
#include <QToolTip>

#include <utility>

namespace desk {

LockScreen::LockScreen(const UiServices &services, QStackedWidget *whole, QWidget *workspace)
    : QObject(whole), m_services(services), m_lock(services.session, services.calls), m_whole(whole),
      m_workspace(workspace), m_page(new LockPage(m_lock, services.session, whole))
{
    m_whole->addWidget(m_page);
    connect(&m_lock, &IdleLock::lockedChanged, this, &LockScreen::onLocked);
    connect(m_page, &LockPage::otherUserWanted, this, [this] { leave(m_services, this); });
    qApp->installEventFilter(this);
}

QString LockScreen::lockNow()
{
    m_byHand = true;
    const bool done = m_lock.lock();
    m_byHand = false;
    if (done || m_lock.obstacle() != QLatin1StringView("call"))
        return {};
    return tr("La console ne se verrouille pas pendant un appel : terminez-le d’abord (F9).");
}

bool LockScreen::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        m_lock.activity();
        break;
    default:
        break;
    }
    return QObject::eventFilter(object, event);
}

void LockScreen::onLocked(bool locked)
{
    if (locked) {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        QToolTip::hideText();
        m_focusBefore = m_whole->window()->focusWidget();
        m_whole->setCurrentWidget(m_page);
        m_whole->removeWidget(m_workspace); // still its child, but of no page: hidden, and not in the accessible tree
        m_workspace->hide();
        m_page->open(m_byHand);
        return;
    }
    m_page->forget();
    m_whole->addWidget(m_workspace);
    if (m_services.session.state() == SessionService::State::LoggedOut)
        return;
    m_whole->setCurrentWidget(m_workspace);
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT unlocked();
}

} // namespace desk
