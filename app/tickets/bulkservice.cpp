// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/bulkservice.h"

#include "app/session/sessionservice.h"

namespace desk {

BulkService::BulkService(TicketStore &store, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_session(session)
{
}

int BulkService::done() const
{
    return 0;
}

int BulkService::refused() const
{
    return 0;
}

int BulkService::left() const
{
    return 0;
}

void BulkService::begin(const QString &title, const QList<BulkStep> &steps)
{
    m_title = title;
    m_steps = steps;
    sendNext();
}

void BulkService::stop()
{
}

void BulkService::resume()
{
}

void BulkService::dismiss()
{
}

void BulkService::sendNext()
{
}

void BulkService::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace desk
