# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name announcer chip card build buttons banner format operationwords errortext translators field smallparts takestyping pagepdf idlewatch rulesentences ticketwords commands)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/common/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/common/${name}.h)
endforeach()
target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/common/ruletext.cpp)
