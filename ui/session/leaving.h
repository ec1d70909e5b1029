// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/uiservices.h"

class QObject;
class QWidget;

namespace desk {

/// Logs out once drafts that go to the database are there, or after two seconds.
void leave(const UiServices &services, QObject *guard);

/// Empties every line and text below `workspace`, so that the next person finds nothing the last one typed.
void forgetTyped(const QWidget *workspace);

} // namespace desk
