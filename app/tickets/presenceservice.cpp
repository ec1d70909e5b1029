// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/presenceservice.h"

#include "app/session/sessionservice.h"

namespace desk {

PresenceService::PresenceService(TicketStore &store, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_session(session)
{
}

void PresenceService::show(const QString &place, const QList<TicketNumber> &tickets)
{
    m_places[place] = tickets;
    tell();
}

void PresenceService::writes(TicketNumber ticket)
{
    m_writing[ticket] = QDateTime::currentDateTimeUtc();
    tell();
}

void PresenceService::setIdle(bool idle)
{
    m_idle = idle;
    tell();
}

void PresenceService::tell()
{
}

QList<OwnPresence> PresenceService::own() const
{
    return {};
}

} // namespace desk
