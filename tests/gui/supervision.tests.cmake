# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_approvalspage tst_oversightpages)
  desk_add_test(gui/supervision/${name} LINK desk_ui)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws the pages of oversight into a folder given on the command line.
add_executable(supervision_pictures ${CMAKE_CURRENT_LIST_DIR}/supervision/supervision_pictures.cpp)
target_link_libraries(supervision_pictures PRIVATE desk_ui Qt6::Test desk_warnings)
