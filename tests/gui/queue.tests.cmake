# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_queuemodel tst_queuepage)
  desk_add_test(gui/queue/${name} LINK desk_ui)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws the queue in its situations into a folder given on the command line.
add_executable(queue_pictures ${CMAKE_CURRENT_LIST_DIR}/queue/queue_pictures.cpp)
target_link_libraries(queue_pictures PRIVATE desk_ui desk_warnings Qt6::Test)
