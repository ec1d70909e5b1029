// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessvalues.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"

namespace desk {

// Creating an account and changing the referent, in sentences: before, after, and while someone else decides. Pure.

/// Who an account would go to, as far as the form says.
struct AccessTarget {
    QString name; ///< "Paul Durand", or empty while nobody is named
    QString identifiant; ///< of an existing account
};

/// The referent of the establishment, or nullptr.
[[nodiscard]] const Account *referentOf(const CallerFile &file);
/// What will change for whom, before anything was rehearsed.
[[nodiscard]] QString accessChange(const QString &kind, const AccessTarget &target, const CallerFile &file,
                                   bool keepOld);
/// What the database says would happen: mails, notices, approval. Empty when there is nothing to add.
[[nodiscard]] QString rehearsalText(const Rehearsal &rehearsal, const QDateTime &now);
/// Why another person must approve: "l’adresse … ; aucune demande …".
[[nodiscard]] QString approvalReasons(const QStringList &why);
/// What became of it, for the line that stays in the file.
[[nodiscard]] QString accessDone(const OperationOutcome &outcome, const QDateTime &now);
/// What to tell a caller whose request waits.
[[nodiscard]] QString tellWaiting(const OperationOutcome &outcome, const QDateTime &now);
[[nodiscard]] bool isWaiting(const OperationOutcome &outcome);

} // namespace desk
