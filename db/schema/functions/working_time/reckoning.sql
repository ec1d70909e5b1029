-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Working time added and measured, opening by opening, ten years at most.

-- No search goes further than ten years: hours of a minute a week must not keep a server busy.
create function asp.f_farthest() returns int language sql immutable parallel safe return 3660;

-- p_from plus so much working time; a negative span goes back. A desk that never opens counts around the clock.
create function asp.f_add_working(p_from timestamptz, p_span interval, p_department text) returns timestamptz
    language plpgsql stable as $$
declare
    v_week time[] := asp.f_week();
    v_left interval := make_interval(secs => abs(extract(epoch from p_span))::float8);
    v_ahead boolean := p_span > interval '0';
    v_day date := (p_from at time zone 'Europe/Paris')::date;
    v_open tstzrange;
    v_begin timestamptz;
    v_end timestamptz;
begin
    if v_week is null or p_span = interval '0' then
        return p_from + p_span;
    end if;
    for i in 1 .. asp.f_farthest() loop
        v_open := asp.f_opening(v_week, v_day, p_department);
        v_begin := case when v_ahead then greatest(lower(v_open), p_from) else lower(v_open) end;
        v_end := case when v_ahead then upper(v_open) else least(upper(v_open), p_from) end;
        if v_open is not null and v_end > v_begin then
            if v_end - v_begin >= v_left then
                return case when v_ahead then v_begin + v_left else v_end - v_left end;
            end if;
            v_left := v_left - (v_end - v_begin);
        end if;
        v_day := v_day + case when v_ahead then 1 else -1 end;
    end loop;
    return v_day at time zone 'Europe/Paris';
end $$;

-- Working time from a to b, negative when b comes first.
create function asp.f_working_between(p_a timestamptz, p_b timestamptz, p_department text) returns interval
    language plpgsql stable as $$
declare
    v_week time[] := asp.f_week();
    v_from timestamptz := greatest(least(p_a, p_b), greatest(p_a, p_b) - make_interval(days => asp.f_farthest()));
    v_to timestamptz := greatest(p_a, p_b);
    v_day date := (v_from at time zone 'Europe/Paris')::date;
    v_sum interval := '0';
    v_open tstzrange;
begin
    if v_week is null then
        return make_interval(secs => extract(epoch from p_b - p_a)::float8);
    end if;
    while v_day <= (v_to at time zone 'Europe/Paris')::date loop
        v_open := asp.f_opening(v_week, v_day, p_department);
        if v_open is not null and upper(v_open) > v_from and lower(v_open) < v_to then
            v_sum := v_sum + (least(upper(v_open), v_to) - greatest(lower(v_open), v_from));
        end if;
        v_day := v_day + 1;
    end loop;
    -- As hours, never as days: an interval of a day is as long as a day of the clocks.
    v_sum := make_interval(secs => extract(epoch from v_sum)::float8);
    return case when p_b < p_a then -v_sum else v_sum end;
end $$;

create function asp.f_day_start(p_at timestamptz) returns timestamptz language sql stable
    return date_trunc('day', p_at, 'Europe/Paris');

-- The last five days the desk worked, today included, oldest first.
create function asp.f_work_days(p_now timestamptz) returns setof date language plpgsql stable as $$
declare
    v_today date := (p_now at time zone 'Europe/Paris')::date;
begin
    return query
        select w.day from (
            select d::date as day from generate_series(v_today::timestamp, v_today::timestamp - interval '20 days', '-1 day') d
            where d::date = v_today or f_is_work_day(d::date) limit 5) w
        order by w.day;
end $$;

create function asp.f_is_work_day(p_day date) returns boolean language plpgsql stable as $$
begin
    return f_opening(f_week(), p_day, '') is not null;
end $$;
