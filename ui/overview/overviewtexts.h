// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/supervision/overview.h"
#include "ui/supervision/supervisiontexts.h"

class QAbstractButton;

namespace desk {

// The words of the overview. Plain text.

[[nodiscard]] QString motifLabel(const QList<ListItem> &motifs, const QString &code);
[[nodiscard]] QStringList ageLabels(); ///< of the five ages of the backlog
[[nodiscard]] QString watchListLabel(WatchList list);
[[nodiscard]] QString watchListNothing(WatchList list); ///< when nobody is on it
[[nodiscard]] QString cappedNumber(int count); ///< "12"; "1 000+" for what was counted no further

/// What a chart shows, in a sentence.
[[nodiscard]] QString backlogSentence(const QList<BacklogLine> &backlog, const QList<ListItem> &motifs);
[[nodiscard]] QString hoursSentence(const QList<HourCount> &hours);
[[nodiscard]] QString daysSentence(const QList<HourCount> &days);

/// "48 213 ✎, 48 377": what somebody has open, those they write in with a pencil.
[[nodiscard]] QString workingText(const QList<WorkingTicket> &working);
[[nodiscard]] StateWords watchedState(WatchList list, const WatchedAccount &row, const QDateTime &now);
[[nodiscard]] QString watchedDetail(WatchList list, const WatchedAccount &row);

/// A checked button's text is bold, which its size does not know.
void keepRoomForBold(QAbstractButton *button);

/// Why an operation cannot be done from a row; empty: it can.
struct WatchedBlocks {
    QString open, unlock, resend, again;
};
[[nodiscard]] WatchedBlocks watchedBlocks(const WatchedAccount &row, const QDateTime &now);
/// What the operation does, in a sentence.
[[nodiscard]] QString watchedConsequence(const QString &kind, const WatchedAccount &row);

} // namespace desk
