// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/commandline.h"
#include "app/programs/dbadmin/commands.h"
#include "app/programs/dbadmin/messages.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int done = 0, failed = 1, misused = 2;

void complain(const QString &sentence)
{
    std::fprintf(stderr, "asp-dbadmin : %s\n", qUtf8Printable(sentence));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"asp-dbadmin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ASP_VERSION));

    QString complaint;
    const auto request = dbadmin::parseCommandLine(QCoreApplication::arguments(), complaint);
    if (!request) {
        complain(complaint + u" Aide : asp-dbadmin --help"_s);
        return misused;
    }
    if (request->command == dbadmin::Command::Help || request->command == dbadmin::Command::Version) {
        const QString text = request->command == dbadmin::Command::Help
            ? dbadmin::helpText()
            : u"asp-dbadmin %1\n"_s.arg(app.applicationVersion());
        std::fputs(qUtf8Printable(text), stdout);
        return done;
    }
    const Result<Done> result = dbadmin::run(*request);
    if (result)
        return done;
    complain(dbadmin::explain(result.error()));
    const QString rule = result.error().rule;
    if (request->command == dbadmin::Command::Verify) // as diff does: "differs" is not "trouble"
        return rule == "journal_altered"_L1 ? failed : misused;
    return rule == "uri_password"_L1 || rule == "bad_uri"_L1 ? misused : failed;
}
