# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_bulkpanel tst_queueexportmenu)
  desk_add_test(gui/queue/${name} LINK desk_ui)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws the panel in its states into a folder given on the command line.
add_executable(bulk_pictures ${CMAKE_CURRENT_LIST_DIR}/queue/bulk_pictures.cpp)
target_link_libraries(bulk_pictures PRIVATE desk_ui desk_warnings Qt6::Test)
