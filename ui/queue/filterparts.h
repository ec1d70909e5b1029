// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"

namespace desk {

/// The parts a filter is put together from: each can be set, worded and dropped by itself.
enum class FilterPart {
    Motif,
    State,
    Agent,
    Department,
    Profile,
    Channel,
    Age,
    Due,
    Twins,
    Siret,
    Establishment,
    Requester,
    Outcome,
    Scope
};
[[nodiscard]] const QList<FilterPart> &filterParts();

[[nodiscard]] QString filterPartLabel(FilterPart part); ///< "Département"
[[nodiscard]] bool isSet(FilterPart part, const TicketFilter &filter);
[[nodiscard]] bool isSame(FilterPart part, const TicketFilter &one, const TicketFilter &other);
/// `filter` with that part as it is in `source`.
[[nodiscard]] TicketFilter withPart(TicketFilter filter, FilterPart part, const TicketFilter &source);
/// "Dép. 31, 32, 82", "À rendre dans 4 h": for a chip.
[[nodiscard]] QString filterPartText(FilterPart part, const TicketFilter &filter, const SessionInfo &info);

/// The choices of a part that is a list: codes and words. Empty for the others, and for agents, who are asked for.
[[nodiscard]] QList<ListItem> filterChoices(FilterPart part, const SessionInfo &info);
[[nodiscard]] QStringList filterList(FilterPart part, const TicketFilter &filter);
void setFilterList(FilterPart part, TicketFilter &filter, const QStringList &codes);
[[nodiscard]] QString agentFilterText(const QString &login); ///< "moi", "personne" or the log-in

/// "31, 2a 974, inconnu": what was typed, as codes; unknown ones are left out.
[[nodiscard]] QStringList departmentsFromText(const QString &text);
[[nodiscard]] QString departmentsText(const QStringList &departments);


} // namespace desk
