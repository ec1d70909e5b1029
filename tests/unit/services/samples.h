// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/fakestores.h"

namespace desk::test {

[[nodiscard]] inline SessionInfo someSession()
{
    SessionInfo info;
    info.login = QStringLiteral("n.martin");
    info.serverTime = QDateTime::currentDateTimeUtc();
    return info;
}

[[nodiscard]] inline Error lostError()
{
    return {Error::Code::Unavailable, {}, QStringLiteral("connection_lost")};
}

} // namespace desk::test
