// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/relay/smtptransport.h"

#include <QMap>
#include <QString>

namespace desk {

/// How asp-relay is set up. Each key can stand in the file and on the command line; the command line wins.
struct RelayConfig {
    enum class Transport { Eml, Smtp };
    QString database;
    Transport transport = Transport::Eml;
    QString emlFolder;
    SmtpSettings smtp; ///< its secret reads secret-file or secret-env
    QString
        envelope; ///< where failures are to be reported; "{id}" stands for the mail's own id; empty: the From address
    QString bounces; ///< the maildir they arrive in; empty: nobody reads them
    QString anchor; ///< where the head of the journal's chain is written; empty: nowhere
    int intervalMs = 1000;
};

/// Names as in the file ("secret-file"), values as typed.
using RelayKeys = QMap<QString, QString>;

/// "name = value" lines; empty lines and those that start with '#' or ';' are skipped. Errors: Invalid with rule
/// "config_unreadable", "config_line", "config_key" or "config_twice" and params file, line, key.
[[nodiscard]] Result<RelayKeys> readRelayKeys(const QString &file);
/// Every name that means something.
[[nodiscard]] const QStringList &relayKeyNames();

/// Checks the whole. Errors: Invalid with rule "config_missing" or "config_value" (params key), "plain_remote" (no TLS
/// to another machine), "plain_login" (a secret in clear), "uri_password" or "bad_uri", and those of readSecretFile.
[[nodiscard]] Result<RelayConfig> relayConfigFrom(const RelayKeys &keys);

} // namespace desk
