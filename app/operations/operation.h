// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

/// The kinds the database's one door accepts (db/CONTRACTS.md lists the parameters of each).
namespace OperationKind {
inline constexpr QLatin1StringView Unlock{"account.unlock"}; ///< {account_id}
inline constexpr QLatin1StringView ResetPassword{"account.reset_password"}; ///< {account_id, unlock}
inline constexpr QLatin1StringView ResendConfirmation{"mail.resend_confirmation"}; ///< {habilitation_id}
inline constexpr QLatin1StringView CallCheck{
    "call.check"}; ///< {establishment_id, account_id, facts: [{fact, value}, {fact, value}]}
inline constexpr QLatin1StringView CreateAccount{
    "account.create"}; ///< {establishment_id, account_id or person: {last_name, first_name, phone, email, profile}}
inline constexpr QLatin1StringView ReassignReferent{
    "referent.reassign"}; ///< {establishment_id, keep_old, account_id or person}
inline constexpr QLatin1StringView ApprovalApprove{"approval.approve"}; ///< {request, text}
inline constexpr QLatin1StringView ApprovalRefuse{"approval.refuse"}; ///< {request, text}
inline constexpr QLatin1StringView ApprovalWithdraw{"approval.withdraw"}; ///< {request, text}
inline constexpr QLatin1StringView ChangeObject{"change.object"}; ///< {change, text}
inline constexpr QLatin1StringView ChangeUndo{"change.undo"}; ///< {change, text, later}
inline constexpr QLatin1StringView CeilingLift{"ceiling.lift"}; ///< {login, kind, extra, minutes, text}
inline constexpr QLatin1StringView NoticePost{"notice.post"}; ///< {text, kind, from, until, link}
inline constexpr QLatin1StringView NoticeEnd{"notice.end"}; ///< {notice}
inline constexpr QLatin1StringView SettingSet{"setting.set"}; ///< {key, value}
inline constexpr QLatin1StringView ProviderSet{"provider.set"}; ///< {domain, shared}
inline constexpr QLatin1StringView MailSendAgain{"mail.send_again"}; ///< {mail_id}
inline constexpr QLatin1StringView TicketOpen{
    "ticket.open"}; ///< {siret, denomination, requester_name, requester_phone, requester_email, motif, description}
inline constexpr QLatin1StringView TicketTake{"ticket.take"}; ///< {number, version}
inline constexpr QLatin1StringView TicketComment{"ticket.comment"}; ///< {number, version, text}
inline constexpr QLatin1StringView TicketHandBack{"ticket.hand_back"}; ///< {number, version, text}
inline constexpr QLatin1StringView TicketTakeOver{"ticket.take_over"}; ///< {number, version, text}: from someone
inline constexpr QLatin1StringView TicketAssign{"ticket.assign"}; ///< {number, version, login, text}
inline constexpr QLatin1StringView TicketHold{"ticket.hold"}; ///< {number, version, hold_reason, until, text}
inline constexpr QLatin1StringView TicketResume{"ticket.resume"}; ///< {number, version}
inline constexpr QLatin1StringView TicketMotif{"ticket.change_motif"}; ///< {number, version, motif, text}
inline constexpr QLatin1StringView TicketTransfer{
    "ticket.transfer"}; ///< {number, version, to, answer, duplicates, leave_duplicates}
inline constexpr QLatin1StringView TicketMerge{"ticket.merge"}; ///< {number, version, duplicates: [{number, version}]}
/// {number, version, outcome, outcome_text, answer, duplicates: [{number, version}] merged into it first,
/// leave_duplicates: open ones not among them stay open}
inline constexpr QLatin1StringView TicketClose{"ticket.close"};
inline constexpr QLatin1StringView TicketReopen{"ticket.reopen"}; ///< {number, version, text}
inline constexpr QLatin1StringView CallClose{"call.close"}; ///< {outcome, outcome_text, note}
inline constexpr QLatin1StringView WalkSave{"walk.save"}; ///< the walk record (app/scripts/walkrecord.h)
}

/// What a console asks of the database. Who and when are not in it: the server knows.
struct OperationRequest {
    QUuid id; ///< made here, once; the same id with the same content returns the first result
    QString kind;
    QJsonObject params;
    QString reason; ///< code of the operation-reason list, or empty
    QString reasonText; ///< required when the reason is "other"
    std::optional<QUuid> call;
    std::optional<TicketNumber> ticket;
};
BOOST_DESCRIBE_STRUCT(OperationRequest, (), (id, kind, params, reason, reasonText, call, ticket))
template <> inline constexpr auto documentMarks<OperationRequest> = std::array{orNull("reason"), orNull("reasonText")};

/// What the database did.
struct OperationOutcome {
    QUuid id;
    QString kind;
    bool repeated = false; ///< this id had been carried out before; nothing was done twice
    QDateTime at; ///< UTC, server
    QJsonObject result; ///< per kind, e.g. {"mails":[…], "ticket":{"number":…, "version":…}}
};
BOOST_DESCRIBE_STRUCT(OperationOutcome, (), (id, kind, repeated, at, result))

} // namespace desk

Q_DECLARE_METATYPE(desk::OperationOutcome)
