# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name diagnosis facts scriptcontent scriptlint scriptparser scriptsearch scriptwalk)
  if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/scripts/tst_${name}.cpp)
  desk_add_test(unit/scripts/tst_${name} LINK desk_scripts)
  endif()
endforeach()
if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/scripts/tst_scriptservice.cpp)
desk_add_test(unit/scripts/tst_scriptservice LINK desk_app)
endif()
