// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

/// The kinds the database's one door accepts (db/README.md lists the parameters of each).
namespace OperationKind {
inline constexpr QLatin1StringView Unlock{"account.unlock"}; ///< {account_id}
inline constexpr QLatin1StringView ResetPassword{"account.reset_password"}; ///< {account_id, unlock}
inline constexpr QLatin1StringView ResendConfirmation{"mail.resend_confirmation"}; ///< {habilitation_id}
inline constexpr QLatin1StringView TicketOpen{
    "ticket.open"}; ///< {siret, denomination, requester_name, requester_phone, requester_email, motif, description}
inline constexpr QLatin1StringView TicketTake{"ticket.take"}; ///< {number, version}
inline constexpr QLatin1StringView TicketComment{"ticket.comment"}; ///< {number, version, text}
inline constexpr QLatin1StringView TicketClose{"ticket.close"}; ///< {number, version, outcome, outcome_text, answer}
inline constexpr QLatin1StringView TicketReopen{"ticket.reopen"}; ///< {number, version, text}
inline constexpr QLatin1StringView CallClose{"call.close"}; ///< {outcome, outcome_text, note}
inline constexpr QLatin1StringView WalkSave{"walk.save"}; ///< the walk record (app/scripts/walkrecord.h)
}

/// What a console asks of the database. Who and when are not in it: the server knows (trust.md section 1).
struct OperationRequest {
    QUuid id; ///< made here, once; the same id with the same content returns the first result
    QString kind;
    QJsonObject params;
    QString reason; ///< code of the operation-reason list, or empty
    QString reasonText; ///< required when the reason is "other"
    std::optional<QUuid> call;
    std::optional<TicketNumber> ticket;
};

/// What the database did.
struct OperationOutcome {
    QUuid id;
    QString kind;
    bool repeated = false; ///< this id had been carried out before; nothing was done twice
    QDateTime at; ///< UTC, server
    QJsonObject result; ///< per kind, e.g. {"mails":[…], "ticket":{"number":…, "version":…}}
};

} // namespace desk

Q_DECLARE_METATYPE(desk::OperationOutcome)
