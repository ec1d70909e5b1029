-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The first step of a reading: counted, journalled, kept for this server process.
--
-- Function desk.announce
-- Answers: status
-- Refuses: bad_params, call_closed, journal_search, no_call, not_found, not_your_call, rate_limited, supervisor_only

-- A whole address or number is found or not: trying them out one by one has a cap of its own.
create function asp.f_tries_value(p_params jsonb) returns boolean language plpgsql stable as $$
declare
    v_text text := btrim(left(coalesce(p_params ->> 'text', ''), 300));
begin
    return case p_params ->> 'kind' when 'phone' then f_phone(v_text) is not null
                                    when 'email' then v_text ~ '^[^@\s]+@[^@\s]+$' else false end;
end $$;

-- The announcement. Refused announcements are counted, and those a rule refused journalled.
create function desk.announce(p_id uuid, p_what text, p_params jsonb) returns jsonb language plpgsql security definer set plan_cache_mode = force_generic_plan as $$
declare
    v_kind reading_kind;
    v_announced t_announced;
    v_rule text;
begin
    select * into v_kind from reading_kind k where k.what = p_what;
    if v_kind.what is null or p_id is null or coalesce(jsonb_typeof(p_params), '') <> 'object'
       or length(p_params::text) > 300000 then
        return f_refused('bad_params');
    elsif not f_in_the_present() then
        return f_refused('bad_params', '{"param": "transaction_isolation"}');
    elsif not f_admit(p_what, v_kind.cap) then -- first of all: refusals are journalled, and must not flood the journal
        return f_refused('rate_limited');
    elsif v_kind.supervisor and not f_is_supervisor() then
        perform f_journal('refused', p_rule => 'supervisor_only', p_detail => jsonb_build_object('read', p_what));
        return f_refused('supervisor_only');
    end if;
    -- What is told must be on disk first, whatever the session says.
    if current_setting('synchronous_commit') = 'off' then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    case p_what
        when 'open_file' then v_announced := f_announce_open_file(p_params);
        when 'reveal' then v_announced := f_announce_reveal(p_params);
        when 'suggest' then
            if f_tries_value(p_params) and not f_admit('suggest_value', 'suggestion.valeur') then
                return f_refused('rate_limited');
            end if;
            v_announced.params := jsonb_build_object('kind', left(p_params ->> 'kind', 20),
                                                     'text', left(p_params ->> 'text', 300));
        else v_announced.params := p_params;
    end case;
    if v_announced.refusal is not null then
        return v_announced.refusal;
    end if;
    if v_kind.journalled and p_what not in ('open_file', 'reveal') then
        v_rule := f_journal_announced(p_what, p_params);
        if v_rule is not null then
            return f_refused(v_rule);
        end if;
    end if;
    insert into reading (pid, login, id, what, params, xid, at)
    values (pg_backend_pid(), session_user, p_id, p_what, v_announced.params, pg_current_xact_id(), clock_timestamp())
    on conflict (pid) do update
        set login = excluded.login, id = excluded.id, what = excluded.what, params = excluded.params,
            xid = excluded.xid, at = excluded.at;
    return '{"status": "ok"}';
exception
    when data_exception then
        return f_refused('bad_params');
end $$;

grant execute on function desk.announce(uuid, text, jsonb) to asp_agent;
