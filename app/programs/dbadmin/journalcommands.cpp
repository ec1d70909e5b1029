// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/journalcommands.h"

#include "app/programs/dbadmin/journaltexts.h"
#include "app/programs/dbadmin/progressline.h"
#include "db/libpq/pgconnection.h"

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

void print(const QStringList &lines)
{
    for (const QString &line : lines)
        std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

/// As the owner of the tables where this log-in may; a log-in of an auditor that can just read them does as well.
Result<Done> becomeOwner(PgConnection &connection)
{
    const auto member = connection.exec("SELECT coalesce(bool_or(pg_has_role(oid, 'member')), false) AS member"
                                        " FROM pg_roles WHERE rolname = 'asp_owner'");
    if (!member)
        return Failure(member.error());
    return member->flag(0, "member") ? connection.execScript("SET ROLE asp_owner") : Result<Done>(Done{});
}

Result<Done> needChain(PgConnection &connection)
{
    const auto there = connection.exec("SELECT to_regclass('asp.journal_link') IS NOT NULL AS there");
    if (!there)
        return Failure(there.error());
    return there->flag(0, "there") ? Result<Done>(Done{})
                                   : Failure(Error{Error::Code::NotFound, u"no chain"_s, u"not_migrated"_s});
}

} // namespace

Result<Done> verify(PgConnection &connection, const Request &request)
{
    std::optional<AnchorFile::Content> anchor;
    if (!request.anchor.isEmpty()) {
        auto content = AnchorFile(request.anchor).read();
        if (!content)
            return Failure(content.error());
        anchor = std::move(*content);
    }
    if (const auto owner = becomeOwner(connection); !owner)
        return owner;
    std::optional<ProgressLine> line(std::in_place);
    const auto report = verifyJournal(connection, anchor, [&line](qint64 done, qint64 all) {
        line->show(u"verify"_s, all > 0 ? int(std::min<qint64>(100, done * 100 / all)) : 100);
    });
    line.reset();
    if (!report)
        return Failure(report.error());
    print(describe(*report, anchor.has_value()));
    if (report->whole())
        return Done{};
    return Failure(Error{Error::Code::Refused,
                         u"altered"_s,
                         u"journal_altered"_s,
                         {{u"count"_s, groupedNumber(report->findingsTotal)}}});
}

Result<Done> purge(PgConnection &connection, const Request &request)
{
    if (const auto chain = needChain(connection); !chain)
        return chain;
    if (const auto owner = becomeOwner(connection); !owner)
        return owner;
    JournalPurge purge(connection);
    const auto plan = purge.plan();
    if (!plan)
        return Failure(plan.error());
    print(QStringList{u"Journal, par genre de lignes :"_s} + describe(*plan));
    if (request.dryRun) {
        print({u"Essai : rien n’a été retiré."_s});
        return Done{};
    }
    std::optional<ProgressLine> line(std::in_place);
    qint64 due = 0;
    for (const PurgeLine &one : *plan)
        due += one.rows;
    const auto outcome = purge.run([&line, due](qint64 removed) {
        line->show(u"purge"_s, due > 0 ? int(std::min<qint64>(100, removed * 100 / due)) : 100);
    });
    line.reset();
    if (!outcome)
        return Failure(outcome.error());
    print({outcome->announcement == 0
               ? u"Rien n’avait passé sa durée."_s
               : u"Lignes retirées : %1. La purge est inscrite au journal, ligne %2, et scellée."_s
                     .arg(groupedNumber(outcome->removed))
                     .arg(outcome->announcement)});
    if (outcome->meters > 0)
        print({u"Compteurs de lecture périmés retirés : %1."_s.arg(groupedNumber(outcome->meters))});
    return Done{};
}

} // namespace desk::dbadmin
