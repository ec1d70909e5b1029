// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDateTime>
#include <QElapsedTimer>

namespace desk {

/// What time it is on the server. Countdowns, ages and evidence use this, never the desk's own clock, which may be
/// wrong.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
};

/// The server's time as last seen, carried on by this machine's steady clock: the desk's own clock may be wrong, and
/// may jump while the console runs. Before the server was first seen it is the desk's. GUI thread only.
class ServerClock : public Clock {
public:
    [[nodiscard]] QDateTime now() const override
    {
        return m_seen.isValid() ? m_server.addMSecs(m_seen.elapsed()) : QDateTime::currentDateTimeUtc();
    }
    /// `serverTime`: UTC, as just received.
    void synchronise(const QDateTime &serverTime)
    {
        if (!serverTime.isValid())
            return;
        m_server = serverTime;
        m_seen.start();
    }

private:
    QDateTime m_server;
    QElapsedTimer m_seen;
};

} // namespace desk
