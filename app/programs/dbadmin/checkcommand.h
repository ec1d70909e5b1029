// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>

#include <optional>

namespace desk {
class PgConnection;
}

namespace desk::dbadmin {

/// What is said of one check of db/servercheck. French.
struct CheckText {
    bool fault = false; ///< else advice
    QString wrong; ///< what is wrong
    QString why;
    QString remedy;
};

/// nullopt for a check that is not known here.
[[nodiscard]] std::optional<CheckText> checkText(const QString &check);

/// Looks at the server and the database, and prints what is wrong, why, and what to do. Refused with rule
/// "server_faults", params count, when something must be put right. Blocks.
[[nodiscard]] Result<Done> checkServerAndPrint(PgConnection &connection);

} // namespace desk::dbadmin
