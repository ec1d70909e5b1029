-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- When the desk is open in a week.

-- A setting for hours: the two of them, or null for closed. One that somebody spoiled is closed.
create function asp.f_hours(p_text text) returns time[] language sql immutable parallel safe
    return case when p_text ~ '^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
                     and left(p_text, 5) < right(p_text, 5) collate "C"
                then array[left(p_text, 5)::time, right(p_text, 5)::time] end;

-- The week as it is set: opening and closing of day d (1 is Monday) at places 2d - 1 and 2d, null where closed. Null as a
-- whole when the desk never opens.
create function asp.f_week() returns time[] language plpgsql stable as $$
declare
    v_keys text[] := array['horaires.lundi', 'horaires.mardi', 'horaires.mercredi', 'horaires.jeudi', 'horaires.vendredi',
                           'horaires.samedi', 'horaires.dimanche'];
    v_week time[] := array_fill(null::time, array[14]);
    v_hours time[];
    v_place int;
    v_opens boolean := false;
    v_set record;
begin
    for v_set in select s.key, s.value from asp.setting s where s.key = any (v_keys) loop
        v_hours := asp.f_hours(v_set.value);
        v_place := 2 * array_position(v_keys, v_set.key);
        if v_hours is not null then
            v_week[v_place - 1] := v_hours[1];
            v_week[v_place] := v_hours[2];
            v_opens := true;
        end if;
    end loop;
    return case when v_opens then v_week end;
end $$;

-- When the desk is open for somebody of that department on one day; null when it is closed.
create function asp.f_opening(p_week time[], p_day date, p_department text) returns tstzrange language plpgsql stable as $$
declare
    v_place int := 2 * extract(isodow from p_day)::int;
begin
    if p_week[v_place] is null or exists (select from asp.holiday h where h.day = p_day and (h.departments is null
                                                                         or p_department = any (h.departments))) then
        return null;
    end if;
    return tstzrange((p_day + p_week[v_place - 1]) at time zone 'Europe/Paris',
                     (p_day + p_week[v_place]) at time zone 'Europe/Paris');
end $$;
