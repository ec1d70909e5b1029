// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "resources/resources.h"

#include <QtGlobal>

#include <mutex>

// Q_INIT_RESOURCE must not be used inside a namespace.
static void registerAll()
{
#ifdef HAVE_DESK_SCRIPTS_FILES
    Q_INIT_RESOURCE(desk_scripts_files);
#endif
#ifdef HAVE_DESK_ICONS_FILES
    Q_INIT_RESOURCE(desk_icons_files);
#endif
#ifdef HAVE_DESK_MAILS_FILES
    Q_INIT_RESOURCE(desk_mails_files);
#endif
#ifdef HAVE_DESK_LETTERS_FILES
    Q_INIT_RESOURCE(desk_letters_files);
#endif
}

void desk::initResources()
{
    static std::once_flag once;
    std::call_once(once, registerAll);
}
