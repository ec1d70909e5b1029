// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/establishmentref.h"
#include "app/supervision/evidence.h"
#include "app/supervision/holder.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace desk {

enum class ApprovalState { Waiting, Approved, Refused, Withdrawn, Expired };
BOOST_DESCRIBE_ENUM(ApprovalState, Waiting, Approved, Refused, Withdrawn, Expired)

struct ApprovalRequest {
    QUuid id;
    QString kind; ///< "account.create" or "referent.reassign"
    ApprovalState state = ApprovalState::Waiting;
    QDateTime requestedAt, expiresAt;
    QString requestedBy, requestedByName;
    EstablishmentRef establishment;
    Holder target; ///< who is to get the access
    Holder current; ///< the referent of today, when the database says
    bool keepOld = false;
    QStringList why; ///< codes of the rules that ask for a second person
    Evidence evidence;
    QString reasonLabel, reasonText;
    QUuid call;
    qint64 ticket = 0;
    QString decidedByName, decidedText;
    QDateTime decidedAt;
    bool own = false; ///< asked by this very person, under whatever log-in
    bool canDecide = false;
    friend bool operator==(const ApprovalRequest &, const ApprovalRequest &) = default;
};
BOOST_DESCRIBE_STRUCT(ApprovalRequest, (),
                      (id, kind, state, requestedAt, expiresAt, requestedBy, requestedByName, establishment, target,
                       current, keepOld, why, evidence, reasonLabel, reasonText, call, ticket, decidedByName,
                       decidedText, decidedAt, own, canDecide))
template <>
inline constexpr auto documentMarks<ApprovalRequest> = std::array{
    orNull("establishment"),         named("target", "account"), also("target", "person"), orNull("target"),
    named("current", "old_account"), orNull("current"),          orNull("keepOld"),        orNull("ticket")};

} // namespace desk
