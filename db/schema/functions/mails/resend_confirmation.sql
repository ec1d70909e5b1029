-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Sends the confirmation of a habilitation again.
--
-- Operation mail.resend_confirmation
-- Takes: habilitation_id
-- Answers: habilitation_id, mails[]
-- Refuses: account_being_deleted, account_disabled, bad_params, habilitation_not_active, nothing_to_confirm,
--     unknown_account

-- The mail that says from when log-in works. A habilitation still waiting has one to repeat only once it has a date.
create function asp.op_mail_resend_confirmation(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_habilitation habilitation;
    v_account account;
    v_mail bigint;
begin
    select * into v_habilitation from habilitation h
    where h.id = f_param_id(r.params, 'habilitation_id') for no key update;
    if v_habilitation.id is null or v_habilitation.state = 'revoked' then
        perform f_refuse('habilitation_not_active');
    elsif v_habilitation.active_from is null then
        perform f_refuse('nothing_to_confirm');
    end if;
    v_account := f_lock_account(v_habilitation.account_id);
    v_mail := f_queue_mail('habilitation', v_account, v_habilitation.id, r.id);
    return row(jsonb_build_object('habilitation_id', v_habilitation.id, 'mails', jsonb_build_array(v_mail)),
               v_habilitation.establishment_id, v_account.id, null)::t_done;
end $$;
