# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Included by whoever defines desk_app.
foreach(name answerdraft bulkplan bulkservice lettertexts plaintext presenceservice queueexport queuewindow urgency)
  target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp ${CMAKE_CURRENT_LIST_DIR}/${name}.h)
endforeach()
target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/ticketstore.h ${CMAKE_CURRENT_LIST_DIR}/ticketqueue.h)
target_link_libraries(desk_app PRIVATE desk_resources)
