// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/accesscallers.h"
#include "tests/unit/scripts/filecallers.h"

namespace desk::situations {

inline QList<Caller> callers()
{
    return lockedCallers() + mailCallers() + habilitationCallers() + passwordCallers() + endedAccountCallers()
        + registrationCallers() + profileCallers() + paperCallers() + manyAccountsCallers() + twofoldCallers();
}

} // namespace desk::situations
