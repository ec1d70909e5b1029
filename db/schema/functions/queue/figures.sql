-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Counts of the queues, for everybody at most every two seconds.
--
-- Reading queue_counts
-- Takes: views[]
-- Answers: motifs[{motif, open, late, soon, unowned}], views{code or id: n}, received_today, closed_today, days[{from,
--     received, closed}], at
-- Refuses: bad_params

create function asp.f_motif_figures(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_soon timestamptz := f_soon_until(p_now);
begin
    return (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from (
        select t.motif, count(*) as open,
               count(*) filter (where f_is_late(t.state, t.due_at, t.hold_until, p_now)) as late,
               count(*) filter (where f_is_soon(t.state, t.due_at, t.hold_until, p_now, v_soon)) as soon,
               count(*) filter (where t.owner is null) as unowned,
               count(*) filter (where t.state = 'on_hold') as on_hold,
               count(*) filter (where f_is_awake(t.state, t.hold_until, p_now)) as awake
        from ticket t where t.state in ('open', 'taken', 'on_hold') group by t.motif) m);
end $$;

-- What is the same for everybody.
create function asp.f_desk_figures() returns jsonb language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_today timestamptz := f_day_start(v_now);
    v_motifs jsonb := f_motif_figures(v_now);
    v_closed int := (select count(*) from ticket t where t.state in ('closed', 'merged') and t.closed_at >= v_today);
begin
    return jsonb_build_object(
        'motifs', (select coalesce(jsonb_agg(e - '{on_hold,awake}'::text[] order by m.position), '[]')
                   from jsonb_array_elements(v_motifs) e join motif m on m.code = e ->> 'motif'),
        'views', (select jsonb_build_object(
                      'all', coalesce(sum((e ->> 'open')::int), 0), 'late', coalesce(sum((e ->> 'late')::int), 0),
                      'soon', coalesce(sum((e ->> 'soon')::int), 0), 'unowned', coalesce(sum((e ->> 'unowned')::int), 0),
                      'on_hold', coalesce(sum((e ->> 'on_hold')::int), 0), 'awake', coalesce(sum((e ->> 'awake')::int), 0))
                  from jsonb_array_elements(v_motifs) e)
                 || jsonb_build_object('closed_today', v_closed, 'twins', (
                        select coalesce(sum(g.n), 0) from (
                            select count(*) as n from ticket t where t.state in ('open', 'taken', 'on_hold')
                            group by t.siret, t.motif having count(*) > 1) g)),
        'received_today', (select count(*) from ticket t where t.state in ('open', 'taken', 'on_hold') and t.received_at >= v_today)
                          + (select count(*) from ticket t where t.state in ('closed', 'merged') and t.received_at >= v_today),
        'closed_today', v_closed,
        'days', (select coalesce(jsonb_agg(f_day_figures(d) order by d), '[]') from f_work_days(v_now) d),
        'at', v_now);
end $$;

create function asp.f_day_figures(p_day date) returns jsonb language plpgsql stable as $$
declare
    v_from timestamptz := p_day::timestamp at time zone 'Europe/Paris';
    v_to timestamptz := (p_day + 1)::timestamp at time zone 'Europe/Paris';
begin
    return jsonb_build_object(
        'from', v_from,
        'received', (select count(*) from ticket t where t.state in ('open', 'taken', 'on_hold')
                       and t.received_at >= v_from and t.received_at < v_to)
                    + (select count(*) from ticket t where t.state in ('closed', 'merged')
                         and t.received_at >= v_from and t.received_at < v_to),
        'closed', (select count(*) from ticket t where t.state in ('closed', 'merged')
                     and t.closed_at >= v_from and t.closed_at < v_to));
end $$;

-- Whether these figures must be counted anew. Whoever gets the row counts, the others take what there is as long as it is not
-- older than ten seconds: many who ask at once do not all count, and one who keeps the row keeps nobody waiting.
create function asp.f_figures_stale(p_what text) returns boolean language plpgsql as $$
declare
    v_at timestamptz := (select f.at from queue_figures f where f.what = p_what);
begin
    return v_at is null or v_at < clock_timestamp() - interval '10 seconds'
           or v_at < clock_timestamp() - interval '2 seconds'
              and exists (select from queue_figures f where f.what = p_what for update skip locked);
end $$;

create function asp.f_keep_figures(p_what text, p_figures jsonb) returns jsonb language plpgsql as $$
begin
    -- Somebody else is writing the same: theirs will do.
    if pg_try_advisory_xact_lock(hashtextextended(p_what, 35)) then
        insert into queue_figures (what, at, figures) values (p_what, clock_timestamp(), p_figures)
        on conflict (what) do update set at = excluded.at, figures = excluded.figures;
    end if;
    return p_figures;
end $$;

create function asp.f_kept_desk_figures() returns jsonb language plpgsql as $$
begin
    if f_figures_stale('desk') then
        return f_keep_figures('desk', f_desk_figures());
    end if;
    return (select f.figures from queue_figures f where f.what = 'desk');
end $$;

-- How many tickets a filter finds, 10,000 meaning that many or more: nobody reads a list to its ten-thousandth line.
create function asp.f_queue_count(p_filter jsonb) returns int language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_open boolean;
    v_where text;
    v_part int;
    v_count int := 0;
begin
    foreach v_open in array array[true, false] loop
        v_where := f_queue_where(p_filter, v_open, v_now);
        if v_where is not null then
            execute format('select count(*) from (select from asp.ticket t where %s limit 10000) f', v_where) into v_part;
            v_count := v_count + v_part;
        end if;
    end loop;
    return least(v_count, 10000);
end $$;

create function asp.f_read_queue_counts(p_params jsonb) returns jsonb language plpgsql as $$
declare
    v_figures jsonb := f_kept_desk_figures();
    v_views jsonb := '{}';
begin
    if coalesce(jsonb_typeof(p_params -> 'views'), 'array') <> 'array' or jsonb_array_length(p_params -> 'views') > 100 then
        return f_refused('bad_params', '{"param": "views"}');
    end if;
    v_views := f_view_figures(p_params -> 'views') || jsonb_build_object('mine', (
        select count(*) from ticket t where t.state in ('open', 'taken', 'on_hold')
          and coalesce(t.owner::text, '') collate "C" = session_user::text));
    return v_figures || jsonb_build_object('status', 'ok', 'views', v_figures -> 'views' || v_views);
end $$;

-- How many tickets each of these views finds: {id: n}. Those of others that are not shared are left out. Kept for two seconds like the
-- figures of the desk, apart for each person where the view asks for what is theirs.
create function asp.f_view_figures(p_views jsonb) returns jsonb language plpgsql as $$
declare
    v_view ticket_view;
    v_what text;
    v_counts jsonb := '{}';
begin
    for v_view in
        select v.* from ticket_view v
        where v.id::text in (select jsonb_array_elements_text(p_views)) and (v.shared or v.owner = session_user)
    loop
        v_what := v_view.id || case when v_view.filter -> 'owners' ? '@me' then ' ' || session_user else '' end;
        if f_figures_stale(v_what) then
            perform f_keep_figures(v_what, to_jsonb(f_queue_count(v_view.filter)));
        end if;
        v_counts := v_counts || jsonb_build_object(v_view.id::text,
            coalesce((select f.figures from queue_figures f where f.what = v_what), to_jsonb(f_queue_count(v_view.filter))));
    end loop;
    return v_counts;
end $$;
