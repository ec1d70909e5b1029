# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# How a folder's CMakeLists.txt names its test programs.
set(DESK_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
set(DESK_TEST_CLUSTER ${PROJECT_BINARY_DIR}/tests/cluster)
set(DESK_UPGRADED_CLUSTER ${PROJECT_BINARY_DIR}/tests/upgraded)

# Qt tells each test program where its folders are: paths that differ everywhere, so that neither the headers read once nor what ccache
# keeps would fit anybody else. The few that want a file say so themselves.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# desk_test_uses(TARGET PROGRAM...): the program is built first, and its path is the macro of its name (asp-relay: ASP_RELAY).
function(desk_test_uses target)
  foreach(program ${ARGN})
    string(MAKE_C_IDENTIFIER ${program} macro)
    string(TOUPPER ${macro} macro)
    target_compile_definitions(${target} PRIVATE ${macro}="$<TARGET_FILE:${program}>")
    add_dependencies(${target} ${program})
  endforeach()
endfunction()

# What a program of tests is made of, and moc for the classes in its own file, without a pass of AUTOMOC unless it has more files.
function(desk_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;SOURCES")
  target_sources(${name} PRIVATE ${name}.cpp ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LINK} desk_warnings)
  if(NOT arg_SOURCES)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    file(STRINGS ${name}.cpp included REGEX "^#include \"${name}\\.moc\"")
    if(included)
      set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
      qt_generate_moc(${name}.cpp ${moc} TARGET ${name})
      target_sources(${name} PRIVATE ${moc})
      target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    endif()
  endif()
  if("desk_ui" IN_LIST arg_LINK)
    desk_precompiled(${name} widgetstest)
  else()
    target_link_libraries(${name} PRIVATE Qt6::Network) # QtTest's headers are others with it, and most have it
    desk_precompiled(${name} coretest)
  endif()
endfunction()

# desk_add_tests(tst_name... LINK ... [SOURCES ...] [USES program...]): Qt Test programs of one file each, with the folder right under
# tests as their ctest label. Those with a throw-away server start it on a copy of the one that is made first.
function(desk_add_tests)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "LINK;SOURCES;USES")
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
  string(REGEX MATCH "^[a-z0-9]+" label ${folder})
  foreach(name ${arg_UNPARSED_ARGUMENTS})
    add_executable(${name})
    desk_test_program(${name} LINK ${arg_LINK} SOURCES ${arg_SOURCES})
    desk_test_uses(${name} ${arg_USES})
    add_test(NAME ${name} COMMAND ${name})
    set(environment ${DESK_TEST_ENVIRONMENT})
    if(arg_LINK MATCHES "desk_(testsupport|rulesworld|journalworld)")
      list(APPEND environment DESK_TEST_CLUSTER=${DESK_TEST_CLUSTER})
      set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED cluster)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300 ENVIRONMENT "${environment}")
  endforeach()
endfunction()

# desk_add_pictures(name [SOURCES ...]): for eyes, draws its pages in their states into a folder given on the command line.
function(desk_add_pictures name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
  add_executable(${name} EXCLUDE_FROM_ALL)
  desk_test_program(${name} LINK desk_ui SOURCES ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY DESK_PICTURES ${name})
endfunction()
