// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QStringList>

namespace desk {

/// Where to connect, as kept in the settings file. Holds no secret, ever.
struct ConnectionSettings {
    enum class Kind { Private, Central };
    enum class Tls { Disable, Prefer, Require, VerifyFull };
    Kind kind = Kind::Private;
    QString hosts; ///< "db1.example,db2.example"; a leading "/" names a socket folder
    quint16 port = 5432;
    QString database;
    QString login;
    Tls tls = Tls::VerifyFull;
    QString rootCertificate; ///< CA file for VerifyFull; empty: libpq's default place
    QString privateFolder; ///< of the private server; empty: the default one
    QStringList extraOptions; ///< further libpq keyword=value pairs from a URI

    /// From "postgresql://…" or "private:FOLDER". A URI that holds a password is refused (rule "uri_password").
    [[nodiscard]] static Result<ConnectionSettings> fromUri(const QString &uri);
    /// For display and for keychain keys: never holds a secret.
    [[nodiscard]] QString toUri() const;
    /// What the keychain entry is called: one per server, database and log-in.
    [[nodiscard]] QString keychainKey() const;
    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

} // namespace desk
