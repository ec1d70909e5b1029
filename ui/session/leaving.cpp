// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/session/leaving.h"

#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/session/sessionservice.h"

#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace desk {

using namespace std::chrono_literals;

void leave(const UiServices &services, QObject *guard)
{
    const auto left = std::make_shared<bool>(false);
    const auto logOut = [&session = services.session, left] {
        if (!std::exchange(*left, true))
            session.logOut();
    };
    const auto flushed = services.local.flush();
    if (flushed.isFinished()) {
        logOut();
        return;
    }
    whenFinished(flushed, guard, [logOut](const Result<Done> &) { logOut(); });
    QTimer::singleShot(2s, guard, logOut);
}

} // namespace desk
