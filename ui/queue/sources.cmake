# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name bulkpanel bulkprogress bulksheet bulksheetassign bulksheetclose bulksheetmotif bulktexts
        queueexportmenu queuesheet)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/queue/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/queue/${name}.h)
endforeach()
foreach(name queuetexts cursorticket filterparts queueviews queuemodel queueselection queuedelegate queuetable filtereditor savedviews saveviewrow
        queuefilterbar countlist daybars queuespane ticketcard emptyqueue queuepage)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/queue/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/queue/${name}.h)
endforeach()
