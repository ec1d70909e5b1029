// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"
#include "ui/casefile/accountstate.h"

namespace desk {

// What a ticket's row says, as pure functions of the ticket, the server's time and who reads.

/// Who reads a ticket, and what is known beside it.
struct TicketReader {
    QDateTime now; ///< server time
    SessionInfo info; ///< whose tickets are "yours", what the role may do, the lists of the desk
    QHash<TicketNumber, QList<Presence>> others; ///< who else has which ticket
};

/// The one state worth a chip: closed, merged, duplicate, on hold, or how long is left.
[[nodiscard]] ChipText ticketChip(const Ticket &ticket, const TicketReader &reader);
/// What else is to be seen without unfolding: what it waits for and until when, that a duplicate is late, what was
/// merged into it, who else has it or writes in it.
[[nodiscard]] QList<ChipText> ticketMarks(const Ticket &ticket, const TicketReader &reader);
/// "chez vous · reçue hier 11:05"; with whom else it is, the row's blocked button says.
[[nodiscard]] QString ticketWhen(const Ticket &ticket, const QDateTime &now, const QString &login);
/// The buttons of the row: take, resume, close, or reopen.
[[nodiscard]] QList<OperationChoice> ticketOperations(const Ticket &ticket, const QString &login);
/// Everything that can be done with a ticket; what cannot be done now says why. `twins`: how many other open ones of
/// the same SIRET and motif there are.
[[nodiscard]] QList<OperationChoice> ticketActions(const Ticket &ticket, const TicketReader &reader, qsizetype twins);
/// The history of a ticket, one line each, oldest first: when, what, who, their words, and what changed from what.
[[nodiscard]] QString ticketHistory(const Ticket &ticket, const TicketReader &reader);
/// "reçue", "prise en charge", … as a ticket event's kind is worded.
[[nodiscard]] QString ticketEventLabel(const QString &kind);

} // namespace desk
