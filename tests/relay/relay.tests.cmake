# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# The relay against a real mail server with TLS, as a library and as processes.
desk_add_test(relay/tst_smtptransport LINK desk_relay desk_smtpsink Qt6::Network)
desk_add_test(relay/tst_bounces LINK desk_relay desk_testsupport)
desk_add_test(relay/tst_relayprocess LINK desk_relay desk_smtpsink desk_testsupport)
foreach(test tst_bounces tst_relayprocess)
  target_compile_definitions(${test} PRIVATE ASP_RELAY="$<TARGET_FILE:asp-relay>")
  add_dependencies(${test} asp-relay)
endforeach()
