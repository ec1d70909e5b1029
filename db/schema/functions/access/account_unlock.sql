-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Lifts the lock before its time.
--
-- Operation account.unlock
-- Takes: account_id
-- Answers: account_id
-- Refuses: account_being_deleted, account_disabled, bad_params, not_locked, unknown_account

create function asp.op_account_unlock(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_account account := f_lock_account(f_param_id(r.params, 'account_id'));
begin
    if v_account.locked_until is null or v_account.locked_until <= clock_timestamp() then
        perform f_refuse('not_locked');
    end if;
    update account set locked_at = null, locked_until = null, failed_logins = 0 where id = v_account.id;
    return row(jsonb_build_object('account_id', v_account.id),
               f_filed_under(v_account.id, r.call_id, r.ticket), v_account.id, null)::t_done;
end $$;
