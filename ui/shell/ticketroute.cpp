// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/ticketroute.h"

#include "app/lookup/caseservice.h"
#include "app/settings/appsettings.h"
#include "ui/common/format.h"
#include "ui/overview/overviewpage.h"
#include "ui/queue/queuepage.h"
#include "ui/shell/callpage.h"

namespace desk {

TicketRoute::TicketRoute(const UiServices &services, CallPage *call, QObject *parent)
    : QObject(parent), m_services(services)
{
    connect(call, &CallPage::ticketClosed, this, &TicketRoute::onClosed);
    connect(call, &CallPage::backToQueueWanted, this, &TicketRoute::queuePageWanted);
}

void TicketRoute::follow(QueuePage *page)
{
    m_queue = page;
    connect(page, &QueuePage::openTicketWanted, this, &TicketRoute::open);
    connect(page, &QueuePage::told, this, &TicketRoute::told);
}

void TicketRoute::follow(OverviewPage *page)
{
    connect(page, &OverviewPage::queueWanted, this, [this](const TicketFilter &filter, const QString &title) {
        Q_EMIT queuePageWanted();
        if (m_queue)
            m_queue->openFilter(filter, title);
    });
}

void TicketRoute::open(TicketNumber number)
{
    m_services.cases.openTicket(number);
    Q_EMIT callPageWanted();
}

void TicketRoute::onClosed(TicketNumber number)
{
    const AppSettings::AfterClosing where = m_services.settings.afterClosing();
    if (where == AppSettings::AfterClosing::Stay)
        return;
    const auto next = where == AppSettings::AfterClosing::Next && m_queue ? m_queue->nextAfter(number) : std::nullopt;
    Q_EMIT told(tr("✓ Demande %1 close").arg(ticketNumber(number)));
    if (next)
        open(*next);
    else
        Q_EMIT queuePageWanted();
}

} // namespace desk
