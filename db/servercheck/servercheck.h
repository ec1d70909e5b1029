// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"

#include <QStringList>

namespace desk {

/// What one check of a server came to.
struct CheckOutcome {
    enum class State {
        Sound, ///< nothing found
        Found, ///< something is wrong; `found` says what
        NotSeen ///< this log-in may not look, or the look failed: not the same as sound
    };
    QString check; ///< name of its file in db/servercheck/checks
    State state = State::Sound;
    QStringList found; ///< the server's own names: settings with their values, log-ins, lines of pg_hba.conf
};

/// The names of all checks, in order.
[[nodiscard]] QStringList serverChecks();

/// Looks at a server as it is: one statement a check, nothing is changed. Fails only when the connection is lost.
/// Blocking.
[[nodiscard]] Result<QList<CheckOutcome>> checkServer(PgConnection &connection);

} // namespace desk
