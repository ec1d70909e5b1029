// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Throw-away servers for shell scripts:
//   eval "$(asp-testcluster start DIR [--bare] [--durable] [--set name=value]...)"
//   asp-testcluster stop DIR
//   asp-testcluster keep DIR        makes a cluster ready for tests and keeps its data in DIR: each starts on a copy
//   when
//                                   DESK_TEST_CLUSTER names it
// DIR is made by start and removed by stop. It prints ASP_CLUSTER_SOCKET, ASP_CLUSTER_PORT and
// ASP_CLUSTER_DATABASE. The log-ins and passwords are those of TempCluster.
#include "db/privateserver/postgresserver.h"
#include "tests/support/clustercontent.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Result<std::unique_ptr<PostgresServer>> serverOn(const QString &folder, bool durable, const QStringList &settings)
{
    const Result<ServerUser> user = ServerUser::choose();
    if (!user)
        return Failure(user.error());
    const Result<PostgresPrograms> programs = PostgresPrograms::locate();
    if (!programs)
        return Failure(programs.error());
    if (user->isAnother())
        QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ExeGroup | QFile::ExeOther);
    const PostgresServer::Options options{folder, testsupport::superuser, testsupport::freePort(), durable, settings};
    return std::make_unique<PostgresServer>(*programs, *user, options);
}

Result<Done> start(const QString &folder, const QCommandLineParser &parser)
{
    if (QFileInfo::exists(folder))
        return fail(Error::Code::Invalid, u"the folder exists"_s);
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Invalid, u"the folder cannot be made"_s);
    const auto server = serverOn(folder, parser.isSet(u"durable"_s), parser.values(u"set"_s));
    if (!server)
        return Failure(server.error());
    const bool ready = !parser.isSet(u"bare"_s) && testsupport::takeKeptCluster(folder);
    if (const Result<Done> made = (*server)->create(); !made)
        return made;
    if (const Result<Done> started = (*server)->startDetached(); !started)
        return started;
    if (!parser.isSet(u"bare"_s)) {
        const ConnInfo admin = (*server)->connInfo(u"postgres"_s, testsupport::superuser);
        if (const Result<Done> prepared = ready ? Done{} : testsupport::prepareCluster(admin); !prepared)
            return prepared;
        if (const Result<Done> made = testsupport::createDatabase(admin, u"asp"_s, true); !made)
            return made;
    }
    std::printf("export ASP_CLUSTER_SOCKET='%s' ASP_CLUSTER_PORT=%d ASP_CLUSTER_DATABASE=%s\n",
                qUtf8Printable((*server)->socketFolder()), (*server)->port(),
                parser.isSet(u"bare"_s) ? "postgres" : "asp");
    return Done{};
}

Result<Done> stop(const QString &folder)
{
    const auto server = serverOn(folder, false, {});
    if (!server)
        return Failure(server.error());
    if (const Result<Done> stopped = (*server)->stopLeftOver(); !stopped)
        return stopped;
    QDir(folder).removeRecursively();
    return Done{};
}

Result<Done> keep(const QString &kept)
{
    QTemporaryDir folder(testsupport::scratchFolder() + "/asp-essai-XXXXXX"_L1);
    const auto server = serverOn(folder.path(), false, {u"min_wal_size=32MB"_s});
    if (!server)
        return Failure(server.error());
    if (const Result<Done> made = (*server)->create(); !made)
        return made;
    if (const Result<Done> started = (*server)->start(); !started)
        return started;
    const ConnInfo admin = (*server)->connInfo(u"postgres"_s, testsupport::superuser);
    if (const Result<Done> prepared = testsupport::prepareCluster(admin); !prepared)
        return prepared;
    (*server)->stop(std::chrono::seconds(30));
    return testsupport::keepCluster(folder.path(), kept);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"action"_s, u"start, stop or keep"_s);
    parser.addPositionalArgument(u"folder"_s, u"where the server lives"_s);
    parser.addOption({u"bare"_s, u"no roles, no log-ins, no database"_s});
    parser.addOption({u"durable"_s, u"as safe against power cuts as in service"_s});
    parser.addOption({u"set"_s, u"a setting of the server"_s, u"name=value"_s});
    parser.process(app);
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || !QStringList{u"start"_s, u"stop"_s, u"keep"_s}.contains(words[0]))
        parser.showHelp(2);
    const QString folder = QDir(words[1]).absolutePath();
    const Result<Done> done = words[0] == "start"_L1 ? start(folder, parser)
        : words[0] == "stop"_L1                      ? stop(folder)
                                                     : keep(folder);
    if (done)
        return 0;
    std::fprintf(stderr, "asp-testcluster: %s %s %s:%d\n", qUtf8Printable(done.error().rule),
                 qUtf8Printable(done.error().detail), qUtf8Printable(done.error().params.value(u"file"_s).toString()),
                 done.error().params.value(u"line"_s).toInt());
    return 1;
}
