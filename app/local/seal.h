// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace desk {

/// Seals what is kept on this machine: XChaCha20-Poly1305 with a random nonce for each value, bound to the name it is
/// kept under, so that values cannot be swapped. The key is wiped with the object. Any thread.
class Seal {
public:
    static constexpr qsizetype keySize = 32;
    [[nodiscard]] static QByteArray newKey();
    /// nullopt unless `key` has keySize bytes.
    [[nodiscard]] static std::optional<Seal> withKey(const QByteArray &key);

    Seal(Seal &&other) noexcept;
    Seal &operator=(Seal &&other) noexcept;
    Seal(const Seal &) = delete;
    Seal &operator=(const Seal &) = delete;
    ~Seal();

    [[nodiscard]] QByteArray close(const QByteArray &name, const QByteArray &plain) const;
    /// nullopt: another key, another name, or altered.
    [[nodiscard]] std::optional<QByteArray> open(const QByteArray &name, const QByteArray &sealed) const;

private:
    Seal() = default;
    std::array<unsigned char, size_t(keySize)> m_key{};
};

} // namespace desk
