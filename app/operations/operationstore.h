// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operation.h"

#include <QFuture>

namespace desk {

/// The one door. One round trip each.
class OperationStore {
public:
    virtual ~OperationStore() = default;
    [[nodiscard]] virtual QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) = 0;
    /// Was this id carried out? nullopt: no. For answers that got lost.
    [[nodiscard]] virtual QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &id) = 0;
    /// Opens a call by hand under the id the console made; the same id again finds it.
    [[nodiscard]] virtual QFuture<Result<CallState>> openCall(const QUuid &call) = 0;
    /// Keeps the note of one's own open call. Not an operation: it changes nothing but the note.
    [[nodiscard]] virtual QFuture<Result<Done>> saveNote(const QUuid &call, const QString &note) = 0;
};

} // namespace desk
