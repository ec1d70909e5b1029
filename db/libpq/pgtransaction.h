// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/libpq/pgconnection.h"

namespace desk {

/// A transaction that is rolled back unless committed. Check `started()` after making it; the connection must
/// outlive it.
class PgTransaction {
public:
    explicit PgTransaction(PgConnection &connection)
        : m_connection(connection), m_started(connection.execScript("BEGIN")), m_open(m_started.has_value())
    {
    }
    PgTransaction(const PgTransaction &) = delete;
    PgTransaction &operator=(const PgTransaction &) = delete;
    ~PgTransaction()
    {
        if (m_open)
            static_cast<void>(m_connection.execScript("ROLLBACK")); // a lost connection has rolled back by itself
    }

    [[nodiscard]] const Result<Done> &started() const { return m_started; }
    /// Fails too when an earlier statement had failed: COMMIT then answers ROLLBACK and no error.
    [[nodiscard]] Result<Done> commit()
    {
        m_open = false;
        const Result<PgRows> answer = m_connection.exec("COMMIT");
        if (!answer)
            return Failure(answer.error());
        if (answer->commandTag() != "COMMIT")
            return fail(Error::Code::Internal, QStringLiteral("commit of a failed transaction"));
        return Done{};
    }

private:
    PgConnection &m_connection;
    Result<Done> m_started;
    bool m_open = false;
};

} // namespace desk
