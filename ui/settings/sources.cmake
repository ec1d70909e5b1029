# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/settings/settingspage.cpp ${CMAKE_CURRENT_SOURCE_DIR}/settings/settingspage.h ${CMAKE_CURRENT_SOURCE_DIR}/settings/ownpasswordcard.cpp ${CMAKE_CURRENT_SOURCE_DIR}/settings/ownpasswordcard.h)
