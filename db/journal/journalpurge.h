// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace desk {

class PgConnection;

/// What is kept of a kind, and how much of it is past that.
struct PurgeLine {
    QString kind;
    std::optional<int> days; ///< nullopt: kept for ever
    QDateTime before;
    qint64 rows = 0;
};

struct PurgeOutcome {
    qint64 removed = 0;
    qint64 announcement = 0; ///< id of the journal row that says so; 0: nothing to remove
    qint64 meters = 0; ///< read meters nobody counts on any more
};

/// Removes the journal's rows past their time. First it says so in the journal and has that row sealed, only then do
/// rows go: at no moment is one missing that the chain does not account for. Blocking; needs asp_owner.
class JournalPurge {
public:
    explicit JournalPurge(PgConnection &database) : m_database(database) { }

    [[nodiscard]] Result<QList<PurgeLine>> plan();
    /// Conflict with rule "seal_held" when a transaction left open keeps the announcement from being sealed: nothing
    /// was removed, and the next purge takes it up.
    [[nodiscard]] Result<PurgeOutcome> run(const std::function<void(qint64 removed)> &progress = {});

private:
    [[nodiscard]] Result<qint64> announce();
    [[nodiscard]] Result<Done> sealUpTo(qint64 journalId);
    [[nodiscard]] Result<qint64> number(const QByteArray &sql, const QList<std::optional<QByteArray>> &params = {});

    PgConnection &m_database;
};

} // namespace desk
