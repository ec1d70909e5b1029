# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
set(desk_shell_parts digitkeys suggestionlist searchbox callbar notepanel wrapuppanel rail statusline noticearea shortcutsoverlay
    topbar)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/casefile/casefileview.h)
  list(APPEND desk_shell_parts callpage mainwindow)
endif()
foreach(name ${desk_shell_parts})
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.h)
endforeach()
