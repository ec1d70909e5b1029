desk_add_test(db/mail/tst_relay LINK desk_relay desk_testsupport desk_resources)
