-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Sends a refused or bounced mail again, as a new one.
--
-- Operation mail.send_again
-- Takes: mail_id
-- Answers: mail (the new one)
-- Refuses: account_being_deleted, account_disabled, bad_params, habilitation_not_active, mail_not_failed,
--     unknown_account, unknown_mail

-- A password mail whose password has been replaced since must not be sent again: it would take the good one away.
create function asp.f_check_password_mail(m asp.mail, a asp.account) returns void language plpgsql stable as $$
declare
    v_later bigint := (select max(n.id) from mail n where n.account_id = m.account_id and n.kind = 'mot_de_passe'
                         and n.id > m.id and n.state <> 'cancelled');
begin
    if v_later is not null then
        perform f_refuse('mail_not_failed', jsonb_build_object('replaced_by', v_later));
    elsif a.password_state = 'active' and a.password_changed_at > m.bounced_at then
        perform f_refuse('mail_not_failed', '{"password": "changed"}');
    end if;
end $$;

-- Sends a mail that failed once more, as a mail of its own. A password is made anew: the one that got lost may be in
-- anybody's hands, and is void from here on.
create function asp.op_mail_send_again(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_id bigint := f_param_id(r.params, 'mail_id');
    v_account account;
    v_mail mail;
    v_new bigint;
begin
    -- Account first, mail second, as everywhere. A notice to who lost an access is owed whatever became of the account.
    select * into v_mail from mail m where m.id = v_id;
    if v_mail.id is null then
        perform f_refuse('unknown_mail');
    elsif v_mail.account_id is not null and v_mail.kind <> 'avis_changement' then
        v_account := f_lock_account(v_mail.account_id);
    end if;
    select * into v_mail from mail m where m.id = v_id for update;
    if v_mail.state not in ('refused', 'bounced') or v_mail.replaced_by is not null then
        perform f_refuse('mail_not_failed', jsonb_build_object('state', v_mail.state, 'replaced_by', v_mail.replaced_by));
    end if;
    if v_mail.kind = 'mot_de_passe' then
        perform f_check_password_mail(v_mail, v_account);
        update account_secret set password_hash = null where account_id = v_account.id;
        update account set password_state = 'voided', password_changed_at = clock_timestamp(),
                           password_changed_by = 'desk',
                           must_change_password = coalesce((f_policy(v_account.profile)).must_change, true)
        where id = v_account.id;
    elsif v_mail.kind = 'habilitation'
          and exists (select from habilitation h where h.id = v_mail.habilitation_id and h.state = 'revoked') then
        perform f_refuse('habilitation_not_active');
    end if;
    insert into mail (kind, account_id, habilitation_id, ticket, operation_id, origin, to_address, params, queued_at,
                      next_attempt_at)
    values (v_mail.kind, v_mail.account_id, v_mail.habilitation_id, v_mail.ticket, r.id, 'desk',
            coalesce(v_account.email, v_mail.to_address), v_mail.params, clock_timestamp(), clock_timestamp())
    returning id into v_new;
    update mail set replaced_by = v_new where id = v_mail.id;
    return row(jsonb_build_object('mail', v_new), f_mail_establishment(v_mail), v_mail.account_id, v_mail.ticket)::t_done;
end $$;
