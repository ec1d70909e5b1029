// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"
#include "app/session/sessioninfo.h"

namespace desk {

// What an operation will do, and what it did, in sentences. Pure.

/// The consequence of an operation on an account, before it is confirmed. `alsoUnlock` counts for a reset.
[[nodiscard]] QString consequence(const QString &kind, const Account &account, bool alsoUnlock, const QDateTime &now);
/// What was done, for the line that stays in the file: "✓ Déverrouillé à 14:21 · fait pour l’appel en cours".
[[nodiscard]] QString doneSentence(const OperationOutcome &outcome, bool forCall, const QDateTime &now);
/// "3 caractères de trop."; empty when nothing is.
[[nodiscard]] QString tooLongText(qsizetype over);
/// The reason most often right for an operation; empty when the list has none of them.
[[nodiscard]] QString usualReason(const QString &kind, const QList<ListItem> &reasons);
/// One change of a ticket by someone else: "État : à prendre → close (N. Martin, 14:20)".
[[nodiscard]] QString changeSentence(const QVariantMap &change, const SessionInfo &info, const QDateTime &now);

} // namespace desk
