// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDateTime>

namespace desk {

/// What time it is on the server. Countdowns, ages and evidence use this, never the desk's own clock
/// (console.md: "countdowns run on the server's time").
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
};

/// The local clock corrected by the offset last seen from the server. GUI thread only.
class ServerClock : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addMSecs(m_offsetMs); }
    /// `serverTime`: UTC, as just received.
    void synchronise(const QDateTime &serverTime)
    {
        if (serverTime.isValid())
            m_offsetMs = QDateTime::currentDateTimeUtc().msecsTo(serverTime);
    }

private:
    qint64 m_offsetMs = 0;
};

} // namespace desk
