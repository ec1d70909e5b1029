// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/localstore.h"
#include "app/operations/operation.h"
#include "app/scripts/scriptwalk.h"

#include <QJsonArray>
#include <QObject>

#include <functional>
#include <optional>

namespace desk {

/// Keeps walks: the one under way on this machine, with the scripts it began with; finished ones in the central
/// database, as an operation of their call. One that ended before there was a call waits here for the next one. GUI
/// thread.
class WalkKeeper {
public:
    using Submit = std::function<void(const OperationRequest &)>;
    /// What was under way when the console stopped.
    struct Kept {
        std::optional<ScriptWalk> walk;
        QJsonObject unread; ///< the walk, when the scripts kept with it do not let it go on
        bool saved = false; ///< its end was already handed over
        QList<CarriedOut> done; ///< in the call
    };

    WalkKeeper(LocalStore &local, Submit submit);

    /// Replaces what is kept of the walk under way (ScriptWalk::toDocument(), empty: none); nothing is kept without a
    /// walk and without anything done.
    void keepUnderWay(const QJsonObject &walk, bool saved, const QList<CarriedOut> &done);
    /// The texts of every script a walk from `rootId` can come to: a restart finds the versions it began with.
    void keepScripts(const ScriptCatalogue &catalogue, const QString &rootId);
    /// Hands a finished (or abandoned) walk over: with its call, else for the ticket it was walked for (0: none), else
    /// with the next call.
    void save(const ScriptWalk &walk, const QString &outcome, const QDateTime &endedAt, TicketNumber forTicket);
    /// The same for one that cannot go on, from what was kept of it.
    void saveUnread(const QJsonObject &walk);
    /// A call exists: what waited for one is sent with it.
    void setCall(const QUuid &call);
    /// Reads back what was kept; `found` is called at most once, and never after the guard has died.
    void restore(QObject *guard, std::function<void(Kept)> found);

private:
    void hand(const QJsonObject &record, const QUuid &call, bool forTicket);
    void submit(const QJsonObject &record, const QUuid &call);
    void keepWaiting();

    LocalStore &m_local;
    Submit m_submit;
    QUuid m_call;
    QJsonArray m_waiting;
};

} // namespace desk
