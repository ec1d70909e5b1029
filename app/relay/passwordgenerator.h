// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// The rules a new password must meet; from the dated policy of the account's profile (asp.password_policy).
struct PasswordRules {
    int length = 12; ///< 8 at least
    QByteArray specials = "!"; ///< the ones a caller can find on any keyboard
};

/// Makes passwords from the operating system's random source and hashes them with Argon2id (libsodium). The result of
/// make() must live as short as possible: hash it, mail it, wipe it.
class PasswordGenerator {
public:
    PasswordGenerator();
    [[nodiscard]] bool ready() const { return m_ready; }
    /// Letters and digits that are not mistaken for one another when read aloud, at least one upper-case and one
    /// lower-case letter, one digit and one special character; never the identifiant itself.
    [[nodiscard]] QByteArray make(const PasswordRules &rules, const QString &identifiant) const;
    /// Argon2id in the encoded form that carries its own salt and parameters. Fails only when memory is short.
    [[nodiscard]] Result<QByteArray> hash(const QByteArray &password) const;
    [[nodiscard]] static bool matches(const QByteArray &hash, const QByteArray &password);
    /// Overwrites the bytes before they are given back.
    static void wipe(QByteArray &secret);

private:
    bool m_ready = false;
};

} // namespace desk
