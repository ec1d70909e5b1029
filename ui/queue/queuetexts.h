// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"
#include "ui/common/chip.h"

namespace desk {

// The words of the queue. Plain text; times are seen from `now`, the server's.

using ToneText = ChipText;

/// "En retard de 2 h", "Il reste 3 h 20", on hold "◷ demain 08:00"; nothing for a closed one.
[[nodiscard]] ToneText dueChip(const QueueRow &row, const QDateTime &now, int warningHours);
[[nodiscard]] QString stateText(const QueueRow &row, const SessionInfo &info);
[[nodiscard]] ToneText awakeChip(const QueueRow &row);
[[nodiscard]] ToneText twinsChip(const QueueRow &row);
/// Who is nearest to it: "✎ l.perrin écrit", "● l.perrin", "○ l.perrin +1".
[[nodiscard]] ToneText presenceChip(const QList<Presence> &presence);
[[nodiscard]] QString presenceSentence(const QList<Presence> &presence); ///< one line each
[[nodiscard]] QString profileText(const QString &code);
[[nodiscard]] QString channelText(const QString &code);
[[nodiscard]] QString requesterText(const QueueRow &row); ///< the masked address, else the name

/// A column of the queue: what it is called, how wide it is at first, what it says of a row.
struct QueueColumnLook {
    QueueColumn column;
    int width;
    const char *title; ///< to be translated
    QString (*text)(const QueueRow &row, const SessionInfo &info, const QDateTime &now);
    [[nodiscard]] QString label() const; ///< "Échéance"
};
[[nodiscard]] const QList<QueueColumnLook> &queueColumns(); ///< in the order of the table

} // namespace desk
