# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Faults: the real server, relay and stores are killed, frozen, starved (faults/README.md). Samples; the long runs: faults/run.sh --long.
add_executable(asp-faultdriver faults/faultdriver.cpp ${PROJECT_SOURCE_DIR}/app/programs/console/wiring.cpp
  ${PROJECT_SOURCE_DIR}/app/programs/console/wiring.h)
set_target_properties(asp-faultdriver PROPERTIES AUTOMOC ON)
target_link_libraries(asp-faultdriver PRIVATE desk_db desk_resources)
foreach(name storm failover frozen diskfull locked clockjump interleave outage sweep)
  add_test(NAME faults_${name} COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/faults/${name}.py --build ${PROJECT_BINARY_DIR})
  set_tests_properties(faults_${name} PROPERTIES LABELS faults TIMEOUT 300 SKIP_RETURN_CODE 77
    ENVIRONMENT "TZ=UTC;LC_ALL=C.UTF-8;PYTHONDONTWRITEBYTECODE=1")
endforeach()
# Measures how long the event loop is away: not beside anything else.
set_tests_properties(faults_frozen PROPERTIES RUN_SERIAL TRUE)
