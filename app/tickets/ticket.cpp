// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/ticket.h"

namespace desk {

bool Ticket::isHeldFor(const QDateTime &now) const
{
    return state == TicketState::OnHold && !awake && !(holdUntil.isValid() && holdUntil <= now);
}

} // namespace desk
