// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace desk {

/// Makes :/scripts, :/icons and :/mails readable. Needed once before the first read, because resources in a
/// static library are not registered by themselves. Calling it again does nothing. Any thread.
void initResources();

} // namespace desk
