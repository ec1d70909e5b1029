// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/connectionsettings.h"

#include <chrono>

namespace desk {

/// How one of our connections is opened. `text` never holds a secret.
struct ConnectTo {
    QString text; ///< libpq's keyword string
    QString password; ///< in memory only
};

/// libpq's keyword string: where, TLS, time limits, keepalives; several hosts: the one that takes writes. What the
/// settings' further options say wins, but for the limits in "options", which are added to. Any thread.
[[nodiscard]] QString connectText(const ConnectionSettings &where, std::chrono::milliseconds statementLimit);

/// The error of a refused connection, with a rule wherever the sentence to show differs: "secret_needed",
/// "no_database", "unknown_host", "tls" and its kin ("tls_name", "tls_unverified", "tls_authority_file",
/// "tls_plain_server", "tls_client_certificate", "tls_client_needed", "tls_wanted"), "channel_binding", "not_admitted",
/// "no_primary" (code ReadOnly), "server_starting", "too_many_connections". Params "nothing_done": no statement was
/// sent. Any thread.
[[nodiscard]] Error connectError(Error error);

} // namespace desk
