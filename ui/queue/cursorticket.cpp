// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/cursorticket.h"

#include "app/core/clock.h"
#include "app/tickets/presenceservice.h"
#include "ui/casefile/ticketstate.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/ticketcard.h"

#include <QWidget>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CursorTicket::CursorTicket(const UiServices &services, QueueModel *model, TicketCard *card, QWidget *page)
    : QObject(page), m_services(services), m_page(page), m_model(model), m_card(card),
      m_detail(new Reader<TicketDetail>(
          services.session, u"page"_s, [this, &store = services.tickets] { return store.ticket(m_wanted); }, this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(250ms);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_wanted.value() == 0 || !m_page->isVisible())
            return;
        m_detail->reset();
        m_detail->read();
    });
    connect(m_detail, &ReaderBase::changed, this, &CursorTicket::showDetail);
}

void CursorTicket::show(TicketNumber number)
{
    const QueueRow *row = m_model->row(number);
    if (!row)
        return;
    m_wanted = number;
    m_detail->reset();
    m_card->showRow(*row);
    m_rest.start();
    tell(number);
}

void CursorTicket::leave()
{
    m_rest.stop();
    m_wanted = TicketNumber(0);
    m_detail->reset();
    m_card->showNothing();
    tell({});
}

void CursorTicket::stop()
{
    m_rest.stop();
    tell({});
}

void CursorTicket::tell(std::optional<TicketNumber> number)
{
    m_services.presence.show(u"queue"_s, number ? QList<TicketNumber>{*number} : QList<TicketNumber>());
}

void CursorTicket::showDetail()
{
    if (m_detail->isReading() || m_wanted.value() == 0)
        return;
    if (m_detail->error())
        m_card->showError(*m_detail->error());
    else if (m_detail->hasValue() && m_detail->value().ticket.number == m_wanted)
        m_card->showTicket(m_detail->value(), {m_services.clock.now(), m_services.session.info(), {}});
}

void CursorTicket::onFolded()
{
    if (m_wanted.value() == 0)
        return;
    const QueueRow *row = m_model->row(m_wanted);
    m_card->setGone(!row && m_model->isLoaded() && !m_model->window().moreBefore() && !m_model->window().moreAfter());
    if (row && m_detail->hasValue() && row->version > m_detail->value().ticket.version)
        m_rest.start();
}

} // namespace desk
