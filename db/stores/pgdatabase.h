// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/worker/databaseworker.h"

namespace desk {

/// The at most two connections of a console: one for what a person waits for, one for suggestions, opened when used and
/// closed when idle. Shared by the stores; GUI thread.
class PgDatabase {
public:
    PgDatabase();

    /// Both are opened anew, at their next request; `greeting` runs first on each.
    void configure(const ConnectionSettings &where, const QString &secret, const DatabaseSession::Greeting &greeting);
    void close();
    void setPassword(const QString &secret); ///< changed while connected: for every later connection
    [[nodiscard]] DatabaseWorker &main() { return m_main; }
    [[nodiscard]] DatabaseWorker &suggestions() { return m_suggestions; }

private:
    DatabaseWorker m_main, m_suggestions;
};

} // namespace desk
