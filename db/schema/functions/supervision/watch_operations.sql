-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a supervisor does from a list of accounts to watch: for a reason, without call or ticket.
--
-- Operation watch.unlock
-- Takes: account_id
-- Answers: as account.unlock
-- Refuses: account_being_deleted, account_disabled, bad_params, not_locked, unknown_account
--
-- Operation watch.resend
-- Takes: habilitation_id
-- Answers: as mail.resend_confirmation
-- Refuses: account_being_deleted, account_disabled, bad_params, habilitation_not_active, nothing_to_confirm,
--     unknown_account

-- Nobody is on the line: the supervisor's reason stands in place of a call or a ticket.
create function asp.op_watch_unlock(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return op_account_unlock(r);
end $$;

create function asp.op_watch_resend(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return op_mail_resend_confirmation(r);
end $$;
