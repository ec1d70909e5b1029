# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name accesschoice accesssheet accesstext accountsheet answerform callerchecksheet checkpanel consequences createaccountsheet draftkeeper duplicatespanel listcombo notesheet personfields referentsheet
        sheet sheetframe sheethost ticketchoicesheet ticketclosesheet ticketconflict ticketform ticketholdsheet ticketmergesheet ticketopensheet ticketsheet)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/sheets/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/sheets/${name}.h)
endforeach()
