// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/uiservices.h"

class QObject;

namespace desk {

/// Logs out once drafts that go to the database are there, or after two seconds.
void leave(const UiServices &services, QObject *guard);

} // namespace desk
