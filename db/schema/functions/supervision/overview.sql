-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The supervisor’s overview: backlog, hours, days, who does what. Days are those of Paris.
--
-- Reading overview
-- Takes: export (true: journalled as overview_export, else as read_overview)
-- Answers: backlog[{motif, ages[5], late, soon, on_hold, total}], received_today, closed_today, closed_late_today,
--     hours[], days[30], agents[{login, name, here, owned, late, on_hold, closed_today, first_due,
--     working[{number, level}]}], accounts{list: n}, at

-- Open tickets of each motif by their age; late and soon as everywhere: not while somebody else is waited for.
create function asp.f_overview_backlog(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_soon timestamptz := f_soon_until(p_now);
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'motif', m.code,
                'ages', coalesce(b.ages, array[0, 0, 0, 0, 0]), 'late', coalesce(b.late, 0), 'soon', coalesce(b.soon, 0),
                'on_hold', coalesce(b.on_hold, 0), 'total', coalesce(b.total, 0)) order by m.position), '[]')
            from motif m
            left join (
                select t.motif, count(*) as total,
                       array[count(*) filter (where t.received_at > p_now - interval '1 day'),
                             count(*) filter (where t.received_at <= p_now - interval '1 day' and t.received_at > p_now - interval '2 days'),
                             count(*) filter (where t.received_at <= p_now - interval '2 days' and t.received_at > p_now - interval '5 days'),
                             count(*) filter (where t.received_at <= p_now - interval '5 days' and t.received_at > p_now - interval '10 days'),
                             count(*) filter (where t.received_at <= p_now - interval '10 days')] as ages,
                       count(*) filter (where f_is_late(t.state, t.due_at, t.hold_until, p_now)) as late,
                       count(*) filter (where f_is_soon(t.state, t.due_at, t.hold_until, p_now, v_soon)) as soon,
                       count(*) filter (where t.state = 'on_hold') as on_hold
                from ticket t where t.state in ('open', 'taken', 'on_hold') group by t.motif) b on b.motif = m.code
            where m.active or b.total > 0);
end $$;

-- What came and went in each hour of today, in Paris, up to now. Merged ones went too.
create function asp.f_overview_hours(p_day timestamptz, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (
        with moved as (
            select date_trunc('hour', t.received_at) as hour, count(*) as received, 0::bigint as closed from ticket t
            where t.state in ('open', 'taken', 'on_hold') and t.received_at >= p_day group by 1
            union all
            select date_trunc('hour', t.received_at), count(*), 0 from ticket t
            where t.state in ('closed', 'merged') and t.received_at >= p_day group by 1
            union all
            select date_trunc('hour', t.closed_at), 0, count(*) from ticket t
            where t.state in ('closed', 'merged') and t.closed_at >= p_day group by 1)
        select jsonb_agg(jsonb_build_object(
                   'from', h.hour,
                   'received', (select coalesce(sum(m.received), 0) from moved m where m.hour = h.hour),
                   'closed', (select coalesce(sum(m.closed), 0) from moved m where m.hour = h.hour)) order by h.hour)
        from generate_series(p_day, p_now, interval '1 hour') as h (hour));
end $$;

-- The last thirty days, today included, oldest first.
create function asp.f_overview_days(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_today date := (p_now at time zone 'Europe/Paris')::date;
begin
    return (select jsonb_agg(f_day_figures(v_today - d) order by d desc) from generate_series(0, 29) as d);
end $$;

-- Log-ins of the desk with a console that showed a sign of life lately.
create function asp.f_overview_here() returns setof name language plpgsql stable as $$
begin
    return query
        select distinct a.usename from pg_stat_activity a
        where a.datname = current_database() and a.backend_type = 'client backend'
          and coalesce(a.state_change > clock_timestamp() - interval '30 seconds', true) and f_is_desk_login(a.usename);
end $$;

-- What they have open now: a ticket open in two of their consoles counts once, at its nearest level.
create function asp.f_overview_working(p_login name, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('number', w.ticket, 'level', w.level) order by w.place, w.ticket), '[]')
            from (select distinct on (p.ticket) p.ticket, p.level, array_position(array['writing', 'open', 'away'], p.level) as place
                  from presence p
                  where p.login = p_login and p.until > p_now and p.level <> 'left'
                  order by p.ticket, place limit 50) w);
end $$;

-- Whoever is here, has tickets or closed some today.
create function asp.f_overview_agents(p_day timestamptz, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (
        with owned as (
            select t.owner as login, count(*) as owned,
                   count(*) filter (where f_is_late(t.state, t.due_at, t.hold_until, p_now)) as late,
                   count(*) filter (where t.state = 'on_hold') as on_hold,
                   min(t.due_at) filter (where f_is_running(t.state, t.hold_until, p_now)) as first_due
            from ticket t where t.state in ('open', 'taken', 'on_hold') and coalesce(t.owner::text, '') collate "C" > ''
            group by t.owner
        ), closed as (
            select t.closed_by as login, count(*) as closed from ticket t
            where t.state in ('closed', 'merged') and t.closed_at >= p_day and t.closed_by is not null group by t.closed_by
        ), here as (
            select h as login from f_overview_here() as h
            union select p.login from presence p where p.until > p_now and p.level <> 'left'
        )
        select coalesce(jsonb_agg(jsonb_build_object(
                   'login', l.login, 'name', f_display_name(l.login), 'here', h.login is not null,
                   'owned', coalesce(o.owned, 0), 'late', coalesce(o.late, 0), 'on_hold', coalesce(o.on_hold, 0),
                   'closed_today', coalesce(c.closed, 0), 'first_due', o.first_due,
                   'working', f_overview_working(l.login, p_now)) order by f_norm(f_display_name(l.login)), l.login), '[]')
        from (select login from owned union select login from closed union select login from here) l
        left join owned o on o.login = l.login
        left join closed c on c.login = l.login
        left join here h on h.login = l.login);
end $$;

create function asp.f_read_overview(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_day timestamptz := f_day_start(v_now);
begin
    return jsonb_build_object(
        'status', 'ok',
        'backlog', f_overview_backlog(v_now),
        'received_today', (select count(*) from ticket t where t.state in ('open', 'taken', 'on_hold') and t.received_at >= v_day)
                          + (select count(*) from ticket t where t.state in ('closed', 'merged') and t.received_at >= v_day),
        'closed_today', (select count(*) from ticket t where t.state in ('closed', 'merged') and t.closed_at >= v_day),
        'closed_late_today', (select count(*) from ticket t where t.state in ('closed', 'merged') and t.closed_at >= v_day
                                and t.closed_at > t.due_at),
        'hours', f_overview_hours(v_day, v_now),
        'days', f_overview_days(v_now),
        'agents', f_overview_agents(v_day, v_now),
        'accounts', f_watched_counts(),
        'at', v_now);
end $$;

create function asp.f_journal_overview(p_what text, p_params jsonb) returns text language plpgsql as $$
declare
    v_export boolean := coalesce(p_params -> 'export' = 'true', false);
begin
    if p_what = 'watched_accounts' and not coalesce(p_params ->> 'list' = any (f_watch_lists()), false) then
        return 'bad_params';
    end if;
    perform f_journal(case when v_export then p_what || '_export' else 'read_' || p_what end, p_detail => jsonb_strip_nulls(
        jsonb_build_object('list', case when p_what = 'watched_accounts' then p_params ->> 'list' end)));
    return null;
end $$;
