# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(db/schema/tst_upgrade LINK desk_testsupport)
target_compile_definitions(tst_upgrade PRIVATE UPGRADE_FOLDER="${PROJECT_SOURCE_DIR}/tests/data/upgrade")
desk_add_test(db/schema/tst_plpgsqlcheck LINK desk_testsupport)
# What the files of functions say of themselves, against what they do; and the page made of it.
add_test(NAME schema_contracts COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/schema/contracts.py --check)
set_tests_properties(schema_contracts PROPERTIES LABELS db TIMEOUT 60)
