// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessionstore.h"

#include <QObject>

#include <chrono>

namespace desk {

/// SecretStore over the keychain of the operating system (Secret Service or KWallet, Credential Manager, Keychain).
/// Nothing is ever written elsewhere. Errors: Unavailable with rule "keychain_absent" (no service, no bus), Forbidden
/// with rule "keychain_locked" (locked, or the person refused), Timeout with rule "keychain_locked" when a prompt stays
/// unanswered. GUI thread, needs an event loop; never blocks.
class KeychainSecretStore : public QObject, public SecretStore {
    Q_OBJECT
public:
    /// `deadline`: how long a prompt of the keychain may stay open before the answer is given without it.
    explicit KeychainSecretStore(std::chrono::milliseconds deadline = std::chrono::seconds(60),
                                 QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<std::optional<QString>>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<Done>> write(const QString &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<Done>> remove(const QString &key) override;

private:
    std::chrono::milliseconds m_deadline;
};

} // namespace desk
