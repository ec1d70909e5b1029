# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/core/tst_siret LINK desk_core)
desk_add_test(unit/core/tst_document LINK desk_core)
desk_add_test(unit/core/tst_serverclock LINK desk_core)
desk_add_test(unit/lookup/tst_callerfile LINK desk_core)
desk_add_test(unit/lookup/tst_searchterm LINK desk_app)
desk_add_test(unit/services/tst_connectionsettings LINK desk_app)
desk_add_test(unit/services/tst_appsettings LINK desk_app)
desk_add_test(unit/services/tst_sessionservice LINK desk_app)
desk_add_test(unit/services/tst_operationservice LINK desk_app)
desk_add_test(unit/services/tst_callservice LINK desk_app)
desk_add_test(unit/services/tst_caseservice LINK desk_app)
desk_add_test(unit/services/tst_localstore LINK desk_db)
desk_add_test(unit/services/tst_sealedstore LINK desk_db)
desk_add_test(unit/services/tst_idlelock LINK desk_app)
desk_add_test(unit/services/tst_secrets LINK desk_secrets)
desk_add_test(unit/services/tst_sealingkey LINK desk_secrets desk_db)
# The same programs three times: with a keyring, with a locked one, with none.
set_tests_properties(tst_secrets tst_sealingkey PROPERTIES ENVIRONMENT_MODIFICATION
  "DBUS_SESSION_BUS_ADDRESS=unset:;DISPLAY=unset:;KEYRING=set:absent")
find_program(DBUS_RUN_SESSION dbus-run-session)
find_program(GNOME_KEYRING gnome-keyring-daemon)
if(DBUS_RUN_SESSION AND GNOME_KEYRING)
  foreach(state unlocked locked)
    foreach(name tst_secrets tst_sealingkey)
      add_test(NAME ${name}_${state}
               COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/../support/with_keyring.sh ${state} $<TARGET_FILE:${name}>)
      set_tests_properties(${name}_${state} PROPERTIES LABELS unit TIMEOUT 60
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
    endforeach()
  endforeach()
endif()
