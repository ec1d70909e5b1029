// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/operations/operationstore.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace desk {

class PgDatabase;

/// OperationStore on PostgreSQL. find() answers Locked with rule "still_running" while the server process an operation
/// was sent to still lives: only then is "no such operation" final. Errors of submit() that say for sure that nothing
/// was done carry rule "server_cancelled" or params "nothing_done".
class PgOperationStore : public OperationStore {
public:
    explicit PgOperationStore(PgDatabase &database);
    ~PgOperationStore() override;

    [[nodiscard]] QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override;
    [[nodiscard]] QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &id) override;
    [[nodiscard]] QFuture<Result<CallState>> openCall(const QUuid &call) override;
    [[nodiscard]] QFuture<Result<Done>> saveNote(const QUuid &call, const QString &note) override;

private:
    class Senders;
    PgDatabase &m_database;
    std::shared_ptr<Senders> m_senders; ///< shared with the requests under way in the worker's thread
};

} // namespace desk
