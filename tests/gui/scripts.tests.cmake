# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_scriptpanel tst_stepsection tst_scriptlibrary)
  desk_add_test(gui/scripts/${name} LINK desk_ui SOURCES gui/scripts/sampledesk.cpp)
  target_compile_definitions(${name} PRIVATE DESK_SCRIPT_FOLDER="${PROJECT_SOURCE_DIR}/resources/scripts")
endforeach()
