// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/programs/dbadmin/commandline.h"

namespace desk {
class PgConnection;
}

namespace desk::dbadmin {

/// Checks the journal's chain and prints what it found. Refused with rule "journal_altered" when it does not hold.
[[nodiscard]] Result<Done> verify(PgConnection &connection, const Request &request);

/// Removes what is past its time from the journal, or says what that would be.
[[nodiscard]] Result<Done> purge(PgConnection &connection, const Request &request);

} // namespace desk::dbadmin
