// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/socketwait.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>

bool desk::waitForSocket(int socket, bool forWriting, std::chrono::milliseconds atMost)
{
    pollfd entry{socket, static_cast<short>(forWriting ? POLLOUT : POLLIN), 0};
    const auto end = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const int ready = poll(&entry, 1, static_cast<int>(std::max<long long>(left.count(), 0)));
        if (ready >= 0 || errno != EINTR)
            return ready != 0;
    }
}
