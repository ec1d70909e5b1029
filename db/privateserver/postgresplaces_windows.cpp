// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresplaces.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk::postgresPlaces {

QStringList usual(const QString &root)
{
    QStringList folders;
    for (const char *variable : {"ProgramFiles", "ProgramW6432"}) {
        const QString programs = root.isEmpty() ? qEnvironmentVariable(variable) : root + "/Program Files"_L1;
        if (programs.isEmpty())
            continue;
        const QDir dir(QDir::fromNativeSeparators(programs) + "/PostgreSQL"_L1);
        const QStringList versions = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &version : versions)
            folders << dir.filePath(version) + "/bin"_L1;
    }
    folders.removeDuplicates();
    return folders;
}

QString fileOf(const QString &program)
{
    return program + ".exe"_L1;
}

} // namespace desk::postgresPlaces
