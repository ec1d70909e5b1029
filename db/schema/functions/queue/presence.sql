-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who has which ticket open: a lease of half a minute.
--
-- Function desk.here
-- Answers: others[{ticket, login, name, level}]
-- Refuses: bad_params, rate_limited

-- Who else has these tickets: {ticket: [{login, name, level}]}. Another console of the same person is nobody else; of several
-- consoles of one log-in the nearest counts.
create function asp.f_presence_of(p_tickets bigint[]) returns jsonb language plpgsql stable as $$
declare
    v_person text := f_person(session_user);
begin
    return (select coalesce(jsonb_object_agg(o.ticket::text, o.others), '{}') from (
        select n.ticket, jsonb_agg(jsonb_build_object('login', n.login, 'name', n.name, 'level', n.level)
                                   order by n.name, n.login) as others
        from (select distinct on (p.ticket, p.login) p.ticket, p.login, p.level, f_display_name(p.login) as name
              from presence p
              where p.ticket = any (p_tickets) and p.level <> 'left' and p.until > clock_timestamp()
                and f_person(p.login) <> v_person
              order by p.ticket, p.login, array_position(array['writing', 'open', 'away'], p.level)) n
        group by n.ticket) o);
end $$;

create function asp.f_presence_fault(p_console uuid, p_tickets jsonb) returns boolean language plpgsql immutable as $$
begin
    return p_console is null or jsonb_typeof(p_tickets) is distinct from 'array' or jsonb_array_length(p_tickets) > 200
           or exists (select from jsonb_array_elements(p_tickets) e
                      where jsonb_typeof(e) <> 'object' or jsonb_typeof(e -> 'ticket') is distinct from 'number'
                         or (e ->> 'ticket') !~ '^[0-9]{1,18}$'
                         or coalesce(e ->> 'level', '') not in ('open', 'away', 'writing'));
end $$;

-- What this console has open, instead of what it said before, for half a minute.
create function asp.f_tell_presence(p_console uuid, p_tickets jsonb) returns void language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_until timestamptz := v_now + interval '30 seconds';
begin
    delete from presence p where p.login = session_user and p.until < v_now - interval '1 minute';
    insert into presence as p (login, console, ticket, level, until, change)
    select session_user, p_console, t.ticket, t.level, v_until, nextval('asp.presence_change')
    from (select distinct on ((e ->> 'ticket')::bigint) (e ->> 'ticket')::bigint as ticket, e ->> 'level' as level
          from jsonb_array_elements(p_tickets) e
          order by 1, array_position(array['writing', 'open', 'away'], e ->> 'level')) t
    on conflict (login, console, ticket) do update
        set level = excluded.level, until = excluded.until,
            change = case when p.level = excluded.level and p.until > v_now then p.change else excluded.change end;
    -- Taken back: seen as a change, then gone.
    update presence p set level = 'left', until = v_until, change = nextval('asp.presence_change')
    where p.login = session_user and p.console = p_console and p.level <> 'left'
      and p.ticket not in (select (e ->> 'ticket')::bigint from jsonb_array_elements(p_tickets) e);
end $$;

create function desk.here(p_console uuid, p_tickets jsonb) returns jsonb language plpgsql security definer as $$
declare
    v_others jsonb;
begin
    if not f_admit('here', 'presence') then
        return f_refused('rate_limited');
    elsif f_presence_fault(p_console, p_tickets) then
        return f_refused('bad_params');
    elsif (select count(*) from presence p where p.login = session_user and p.console <> p_console) > 2000 then
        return f_refused('rate_limited'); -- ten consoles of one log-in are not people at work
    end if;
    perform f_tell_presence(p_console, p_tickets);
    v_others := f_presence_of(array(select (e ->> 'ticket')::bigint from jsonb_array_elements(p_tickets) e));
    return jsonb_build_object('status', 'ok', 'others', (
        select coalesce(jsonb_agg(o || jsonb_build_object('ticket', t.key::bigint)), '[]')
        from jsonb_each(v_others) t cross join lateral jsonb_array_elements(t.value) o));
end $$;

grant execute on function desk.here(uuid, jsonb) to asp_agent;
