# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(db/infra/tst_libpq LINK desk_testsupport)
desk_add_test(db/infra/tst_migrator LINK desk_testsupport)
desk_add_test(db/infra/tst_postgresprograms LINK desk_pgserver)
desk_add_test(db/infra/tst_privateserver LINK desk_testsupport desk_privateserver)
desk_add_test(db/infra/tst_servercheck LINK desk_testsupport desk_servercheck desk_dbadmin)
desk_add_test(db/infra/tst_dbadmin LINK desk_testsupport)
target_compile_definitions(tst_dbadmin PRIVATE DBADMIN_PROGRAM="$<TARGET_FILE:asp-dbadmin>")
add_dependencies(tst_dbadmin asp-dbadmin)
