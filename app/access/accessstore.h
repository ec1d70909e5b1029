// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessvalues.h"
#include "app/core/id.h"

#include <QFuture>
#include <QUuid>

namespace desk {

/// What is read before access changes hands. One round trip each; nothing here changes anything.
class AccessStore {
public:
    virtual ~AccessStore() = default;
    /// How the caller of `call` can be checked. An id of 0: none.
    [[nodiscard]] virtual QFuture<Result<CheckStatus>> checkStatus(const QUuid &call, EstablishmentId establishment,
                                                                   AccountId account)
        = 0;
    /// Runs the operation and takes it back. A newer one makes the older void: it ends with Cancelled.
    [[nodiscard]] virtual QFuture<Result<Rehearsal>> rehearse(const RehearsalRequest &request, const QUuid &call,
                                                              std::optional<TicketNumber> ticket)
        = 0;
};

} // namespace desk
