# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# The rules of the database, on a real server and over plain libpq: what a console cannot talk its way around.
foreach(test tst_operations tst_refusals tst_repetition tst_reading tst_attacks tst_attackrules tst_attacksessions tst_relayclaims tst_callercheck
             tst_access tst_approvals tst_undo tst_oversight tst_ticketlife tst_ticketbatch tst_workingtime tst_queue tst_views tst_presence tst_overviewrules)
  desk_add_test(db/rules/${test} LINK desk_testsupport
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules/rulesworld.cpp)
endforeach()
