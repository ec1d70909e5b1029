// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresplaces.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk::postgresPlaces {

QStringList usual(const QString &root)
{
    struct Parent {
        QLatin1StringView folder, versions;
    };
    static constexpr Parent parents[] = {
        {"/usr/lib/postgresql"_L1, "*"_L1}, // Debian
        {"/usr"_L1, "pgsql-*"_L1}, // Red Hat, from postgresql.org
        {"/opt/homebrew/opt"_L1, "postgresql*"_L1},
        {"/usr/local/opt"_L1, "postgresql*"_L1},
        {"/Applications/Postgres.app/Contents/Versions"_L1, "*"_L1},
    };
    QStringList folders;
    for (const Parent &parent : parents) {
        const QDir dir(root + parent.folder);
        const QStringList versions = dir.entryList({parent.versions}, QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &version : versions)
            folders << dir.filePath(version) + "/bin"_L1;
    }
    return folders << root + "/usr/local/pgsql/bin"_L1;
}

QString fileOf(const QString &program)
{
    return program;
}

} // namespace desk::postgresPlaces
