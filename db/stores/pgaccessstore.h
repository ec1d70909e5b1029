// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessstore.h"

namespace desk {

class PgDatabase;

/// AccessStore on PostgreSQL.
class PgAccessStore : public AccessStore {
public:
    explicit PgAccessStore(PgDatabase &database) : m_database(database) { }

    [[nodiscard]] QFuture<Result<CheckStatus>> checkStatus(const QUuid &call, EstablishmentId establishment,
                                                           AccountId account) override;
    [[nodiscard]] QFuture<Result<Rehearsal>> rehearse(const RehearsalRequest &request, const QUuid &call,
                                                      std::optional<TicketNumber> ticket) override;

private:
    PgDatabase &m_database;
};

} // namespace desk
