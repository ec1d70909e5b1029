// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

namespace desk {

// Every sheet, made for one operation. `prefilled` is that operation as far as it is known; each file says what is its
// own, sheet.h and ticketform.h what all of them do.

/// Unlock, reset the password, send the confirmation again: a reason, and for a reset the second effect.
[[nodiscard]] Sheet *makeAccountSheet(const UiServices &services, const OperationRequest &prefilled,
                                      const Account &account, QWidget *parent);
/// The check of the caller on its own, as a script asks for it before anything is decided.
[[nodiscard]] Sheet *makeCallerCheckSheet(const UiServices &services, const OperationRequest &prefilled,
                                          QWidget *parent);
/// Gives somebody an account on the establishment, or makes them its referent: who, why, and what the database says
/// would happen.
[[nodiscard]] Sheet *makeAccessSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);
/// A sentence and a text: withdraw one's own request for approval, record that somebody objects to a change.
[[nodiscard]] Sheet *makeNoteSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);
/// A new request for assistance, opened by the agent for the caller: the fields of the extranet's own form.
[[nodiscard]] Sheet *makeTicketOpenSheet(const UiServices &services, const OperationRequest &prefilled,
                                         QWidget *parent);

using TicketSheetMaker
    = Sheet *(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket, QWidget *parent);
TicketSheetMaker
    makeTicketSheet; ///< a sentence and at most a text: take, hand back, take over, resume, comment, reopen
TicketSheetMaker makeTicketHoldSheet; ///< what it waits for, until when, perhaps a few words
TicketSheetMaker makeTicketChoiceSheet; ///< who gets it, or which motif it has
TicketSheetMaker makeTicketMergeSheet; ///< the open requests of the same SIRET and motif come into this one
/// Closes it, or transfers it, which closes it too: the outcome (or to whom), the answer, drafted from what was done
/// until the agent writes in it, and what becomes of the other open requests about the same.
TicketSheetMaker makeTicketCloseSheet;

/// The moments one chooses most for a ticket to wake up, at nine in the desk's morning, seen from `now`.
struct WakeUp {
    QString label;
    QDateTime at; ///< UTC
    friend bool operator==(const WakeUp &, const WakeUp &) = default;
};
[[nodiscard]] QList<WakeUp> usualWakeUps(const QDateTime &now);

} // namespace desk
