// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDate>
#include <QString>

namespace desk {

struct Contract {
    AccountId account{0};
    QString identifiant;
    QDate signedOn;
    bool keptByTiers = false; ///< under the 2020 waiver: signed, kept, not sent
    friend bool operator==(const Contract &, const Contract &) = default;
};
BOOST_DESCRIBE_STRUCT(Contract, (), (account, identifiant, signedOn, keptByTiers))
template <> inline constexpr auto documentMarks<Contract> = std::array{named("account", "account_id")};

} // namespace desk
