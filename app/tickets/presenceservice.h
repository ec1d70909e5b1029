// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketstore.h"

#include <QObject>
#include <QTimer>

namespace desk {

class SessionService;

/// Tells the others which tickets this console has open and which it writes in, and hears the same of them. What is
/// told lapses after half a minute unless it is told again, so that a console that died keeps nobody out. GUI thread.
class PresenceService : public QObject {
    Q_OBJECT
public:
    PresenceService(TicketStore &store, SessionService &session, QObject *parent = nullptr);

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
    void tell();
    [[nodiscard]] QList<OwnPresence> own() const;

    TicketStore &m_store;
    SessionService &m_session;
    QUuid m_console = QUuid::createUuid();
    QHash<QString, QList<TicketNumber>> m_places;
    QHash<TicketNumber, QDateTime> m_writing; ///< the last key, by this machine's clock
    QHash<TicketNumber, QList<Presence>> m_others;
    QTimer m_renewal, m_soon;
    bool m_idle = false, m_telling = false, m_again = false;
};

} // namespace desk
