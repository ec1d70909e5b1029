// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessionservice.h"
#include "app/tickets/ticketstore.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace desk {

/// Tells the others which tickets this console has open and which it writes in, and hears the same of them. What is
/// told lapses after half a minute unless it is told again, so that a console that died keeps nobody out. While the
/// connection is lost nobody is heard; after a log-out nothing is kept. GUI thread.
class PresenceService : public QObject {
    Q_OBJECT
public:
    struct Times {
        std::chrono::milliseconds renewal = std::chrono::seconds(10); ///< a third of the lease
        std::chrono::milliseconds soon = std::chrono::milliseconds(300); ///< changes within are told together
        std::chrono::milliseconds writing = std::chrono::seconds(10); ///< from the last key
    };
    PresenceService(TicketStore &store, SessionService &session, QObject *parent = nullptr);
    void setTimes(const Times &times);

    /// `place` (e.g. "file", "queue") has these tickets open, instead of what it had before.
    void show(const QString &place, const QList<TicketNumber> &tickets);
    /// A key was pressed in a text of that ticket: "writing" until nothing was typed for ten seconds.
    void writes(TicketNumber ticket);
    /// Nobody touches this console, or its window is behind others: "away".
    void setIdle(bool idle);
    /// Who else has it, as last heard.
    [[nodiscard]] QList<Presence> others(TicketNumber ticket) const { return m_others.value(ticket); }

Q_SIGNALS:
    void othersChanged();

private:
    using Others = QHash<TicketNumber, QList<Presence>>;
    void tellSoon();
    void tell();
    void onTold(const Result<Others> &others);
    void onPulse(const Pulse &pulse);
    void onSessionState(SessionService::State state);
    void dropLapsed();
    void hear(const Others &others);
    [[nodiscard]] QList<OwnPresence> own() const;

    TicketStore &m_store;
    SessionService &m_session;
    QUuid m_console = QUuid::createUuid();
    Times m_times;
    QHash<QString, QList<TicketNumber>> m_places;
    QHash<TicketNumber, QDeadlineTimer> m_writing;
    Others m_others;
    QString m_stamp; ///< of the last pulse
    QTimer m_renewal, m_soon, m_lapse;
    int m_logIns = 0; ///< answers to an earlier log-in say nothing
    bool m_idle = false, m_telling = false, m_again = false;
    bool m_told = false; ///< the others know of something
};

} // namespace desk
