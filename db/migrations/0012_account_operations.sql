-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Operations on accounts and their mails. Each locks the rows it decides on before it looks at them.

set local search_path = asp, public;

-- The account, locked; one that is on its way out or switched off is left alone.
create function asp.f_lock_account(p_account bigint) returns asp.account language plpgsql as $$
declare
    v_account account;
begin
    select * into v_account from account a where a.id = p_account for no key update;
    if v_account.id is null then
        perform f_refuse('unknown_account');
    elsif v_account.being_deleted_at is not null then
        perform f_refuse('account_being_deleted');
    elsif v_account.disabled_at is not null then
        perform f_refuse('account_disabled');
    end if;
    return v_account;
end $$;

-- The establishment an operation on an account is filed under: the one whose file was opened last in the call, else the
-- ticket's, as long as the account is habilitated there; else the account's first.
create function asp.f_filed_under(p_account bigint, p_call uuid, p_ticket bigint) returns bigint
    language plpgsql stable as $$
declare
    v_establishment bigint;
begin
    select f.establishment_id into v_establishment from call_file f
    join habilitation h on h.establishment_id = f.establishment_id and h.account_id = p_account
    where f.call_id = p_call order by f.at desc limit 1;
    if v_establishment is null then
        select h.establishment_id into v_establishment from ticket t
        join establishment e on e.siret = t.siret
        join habilitation h on h.establishment_id = e.id and h.account_id = p_account
        where t.number = p_ticket;
    end if;
    if v_establishment is null then
        select h.establishment_id into v_establishment from habilitation h
        where h.account_id = p_account order by h.state = 'revoked', h.id limit 1;
    end if;
    return v_establishment;
end $$;

-- No more than `p_setting` an hour for one log-in. Its own operations of that kind queue for its row of the meter, or two
-- at once could both be the last one allowed; a row, since an advisory lock could be held by anyone who knows its key.
create function asp.f_check_ceiling(p_kind text, p_setting text, p_default int) returns void language plpgsql as $$
declare
    v_limit int := f_setting_int(p_setting, p_default);
    v_done int;
begin
    insert into read_meter (login, kind, minute, minute_count, hour, hour_count)
    values (session_user, p_kind, clock_timestamp(), 0, clock_timestamp(), 0)
    on conflict (login, kind) do update set minute = excluded.minute;
    select count(*) into v_done from operation o
    where o.actor = session_user and o.kind = p_kind and o.at > clock_timestamp() - interval '1 hour';
    if v_done >= v_limit then
        perform f_refuse('over_ceiling', jsonb_build_object('limit', v_limit));
    end if;
end $$;

create function asp.f_queue_mail(p_kind text, p_account asp.account, p_habilitation bigint, p_operation uuid,
                                 p_params jsonb default '{}') returns bigint language plpgsql as $$
declare
    v_id bigint;
begin
    insert into mail (kind, account_id, habilitation_id, operation_id, origin, to_address, params, queued_at,
                      next_attempt_at)
    values (p_kind, p_account.id, p_habilitation, p_operation, 'desk', p_account.email, p_params, clock_timestamp(),
            clock_timestamp())
    returning id into v_id;
    return v_id;
end $$;

-- The policy in force today for a profile.
create function asp.f_policy(p_profile text) returns asp.password_policy language plpgsql stable as $$
declare
    v_policy password_policy;
begin
    select * into v_policy from password_policy p
    where p.profile = p_profile and p.valid_from <= (clock_timestamp() at time zone 'Europe/Paris')::date
    order by p.valid_from desc limit 1;
    return v_policy;
end $$;

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

-- The old secret is void from here on; the mail relay makes the new one, so that no console and no row ever holds it.
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
