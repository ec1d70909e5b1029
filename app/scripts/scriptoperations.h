// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/operations/operation.h"
#include "app/scripts/facts.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

// The operations a "do" node may name: a closed list. The database keeps the rules; what is said here only spares the
// agent a refusal that can be foreseen from the file.

enum class ScriptOperation {
    Unlock,
    ResetPassword,
    ResendConfirmation,
    TicketOpen,
    CallCheck,
    CreateAccount,
    ReassignReferent
};

struct ScriptOperationInfo {
    ScriptOperation operation;
    QLatin1StringView kind; ///< OperationKind
    QStringView label; ///< French, for the button when the node has none
    QList<QLatin1StringView> parameters; ///< what `with` may set
    QList<QLatin1StringView> switches; ///< those of them that are oui/non
    QList<QLatin1StringView> required = {}; ///< those of them that must be there
};

[[nodiscard]] const QList<ScriptOperationInfo> &scriptOperations();
[[nodiscard]] const ScriptOperationInfo &scriptOperationInfo(ScriptOperation operation);
[[nodiscard]] std::optional<ScriptOperation> scriptOperationFromKind(const QString &kind);

/// Codes of the desk's lists (asp.operation_reason, asp.motif) that a "do" may name.
[[nodiscard]] const QStringList &operationReasons();
[[nodiscard]] const QStringList &ticketMotifs();

/// Administrations get their access by a form, not from a referent: nobody makes them an account or a referent here.
[[nodiscard]] bool isForProfile(ScriptOperation operation, Profile profile);

/// French, why the operation cannot be carried out on this file now; empty when it can.
[[nodiscard]] QString whyNotPossible(ScriptOperation operation, const FactContext &context);
/// The parameters of the request, `with` having its placeholders already filled. Call only when possible.
[[nodiscard]] QJsonObject operationParams(ScriptOperation operation, const QHash<QString, QString> &with,
                                          const FactContext &context);
/// What was done, for "already carried out in this call": "compte claire.fontan déverrouillé". `identifiant` may be
/// empty.
[[nodiscard]] QString operationSentence(const QString &kind, const QString &identifiant, const QJsonObject &result);
/// What an operation that was carried out changes in a file read before it, so that the walk goes on with the truth
/// until the file is read again.
void applyOperation(CallerFile &file, const OperationOutcome &outcome, AccountId account);
/// French, why a rule of the database refused for good; empty for a rule that another entry in the form would satisfy.
[[nodiscard]] QString whyRefused(const QString &rule);
/// What takes an operation back, filled in.
struct InverseOperation {
    QString kind; ///< OperationKind; empty: nothing does
    QString label; ///< French, for the button
    QJsonObject params;
    friend bool operator==(const InverseOperation &, const InverseOperation &) = default;
};
BOOST_DESCRIBE_STRUCT(InverseOperation, (), (kind, label, params))
/// For a request that waits for approval its withdrawal, for a ticket that was opened its closing.
[[nodiscard]] InverseOperation inverseOperation(const OperationOutcome &outcome);
/// Whether `outcome` is that inverse, carried out.
[[nodiscard]] bool isInverse(const OperationOutcome &outcome, const InverseOperation &inverse);

} // namespace desk
