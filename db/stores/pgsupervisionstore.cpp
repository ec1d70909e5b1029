// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgsupervisionstore.h"

#include "app/supervision/supervisionjson.h"
#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Values = QList<std::optional<QByteArray>>;

/// Asks `query` and reads its document in the worker's thread. Reading twice is reading once.
template <class T>
QFuture<Result<T>> ask(PgDatabase &database, QLatin1StringView query, const Values &values,
                       Result<T> (*read)(const QJsonObject &), std::chrono::milliseconds deadline = timelimits::file)
{
    DatabaseWorker::Options options;
    options.deadline = deadline;
    options.retry = true;
    return database.main().run(options, [query, values, read](DatabaseSession &db) -> Result<T> {
        const auto rows = db.exec(query, values);
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        return answer ? read(*answer) : Failure(answer.error());
    });
}

/// The same for what is announced first (db/schema/functions/README.md, "Reading in two steps").
template <class T>
QFuture<Result<T>> readAs(PgDatabase &database, QLatin1StringView what, const QJsonObject &params,
                          Result<T> (*read)(const QJsonObject &), std::chrono::milliseconds deadline = timelimits::file)
{
    DatabaseWorker::Options options;
    options.deadline = deadline;
    options.retry = true;
    return database.main().run(options, [what, params, read](DatabaseSession &db) -> Result<T> {
        const auto answer = readAnswer(db, what, params);
        return answer ? read(*answer) : Failure(answer.error());
    });
}

QString approvalsCode(SupervisionStore::Approvals which)
{
    switch (which) {
    case SupervisionStore::Approvals::Waiting:
        return u"waiting"_s;
    case SupervisionStore::Approvals::Mine:
        return u"mine"_s;
    case SupervisionStore::Approvals::Decided:
        break;
    }
    return u"decided"_s;
}

QString mailListCode(MailList which)
{
    switch (which) {
    case MailList::Waiting:
        return u"waiting"_s;
    case MailList::Failed:
        return u"failed"_s;
    case MailList::Sent:
        break;
    }
    return u"sent"_s;
}

QJsonValue startOf(qint64 before)
{
    return before > 0 ? QJsonValue(before) : QJsonValue();
}

} // namespace

QFuture<Result<QList<ApprovalRequest>>> PgSupervisionStore::approvals(Approvals which)
{
    return readAs(m_database, "approvals"_L1, {{"filter"_L1, approvalsCode(which)}}, approvalsFromJson);
}

QFuture<Result<QList<AccessChange>>> PgSupervisionStore::changes(Changes which)
{
    return readAs(m_database, "changes"_L1, {{"filter"_L1, which == Changes::Open ? u"open"_s : u"all"_s}},
                  changesFromJson);
}

QFuture<Result<WatchReport>> PgSupervisionStore::watch()
{
    return readAs(m_database, "watch"_L1, {}, watchFromJson);
}

QFuture<Result<QList<PostedNotice>>> PgSupervisionStore::notices(bool all)
{
    return ask(m_database, "supervision/notices"_L1, {sqlText(all ? u"all"_s : u"current"_s)}, noticesFromJson);
}

QFuture<Result<SettingsSheet>> PgSupervisionStore::settingsPage()
{
    return ask(m_database, "supervision/settings_page"_L1, {}, settingsFromJson);
}

QFuture<Result<MailsPage>> PgSupervisionStore::mailsPage(MailList which, qint64 before, int limit)
{
    return readAs(m_database, "mails_page"_L1,
                  {{"state"_L1, mailListCode(which)}, {"before"_L1, startOf(before)}, {"limit"_L1, limit}},
                  mailsFromJson);
}

QFuture<Result<JournalPage>> PgSupervisionStore::journalPage(const JournalFilter &filter, qint64 before, int limit)
{
    return readAs(m_database, "journal_page"_L1,
                  {{"filter"_L1, toJson(filter)}, {"before"_L1, startOf(before)}, {"limit"_L1, limit}},
                  journalFromJson);
}

QFuture<Result<JournalExport>> PgSupervisionStore::journalExport(const JournalFilter &filter)
{
    return readAs(m_database, "journal_export"_L1, {{"filter"_L1, toJson(filter)}}, journalExportFromJson,
                  timelimits::scripts);
}

QFuture<Result<JournalState>> PgSupervisionStore::journalState()
{
    return ask(m_database, "supervision/journal_state"_L1, {}, journalStateFromJson);
}

} // namespace desk
