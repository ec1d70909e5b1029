// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/ticketstore.h"

namespace desk {

// The documents of the queue (db/schema/functions/README.md, "Queues") as values, and what is asked as documents. What
// is missing stays empty; a document without its list is Internal. Pure.

[[nodiscard]] QJsonObject toJson(const QueueQuestion &question);
/// A list of {ticket, level}.
[[nodiscard]] QJsonArray toJson(const QList<OwnPresence> &tickets);
/// One operation of a batch.
[[nodiscard]] QJsonObject batchJson(const OperationRequest &request);

[[nodiscard]] Result<QueuePageAnswer> queuePageFromJson(const QJsonObject &document);
[[nodiscard]] Result<QueueCounts> queueCountsFromJson(const QJsonObject &document);
[[nodiscard]] Result<TicketDetail> ticketDetailFromJson(const QJsonObject &document);
[[nodiscard]] Result<QList<TicketView>> ticketViewsFromJson(const QJsonObject &document);
[[nodiscard]] Result<QList<DeskAgent>> deskAgentsFromJson(const QJsonObject &document);
[[nodiscard]] Result<QHash<TicketNumber, QList<Presence>>> presenceFromJson(const QJsonObject &document);

[[nodiscard]] QString presenceLevelCode(PresenceLevel level);
/// A level nobody knows yet is Open.
[[nodiscard]] PresenceLevel presenceLevelFromCode(const QString &code);

} // namespace desk
