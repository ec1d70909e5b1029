// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/facts.h"

namespace desk {

// What both the value and the evidence of a fact look up in the caller's file.

/// What was looked for is a well-formed SIRET that the extranet does not know.
[[nodiscard]] bool isUnknownSiret(const FactContext &context);
/// The account that holds the establishment's referent habilitation, or nullptr.
[[nodiscard]] const Account *referentOf(const FactContext &context);
/// Another account than the caller's whose habilitation on this establishment is active, or nullptr.
[[nodiscard]] const Account *otherHabilitatedAccount(const FactContext &context);
/// The newest open ticket of the motif the fact is about, one that repeats another last; or nullptr.
[[nodiscard]] const Ticket *openTicketFor(Fact fact, const FactContext &context);
/// The same with that motif code.
[[nodiscard]] const Ticket *openTicketOf(const QString &motif, const FactContext &context);
[[nodiscard]] const Dap *latestDap(const FactContext &context);
/// The caller's contract, or any of the establishment's when no account is picked; nullptr when there is none.
[[nodiscard]] const Contract *contractOf(const FactContext &context);
/// A change of access to the establishment that waits for approval, or nullptr.
[[nodiscard]] const FileRequest *waitingRequest(const FactContext &context);
/// The first incident in force, or nullptr; an announcement is none.
[[nodiscard]] const IncidentNotice *incidentOf(const FactContext &context);
/// The part of the file the fact is looked up in, when the database could not read it this time (CallerFile::unread);
/// empty when it could.
[[nodiscard]] QLatin1StringView unreadPartOf(Fact fact, const FactContext &context);
[[nodiscard]] std::optional<MailKind> mailKindOf(Fact fact);
/// Minutes left of a self-service procedure (setting libre_service.minutes, else 60); 0 when none is running.
[[nodiscard]] int selfServiceMinutesLeft(const FactContext &context);

} // namespace desk
