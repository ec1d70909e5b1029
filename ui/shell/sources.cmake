# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
set(desk_shell_parts digitkeys suggestionlist searchbox callbar notepanel wrapuppanel rail statusline noticearea shortcutsoverlay
    topbar callpage mainwindow)
foreach(name ${desk_shell_parts})
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.h)
endforeach()
