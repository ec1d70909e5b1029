// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/idlelock.h"

#include "app/calls/callservice.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto tick = 5s;
constexpr int usualMinutes = 10;
constexpr std::array<int, 6> waits{1, 2, 5, 10, 30, 60}; // seconds after the first, second… wrong password

} // namespace

IdleLock::IdleLock(SessionService &session, CallService &calls, QObject *parent)
    : QObject(parent), m_session(session), m_calls(calls),
      m_clock(&QDateTime::currentMSecsSinceEpoch) // goes on while the PC sleeps, as a timer's clock does not
{
    m_lastActivity = m_clock();
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &IdleLock::check);
    connect(&calls, &CallService::changed, this, &IdleLock::activity); // a call that ends begins the wait anew
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state == SessionService::State::LoggedOut)
            open();
    });
    connect(&session, &SessionService::loggedIn, this, &IdleLock::activity);
    m_tick.start();
}

QString IdleLock::obstacle() const
{
    const SessionService::State state = m_session.state();
    if (state != SessionService::State::Connected && state != SessionService::State::Lost)
        return u"nobody"_s;
    return m_calls.active() ? u"call"_s : QString();
}

bool IdleLock::lock()
{
    if (!obstacle().isEmpty())
        return false;
    if (std::exchange(m_locked, true))
        return true;
    m_wrong = 0;
    m_nextTry = 0;
    Q_EMIT lockedChanged(true);
    return true;
}

void IdleLock::activity()
{
    m_lastActivity = m_clock();
}

qint64 IdleLock::idleLimit() const
{
    bool ok = false;
    const int minutes = m_session.info().settings.value(u"verrouillage.console_minutes"_s).toInt(&ok);
    return (ok && minutes >= 0 ? minutes : usualMinutes) * 60'000LL;
}

void IdleLock::check()
{
    const qint64 now = m_clock();
    if (now < m_lastActivity) // the clock was set back
        m_lastActivity = now;
    if (!m_locked && idleLimit() > 0 && now - m_lastActivity >= idleLimit())
        lock();
}

bool IdleLock::needsPassword() const
{
    return m_session.hasPassword();
}

int IdleLock::secondsToWait() const
{
    return int(std::max<qint64>(0, (m_nextTry - m_clock() + 999) / 1000));
}

void IdleLock::unlock(const QString &secret)
{
    if (!m_locked || m_checking || secondsToWait() > 0)
        return;
    if (!needsPassword()) {
        open();
        return;
    }
    m_checking = true;
    whenFinished(m_session.verify(secret), this,
                 [this, request = ++m_request](const Result<Done> &answer) { onAnswer(request, answer); });
}

void IdleLock::onAnswer(int request, const Result<Done> &answer)
{
    if (request != m_request || !m_locked)
        return;
    m_checking = false;
    if (answer) {
        open();
        return;
    }
    if (answer.error().code == Error::Code::AuthFailed) {
        const size_t index = std::min<size_t>(size_t(m_wrong++), waits.size() - 1);
        m_nextTry = m_clock() + waits.at(index) * 1000LL;
    }
    Q_EMIT refused(answer.error(), secondsToWait());
}

void IdleLock::open()
{
    ++m_request;
    m_checking = false;
    activity();
    if (std::exchange(m_locked, false))
        Q_EMIT lockedChanged(false);
}

} // namespace desk
