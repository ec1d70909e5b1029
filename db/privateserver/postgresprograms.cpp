// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/postgresprograms.h"

#include "db/privateserver/postgresplaces.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

int majorOf(const QString &folder)
{
    const QString program = PostgresPrograms{folder}.path(u"postgres"_s);
    for (const QString &needed : {u"initdb"_s, u"postgres"_s, u"pg_ctl"_s}) {
        if (!QFileInfo(PostgresPrograms{folder}.path(needed)).isExecutable())
            return 0;
    }
    QProcess process;
    process.start(program, {u"--version"_s});
    if (!process.waitForFinished(5000))
        return 0;
    static const QRegularExpression number(u"(\\d+)"_s); // "postgres (PostgreSQL) 15.4"
    return number.match(QString::fromLocal8Bit(process.readAllStandardOutput())).captured(1).toInt();
}

QVariantMap advice(const QStringList &looked, int wantedMajor)
{
    const int major = std::max(wantedMajor, PostgresPrograms::oldestMajor);
    const QString product = QSysInfo::productType();
    QString platform = u"other"_s, install = u"https://www.postgresql.org/download/"_s;
    if (product == "debian"_L1 || product == "ubuntu"_L1 || product == "linuxmint"_L1) {
        platform = u"debian"_s;
        install = wantedMajor != 0 ? u"sudo apt install postgresql-%1"_s.arg(major) : u"sudo apt install postgresql"_s;
    } else if (product == "fedora"_L1 || product == "rhel"_L1 || product == "rocky"_L1 || product == "almalinux"_L1) {
        platform = u"redhat"_s;
        install = u"sudo dnf install postgresql-server postgresql-contrib"_s;
    } else if (product == "macos"_L1) {
        platform = u"macos"_s;
        install = u"brew install postgresql@%1"_s.arg(major);
    } else if (product == "windows"_L1) {
        platform = u"windows"_s;
        install = u"https://www.postgresql.org/download/windows/"_s;
    }
    return {{u"install"_s, install}, {u"platform"_s, platform}, {u"looked"_s, looked}, {u"major"_s, major}};
}

} // namespace

QString PostgresPrograms::path(const QString &program) const
{
    return folder + u'/' + postgresPlaces::fileOf(program);
}

Result<PostgresPrograms> PostgresPrograms::newestIn(const QStringList &folders, int wantedMajor)
{
    PostgresPrograms best;
    for (const QString &candidate : folders) {
        const int major = majorOf(candidate);
        if (major >= oldestMajor && major > best.major && (wantedMajor == 0 || major == wantedMajor))
            best = {candidate, major};
    }
    if (best.major != 0)
        return best;
    return Failure(Error{Error::Code::NotFound, u"no PostgreSQL programs found"_s, u"no_postgresql"_s,
                         advice(folders, wantedMajor)});
}

Result<PostgresPrograms> PostgresPrograms::locate(const QString &folder, int wantedMajor)
{
    const QString named = folder.isEmpty() ? qEnvironmentVariable("ASP_PG_BIN") : folder;
    if (!named.isEmpty())
        return newestIn({named}, wantedMajor);
    QStringList folders;
    if (const QString found = QStandardPaths::findExecutable(u"postgres"_s); !found.isEmpty())
        folders << QFileInfo(found).canonicalPath();
    folders << postgresPlaces::usual();
    folders.removeDuplicates();
    return newestIn(folders, wantedMajor);
}

} // namespace desk
