// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "app/supervision/mailspage.h"
#include "ui/theme/tokens.h"

class QJsonObject;

namespace desk {

// The words of the pages of oversight. Plain text.

struct StateWords {
    Tone tone = Tone::Muted;
    QString text; ///< with its sign
};

[[nodiscard]] QString requestLabel(const QString &kind); ///< "Nouveau référent"
[[nodiscard]] StateWords requestState(const ApprovalRequest &request, const QDateTime &now);
[[nodiscard]] StateWords changeState(const AccessChange &change, const QDateTime &now);
/// The rule that asks for a second person, in a sentence with what it saw.
[[nodiscard]] QString whyText(const QString &code, const Evidence &evidence);
[[nodiscard]] QString factLabel(const QString &code);
[[nodiscard]] QString stepLabel(const QString &kind); ///< an operation of any kind, as a noun
[[nodiscard]] QString holderText(const Holder &holder); ///< "Sonia Roux (sonia.roux)"
[[nodiscard]] QString expiryText(const QDateTime &expiresAt, const QDateTime &now); ///< "expire dans 3 h"
[[nodiscard]] QString approveConsequence(const ApprovalRequest &request);
[[nodiscard]] QString undoConsequence(const AccessChange &change);
/// What became of an approval, from the result of its operation.
[[nodiscard]] QString approvedText(const QJsonObject &result, const QDateTime &at);
/// "Votre demande pour … a été approuvée par …"
[[nodiscard]] QString decisionNews(const ApprovalRequest &request);

[[nodiscard]] QString ceilingLabel(const QString &kind); ///< "changements de référent"
[[nodiscard]] QString journalKindLabel(const QString &kind);
/// The particulars of a journal row in words: names and codes the desk knows are said, the rest stays as it is.
[[nodiscard]] QString journalDetail(const QString &raw, const QDateTime &now);
[[nodiscard]] QString refusalLabel(const QString &rule); ///< a rule in a few words
[[nodiscard]] QString mailKindText(const QString &code);
[[nodiscard]] StateWords mailStateWords(const MailLine &mail);
/// What sending this mail again does, in a sentence.
[[nodiscard]] QString sendAgainConsequence(const MailLine &mail);

} // namespace desk
