# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Included by whoever defines desk_app.
foreach(name journalpage reader requestwatch)
  target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp ${CMAKE_CURRENT_LIST_DIR}/${name}.h)
endforeach()
foreach(name accesschange approvalrequest establishmentref evidence holder mailspage overview pagedreader paging paststep postednotice
             settingssheet supervisionkind supervisionstore watchreport)
  target_sources(desk_app PRIVATE ${CMAKE_CURRENT_LIST_DIR}/${name}.h)
endforeach()
