-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Working time: the hours of the desk, public holidays, and what is due by them. Time is added and counted opening by
-- opening, one a day, in the time of Paris: a change of the clocks falls outside them or is counted as it is.

set local search_path = asp, public;

-- The hours --------------------------------------------------------------------------------------------------------------

insert into asp.setting (key, value, label, group_label, editable, pattern)
select 'horaires.' || d.name, case when d.n < 6 then '08:30-18:00' else 'fermé' end,
       'Heures d’ouverture du ' || d.name || ' (08:30-18:00, ou fermé)', 'Délais et échéances', true,
       'fermé|([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)'
from unnest(array['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']) with ordinality as d (name, n);
insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('echeance.alerte_heures', '4', 'Heures avant l’échéance où une demande est signalée', 'Délais et échéances', true, '', 1, 200);

-- A setting for hours: the two of them, or null for closed. One that somebody spoiled is closed.
create function asp.f_hours(p_text text) returns time[] language sql immutable parallel safe
    return case when p_text ~ '^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
                     and left(p_text, 5) < right(p_text, 5) collate "C"
                then array[left(p_text, 5)::time, right(p_text, 5)::time] end;

-- Hours that end before they begin would close the desk without a word.
create or replace function asp.op_setting_set(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_key text := f_param_text(r.params, 'key');
    v_value text := f_param_text(r.params, 'value');
    v_setting setting;
begin
    select * into v_setting from setting s where s.key = v_key and s.editable for update;
    if v_setting.key is null then
        perform f_refuse('unknown_setting');
    elsif v_setting.least is not null then
        if v_value !~ '^[0-9]{1,9}$' or v_value::int not between v_setting.least and v_setting.most then
            perform f_refuse('bad_value', jsonb_build_object('limit', v_setting.least || ' – ' || v_setting.most));
        end if;
        v_value := v_value::int::text;
    elsif v_key like 'horaires.%' and v_value <> 'fermé' and f_hours(v_value) is null then
        perform f_refuse('bad_value', '{"limit": "08:30-18:00, fermé"}');
    elsif v_value = '' or length(v_value) > 300 or v_value ~ '[\n\r]' or not f_is_plain(v_value)
          or v_value !~ ('^(' || v_setting.pattern || ')$') then
        perform f_refuse('bad_value', jsonb_build_object(
            'limit', case when v_setting.pattern ~ '^[a-z|]+$' then replace(v_setting.pattern, '|', ', ') else '300' end));
    end if;
    update setting set value = v_value where key = v_key;
    return row(jsonb_build_object('key', v_key, 'was', v_setting.value, 'is', v_value), null, null, null)::t_done;
end $$;

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

-- Public holidays ----------------------------------------------------------------------------------------------------------

create table asp.holiday (
    day date not null,
    departments text[], -- null: everywhere
    label text not null check (label <> ''),
    primary key (day, label)
);

-- Sunday of Easter, Gregorian.
create function asp.f_easter(p_year int) returns date language plpgsql immutable strict parallel safe as $$
declare
    a int := p_year % 19;
    b int := p_year / 100;
    c int := p_year % 100;
    h int := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    l int := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    m int := (a + 11 * h + 22 * l) / 451;
begin
    return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

create function asp.f_holidays(p_year int) returns table (day date, departments text[], label text)
    language sql immutable strict parallel safe as $$
    select make_date(p_year, f.month, f.day), f.departments::text[], f.label
    from (values (1, 1, null, 'Jour de l’An'), (5, 1, null, 'Fête du Travail'), (5, 8, null, 'Victoire de 1945'),
                 (7, 14, null, 'Fête nationale'), (8, 15, null, 'Assomption'), (11, 1, null, 'Toussaint'),
                 (11, 11, null, 'Armistice de 1918'), (12, 25, null, 'Noël'),
                 (12, 26, '{57,67,68}', 'Saint-Étienne'),
                 (4, 27, '{976}', 'Abolition de l’esclavage, Mayotte'),
                 (5, 22, '{972}', 'Abolition de l’esclavage, Martinique'),
                 (5, 27, '{971}', 'Abolition de l’esclavage, Guadeloupe'),
                 (5, 28, '{978}', 'Abolition de l’esclavage, Saint-Martin'),
                 (6, 10, '{973}', 'Abolition de l’esclavage, Guyane'),
                 (10, 9, '{977}', 'Abolition de l’esclavage, Saint-Barthélemy'),
                 (12, 20, '{974}', 'Abolition de l’esclavage, La Réunion')) as f (month, day, departments, label)
    union all
    select asp.f_easter(p_year) + e.days, e.departments::text[], e.label
    from (values (-2, '{57,67,68}', 'Vendredi saint'), (1, null, 'Lundi de Pâques'), (39, null, 'Ascension'),
                 (50, null, 'Lundi de Pentecôte')) as e (days, departments, label)
$$;

insert into asp.holiday (day, departments, label)
select h.day, h.departments, h.label from generate_series(2014, 2060) as y cross join lateral asp.f_holidays(y) h;

-- Adding and counting ------------------------------------------------------------------------------------------------------

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

create function asp.f_due_hours(p_motif text) returns interval language plpgsql stable as $$
begin
    return make_interval(hours => coalesce((select s.value::int from asp.setting s where s.key = 'echeance.' || p_motif), 19));
end $$;

create function asp.f_due_at(p_motif text, p_received timestamptz, p_department text) returns timestamptz
    language plpgsql stable as $$
begin
    return asp.f_add_working(p_received, asp.f_due_hours(p_motif), p_department);
end $$;

-- 48 hours are promised: two days of work. Each motif has its own, for supervisors to change.
insert into asp.setting (key, value, label, group_label, editable, pattern, least, most)
select 'echeance.' || m.code, '19', 'Délai de réponse en heures ouvrées : ' || m.label, 'Délais et échéances', true, '', 1, 400
from asp.motif m;
alter table asp.motif drop column due_hours;

-- Tickets ------------------------------------------------------------------------------------------------------------------

alter table asp.ticket
    add column department text not null default '', -- of the establishment; '': its SIRET is nobody's
    add column profile text not null default '', -- of the account with the requester's address; '': none
    add column due_left interval; -- working time that was left when it was put on hold

create function asp.f_ticket_department(p_siret text) returns text language plpgsql stable as $$
begin
    return coalesce((select e.department from asp.establishment e where e.siret = p_siret), '');
end $$;

-- Of several accounts with one address: one that acts for this establishment, else the oldest.
create function asp.f_ticket_profile(p_email text, p_siret text) returns text language plpgsql stable as $$
begin
    return coalesce((select a.profile from asp.account a where lower(a.email) = lower(p_email)
                     order by exists (select from asp.habilitation h join asp.establishment e on e.id = h.establishment_id
                                      where h.account_id = a.id and e.siret = p_siret and h.state = 'active') desc, a.id
                     limit 1), '');
end $$;

create function asp.tr_ticket_requester() returns trigger language plpgsql as $$
begin
    new.department := asp.f_ticket_department(new.siret);
    new.profile := asp.f_ticket_profile(new.requester_email, new.siret);
    return new;
end $$;
-- Whoever loads tickets in bulk gives both.
create trigger ticket_requester before insert on asp.ticket
    for each row when (new.department = '' and new.profile = '') execute function asp.tr_ticket_requester();

update asp.ticket t set department = f_ticket_department(t.siret), profile = f_ticket_profile(t.requester_email, t.siret);
update asp.ticket t set due_at = f_due_at(t.motif, t.received_at, t.department) where t.state in ('open', 'taken');
update asp.ticket t set due_left = f_working_between(now(), f_due_at(t.motif, t.received_at, t.department), t.department)
where t.state = 'on_hold';
update asp.ticket t set due_at = f_add_working(coalesce(t.hold_until, now()), t.due_left, t.department)
where t.state = 'on_hold';

revoke execute on all functions in schema asp, desk from public;
