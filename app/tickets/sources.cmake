# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Included by whoever defines desk_app.
target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/answerdraft.cpp ${CMAKE_CURRENT_LIST_DIR}/answerdraft.h)
