# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# The journal: sealed, searched, purged, restored, and verified against someone who has the server.
foreach(test journalverify journalseal journalpurge)
  desk_add_test(db/journal/tst_${test} LINK desk_testsupport desk_journal
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/journal/journalworld.cpp)
  target_compile_definitions(tst_${test} PRIVATE DBADMIN_PROGRAM="$<TARGET_FILE:asp-dbadmin>")
  add_dependencies(tst_${test} asp-dbadmin)
endforeach()
desk_add_test(db/journal/tst_journalpages LINK desk_testsupport
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules/rulesworld.cpp)
desk_add_test(db/journal/tst_backup LINK desk_db desk_testsupport desk_journal desk_privateserver
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/journal/journalworld.cpp)
target_compile_definitions(tst_backup PRIVATE DBADMIN_PROGRAM="$<TARGET_FILE:asp-dbadmin>")
add_dependencies(tst_backup asp-dbadmin)
