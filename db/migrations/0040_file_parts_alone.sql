-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A part of the caller's file that cannot be read (a table that is damaged, or locked by its upkeep) no longer takes the whole
-- file with it: it is named under `unread`, and what a script would have checked there is asked instead. What says whose file
-- it is, the establishment and its accounts, is no such part: without it there is no file.

set local search_path = asp, public;

-- The latest credential mails of each account, and the other extranets it serves on: {account: […]}.
create function asp.f_file_mails(p_accounts jsonb) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(a ->> 'id', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', m.id, 'kind', m.kind, 'state', m.state, 'queued_at', m.queued_at, 'sent_at', m.sent_at,
                    'delivered_at', m.delivered_at, 'bounced_at', m.bounced_at, 'reason', m.reason)
                    order by m.queued_at, m.id), '[]')
                from f_credential_mails((a ->> 'id')::bigint, (a -> 'habilitation' ->> 'id')::bigint) m)), '{}')
            from jsonb_array_elements(p_accounts) a);
end $$;

create function asp.f_file_extranets(p_accounts jsonb) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(a ->> 'id', (
                select coalesce(jsonb_agg(x.extranet order by x.extranet), '[]')
                from account_extranet x where x.account_id = (a ->> 'id')::bigint)), '{}')
            from jsonb_array_elements(p_accounts) a);
end $$;

-- Null: not to be read now. A cancelled statement is no such failure: it ends as before.
create function asp.f_file_part(p_part text, p_subject asp.t_subject, p_call uuid, p_sirets text[], p_accounts jsonb)
    returns jsonb language plpgsql stable set lock_timeout = '500ms' as $$
declare
    v_establishment bigint := p_subject.establishment;
    v_own bigint := case when p_subject.establishment is null then p_subject.account end; -- an account's file
begin
    return coalesce(case p_part
        when 'mails' then f_file_mails(p_accounts)
        when 'extranets' then f_file_extranets(p_accounts)
        when 'establishments' then case when v_own is not null then f_file_establishments(v_own) else '[]' end
        when 'candidates' then case when v_establishment is null and p_subject.siret is not null
                                    then f_candidates(p_subject.siret) else '[]' end
        when 'daps' then case when v_establishment is not null then f_file_daps(v_establishment) else '[]' end
        when 'contracts' then f_file_contracts(v_establishment, p_subject.account)
        when 'requests' then f_file_requests(v_establishment)
        when 'changes' then f_file_changes(v_establishment)
        when 'check' then f_file_check(p_call, v_establishment, p_subject.account)
        when 'tickets' then f_file_tickets(p_sirets, v_own is not null)
        when 'calls' then f_file_calls(v_establishment, v_own, p_call)
        when 'operations' then f_file_operations(v_establishment, array(select (a ->> 'id')::bigint
                                                                        from jsonb_array_elements(p_accounts) a))
        when 'walks' then f_file_walks(v_establishment, p_subject.account)
        when 'notices' then f_notices()
    end, 'null');
exception
    when others then
        raise log 'desk: part % of the file of establishment % account % not read: % %', p_part, v_establishment,
            p_subject.account, sqlstate, sqlerrm;
        return null;
end $$;

-- What changes with the file, as before; when part of it cannot be looked at, with what says whose file it is. The first
-- time all can be looked at again is a change, and the consoles read again.
alter function asp.f_establishment_stamp(bigint) rename to f_whole_establishment_stamp;
alter function asp.f_account_stamp(bigint) rename to f_whole_account_stamp;

create function asp.f_establishment_stamp(p_establishment bigint) returns text language plpgsql stable
    set lock_timeout = '500ms' as $$
begin
    return f_whole_establishment_stamp(p_establishment);
exception
    when others then
        return (select 'unread.' || md5(concat_ws('.', e.xmin,
                    (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin)), ':', bit_xor(f_row_stamp(a.id, a.xmin)))
                     from habilitation h join account a on a.id = h.account_id where h.establishment_id = e.id)))
                from establishment e where e.id = p_establishment);
end $$;

create function asp.f_account_stamp(p_account bigint) returns text language plpgsql stable
    set lock_timeout = '500ms' as $$
begin
    return f_whole_account_stamp(p_account);
exception
    when others then
        return (select 'unread.' || md5(a.xmin::text) from account a where a.id = p_account);
end $$;

create or replace function asp.f_file_account(a asp.account, h asp.habilitation) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', a.id, 'identifiant', a.identifiant, 'last_name', a.last_name, 'first_name', a.first_name,
        'email_masked', f_mask_email(a.email), 'phone_masked', f_mask_phone(a.phone), 'profile', a.profile,
        'locked_at', a.locked_at, 'locked_until', a.locked_until, 'failed_logins', a.failed_logins,
        'first_login_at', case when f_masking() and a.first_login_at > a.last_login_at - interval '2 days'
                               then f_month(a.first_login_at) else a.first_login_at end,
        'last_login_at', case when f_masking() then f_month(a.last_login_at) else a.last_login_at end,
        'last_login_masked', f_masking() and a.last_login_at is not null,
        'password', a.password_state, 'password_changed_at', a.password_changed_at,
        'password_changed_by', a.password_changed_by, 'must_change_password', a.must_change_password,
        'secrets_set', a.secrets_set, 'self_service_started_at', a.self_service_started_at,
        'being_deleted_at', a.being_deleted_at, 'disabled_at', a.disabled_at,
        'created_by_desk', a.created_by_desk)
    || jsonb_build_object(
        'establishment_count', (select count(*) from habilitation o
                                where o.account_id = a.id and o.state <> 'revoked'),
        'habilitation', case when h.id is not null then jsonb_build_object(
            'id', h.id, 'state', h.state, 'requested_at', h.requested_at, 'active_from', h.active_from,
            'revoked_at', h.revoked_at, 'referent', h.referent) end);
end $$;

create or replace function asp.f_read_open_file(p_params jsonb) returns jsonb language plpgsql stable
    set plan_cache_mode = force_generic_plan as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_subject t_subject := jsonb_populate_record(null::t_subject, nullif(p_params -> 'subject', 'null'));
    v_own_file boolean := v_subject.establishment is null and v_subject.account is not null; -- an account's
    v_sirets text[];
    v_accounts jsonb := '[]';
    v_document jsonb;
    v_part text;
    v_value jsonb;
    v_unread text[] := '{}';
begin
    if v_subject.establishment is not null then
        v_sirets := array(select e.siret from establishment e where e.id = v_subject.establishment);
        v_accounts := f_file_accounts(v_subject.establishment, v_subject.account);
    elsif v_own_file then
        v_sirets := array(select e.siret from habilitation h join establishment e on e.id = h.establishment_id
                          where h.account_id = v_subject.account and h.state <> 'revoked' limit 500);
        v_accounts := jsonb_build_array((select f_file_account(a, null) from account a where a.id = v_subject.account));
    else
        v_sirets := array_remove(array[v_subject.siret], null);
    end if;

    v_document := jsonb_build_object(
        'status', 'ok',
        'subject', case when v_subject.establishment is not null then 'establishment'
                        when v_own_file then 'account' else 'unknown' end,
        'asked', coalesce(v_subject.siret, p_params ->> 'key'),
        'stamp', case when v_subject.establishment is not null then f_establishment_stamp(v_subject.establishment)
                      when v_own_file then f_account_stamp(v_subject.account) end,
        'server_time', clock_timestamp(),
        'call', (select jsonb_build_object('id', c.id, 'opened_at', c.opened_at, 'note', c.note)
                 from call c where c.id = v_call),
        'establishment', f_file_establishment(v_subject.establishment),
        'accounts_total', case when v_subject.establishment is null then jsonb_array_length(v_accounts)
                               else (select count(*) from habilitation h
                                     where h.establishment_id = v_subject.establishment) end,
        'selected_account', v_subject.account);
    foreach v_part in array array['mails', 'extranets', 'establishments', 'candidates', 'daps', 'contracts',
                                  'requests', 'changes', 'check', 'tickets', 'calls', 'operations', 'walks', 'notices'] loop
        v_value := f_file_part(v_part, v_subject, v_call, v_sirets, v_accounts);
        if v_value is null then
            v_unread := v_unread || v_part;
        end if;
        v_document := v_document || jsonb_build_object(v_part, v_value);
    end loop;
    return v_document - 'mails' - 'extranets' || jsonb_build_object(
        'unread', v_unread,
        'accounts', (select coalesce(jsonb_agg(a || jsonb_build_object(
                                'mails', v_document -> 'mails' -> (a ->> 'id'),
                                'other_extranets', v_document -> 'extranets' -> (a ->> 'id')) order by place), '[]')
                     from jsonb_array_elements(v_accounts) with ordinality as x (a, place)));
end $$;

revoke execute on all functions in schema asp, desk from public;
