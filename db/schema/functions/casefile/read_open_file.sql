-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The caller’s file as one document. A part that cannot be read is null and named; the rest stays.
--
-- Reading open_file
-- Takes: key, call
-- Answers: the caller’s file: subject, asked, stamp, server_time, call{}, establishment{}, accounts[], accounts_total,
--     selected_account, establishments[], candidates[], daps[], contracts[], tickets[], calls[], operations[], walks[],
--     notices[], requests[], changes[], check{}, unread[]
-- Refuses: bad_params, call_closed, not_your_call

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

-- Of the subject that was journalled: one document. Every query is a few index probes whatever its parameters: one plan each, kept.
create function asp.f_read_open_file(p_params jsonb) returns jsonb language plpgsql stable
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
