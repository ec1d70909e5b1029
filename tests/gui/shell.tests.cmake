# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(gui/shell/tst_tokens LINK desk_ui)
desk_add_test(gui/shell/tst_texts LINK desk_ui)
desk_add_test(gui/shell/tst_digitkeys LINK desk_ui)
desk_add_test(gui/shell/tst_searchbox LINK desk_ui)
desk_add_test(gui/shell/tst_connectionpage LINK desk_ui)
desk_add_test(gui/shell/tst_shell LINK desk_ui)
desk_add_test(gui/shell/tst_lockscreen LINK desk_ui)
desk_add_test(gui/shell/tst_ticketroute LINK desk_ui)
foreach(name tst_tokens tst_texts tst_digitkeys tst_searchbox tst_connectionpage tst_shell tst_lockscreen tst_ticketroute)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endforeach()
# For eyes: draws what belongs to a log-in into a folder given on the command line.
add_executable(login_pictures EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/shell/login_pictures.cpp)
target_link_libraries(login_pictures PRIVATE desk_ui desk_warnings Qt6::Test)
