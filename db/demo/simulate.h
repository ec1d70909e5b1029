// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"

#include <QString>

#include <functional>

namespace desk {

/// One thing the simulated extranet did.
struct SimulatedEvent {
    enum class Kind {
        LockOut,
        WrongPassword,
        LogIn,
        NewTicket,
        SameTicketAgain,
        MailDelivered,
        MailBounced,
        DapDecided
    };
    Kind kind = Kind::LogIn;
    QString identifiant; ///< whose account, where there is one
    QString detail; ///< denomination, ticket number, bounce reason or DAP state, by kind
};

struct SimulateOptions {
    double everySeconds = 5; ///< time between two events
    int count = 0; ///< events in all; 0: until stopped
    quint64 seed = 0; ///< 0: different each time
};

/// Plays the extranet on a demonstration database: people log in, mistype their password, write to the desk;
/// mails arrive or come back. Works as role asp_extranet, with that role's rights only, which `connection`
/// must be allowed to take. Blocks until `options.count` events were played or `stop` answers true (asked
/// about ten times a second). Answers how many events were played. Refused, rule "holds_real_data", for a
/// database of real people; NotFound, rule "no_accounts", when there is nobody in it.
[[nodiscard]] Result<int> simulateExtranet(PgConnection &connection, const SimulateOptions &options,
                                           const std::function<void(const SimulatedEvent &)> &report,
                                           const std::function<bool()> &stop = {});

/// A French sentence, for the terminal.
[[nodiscard]] QString describe(const SimulatedEvent &event);

} // namespace desk
