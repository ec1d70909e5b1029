// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace desk {

/// What an operation is about, and so where it is said what became of it.
enum class OperationSubject { Account, Access, Ticket, Call, Desk };

// What each kind of operation is called, wherever it is named: one row a kind in operationwords.cpp. A kind without a
// row is a kind of the desk, named by its own code; a word it has no use for is empty.

[[nodiscard]] OperationSubject operationSubject(const QString &kind);
[[nodiscard]] QString operationLabel(const QString &kind); ///< as a noun: "Déblocage du compte"
[[nodiscard]] QString operationAction(const QString &kind); ///< on a button: "Prendre", "Clore…"
/// What its sheet is called: "Prendre la demande #48 213".
[[nodiscard]] QString operationTitle(const QString &kind, const QString &subject);
/// What it will do; %1 and %2 are what the sheet knows.
[[nodiscard]] QString operationConsequence(const QString &kind);
[[nodiscard]] QString operationDone(const QString &kind); ///< what it did; %1 is the time
/// What the words that go with it are called on its sheet: "Raison de la reprise".
[[nodiscard]] QString operationTextLabel(const QString &kind);
[[nodiscard]] bool operationNeedsText(const QString &kind);
[[nodiscard]] QString operationUsualReason(const QString &kind); ///< the code most often right

} // namespace desk
