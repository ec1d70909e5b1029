// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QString>

namespace desk {

/// A person somebody wants an account for, or an account that exists already. Address and phone come whole for
/// supervisors, masked for everybody else; an existing account's address is always masked.
struct Holder {
    AccountId account{0}; ///< 0: no account yet
    QString identifiant, lastName, firstName, email, phone;
    QString profile; ///< code
    [[nodiscard]] bool isKnown() const { return account.value() != 0; }
    [[nodiscard]] bool isEmpty() const { return identifiant.isEmpty() && lastName.isEmpty() && firstName.isEmpty(); }
    [[nodiscard]] QString name() const { return (firstName + u' ' + lastName).trimmed(); }
    friend bool operator==(const Holder &, const Holder &) = default;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (account, identifiant, lastName, firstName, email, phone, profile))
template <>
inline constexpr auto documentMarks<Holder> = std::array{
    named("account", "id"),        optional("account"), optional("identifiant"), also("email", "email_masked"),
    also("phone", "phone_masked"), optional("phone"),   optional("profile")};

} // namespace desk
