# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name breadcrumb diagnosissection evidencerow optionrow panelstate saytext scripthitdelegate scriptlibrarypage scriptpanel stepsection textlink walkkeys wordsarea)
  target_sources(desk_ui PRIVATE
    ${CMAKE_CURRENT_SOURCE_DIR}/scripts/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/scripts/${name}.h)
endforeach()
