// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/socketwait.h"

#include <winsock2.h>

bool desk::waitForSocket(int socket, bool forWriting, std::chrono::milliseconds atMost)
{
    WSAPOLLFD entry{static_cast<SOCKET>(socket), static_cast<SHORT>(forWriting ? POLLWRNORM : POLLRDNORM), 0};
    return WSAPoll(&entry, 1, static_cast<int>(atMost.count())) != 0;
}
