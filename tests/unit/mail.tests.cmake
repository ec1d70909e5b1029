desk_add_test(unit/mail/tst_passwordgenerator LINK desk_relay)
desk_add_test(unit/mail/tst_mailcomposer LINK desk_relay desk_resources)
desk_add_test(unit/mail/tst_deliverystatus LINK desk_mail)
desk_add_test(unit/mail/tst_relayconfig LINK desk_relay)
