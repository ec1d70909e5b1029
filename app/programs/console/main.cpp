// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// asp-console: the composition root. Creates every object in order of dependence, wires them, and nothing else.
#include "app/access/accessservice.h"
#include "app/calls/callservice.h"
#include "app/handover/handoverserver.h"
#include "app/local/sealedlocalstore.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/programs/console/demo.h"
#include "app/programs/console/options.h"
#include "app/programs/console/wiring.h"
#include "app/scripts/scriptservice.h"
#include "app/secrets/keychainsecretstore.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "app/supervision/requestwatch.h"
#include "app/tickets/bulkservice.h"
#include "app/tickets/presenceservice.h"
#include "db/local/sqlitelocalstore.h"
#include "db/privateserver/privateserver.h"
#include "db/stores/pgaccessstore.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgdraftstore.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgoverviewstore.h"
#include "db/stores/pgsessionstore.h"
#include "db/stores/pgsupervisionstore.h"
#include "db/stores/pgticketstore.h"
#include "resources/resources.h"
#include "ui/common/translators.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/uiservices.h"

#include <QApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Everything the window needs, in order of dependence; destroyed in reverse.
struct Console {
    explicit Console(const ConsoleOptions &options)
        : settings(options.settingsFile), localFile(options.keepFolder),
          privateServer({fillWithDemo, {}, {}, refreshDemoData}),
          wiring({sessionStore, local, session, operations, calls, cases, scripts}, options.scriptFolder)
    {
    }
    AppSettings settings;
    ServerClock clock;
    SqliteLocalStore localFile;
    KeychainSecretStore secrets;
    PrivateServer privateServer;
    PgDatabase database;
    PgSessionStore sessionStore{database};
    PgLookupStore lookupStore{database};
    PgOperationStore operationStore{database};
    PgSupervisionStore supervisionStore{database};
    PgTicketStore ticketStore{database};
    PgOverviewStore overviewStore{database};
    PgDraftStore drafts{database};
    SealedLocalStore local{localFile, secrets, drafts};
    PgAccessStore accessStore{database};
    SessionService session{sessionStore, secrets, clock};
    OperationService operations{operationStore, session, local};
    CallService calls{operationStore, operations, session, local, clock};
    CaseService cases{lookupStore, calls, session};
    AccessService access{accessStore, lookupStore, session, calls};
    ScriptService scripts{operations, local, clock};
    RequestWatch requests{supervisionStore, session, local};
    PresenceService presence{ticketStore, session};
    BulkService bulk{ticketStore, session};
    Wiring wiring;

    [[nodiscard]] UiServices forWindow()
    {
        return {settings,      clock,        session,          cases,    calls,  operations,  scripts,
                privateServer, local,        supervisionStore, requests, access, ticketStore, presence,
                bulk,          overviewStore};
    }
};

std::optional<ConnectionSettings> whereTo(const ConsoleOptions &options)
{
    if (options.demo == ConsoleOptions::Demo::No)
        return options.database;
    ConnectionSettings demo;
    demo.kind = ConnectionSettings::Kind::Private;
    demo.privateFolder = options.privateFolder;
    demo.login = options.demo == ConsoleOptions::Demo::Supervisor ? u"superviseur.demo"_s : u"agent.demo"_s;
    return demo;
}

/// What the command line chose holds for this run only; what is changed in the window later is kept as usual.
void dressUp(QApplication &app, AppSettings &settings, const ConsoleOptions &options)
{
    const auto theme = [&settings, &options] {
        if (options.theme.isEmpty())
            return settings.theme();
        return options.theme == "dark"_L1 ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light;
    };
    applyTheme(app, theme());
    installTranslators(app, options.language.isEmpty() ? settings.language() : options.language);
    QObject::connect(&settings, &AppSettings::themeChanged, &app,
                     [&app, &settings] { applyTheme(app, settings.theme()); });
    QObject::connect(&settings, &AppSettings::languageChanged, &app,
                     [&app, &settings] { installTranslators(app, settings.language()); });
}

int run(QApplication &app, const ConsoleOptions &options)
{
    Console console(options);
    dressUp(app, console.settings, options);
    const bool firstTime = console.settings.windowState(u"main"_s).isEmpty();
    MainWindow window(console.forWindow());
    window.setPrivateFolderAside([](const QString &folder) { return PrivateServer::setAside(folder); });
    if (firstTime)
        window.showMaximized(); // a 1366x768 desk has no room to spare for a frame of our choosing
    else
        window.show();
    HandoverServer ear;
    QObject::connect(&ear, &HandoverServer::received, &window, &MainWindow::offer);
    (void)ear.listen(); // another console of this session listens: it stays the one that is handed things
    if (options.handover)
        window.offer(*options.handover);
    window.begin(whereTo(options));
    const int code = QApplication::exec();
    console.privateServer.stop();
    return code;
}

} // namespace

} // namespace desk

int main(int argc, char **argv)
{
    // --help and --version answer without a screen.
    QStringList early;
    for (int i = 1; i < argc; ++i)
        early.append(QString::fromLocal8Bit(argv[i]));
    if (early.contains(u"--version"_s) || early.contains(u"-v"_s)) {
        QTextStream(stdout) << u"asp-console %1, opérations version %2, schéma %3 ou plus récent"_s
                                   .arg(QStringLiteral(DESK_VERSION))
                                   .arg(desk::clientVersion)
                                   .arg(desk::oldestSchema)
                            << Qt::endl;
        return 0;
    }
    if (early.contains(u"--help"_s) || early.contains(u"-h"_s)) {
        QCoreApplication bare(argc, argv);
        QTextStream(stdout) << desk::consoleHelp();
        return 0;
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"asp-console"_s);
    QApplication::setOrganizationName(u"asp-console"_s);
    QApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
    QApplication::setDesktopFileName(u"asp-console"_s);
    desk::initResources();

    const auto options = desk::ConsoleOptions::parse(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << "asp-console : " << options.error().detail << Qt::endl;
        return 2;
    }
    // A plain second start shows the window that is there; one that says where to connect is a console of its own.
    const bool plain = QCoreApplication::arguments().size() == 1;
    if ((options->handover || plain) && desk::HandoverServer::send(options->handover.value_or(desk::Handover())))
        return 0;
    return desk::run(app, *options);
}
