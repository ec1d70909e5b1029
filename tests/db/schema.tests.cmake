# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(db/schema/tst_upgrade LINK desk_testsupport)
target_compile_definitions(tst_upgrade PRIVATE UPGRADE_FOLDER="${PROJECT_SOURCE_DIR}/tests/data/upgrade")
desk_add_test(db/schema/tst_plpgsqlcheck LINK desk_testsupport)
# What the files of functions say of themselves, against what they do; and the page made of it.
add_test(NAME schema_contracts COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/schema/contracts.py --check)
set_tests_properties(schema_contracts PROPERTIES LABELS db TIMEOUT 60)
# The rules again, on a database that the release of the forty migrations left and this one upgraded. Its schema is that
# of a fresh one to the letter (tst_upgrade), so a cross-section will do; the environment variable takes any test there.
foreach(name tst_operations tst_reading tst_refusals tst_repetition tst_presence tst_views tst_workingtime tst_undo)
  add_test(NAME upgraded_${name} COMMAND ${name})
  set_tests_properties(upgraded_${name} PROPERTIES LABELS db TIMEOUT 300
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;DESK_TEST_FROM_DUMP=${PROJECT_SOURCE_DIR}/tests/data/upgrade/release-40-empty.sql.gz")
endforeach()
