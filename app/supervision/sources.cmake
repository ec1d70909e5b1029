# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Included by whoever defines desk_app.
foreach(name overview overviewjson reader supervisionjson requestwatch)
  target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp ${CMAKE_CURRENT_LIST_DIR}/${name}.h)
endforeach()
target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/supervision.h ${CMAKE_CURRENT_LIST_DIR}/supervisionstore.h
                                ${CMAKE_CURRENT_LIST_DIR}/paging.h)
