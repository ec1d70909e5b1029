// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/supervisionstore.h"

namespace desk {

class PgDatabase;

/// SupervisionStore on PostgreSQL.
class PgSupervisionStore : public SupervisionStore {
public:
    explicit PgSupervisionStore(PgDatabase &database) : m_database(database) { }

    [[nodiscard]] QFuture<Result<QList<ApprovalRequest>>> approvals(Approvals which) override;
    [[nodiscard]] QFuture<Result<QList<AccessChange>>> changes(Changes which) override;
    [[nodiscard]] QFuture<Result<WatchReport>> watch() override;
    [[nodiscard]] QFuture<Result<QList<PostedNotice>>> notices(bool all) override;
    [[nodiscard]] QFuture<Result<SettingsSheet>> settingsPage() override;
    [[nodiscard]] QFuture<Result<MailsPage>> mailsPage(MailList which, qint64 before, int limit) override;
    [[nodiscard]] QFuture<Result<JournalPage>> journalPage(const JournalFilter &filter, qint64 before,
                                                           int limit) override;
    [[nodiscard]] QFuture<Result<JournalExport>> journalExport(const JournalFilter &filter) override;
    [[nodiscard]] QFuture<Result<JournalState>> journalState() override;

private:
    PgDatabase &m_database;
};

} // namespace desk
