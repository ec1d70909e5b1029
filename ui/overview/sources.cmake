# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name overviewtexts overviewcharts deskchart figuretile reasonpanel agentscard watchedcard overviewsheet overviewexport
        overviewpage)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/overview/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/overview/${name}.h)
endforeach()
