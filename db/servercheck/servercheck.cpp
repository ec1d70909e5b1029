// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/servercheck/servercheck.h"

#include <QDir>
#include <QFile>

#include <mutex>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must not be used inside a namespace.
static void registerCheckFiles()
{
    Q_INIT_RESOURCE(desk_check_files);
}

namespace desk {

namespace {

Result<CheckOutcome> look(PgConnection &connection, const QString &check)
{
    QFile file(u":/servercheck/%1.sql"_s.arg(check));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Internal, u"no file for the check "_s + check);
    CheckOutcome outcome{check, CheckOutcome::State::Sound, {}};
    const Result<PgRows> rows = connection.exec(file.readAll());
    if (!rows) {
        if (rows.error().code == Error::Code::Unavailable)
            return Failure(rows.error());
        outcome.state = CheckOutcome::State::NotSeen;
        return outcome;
    }
    for (int row = 0; row < rows->size(); ++row)
        outcome.found << rows->text(row, "found");
    if (!outcome.found.isEmpty())
        outcome.state = CheckOutcome::State::Found;
    return outcome;
}

} // namespace

QStringList serverChecks()
{
    static std::once_flag once;
    std::call_once(once, registerCheckFiles);
    QStringList names;
    for (const QFileInfo &file : QDir(u":/servercheck"_s).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name))
        names << file.completeBaseName();
    return names;
}

Result<QList<CheckOutcome>> checkServer(PgConnection &connection)
{
    QList<CheckOutcome> outcomes;
    for (const QString &check : serverChecks()) {
        const Result<CheckOutcome> outcome = look(connection, check);
        if (!outcome)
            return Failure(outcome.error());
        outcomes << *outcome;
    }
    return outcomes;
}

} // namespace desk
