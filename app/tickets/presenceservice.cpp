// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/presenceservice.h"

#include "app/core/whenfinished.h"

#include <algorithm>

namespace desk {

namespace {
constexpr int mostTickets = 200; // the database's limit
}

PresenceService::PresenceService(TicketStore &store, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_session(session)
{
    m_soon.setSingleShot(true);
    m_lapse.setSingleShot(true);
    setTimes(Times());
    connect(&m_soon, &QTimer::timeout, this, &PresenceService::tell);
    connect(&m_renewal, &QTimer::timeout, this, &PresenceService::tell);
    connect(&m_lapse, &QTimer::timeout, this, &PresenceService::dropLapsed);
    connect(&m_session, &SessionService::pulsed, this, &PresenceService::onPulse);
    connect(&m_session, &SessionService::reconnected, this, &PresenceService::tell);
    connect(&m_session, &SessionService::stateChanged, this, &PresenceService::onSessionState);
}

void PresenceService::setTimes(const Times &times)
{
    m_times = times;
    m_renewal.setInterval(times.renewal);
    m_soon.setInterval(times.soon);
}

void PresenceService::show(const QString &place, const QList<TicketNumber> &tickets)
{
    if (m_places.value(place) == tickets)
        return;
    if (tickets.isEmpty())
        m_places.remove(place);
    else
        m_places.insert(place, tickets);
    tellSoon();
}

void PresenceService::writes(TicketNumber ticket)
{
    const bool known = m_writing.contains(ticket);
    m_writing.insert(ticket, QDeadlineTimer(m_times.writing));
    if (!m_lapse.isActive())
        m_lapse.start(m_times.writing);
    if (!known)
        tellSoon();
}

void PresenceService::setIdle(bool idle)
{
    if (m_idle == idle)
        return;
    m_idle = idle;
    tellSoon();
}

void PresenceService::dropLapsed()
{
    const auto lapsed = m_writing.removeIf([](const auto &ticket) { return ticket.value().hasExpired(); });
    if (lapsed > 0)
        tellSoon();
    if (m_writing.isEmpty())
        return;
    const auto next = std::min_element(m_writing.cbegin(), m_writing.cend());
    m_lapse.start(std::chrono::milliseconds(std::max<qint64>(1, next->remainingTime())));
}

void PresenceService::tellSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void PresenceService::tell()
{
    m_soon.stop();
    const QList<OwnPresence> tickets = own();
    if (m_session.state() != SessionService::State::Connected || (tickets.isEmpty() && !m_told))
        return;
    m_again = m_telling;
    if (m_telling)
        return;
    m_telling = true;
    m_told = !tickets.isEmpty();
    if (tickets.isEmpty())
        m_renewal.stop();
    else
        m_renewal.start();
    whenFinished(m_store.here(m_console, tickets), this, [this, logIn = m_logIns](const Result<Others> &others) {
        if (logIn == m_logIns)
            onTold(others);
    });
}

void PresenceService::onTold(const Result<Others> &others)
{
    m_telling = false;
    if (others && m_session.state() == SessionService::State::Connected)
        hear(*others);
    if (m_again)
        tell();
}

void PresenceService::onPulse(const Pulse &pulse)
{
    const bool news = pulse.presenceStamp != m_stamp;
    m_stamp = pulse.presenceStamp;
    if (news && m_told)
        tell();
}

void PresenceService::onSessionState(SessionService::State state)
{
    if (state == SessionService::State::Connected)
        return;
    m_renewal.stop();
    m_soon.stop();
    if (state == SessionService::State::LoggedOut) {
        m_places.clear();
        m_writing.clear();
        m_lapse.stop();
        m_stamp.clear();
        m_told = m_telling = m_again = false;
        ++m_logIns;
    }
    hear({});
}

void PresenceService::hear(const Others &others)
{
    if (m_others == others)
        return;
    m_others = others;
    Q_EMIT othersChanged();
}

QList<OwnPresence> PresenceService::own() const
{
    QHash<TicketNumber, PresenceLevel> levels;
    for (const QList<TicketNumber> &place : m_places) {
        for (const TicketNumber ticket : place)
            levels.insert(ticket, m_idle ? PresenceLevel::Away : PresenceLevel::Open);
    }
    for (auto it = m_writing.cbegin(); it != m_writing.cend(); ++it)
        levels.insert(it.key(), PresenceLevel::Writing);
    QList<OwnPresence> tickets;
    for (auto it = levels.cbegin(); it != levels.cend(); ++it)
        tickets << OwnPresence{it.key(), it.value()};
    std::sort(tickets.begin(), tickets.end(), [](const OwnPresence &a, const OwnPresence &b) {
        return std::pair(a.level != PresenceLevel::Writing, a.ticket)
            < std::pair(b.level != PresenceLevel::Writing, b.ticket);
    });
    return tickets.mid(0, mostTickets);
}

} // namespace desk
