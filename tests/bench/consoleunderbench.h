// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessservice.h"
#include "app/calls/callservice.h"
#include "app/local/sealedlocalstore.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
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
#include "ui/shell/mainwindow.h"
#include "ui/uiservices.h"

#include <QTemporaryDir>

namespace desk::bench {

/// The console as asp-console puts it together, with settings and drafts in a folder that is thrown away.
struct ConsoleUnderBench {
    QTemporaryDir folder;
    AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
    ServerClock clock;
    SqliteLocalStore localFile{folder.filePath(QStringLiteral("keep"))};
    KeychainSecretStore secrets;
    PrivateServer privateServer{{}};
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
    Wiring wiring{{sessionStore, local, session, operations, calls, cases, scripts}, {}};
    UiServices services{settings,      clock,        session,          cases,    calls,  operations,  scripts,
                        privateServer, local,        supervisionStore, requests, access, ticketStore, presence,
                        bulk,          overviewStore};
    MainWindow window{services};
};

} // namespace desk::bench
