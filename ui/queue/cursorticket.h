// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/reader.h"
#include "app/tickets/ticketstore.h"
#include "ui/uiservices.h"

#include <QTimer>

namespace desk {

class QueueModel;
class TicketCard;

/// The ticket under the cursor: its row is on the card at once, the whole of it is read when the cursor rests there,
/// others are told that it is looked at. The card follows the person, never what others do.
class CursorTicket : public QObject {
    Q_OBJECT
public:
    CursorTicket(const UiServices &services, QueueModel *model, TicketCard *card, QWidget *page);

    void show(TicketNumber number);
    void leave(); ///< the card says nothing
    void tell(std::optional<TicketNumber> number); ///< that it is on screen; none: nothing is
    void stop(); ///< the page is not seen any more
    void onFolded(); ///< what others changed in it is read again

private:
    void showDetail();

    UiServices m_services;
    QWidget *m_page;
    QueueModel *m_model;
    TicketCard *m_card;
    Reader<TicketDetail> *m_detail;
    TicketNumber m_wanted{0};
    QTimer m_rest;
};

} // namespace desk
