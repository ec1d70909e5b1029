// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QString>

#include <functional>

namespace desk {

/// Fills the private server's empty database with demonstration data. Blocking; the private server's thread.
[[nodiscard]] Result<Done> fillWithDemo(const QString &conninfo, const std::function<void(int percent)> &progress);

/// Makes an older demonstration worth trying again, whatever the time of day it was made. Blocking; the same thread.
[[nodiscard]] Result<Done> refreshDemoData(const QString &conninfo);

} // namespace desk
