// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/passwordgenerator.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Without I, l, 1, O and 0: callers copy these by eye.
constexpr QByteArrayView upperCase = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr QByteArrayView lowerCase = "abcdefghijkmnopqrstuvwxyz";
constexpr QByteArrayView digits = "23456789";

qsizetype below(qsizetype bound)
{
    return static_cast<qsizetype>(randombytes_uniform(static_cast<uint32_t>(bound)));
}

char oneOf(QByteArrayView set)
{
    return set.at(below(set.size()));
}

} // namespace

PasswordGenerator::PasswordGenerator() : m_ready(sodium_init() >= 0)
{
}

QByteArray PasswordGenerator::make(const PasswordRules &rules, const QString &identifiant) const
{
    const QByteArray specials = rules.specials.isEmpty() ? QByteArrayLiteral("!") : rules.specials;
    const qsizetype length = std::max(rules.length, 8);
    QByteArray all;
    all.append(upperCase).append(lowerCase).append(digits);
    QByteArray password;
    do {
        wipe(password);
        password.append(oneOf(upperCase)).append(oneOf(lowerCase)).append(oneOf(digits)).append(oneOf(specials));
        while (password.size() < length)
            password.append(oneOf(all));
        for (qsizetype i = password.size() - 1; i > 1; --i) // the first stays a letter: easier to read out
            std::swap(password[i], password[1 + below(i)]);
    } while (QString::fromLatin1(password).compare(identifiant, Qt::CaseInsensitive) == 0);
    return password;
}

Result<QByteArray> PasswordGenerator::hash(const QByteArray &password) const
{
    QByteArray encoded(crypto_pwhash_STRBYTES, '\0');
    if (!m_ready
        || crypto_pwhash_str(encoded.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                             crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
            != 0)
        return fail(Error::Code::Internal, u"argon2id failed: out of memory"_s);
    encoded.truncate(static_cast<qsizetype>(qstrlen(encoded.constData())));
    return encoded;
}

bool PasswordGenerator::matches(const QByteArray &hash, const QByteArray &password)
{
    return crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                    static_cast<unsigned long long>(password.size()))
        == 0;
}

void PasswordGenerator::wipe(QByteArray &secret)
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
    secret.clear();
}

} // namespace desk
