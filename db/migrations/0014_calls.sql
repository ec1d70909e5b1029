-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Calls: their note, their end, the scripts walked in them, and the values uncovered for them.

set local search_path = asp, public;

-- The note as it is typed. Not an operation: it changes nothing else and the last text counts.
create function desk.save_note(p_call uuid, p_note text) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_call call;
begin
    if length(p_note) > 10000 then
        return f_refused('too_long', '{"limit": 10000}');
    end if;
    select * into v_call from call c where c.id = p_call for no key update;
    if v_call.id is null or v_call.agent <> session_user then
        return f_refused('not_your_call');
    elsif v_call.closed_at is not null then
        return f_refused('call_closed');
    end if;
    update call set note = coalesce(p_note, '') where id = p_call;
    return '{"status": "ok"}';
end $$;

create function asp.op_call_close(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_outcome text := f_param_text(r.params, 'outcome');
    v_text text := f_param_text(r.params, 'outcome_text');
    v_note text := f_param_text(r.params, 'note');
    v_needs_text boolean;
    v_file call_file;
begin
    if r.call_id is null then
        perform f_refuse('needs_call_or_ticket');
    elsif v_outcome = '' then
        perform f_refuse('call_outcome_needed');
    end if;
    select o.needs_text into v_needs_text from call_outcome o where o.code = v_outcome and o.active;
    if v_needs_text is null then
        perform f_refuse('unknown_call_outcome');
    elsif v_needs_text and v_text = '' then
        perform f_refuse('outcome_text_needed');
    elsif length(v_text) > 1000 or length(v_note) > 10000 then
        perform f_refuse('text_too_long', jsonb_build_object('limit', case when length(v_text) > 1000 then 1000
                                                                           else 10000 end));
    end if;
    update call set closed_at = clock_timestamp(), outcome = v_outcome, outcome_text = nullif(v_text, ''),
                    note = case when r.params ? 'note' then v_note else note end
    where id = r.call_id;
    select * into v_file from call_file f where f.call_id = r.call_id order by f.at desc limit 1;
    return row(jsonb_build_object('call', r.call_id), v_file.establishment_id, v_file.account_id, null)::t_done;
end $$;

-- A number of a walk that may be missing: null then.
create function asp.f_optional_id(p_params jsonb, p_key text) returns bigint language plpgsql stable as $$
begin
    return case when coalesce(jsonb_typeof(p_params -> p_key), 'null') <> 'null' and p_params -> p_key <> '0'
                then f_param_id(p_params, p_key) end;
end $$;

-- A walk with its evidence. Its times are the console's word, for figures; they are never in the future, and when it
-- was saved is the server's word.
create function asp.op_walk_save(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_walk walk;
begin
    if coalesce(jsonb_typeof(r.params -> 'path'), '') <> 'array' or length((r.params -> 'path')::text) > 200000 then
        perform f_refuse('bad_params', '{"param": "path"}');
    elsif f_param_text(r.params, 'outcome') = '' then
        perform f_refuse('outcome_needed');
    end if;
    v_walk.id := f_param_text(r.params, 'id')::uuid;
    v_walk.account_id := f_optional_id(r.params, 'account_id');
    v_walk.establishment_id := f_optional_id(r.params, 'establishment_id');
    v_walk.ticket := coalesce(f_optional_id(r.params, 'ticket'), r.ticket);
    v_walk.ended_at := least((r.params ->> 'ended_at')::timestamptz, clock_timestamp());
    v_walk.started_at := least((r.params ->> 'started_at')::timestamptz, v_walk.ended_at);
    if exists (select from walk w where w.id = v_walk.id) then
        perform f_refuse('id_reused');
    elsif v_walk.ticket is not null and not exists (select from ticket t where t.number = v_walk.ticket) then
        perform f_refuse('unknown_ticket');
    elsif v_walk.account_id is not null and not exists (select from account a where a.id = v_walk.account_id) then
        perform f_refuse('unknown_account');
    end if;
    insert into walk (id, script_id, script_version, title, agent, call_id, ticket, establishment_id, account_id,
                      outcome, started_at, ended_at, saved_at, path, seconds, overrules)
    values (v_walk.id, left(f_param_text(r.params, 'script_id'), 100), f_param_id(r.params, 'script_version'),
            nullif(left(f_param_text(r.params, 'title'), 300), ''), session_user, r.call_id, v_walk.ticket,
            v_walk.establishment_id, v_walk.account_id, left(f_param_text(r.params, 'outcome'), 100),
            v_walk.started_at, v_walk.ended_at, clock_timestamp(), r.params -> 'path',
            coalesce(r.params -> 'seconds', '{}'), coalesce(f_optional_id(r.params, 'overrules'), 0));
    return row(jsonb_build_object('walk', v_walk.id), v_walk.establishment_id, v_walk.account_id, v_walk.ticket)::t_done;
end $$;

-- Was the file this thing belongs to opened in that call? What was not opened is not uncovered.
create function asp.f_opened_in(p_call uuid, p_establishment bigint, p_account bigint, p_siret text) returns boolean
    language plpgsql stable as $$
begin
    return case
        when p_establishment is not null then
            exists (select from call_file f where f.call_id = p_call and f.establishment_id = p_establishment)
        when p_account is not null then
            exists (select from call_file f where f.call_id = p_call and f.account_id = p_account)
            or exists (select from call_file f join habilitation h on h.establishment_id = f.establishment_id
                       where f.call_id = p_call and h.account_id = p_account)
        when exists (select from establishment e where e.siret = p_siret) then
            exists (select from call_file f join establishment e on e.id = f.establishment_id
                    where f.call_id = p_call and e.siret = p_siret)
            or exists (select from call_file f join habilitation h on h.account_id = f.account_id
                       join establishment e on e.id = h.establishment_id
                       where f.call_id = p_call and e.siret = p_siret)
        else true -- a ticket whose SIRET nobody knows has no file of its own
    end;
end $$;

-- The whole value behind a mask, journalled with who asked and for which call.
create function desk.reveal(p_field text, p_id bigint, p_call uuid) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set standard_conforming_strings = on as $$
declare
    v_value text;
    v_siret text;
    v_rule text;
    v_subject text := split_part(p_field, '.', 1);
begin
    if not f_admit('reveal', 'devoilement') then
        return f_refused('rate_limited');
    end if;
    if not exists (select from call c where c.id = p_call and c.agent = session_user and c.closed_at is null) then
        v_rule := 'no_call';
    else
        case p_field
            when 'account.email' then select a.email into v_value from account a where a.id = p_id;
            when 'account.phone' then select a.phone into v_value from account a where a.id = p_id;
            when 'establishment.email' then select e.email into v_value from establishment e where e.id = p_id;
            when 'establishment.phone' then select e.phone into v_value from establishment e where e.id = p_id;
            when 'ticket.requester_email' then
                select t.requester_email, t.siret into v_value, v_siret from ticket t where t.number = p_id;
            when 'ticket.requester_phone' then
                select t.requester_phone, t.siret into v_value, v_siret from ticket t where t.number = p_id;
            else v_rule := 'bad_params';
        end case;
        if v_rule is null and (v_value is null or not f_opened_in(
                p_call, case v_subject when 'establishment' then p_id end, case v_subject when 'account' then p_id end,
                v_siret)) then
            v_rule := 'not_found';
        end if;
    end if;
    perform f_journal(case when v_rule is null then 'reveal' else 'refused' end, p_call => p_call,
                      p_establishment => case v_subject when 'establishment' then p_id end,
                      p_account => case v_subject when 'account' then p_id end,
                      p_ticket => case v_subject when 'ticket' then p_id end, p_rule => v_rule,
                      p_detail => jsonb_build_object('read', 'reveal', 'field', left(p_field, 40)));
    if v_rule is not null then
        return f_refused(v_rule);
    end if;
    raise log 'desk: % uncovered % % in call %', session_user, p_field, p_id, p_call; -- as in desk.open_file
    return jsonb_build_object('status', 'ok', 'value', v_value);
end $$;
