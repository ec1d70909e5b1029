// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/lookup/callerfile.h"
#include "app/lookup/searchterm.h"

#include <QFuture>

namespace desk {

/// Reading the central database. One method = one round trip. Called from the GUI thread, answers through the
/// future; never blocks.
class LookupStore {
public:
    virtual ~LookupStore() = default;
    /// Opens the file of `key`: a SIRET, an e-mail, an identifiant, a phone, "ticket:48213" or "account:123".
    /// Journalled. `call` is made by the console; the database opens that call when it does not exist yet.
    /// `preferred` is the account to select, when the look-up came from one.
    [[nodiscard]] virtual QFuture<Result<CallerFile>> openFile(const QString &key, const QUuid &call) = 0;
    /// Suggestions for a term; a newer call cancels the older one on the server, whose future ends with Cancelled.
    [[nodiscard]] virtual QFuture<Result<QList<Suggestion>>> suggest(const SearchTerm &term) = 0;
    /// The whole value behind a mask, journalled. `field`: "account.email", "account.phone", "account.last_login",
    /// "establishment.email", "establishment.phone", "establishment.street", "establishment.headcount",
    /// "ticket.requester_email", "ticket.requester_phone".
    [[nodiscard]] virtual QFuture<Result<QString>> reveal(const QString &field, qint64 id, const QUuid &call) = 0;
};

} // namespace desk
