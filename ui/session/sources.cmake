# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name democard centralcard passwordcard connectionpage lockpage leaving)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/session/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/session/${name}.h)
endforeach()
