// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace desk {

class CallService;
class SessionService;

/// Locks the window of whoever has left: after the minutes of the setting "verrouillage.console_minutes" (0: never)
/// without a key or the mouse, never during a call. Only the server says whether a password is the right one: it counts
/// the wrong ones, knows of log-ins closed meanwhile, and nothing here could be tried in peace; so without connection
/// it stays locked. Each wrong try lengthens the wait before the next. GUI thread.
class IdleLock : public QObject {
    Q_OBJECT
public:
    IdleLock(SessionService &session, CallService &calls, QObject *parent = nullptr);

    [[nodiscard]] bool locked() const { return m_locked; }
    /// Why it cannot be locked now: "call" (a call is under way), "nobody"; empty: it can.
    [[nodiscard]] QString obstacle() const;
    bool lock(); ///< at once; false when there is an obstacle
    void activity(); ///< a key or the mouse
    [[nodiscard]] bool needsPassword() const; ///< false: "Reprendre" is enough, there is no password to ask for
    void unlock(const QString &secret); ///< answered by lockedChanged or refused
    [[nodiscard]] int secondsToWait() const; ///< until the next try is taken
    [[nodiscard]] bool checking() const { return m_checking; }
    void check(); ///< locks when it is time; called every few seconds
    void setClock(std::function<qint64()> milliseconds) { m_clock = std::move(milliseconds); } ///< tests

Q_SIGNALS:
    void lockedChanged(bool locked);
    void refused(const desk::Error &error, int waitSeconds);

private:
    void open();
    void onAnswer(int request, const Result<Done> &answer);
    [[nodiscard]] qint64 idleLimit() const; ///< milliseconds; 0: never

    SessionService &m_session;
    CallService &m_calls;
    std::function<qint64()> m_clock;
    QTimer m_tick;
    qint64 m_lastActivity = 0, m_nextTry = 0;
    int m_wrong = 0, m_request = 0;
    bool m_locked = false, m_checking = false;
};

} // namespace desk
