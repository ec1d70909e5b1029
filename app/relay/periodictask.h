// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>

#include <chrono>

namespace desk {

class PgConnection;

/// Something the relay's process does now and then over its connection, besides sending mails. Blocking and short.
class PeriodicTask {
public:
    virtual ~PeriodicTask() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< for complaints
    [[nodiscard]] virtual std::chrono::milliseconds every() const = 0;
    /// A failure is complained of once; Unavailable has the connection opened again.
    [[nodiscard]] virtual Result<Done> run(PgConnection &database) = 0;
};

} // namespace desk
