-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Voids the password at once; the mail relay makes the new one.
--
-- Operation account.reset_password
-- Takes: account_id, unlock (true)
-- Answers: account_id, mails[], unlocked, must_change
-- Refuses: account_being_deleted, account_disabled, bad_params, check_needed, no_active_habilitation, over_ceiling,
--     unknown_account
-- Caps: plafond.reset an hour

-- A reset needs the check of that very account, in that call. The old secret is void from here on; the mail relay makes the new
-- one, so that no console and no row ever holds it.
create function asp.op_account_reset_password(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_account account;
    v_unlock boolean := f_param_bool(r.params, 'unlock', true);
    v_must_change boolean;
    v_mails bigint[];
begin
    perform f_check_ceiling(r.kind, 'plafond.reset', 30);
    v_account := f_lock_account(f_param_id(r.params, 'account_id'));
    if not exists (select from habilitation h where h.account_id = v_account.id and h.state = 'active') then
        perform f_refuse('no_active_habilitation');
    end if;
    perform f_need_pass(r.call_id, null, v_account.id);
    v_unlock := v_unlock and v_account.locked_until is not null and v_account.locked_until > clock_timestamp();
    v_must_change := coalesce((f_policy(v_account.profile)).must_change, true);

    update account_secret set password_hash = null where account_id = v_account.id;
    update account set
        password_state = 'voided', password_changed_at = clock_timestamp(), password_changed_by = 'desk',
        must_change_password = v_must_change,
        locked_at = case when not v_unlock then locked_at end,
        locked_until = case when not v_unlock then locked_until end,
        failed_logins = case when v_unlock then 0 else failed_logins end
    where id = v_account.id;
    -- An earlier password that has not left yet would only confuse: the latest counts.
    update mail set state = 'cancelled'
    where account_id = v_account.id and kind = 'mot_de_passe' and state = 'queued';
    v_mails := array[f_queue_mail('identifiant', v_account, null, r.id),
                     f_queue_mail('mot_de_passe', v_account, null, r.id)];
    return row(jsonb_build_object('account_id', v_account.id, 'mails', to_jsonb(v_mails), 'unlocked', v_unlock,
                                  'must_change', v_must_change),
               f_filed_under(v_account.id, r.call_id, r.ticket), v_account.id, null)::t_done;
end $$;
