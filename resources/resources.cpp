// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "resources/resources.h"

#include <QtGlobal>

#include <mutex>

// Q_INIT_RESOURCE must not be used inside a namespace.
static void registerAll()
{
    Q_INIT_RESOURCE(desk_scripts_files);
    Q_INIT_RESOURCE(desk_icons_files);
    Q_INIT_RESOURCE(desk_mails_files);
}

void desk::initResources()
{
    static std::once_flag once;
    std::call_once(once, registerAll);
}
