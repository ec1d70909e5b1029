// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QString>

namespace desk {

/// A known SIRET one slip away from the one that was dictated.
struct SiretCandidate {
    QString siret, denomination, postcode, town;
    friend bool operator==(const SiretCandidate &, const SiretCandidate &) = default;
};
BOOST_DESCRIBE_STRUCT(SiretCandidate, (), (siret, denomination, postcode, town))

} // namespace desk
