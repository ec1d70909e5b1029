// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"

namespace desk {

// The fields of a ticket in words, the same in a conflict and in the history. Pure.

/// "Prise en charge", "Échéance"; the database's own word for a field that is not known.
[[nodiscard]] QString ticketFieldLabel(const QString &field);
/// A value as the database writes it, for people: labels for codes, names of states, times of the desk, "personne".
[[nodiscard]] QString ticketFieldValue(const QString &field, const QString &value, const SessionInfo &info,
                                       const QDateTime &now);
/// "Motif : Autres → Habilitation à l’extranet".
[[nodiscard]] QString ticketFieldChange(const QString &field, const QString &was, const QString &is,
                                        const SessionInfo &info, const QDateTime &now);
/// "Paul Leroy écrit", "ouverte chez Paul Leroy", "ouverte chez Paul Leroy, en arrière-plan", with their signs.
[[nodiscard]] QString presenceText(const Presence &presence);
/// The label of a code in a list of the desk; the code where it is not listed any more.
[[nodiscard]] QString labelOfCode(const QString &code, const QList<ListItem> &list);
[[nodiscard]] QString ticketStateText(const QString &code); ///< "Prise"; the code when it is not known

} // namespace desk
