// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/commands.h"
#include "app/programs/dbadmin/checkcommand.h"

#include "app/programs/dbadmin/journalcommands.h"
#include "app/programs/dbadmin/lintcommand.h"
#include "app/programs/dbadmin/progressline.h"
#include "app/programs/dbadmin/target.h"
#include "app/programs/dbadmin/terminal.h"
#include "db/demo/generator.h"
#include "db/demo/simulate.h"
#include "db/schema/migrator.h"

#include <QLocale>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

void print(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

/// "1 234 567", with the thin spaces of French.
QString grouped(qint64 number)
{
    return QLocale(QLocale::French, QLocale::France).toString(number);
}

Result<Target> openTarget(const Request &request)
{
    ProgressLine line;
    return Target::open(request.database, [&line](const QString &step, int percent) { line.show(step, percent); });
}

Result<Done> needSchema(PgConnection &connection)
{
    const Result<int> version = Migrator(connection).currentVersion();
    if (!version)
        return Failure(version.error());
    if (*version == 0)
        return Failure(Error{Error::Code::NotFound, u"no schema"_s, u"not_migrated"_s});
    return Done{};
}

Result<Done> makeRoles(PgConnection &connection)
{
    const Result<Done> done = Migrator(connection).applyRoles();
    if (done)
        print(
            u"Les groupes de droits sont en place : asp_owner, asp_agent, asp_supervisor, asp_relay, asp_extranet."_s);
    return done;
}

Result<Done> migrate(PgConnection &connection)
{
    std::optional<ProgressLine> line(std::in_place);
    const auto report
        = Migrator(connection).migrate([&line](const QString &step, int percent) { line->show(step, percent); });
    line.reset();
    if (!report)
        return Failure(report.error());
    if (report->rolesMade)
        print(u"Groupes de droits créés."_s);
    print(report->from == report->to
              ? u"Les tables sont à jour (version %1)."_s.arg(report->to)
              : u"Tables passées de la version %1 à la version %2."_s.arg(report->from).arg(report->to));
    if (report->codeMade)
        print(u"Fonctions, droits et règles remis en place."_s);
    if (report->untriedServer > 0)
        print(
            u"Attention : PostgreSQL %1 est plus récent que ceux essayés avec cette version. La base a été préparée ; "
            "essayez-la avant de vous y fier."_s.arg(report->untriedServer));
    if (report->scriptsPublished > 0)
        print(u"Scripts publiés : %1."_s.arg(report->scriptsPublished));
    if (report->scriptsDrafted > 0)
        print(
            u"Scripts nouveaux ou modifiés, en brouillon jusqu’à leur publication : %1."_s.arg(report->scriptsDrafted));
    return Done{};
}

Result<Done> fillWithDemo(PgConnection &connection, const Request &request)
{
    if (const Result<Done> schema = needSchema(connection); !schema)
        return schema;
    DemoOptions options;
    options.establishments = request.establishments;
    options.seed = request.seed;
    std::optional<ProgressLine> line(std::in_place);
    const auto summary
        = generateDemo(connection, options, [&line](const QString &step, int percent) { line->show(step, percent); });
    line.reset();
    if (!summary)
        return Failure(summary.error());
    print(u"Établissements : %1. Comptes : %2. Habilitations : %3. Courriels : %4. Demandes : %5, dont %6 ouvertes."_s
              .arg(grouped(summary->establishments), grouped(summary->accounts), grouped(summary->habilitations),
                   grouped(summary->mails), grouped(summary->tickets), grouped(summary->openTickets)));
    print(u"\nDes appelants à essayer :"_s);
    for (const DemoCaller &caller : summary->callers)
        print(u"  %1  %2\n      %3"_s.arg(caller.key, -16).arg(caller.title, caller.situation));
    return Done{};
}

Result<Done> simulate(PgConnection &connection, const Request &request)
{
    if (const Result<Done> schema = needSchema(connection); !schema)
        return schema;
    catchInterrupt();
    print(u"L’extranet est joué sur cette base. Ctrl+C pour arrêter."_s);
    SimulateOptions options;
    options.everySeconds = request.everySeconds;
    options.count = request.events;
    const Result<int> played = simulateExtranet(
        connection, options, [](const SimulatedEvent &event) { print(describe(event)); }, interrupted);
    if (!played)
        return Failure(played.error());
    print(u"Événements joués : %1."_s.arg(*played));
    return Done{};
}

} // namespace

Result<Done> run(const Request &request)
{
    if (request.command == Command::Lint)
        return lint(request.files);
    Result<Target> target = openTarget(request);
    if (!target)
        return Failure(target.error());
    PgConnection &connection = target->connection();
    switch (request.command) {
    case Command::Check:
        return checkServerAndPrint(connection);
    case Command::Roles:
        return makeRoles(connection);
    case Command::Migrate:
        return migrate(connection);
    case Command::Demo:
        return fillWithDemo(connection, request);
    case Command::Simulate:
        return simulate(connection, request);
    case Command::Verify:
        return verify(connection, request);
    case Command::Purge:
        return purge(connection, request);
    case Command::Lint:
    case Command::Help:
    case Command::Version:
        break;
    }
    return Done{};
}

} // namespace desk::dbadmin
