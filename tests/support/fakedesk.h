// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessservice.h"
#include "app/calls/callservice.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "app/supervision/requestwatch.h"
#include "app/tickets/bulkservice.h"
#include "app/tickets/presenceservice.h"
#include "tests/support/fakestores.h"
#include "tests/support/fakesupervision.h"
#include "tests/support/faketickets.h"
#include "ui/uiservices.h"

#include <QTemporaryDir>

namespace desk::test {

/// The real services on fake ports, for tests of pages. Log-ins, look-ups and operations wait for the test; what no
/// page test looks at is answered at once.
struct FakeDesk {
    FakeDesk()
    {
        operationStore.finds.always = Result<std::optional<OperationOutcome>>(std::nullopt);
        operationStore.saves.always = Done();
        sessionStore.pulses.always = Pulse();
        accessStore.statuses.always = CheckStatus{{}, 3, QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC)};
        sessionStore.scripts.always = QList<PublishedScript>();
        tickets.presences.always = QHash<TicketNumber, QList<Presence>>();
    }
    [[nodiscard]] UiServices ui()
    {
        return {settings, clock,       session,  cases,  calls,   operations, scripts, privateServer,
                local,    supervision, requests, access, tickets, presence,   bulk,    overview};
    }
    /// What the server says of itself from now on.
    [[nodiscard]] Pulse &nextPulse() { return sessionStore.pulses.always->value(); }

    QTemporaryDir folder;
    FakeLookupStore lookups;
    FakeOperationStore operationStore;
    FakeAccessStore accessStore;
    FakeSessionStore sessionStore;
    FakeSecretStore secrets;
    FakePrivateServer privateServer;
    FakeLocalStore local;
    FakeSupervisionStore supervision;
    FakeTicketStore tickets;
    FakeOverviewStore overview;
    ServerClock clock;
    AppSettings settings{folder.filePath(QStringLiteral("console.ini"))};
    SessionService session{sessionStore, secrets, clock};
    OperationService operations{operationStore, session, local};
    CallService calls{operationStore, operations, session, local, clock};
    CaseService cases{lookups, calls, session};
    AccessService access{accessStore, lookups, session, calls};
    ScriptService scripts{operations, local, clock};
    RequestWatch requests{supervision, session, local};
    PresenceService presence{tickets, session};
    BulkService bulk{tickets, session};
};

} // namespace desk::test
