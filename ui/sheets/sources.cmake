# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name accesschoice accesstext answerform checkpanel consequences dictated draftkeeper duplicatespanel listcombo personfields
        reasonfields sheet sheetframe sheethost ticketconflict ticketform)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/sheets/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/sheets/${name}.h)
endforeach()
# The sheets themselves: sheets.h makes each.
foreach(name accesssheet accountsheet callerchecksheet notesheet ticketchoicesheet ticketclosesheet ticketholdsheet ticketmergesheet
        ticketopensheet ticketsheet)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/sheets/${name}.cpp)
endforeach()
target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/sheets/sheets.h)
