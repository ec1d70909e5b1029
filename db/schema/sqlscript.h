// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"

namespace desk {

/// Where and why the server refused a file of statements.
struct SqlFault {
    QByteArray state; ///< SQLSTATE; empty when the connection was lost
    QString message; ///< the server's own words
    int line = 0; ///< in the file, from 1; 0 when unknown

    /// Something the file needs is not there yet: a function, a type, a table.
    [[nodiscard]] bool needsSomething() const;
};

/// Runs all statements of a file in the transaction under way, and says where the first one failed. Blocking.
[[nodiscard]] tl::expected<Done, SqlFault> runSqlFile(PgConnection &connection, const QByteArray &sql);

/// The line on which each statement begins (comments before it left out), from 1. Understands quoted names and texts,
/// dollar quotes and comments; `begin atomic` bodies are not used here.
[[nodiscard]] QList<int> statementLines(const QByteArray &sql);

} // namespace desk
