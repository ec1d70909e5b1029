// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/journal/journalworld.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto prepare = R"sql(
do $$
begin
    for i in 1..20 loop
        insert into asp.journal (kind, actor, call_id, operation_id, establishment_id, account_id, ticket, rule, detail)
        values ('open_file', 'agent1', '00000000-0000-4000-8000-000000000001', null, i, null, null, null, '{}'),
               ('operation', 'agent2', null, '00000000-0000-4000-8000-0000000000aa', 1, i, 48213, null,
                '{"kind": "account.unlock", "é": [1, 2.50, null]}'),
               ('refused', 'agent1', null, null, null, null, null, 'rate_limited', '{"read": "open_file"}');
        commit;
    end loop;
end $$;
)sql";

Result<PgConnection> opened(const TempCluster &cluster, const QString &database, const QByteArray &first)
{
    auto connection = cluster.connect(u"admin"_s, database);
    if (connection) {
        if (const auto done = connection->execScript(first); !done)
            return Failure(done.error());
    }
    return connection;
}

} // namespace

bool JournalWorld::start(QString *why)
{
    return m_cluster.start(why) && fresh(why);
}

bool JournalWorld::fresh(QString *why)
{
    error.clear();
    m_database = u"journal%1"_s.arg(++m_count);
    if (!m_cluster.createDatabase(m_database, true, why))
        return false;
    auto owner = opened(m_cluster, m_database, "set role asp_owner");
    auto tamperer = opened(m_cluster, m_database, "set session_replication_role = replica");
    if (!owner || !tamperer)
        return false;
    m_owner = std::move(*owner);
    m_tamperer = std::move(*tamperer);
    static_cast<void>(own("delete from asp.environment where false"));
    if (const auto done = m_owner.execScript(prepare); !done)
        failed(done.error());
    seal();
    *why = error;
    return error.isEmpty();
}

void JournalWorld::tamper(const QByteArray &sql)
{
    if (const auto done = m_tamperer.execScript(sql); !done)
        failed(done.error());
}

QString JournalWorld::own(const QByteArray &sql)
{
    const auto rows = m_owner.exec("select (" + sql + ")::text as v");
    if (rows)
        return rows->text(0, "v");
    const auto done = m_owner.execScript(sql); // no expression: a statement
    if (!done)
        failed(done.error());
    return {};
}

void JournalWorld::seal()
{
    while (own("asp.f_seal(10000) ->> 'more'") == "true"_L1) { }
}

AnchorFile::Content JournalWorld::anchorOfNow(const QDateTime &at)
{
    AnchorFile::Content content;
    content.entries.append(
        {1,
         {at,
          {own("select seq from asp.journal_head").toLongLong(),
           QByteArray::fromHex(own("select encode(hash, 'hex') from asp.journal_head").toLatin1())}}});
    return content;
}

JournalReport JournalWorld::verify(const std::optional<AnchorFile::Content> &anchor)
{
    auto report = verifyJournal(m_owner, anchor);
    if (!report)
        failed(report.error());
    return report.value_or(JournalReport());
}

JournalWorld::Outcome JournalWorld::dbadmin(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(ASP_DBADMIN), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace desk
