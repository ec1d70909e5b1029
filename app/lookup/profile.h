// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QString>

namespace desk {

enum class Profile { Etablissement, Tiers, Ud, Direccte, Dgefp };
BOOST_DESCRIBE_ENUM(Profile, Etablissement, Tiers, Ud, Direccte, Dgefp)

} // namespace desk
