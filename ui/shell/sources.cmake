# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
set(desk_shell_parts pageset digitkeys suggestionlist searchbox callbar notepanel wrapuppanel rail statusline noticearea shortcutsoverlay
    topbar callpage lockscreen ownnews ticketroute mainwindow)
foreach(name ${desk_shell_parts})
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/shell/${name}.h)
endforeach()
# The texts of the code are French: English is a translation, French has its plurals only. `update_translations` refreshes both.
qt_add_translations(desk_ui RESOURCE_PREFIX /i18n
  TS_FILES ${PROJECT_SOURCE_DIR}/translations/asp-console_en.ts ${PROJECT_SOURCE_DIR}/translations/asp-console_fr.ts)
