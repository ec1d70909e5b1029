# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_pagepdf tst_overviewpage)
  desk_add_test(gui/overview/${name} LINK desk_ui)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws the overview, and its PDF, into a folder given on the command line.
add_executable(overview_pictures ${CMAKE_CURRENT_LIST_DIR}/overview/overview_pictures.cpp)
target_link_libraries(overview_pictures PRIVATE desk_ui Qt6::Test desk_warnings)
