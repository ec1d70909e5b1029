// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

namespace desk {

/// libpq says only that a server's certificate was not accepted. This asks the same server for it once more and looks
/// why: rule "tls_unverified" becomes "tls_expired" or "tls_unknown_authority" where it is found out. No password is
/// sent. Other errors pass unchanged. Blocks for 3 s at most; any thread.
[[nodiscard]] Error diagnosed(Error error, const QString &connectText);

} // namespace desk
