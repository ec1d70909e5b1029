# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_accountstate tst_establishments tst_casefile tst_sheets tst_accesssheets tst_ticketsheets tst_ticketrow)
  desk_add_test(gui/casefile/${name} LINK desk_ui)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws the file in its situations into a folder given on the command line.
add_executable(casefile_pictures ${CMAKE_CURRENT_LIST_DIR}/casefile/casefile_pictures.cpp)
target_link_libraries(casefile_pictures PRIVATE desk_ui desk_warnings Qt6::Test)
