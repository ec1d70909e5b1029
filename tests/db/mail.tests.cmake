desk_add_test(db/mail/tst_relay LINK desk_relay desk_testsupport desk_resources)
desk_add_test(db/mail/tst_mails LINK desk_testsupport SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules/rulesworld.cpp)
