# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name tst_scriptpanel tst_stepsection tst_scriptlibrary)
  desk_add_test(gui/scripts/${name} LINK desk_ui SOURCES gui/scripts/sampledesk.cpp)
  target_compile_definitions(${name} PRIVATE DESK_SCRIPT_FOLDER="${PROJECT_SOURCE_DIR}/resources/scripts")
endforeach()
# The whole window with the shipped scripts, on fakes.
set(stage gui/scripts/scriptstage.cpp gui/scripts/everynode.cpp ${PROJECT_SOURCE_DIR}/app/programs/console/wiring.cpp)
desk_add_test(gui/scripts/tst_everynode LINK desk_ui SOURCES ${stage})
# The table of commands against that window.
desk_add_test(gui/shell/tst_commands LINK desk_ui SOURCES ${stage})
target_compile_definitions(tst_commands PRIVATE DESK_UI_FOLDER="${PROJECT_SOURCE_DIR}/ui")
# For eyes: draws it in its situations into a folder given on the command line.
add_executable(script_pictures EXCLUDE_FROM_ALL gui/scripts/script_pictures.cpp ${stage})
target_link_libraries(script_pictures PRIVATE desk_ui desk_warnings Qt6::Test)
foreach(name tst_everynode tst_commands script_pictures)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${name} PRIVATE DESK_SCRIPT_FOLDER="${PROJECT_SOURCE_DIR}/resources/scripts")
endforeach()
