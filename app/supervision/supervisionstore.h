// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/result.h"
#include "app/supervision/accesschange.h"
#include "app/supervision/approvalrequest.h"
#include "app/supervision/journalpage.h"
#include "app/supervision/mailspage.h"
#include "app/supervision/postednotice.h"
#include "app/supervision/settingssheet.h"
#include "app/supervision/watchreport.h"

#include <QFuture>

namespace desk {

/// What the pages of oversight read. One round trip each; the database decides what this log-in may see.
class SupervisionStore {
public:
    enum class Approvals { Waiting, Mine, Decided };
    BOOST_DESCRIBE_NESTED_ENUM(Approvals, Waiting, Mine, Decided)
    enum class Changes { Open, All };
    BOOST_DESCRIBE_NESTED_ENUM(Changes, Open, All)

    virtual ~SupervisionStore() = default;
    [[nodiscard]] virtual QFuture<Result<QList<ApprovalRequest>>> approvals(Approvals which) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<AccessChange>>> changes(Changes which) = 0;
    [[nodiscard]] virtual QFuture<Result<WatchReport>> watch() = 0;
    /// `all`: past and future ones too, for supervisors.
    [[nodiscard]] virtual QFuture<Result<QList<PostedNotice>>> notices(bool all) = 0;
    [[nodiscard]] virtual QFuture<Result<SettingsSheet>> settingsPage() = 0;
    /// The `limit` newest mails below `before` (0: from the newest).
    [[nodiscard]] virtual QFuture<Result<MailsPage>> mailsPage(MailList which, qint64 before, int limit) = 0;
    [[nodiscard]] virtual QFuture<Result<JournalPage>> journalPage(const JournalFilter &filter, qint64 before,
                                                                   int limit)
        = 0;
    /// Up to 50,000 rows; the database notes who took them.
    [[nodiscard]] virtual QFuture<Result<JournalExport>> journalExport(const JournalFilter &filter) = 0;
    [[nodiscard]] virtual QFuture<Result<JournalState>> journalState() = 0;
};

} // namespace desk
