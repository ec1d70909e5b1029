// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgsupervisionstore.h"

#include "db/stores/jsonanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QJsonValue startOf(qint64 before)
{
    return before > 0 ? QJsonValue(before) : QJsonValue();
}

} // namespace

QFuture<Result<QList<ApprovalRequest>>> PgSupervisionStore::approvals(Approvals which)
{
    return readAs(m_database, "approvals"_L1, {{"filter"_L1, codeOf(which)}}, Under<ApprovalRequest>{"requests"_L1});
}

QFuture<Result<QList<AccessChange>>> PgSupervisionStore::changes(Changes which)
{
    return readAs(m_database, "changes"_L1, {{"filter"_L1, codeOf(which)}}, Under<AccessChange>{"changes"_L1});
}

QFuture<Result<WatchReport>> PgSupervisionStore::watch()
{
    return readAs(m_database, "watch"_L1, {}, fromDocument<WatchReport>);
}

QFuture<Result<QList<PostedNotice>>> PgSupervisionStore::notices(bool all)
{
    return ask(m_database, "supervision/notices"_L1, {sqlText(all ? u"all"_s : u"current"_s)},
               Under<PostedNotice>{"notices"_L1});
}

QFuture<Result<SettingsSheet>> PgSupervisionStore::settingsPage()
{
    return ask(m_database, "supervision/settings_page"_L1, {}, fromDocument<SettingsSheet>);
}

QFuture<Result<MailsPage>> PgSupervisionStore::mailsPage(MailList which, qint64 before, int limit)
{
    return readAs(m_database, "mails_page"_L1,
                  {{"state"_L1, codeOf(which)}, {"before"_L1, startOf(before)}, {"limit"_L1, limit}},
                  fromDocument<MailsPage>);
}

QFuture<Result<JournalPage>> PgSupervisionStore::journalPage(const JournalFilter &filter, qint64 before, int limit)
{
    return readAs(m_database, "journal_page"_L1,
                  {{"filter"_L1, toDocument(filter)}, {"before"_L1, startOf(before)}, {"limit"_L1, limit}},
                  fromDocument<JournalPage>);
}

QFuture<Result<JournalExport>> PgSupervisionStore::journalExport(const JournalFilter &filter)
{
    return readAs(m_database, "journal_export"_L1, {{"filter"_L1, toDocument(filter)}}, fromDocument<JournalExport>,
                  timelimits::scripts);
}

QFuture<Result<JournalState>> PgSupervisionStore::journalState()
{
    return ask(m_database, "supervision/journal_state"_L1, {}, fromDocument<JournalState>);
}

} // namespace desk
