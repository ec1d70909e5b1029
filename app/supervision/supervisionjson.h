// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/supervision/supervision.h"

class QJsonObject;

namespace desk {

// The documents of the functions of oversight (db/CONTRACTS.md). Unknown fields are ignored and a missing list is an
// empty one, so that an older console reads a newer schema; a document without its main part is Error::Code::Internal.
// Any thread.

[[nodiscard]] Result<QList<ApprovalRequest>> approvalsFromJson(const QJsonObject &document);
[[nodiscard]] Result<QList<AccessChange>> changesFromJson(const QJsonObject &document);
[[nodiscard]] Result<WatchReport> watchFromJson(const QJsonObject &document);
[[nodiscard]] Result<QList<PostedNotice>> noticesFromJson(const QJsonObject &document);
[[nodiscard]] Result<SettingsSheet> settingsFromJson(const QJsonObject &document);
[[nodiscard]] Result<MailsPage> mailsFromJson(const QJsonObject &document);
[[nodiscard]] Result<JournalPage> journalFromJson(const QJsonObject &document);
[[nodiscard]] Result<JournalExport> journalExportFromJson(const QJsonObject &document);
[[nodiscard]] Result<JournalState> journalStateFromJson(const QJsonObject &document);
[[nodiscard]] QJsonObject toJson(const JournalFilter &filter);

[[nodiscard]] ApprovalState approvalStateFromCode(const QString &code);

} // namespace desk
