# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Measurements, no tests: tests/bench/run.sh builds and runs them. Not part of "all".
add_executable(asp-bench EXCLUDE_FROM_ALL bench/report.cpp bench/rawbench.cpp bench/rawbench.h bench/series.cpp bench/series.h)
target_link_libraries(asp-bench PRIVATE desk_demo desk_app desk_pg desk_warnings)

# The same libraries for both windows, used or not.
set(console_libraries desk_ui desk_db desk_secrets desk_privateserver desk_demo desk_resources desk_warnings)
add_executable(asp-bench-empty EXCLUDE_FROM_ALL bench/emptywindow.cpp bench/series.cpp bench/series.h)
target_link_libraries(asp-bench-empty PRIVATE ${console_libraries})
target_link_options(asp-bench-empty PRIVATE LINKER:--no-as-needed)
add_executable(asp-bench-window EXCLUDE_FROM_ALL bench/windowbench.cpp bench/queuebench.cpp bench/queuebench.h bench/scriptbench.cpp bench/scriptbench.h
               bench/consoleunderbench.h bench/series.cpp bench/series.h
               ${PROJECT_SOURCE_DIR}/app/programs/console/wiring.cpp ${PROJECT_SOURCE_DIR}/app/programs/console/wiring.h)
target_link_libraries(asp-bench-window PRIVATE ${console_libraries})
set_target_properties(asp-bench-window PROPERTIES AUTOMOC ON)
