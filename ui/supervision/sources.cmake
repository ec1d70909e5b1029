# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name linesmodel linestable linelist listpage entrydelegate factlist inplaceoperation supervisionpage supervisiontexts
        accessdetail decisionbar approvalspage watchpage noticespage mailspage
        journalcsv journalpage settingrow rulespage)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/supervision/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/supervision/${name}.h)
endforeach()
