# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# The worker and the stores on a real server, some of it through a proxy that counts, delays, swallows and cuts.
desk_add_library(desk_countingproxy SOURCES support/countingproxy.cpp support/countingproxy.h LINK Qt6::Core Qt6::Network)
set_target_properties(desk_countingproxy PROPERTIES AUTOMOC ON)
foreach(name tst_worker tst_login tst_stores tst_roundtrips tst_lostanswers tst_drafts tst_tls tst_accessstore tst_supervisionstore tst_ticketstore tst_bulk tst_overviewstore)
  desk_add_test(db/stores/${name} LINK desk_db desk_testsupport desk_countingproxy)
endforeach()
# Every document of a demonstration against the structs that describe it.
desk_add_test(db/stores/tst_documentkeys LINK desk_db desk_demo desk_testsupport)
