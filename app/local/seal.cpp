// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/seal.h"

#include <sodium.h>

#include <algorithm>

namespace desk {

namespace {

constexpr char version = 1; // the first byte of what is sealed
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Seal::keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

bool ready()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

} // namespace

QByteArray Seal::newKey()
{
    if (!ready())
        return {};
    QByteArray key(keySize, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    return key;
}

std::optional<Seal> Seal::withKey(const QByteArray &key)
{
    if (key.size() != keySize || !ready())
        return std::nullopt;
    Seal seal;
    std::copy(key.cbegin(), key.cend(), reinterpret_cast<char *>(seal.m_key.data()));
    return seal;
}

Seal::Seal(Seal &&other) noexcept : m_key(other.m_key)
{
    sodium_memzero(other.m_key.data(), other.m_key.size());
}

Seal &Seal::operator=(Seal &&other) noexcept
{
    if (this != &other) {
        m_key = other.m_key;
        sodium_memzero(other.m_key.data(), other.m_key.size());
    }
    return *this;
}

Seal::~Seal()
{
    sodium_memzero(m_key.data(), m_key.size());
}

QByteArray Seal::close(const QByteArray &name, const QByteArray &plain) const
{
    QByteArray sealed(1 + nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    sealed[0] = version;
    unsigned char *nonce = bytes(sealed) + 1;
    randombytes_buf(nonce, size_t(nonceSize));
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, &length, bytes(plain), size_t(plain.size()),
                                               bytes(name), size_t(name.size()), nullptr, nonce, m_key.data());
    return sealed;
}

std::optional<QByteArray> Seal::open(const QByteArray &name, const QByteArray &sealed) const
{
    if (sealed.size() < 1 + nonceSize + tagSize || sealed.at(0) != version)
        return std::nullopt;
    const unsigned char *nonce = bytes(sealed) + 1;
    QByteArray plain(sealed.size() - 1 - nonceSize - tagSize, Qt::Uninitialized);
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), &length, nullptr, nonce + nonceSize,
                                                   size_t(sealed.size() - 1 - nonceSize), bytes(name),
                                                   size_t(name.size()), nonce, m_key.data())
        != 0)
        return std::nullopt;
    return plain;
}

} // namespace desk
