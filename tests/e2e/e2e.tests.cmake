# The main job of the desk in the real window: on the private server the console creates, and on a separate one.
set(e2e_out ${CMAKE_CURRENT_BINARY_DIR}/e2e)
add_test(NAME e2e_private COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/support/gui_session.sh /usr/bin/python3
  ${CMAKE_CURRENT_SOURCE_DIR}/e2e/main_job.py --console $<TARGET_FILE:asp-console> --out ${e2e_out}/private)
add_test(NAME e2e_central COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/e2e/central.sh ${PROJECT_BINARY_DIR} ${e2e_out}/central)
add_test(NAME e2e_handover COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/support/gui_session.sh /usr/bin/python3
  ${CMAKE_CURRENT_SOURCE_DIR}/e2e/handover.py --console $<TARGET_FILE:asp-console> --out ${e2e_out}/handover)
# Who gets the access: a change of referent that waits, an account made at once, an objection.
add_test(NAME e2e_access COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/support/gui_session.sh /usr/bin/python3
  ${CMAKE_CURRENT_SOURCE_DIR}/e2e/access_job.py --console $<TARGET_FILE:asp-console> --out ${e2e_out}/access)
# A supervisor's round over all pages, on the private server.
add_test(NAME e2e_supervisor COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/support/gui_session.sh /usr/bin/python3
  ${CMAKE_CURRENT_SOURCE_DIR}/e2e/supervisor_job.py --console $<TARGET_FILE:asp-console> --out ${e2e_out}/supervisor)
# Two people on one queue, two consoles on one server.
add_test(NAME e2e_queue COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/e2e/queue.sh ${PROJECT_BINARY_DIR} ${e2e_out}/queue)
# Scripts walked by keyboard, with a kill in the middle.
add_test(NAME e2e_script COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/support/gui_session.sh /usr/bin/python3
  ${CMAKE_CURRENT_SOURCE_DIR}/e2e/script_job.py --console $<TARGET_FILE:asp-console> --out ${e2e_out}/script)
set_tests_properties(e2e_private e2e_central e2e_access e2e_handover e2e_supervisor e2e_queue e2e_script PROPERTIES LABELS e2e TIMEOUT 400 ENVIRONMENT "TZ=UTC")
