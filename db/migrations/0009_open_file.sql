-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The caller's file in one call: finds what the key names, opens the call it belongs to, journals the reading, and
-- answers one document.

set local search_path = asp, public;

-- What a key names. `siret` is set for an unknown SIRET too: its tickets and its near misses are worth showing.
create type asp.t_subject as (establishment bigint, account bigint, siret text);

-- The account's own establishment when it has just one.
create function asp.f_subject_of_account(p_account bigint) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
    v_found bigint[];
begin
    select array_agg(h.establishment_id) into v_found
    from (select x.establishment_id from habilitation x where x.account_id = p_account and x.state <> 'revoked'
          limit 2) h;
    v_subject.account := p_account;
    if cardinality(v_found) = 1 then
        v_subject.establishment := v_found[1];
    end if;
    return v_subject;
end $$;

-- Several accounts share an address or a number: the one used last speaks; an establishment they all share is opened.
create function asp.f_subject_of_accounts(p_accounts bigint[]) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
    v_latest bigint;
begin
    select a.id into v_latest from account a where a.id = any (p_accounts)
    order by greatest(a.last_login_at, a.created_at) desc, a.id desc limit 1;
    v_subject := f_subject_of_account(v_latest);
    if v_subject.establishment is null and cardinality(p_accounts) > 1 then
        select min(h.establishment_id) into v_subject.establishment
        from (select x.establishment_id from habilitation x
              where x.account_id = any (p_accounts) and x.state <> 'revoked'
              group by x.establishment_id having count(*) = cardinality(p_accounts) limit 2) h
        having count(*) = 1;
    end if;
    return v_subject;
end $$;

create function asp.f_subject_of_siret(p_siret text) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
begin
    v_subject.siret := p_siret;
    select e.id into v_subject.establishment from establishment e where e.siret = p_siret;
    return v_subject;
end $$;

create function asp.f_subject(p_key text) returns asp.t_subject language plpgsql stable as $$
declare
    v_key text := left(btrim(p_key), 300);
    v_compact text := regexp_replace(v_key, '[\s\u00A0\u202F.]', '', 'g');
    v_subject t_subject;
    v_found bigint[];
begin
    if v_compact ~ '^[0-9]{14}$' then
        return f_subject_of_siret(v_compact);
    elsif v_key ~ '^ticket:[0-9]{1,18}$' then
        select t.siret into v_subject.siret from ticket t where t.number = split_part(v_key, ':', 2)::bigint;
        return case when v_subject.siret is null then v_subject else f_subject_of_siret(v_subject.siret) end;
    elsif v_key ~ '^account:[0-9]{1,18}$' then
        select array_agg(a.id) into v_found from account a where a.id = split_part(v_key, ':', 2)::bigint;
    elsif v_key like '%@%' then
        select array_agg(a.id) into v_found
        from (select x.id from account x where lower(x.email) = lower(v_key) limit 50) a;
        if v_found is null then
            select e.id into v_subject.establishment from establishment e where lower(e.email) = lower(v_key)
            order by e.registered_at desc nulls last limit 1;
        end if;
    elsif f_phone(v_key) is not null then
        select array_agg(a.id) into v_found
        from (select x.id from account x where x.phone = f_phone(v_key) limit 50) a;
        if v_found is null then
            select e.id into v_subject.establishment from establishment e where e.phone = f_phone(v_key)
            order by e.registered_at desc nulls last limit 1;
        end if;
    elsif v_compact ~ '^[0-9]{9}$' then
        -- A company with one establishment; with several, the suggestions let one choose.
        select array_agg(e.id) into v_found
        from (select x.id from establishment x where x.siren = v_compact limit 2) e;
        if cardinality(v_found) = 1 then
            v_subject.establishment := v_found[1];
        end if;
        return v_subject;
    else
        select array_agg(a.id) into v_found from account a where a.identifiant = lower(v_key);
    end if;
    if cardinality(v_found) = 1 then
        return f_subject_of_account(v_found[1]);
    elsif cardinality(v_found) > 1 then
        return f_subject_of_accounts(v_found);
    end if;
    return v_subject;
end $$;

-- Opens the call under the id the console made, or finds it. Null, or the rule that stands in the way.
create function asp.f_enter_call(p_call uuid) returns text language plpgsql as $$
declare
    v_call call;
begin
    insert into call (id, agent, opened_at) values (p_call, session_user, clock_timestamp()) on conflict (id) do nothing;
    select * into v_call from call c where c.id = p_call;
    return case when v_call.agent <> session_user then 'not_your_call'
                when v_call.closed_at is not null then 'call_closed' end;
end $$;

-- Every query below is a few index probes whatever its parameters: one plan each, kept for the session.
create function desk.open_file(p_key text, p_call uuid) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set plan_cache_mode = force_generic_plan as $$
declare
    v_subject t_subject;
    v_siret text;
    v_sirets text[];
    v_accounts jsonb;
    v_rule text;
begin
    if not f_admit('open_file', 'lecture') then
        return f_refused('rate_limited');
    end if;
    if p_key is null or btrim(p_key) = '' then
        return f_refused('bad_params');
    end if;
    if p_call is not null then
        v_rule := f_enter_call(p_call);
        if v_rule is not null then
            perform f_journal('refused', p_call => p_call, p_rule => v_rule, p_detail => '{"read": "open_file"}');
            return f_refused(v_rule);
        end if;
    end if;
    v_subject := f_subject(p_key);
    if p_call is not null and (v_subject.establishment is not null or v_subject.account is not null) then
        insert into call_file (call_id, establishment_id, account_id, at)
        values (p_call, v_subject.establishment,
                case when v_subject.establishment is null then v_subject.account end, clock_timestamp())
        on conflict do nothing;
    end if;
    perform f_journal('open_file', p_call => p_call, p_establishment => v_subject.establishment,
                      p_account => v_subject.account);
    -- The server's log keeps what a hostile client's rollback takes out of the journal.
    raise log 'desk: % opened establishment % account % in call %', session_user, v_subject.establishment,
        v_subject.account, p_call;

    if v_subject.establishment is not null then
        select e.siret into v_siret from establishment e where e.id = v_subject.establishment;
        v_sirets := array[v_siret];
        v_accounts := f_file_accounts(v_subject.establishment, v_subject.account);
    elsif v_subject.account is not null then
        v_sirets := array(select e.siret from habilitation h join establishment e on e.id = h.establishment_id
                          where h.account_id = v_subject.account and h.state <> 'revoked' limit 500);
        v_accounts := jsonb_build_array((select f_file_account(a, null) from account a where a.id = v_subject.account));
    else
        v_sirets := array_remove(array[v_subject.siret], null);
        v_accounts := '[]';
    end if;

    return jsonb_build_object(
        'status', 'ok',
        'subject', case when v_subject.establishment is not null then 'establishment'
                        when v_subject.account is not null then 'account' else 'unknown' end,
        'asked', coalesce(v_subject.siret, left(btrim(p_key), 300)),
        'stamp', case when v_subject.establishment is not null then f_establishment_stamp(v_subject.establishment)
                      when v_subject.account is not null then f_account_stamp(v_subject.account) end,
        'server_time', clock_timestamp(),
        'call', (select jsonb_build_object('id', c.id, 'opened_at', c.opened_at, 'note', c.note)
                 from call c where c.id = p_call),
        'establishment', f_file_establishment(v_subject.establishment),
        'accounts', v_accounts,
        'accounts_total', case when v_subject.establishment is null then jsonb_array_length(v_accounts)
                               else (select count(*) from habilitation h
                                     where h.establishment_id = v_subject.establishment) end,
        'selected_account', v_subject.account,
        'establishments', case when v_subject.establishment is null and v_subject.account is not null
                               then f_file_establishments(v_subject.account) else '[]' end,
        'candidates', case when v_subject.establishment is null and v_subject.siret is not null
                           then f_candidates(v_subject.siret) else '[]' end,
        'daps', case when v_subject.establishment is not null then f_file_daps(v_subject.establishment) else '[]' end,
        'contracts', f_file_contracts(v_subject.establishment, v_subject.account),
        'tickets', f_file_tickets(v_sirets, v_subject.establishment is null and v_subject.account is not null),
        'calls', f_file_calls(v_subject.establishment,
                              case when v_subject.establishment is null then v_subject.account end, p_call),
        'operations', f_file_operations(v_subject.establishment,
                                        array(select (a ->> 'id')::bigint from jsonb_array_elements(v_accounts) a)),
        'walks', f_file_walks(v_subject.establishment, v_subject.account),
        'notices', f_notices());
end $$;
