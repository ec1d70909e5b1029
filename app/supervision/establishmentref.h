// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QString>

namespace desk {

struct EstablishmentRef {
    EstablishmentId id{0};
    QString siret, denomination, postcode, town;
    friend bool operator==(const EstablishmentRef &, const EstablishmentRef &) = default;
};
BOOST_DESCRIBE_STRUCT(EstablishmentRef, (), (id, siret, denomination, postcode, town))

} // namespace desk
