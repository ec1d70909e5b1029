# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Builds its own small program with clang (preset fuzz), then half a minute for each target, two at a time.
add_test(NAME fuzz COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/run.sh)
set_tests_properties(fuzz PROPERTIES LABELS fuzz TIMEOUT 900 PROCESSORS 2 SKIP_RETURN_CODE 77)
