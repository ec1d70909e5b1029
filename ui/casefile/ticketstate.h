// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/casefile/accountstate.h"

namespace desk {

// What a ticket's row says, as pure functions of the ticket, the server's time and the log-in.

/// The one state worth a chip: closed, merged, duplicate, on hold, or how long is left.
[[nodiscard]] ChipText ticketChip(const Ticket &ticket, const QDateTime &now);
/// "reçue hier 11:05 · chez vous"; with whom else it is, the row's blocked button says.
[[nodiscard]] QString ticketWhen(const Ticket &ticket, const QDateTime &now, const QString &login);
/// The buttons of the row: take, close, or reopen.
[[nodiscard]] QList<OperationChoice> ticketOperations(const Ticket &ticket, const QString &login);
/// The history of a ticket, one line each, oldest first.
[[nodiscard]] QString ticketHistory(const Ticket &ticket, const QDateTime &now);
/// "reçue", "prise en charge", … as a ticket event's kind is worded.
[[nodiscard]] QString ticketEventLabel(const QString &kind);

} // namespace desk
