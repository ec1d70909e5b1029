// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/libpq/pgconnection.h"
#include "tests/bench/series.h"

#include <QStringList>

namespace desk::bench {

/// The same statements over bare libpq, prepared once: what the console's figures stand beside.
class RawBench {
public:
    /// `agent` as the console connects; `owner` may write the tables. Both must outlive this.
    RawBench(PgConnection &agent, PgConnection &owner) : m_agent(agent), m_owner(owner) { }

    [[nodiscard]] bool prepare();
    [[nodiscard]] Series siretLookUps(const QStringList &sirets);
    [[nodiscard]] Series openFiles(const QStringList &keys);
    [[nodiscard]] Series suggestions(const QStringList &typed);

    struct Operations {
        Series times;
        double serverCpuMs = 0; ///< of one
    };
    /// Unlocks the accounts by the statements one would write by hand, sent together: one round trip, one
    /// transaction.
    [[nodiscard]] Operations unlockByStatements(const QStringList &accounts);
    /// The same effects as one prepared statement: the least it can cost.
    [[nodiscard]] Operations unlockByOneStatement(const QStringList &accounts);

private:
    [[nodiscard]] QByteArray newCall();
    template <class Act> [[nodiscard]] Operations measureOperations(const QStringList &accounts, Act act);

    PgConnection &m_agent, &m_owner;
};

} // namespace desk::bench
