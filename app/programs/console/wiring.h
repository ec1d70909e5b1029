// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/caseservice.h"
#include "app/operations/operation.h"
#include "app/session/sessionstore.h"

#include <QObject>

namespace desk {

class CallService;
class LocalStore;
class OperationService;
class ScriptService;
class SessionService;

/// Connects the services to one another, so that none of them knows more than it needs. GUI thread.
class Wiring : public QObject {
    Q_OBJECT
public:
    struct Parts {
        SessionStore &store;
        LocalStore &local;
        SessionService &session;
        OperationService &operations;
        CallService &calls;
        CaseService &cases;
        ScriptService &scripts;
    };
    /// `scriptFolder`: an author's folder to read the scripts from instead of the published ones; empty for none.
    Wiring(const Parts &parts, QString scriptFolder, QObject *parent = nullptr);

private:
    void onLoggedIn(const SessionInfo &info);
    void loadScripts();
    void useScripts(const QList<PublishedScript> &scripts);
    void fallBack(const QList<PublishedScript> &scripts, const QStringList &unusable);
    void useCachedScripts();
    void onOperationFinished(const OperationOutcome &outcome);
    void tellScriptsTheCase();
    void tellScriptsTheCall();

    Parts m_;
    QString m_scriptFolder;
};

} // namespace desk
