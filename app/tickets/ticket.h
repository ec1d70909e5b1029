// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"
#include "app/tickets/ticketevent.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace desk {

enum class TicketState { Open, Taken, OnHold, Closed, Merged };
BOOST_DESCRIBE_ENUM(TicketState, Open, Taken, OnHold, Closed, Merged)

struct Ticket {
    TicketNumber number{0};
    QString motif, motifLabel; ///< code and French label
    TicketState state = TicketState::Open;
    QDateTime receivedAt, dueAt, closedAt;
    QString owner, ownerName, closedBy;
    QString requesterName, requesterEmailMasked, requesterPhoneMasked;
    QString description; ///< an outsider's text: plain text wherever shown
    QString outcome, outcomeLabel, answer;
    QString channel; ///< "extranet" or "agent"
    TicketNumber duplicateOf{0}; ///< 0: not seen as a duplicate
    QString siret; ///< as the requester typed it
    QString holdReason; ///< code, while on hold
    QDateTime holdUntil;
    bool awake = false; ///< on hold, and the time of the hold is over
    int merged = 0; ///< duplicates merged into it
    bool mergedOthers = false; ///< some of them came from another address
    int version = 0; ///< grows with every change; what an edit was based on
    QList<TicketEvent> events; ///< latest last, ten at most

    [[nodiscard]] bool isOpen() const { return state != TicketState::Closed && state != TicketState::Merged; }
    [[nodiscard]] bool isHeldFor(const QDateTime &now) const; ///< on hold, and the time of the hold is not over
    [[nodiscard]] bool belongsTo(const QString &login) const { return !login.isEmpty() && owner == login; }
    friend bool operator==(const Ticket &, const Ticket &) = default;
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (number, motif, motifLabel, state, receivedAt, dueAt, closedAt, owner, ownerName, closedBy,
                       requesterName, requesterEmailMasked, requesterPhoneMasked, description, outcome, outcomeLabel,
                       answer, channel, duplicateOf, siret, holdReason, holdUntil, awake, merged, mergedOthers, version,
                       events))

} // namespace desk
