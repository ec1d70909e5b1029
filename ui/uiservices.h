// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace desk {

class AccessService;
class AppSettings;
class BulkService;
class CallService;
class CaseService;
class OperationService;
class OverviewStore;
class PresenceService;
class PrivateServerPort;
class RequestWatch;
class ScriptService;
class ServerClock;
class SessionService;
class LocalStore;
class SupervisionStore;
class TicketStore;

/// What pages are given: the services, owned by main() and outliving every widget.
struct UiServices {
    AppSettings &settings;
    ServerClock &clock;
    SessionService &session;
    CaseService &cases;
    CallService &calls;
    OperationService &operations;
    ScriptService &scripts;
    PrivateServerPort &privateServer;
    LocalStore &local;
    SupervisionStore &supervision;
    RequestWatch &requests;
    AccessService &access;
    TicketStore &tickets;
    PresenceService &presence;
    BulkService &bulk;
    OverviewStore &overview;
};

} // namespace desk
