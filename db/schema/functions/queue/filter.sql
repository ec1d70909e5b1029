-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a queue can be asked for, checked and as conditions.

-- What is wrong with a filter, or null. Codes of tables may be unknown and then find nothing; words of the filter itself may not:
-- a condition that was silently left out would show, and let people act on, more than they asked for.
create function asp.f_filter_fault(p_filter jsonb) returns text language plpgsql immutable as $$
declare
    v_key text;
    v_value jsonb;
    v_fits boolean;
begin
    if jsonb_typeof(p_filter) is distinct from 'object' or octet_length(p_filter::text) > 20000 then
        return 'filter';
    end if;
    for v_key, v_value in select e.key, e.value from jsonb_each(p_filter) e loop
        v_fits := case v_key
            when 'scope' then v_value in ('"open"', '"closed"', '"all"')
            when 'due' then v_value in ('"any"', '"late"', '"soon"')
            when 'states' then f_fits_list(v_value, '^(open|taken|on_hold|awake|closed|merged)$')
            when 'channels' then f_fits_list(v_value, '^(extranet|agent)$')
            when 'departments' then f_fits_list(v_value, '^[0-9AB]{0,3}$')
            when 'motifs' then f_fits_list(v_value, '^[^[:cntrl:]]{1,63}$')
            when 'outcomes' then f_fits_list(v_value, '^[^[:cntrl:]]{1,63}$')
            when 'profiles' then f_fits_list(v_value, '^[^[:cntrl:]]{0,63}$')
            when 'owners' then f_fits_list(v_value, '^[^[:cntrl:]]{0,63}$')
            when 'age_from' then f_fits_hours(v_value)
            when 'age_to' then f_fits_hours(v_value)
            when 'closed_within' then f_fits_hours(v_value)
            when 'twins' then jsonb_typeof(v_value) = 'boolean'
            when 'siret' then jsonb_typeof(v_value) = 'string' and length(v_value #>> '{}') <= 200
            when 'establishment' then jsonb_typeof(v_value) = 'string' and length(v_value #>> '{}') <= 200
            when 'requester' then jsonb_typeof(v_value) = 'string' and length(v_value #>> '{}') <= 200
            else false end;
        if v_fits is not true then
            return left(v_key, 60);
        end if;
    end loop;
    return null;
end $$;

-- A list of two hundred texts at most, each of that form.
create function asp.f_fits_list(p_value jsonb, p_pattern text) returns boolean language plpgsql immutable as $$
begin
    return jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) <= 200
           and not exists (select from jsonb_array_elements(p_value) e
                           where jsonb_typeof(e) <> 'string' or (e #>> '{}') !~ p_pattern);
end $$;

create function asp.f_fits_hours(p_value jsonb) returns boolean language plpgsql immutable as $$
begin
    return jsonb_typeof(p_value) = 'number' and (p_value #>> '{}') ~ '^[0-9]{1,6}$';
end $$;

-- "<expression> is one of the filter's list", or "true" when it asks for none. One value is said as such: rows then still come in
-- the order of the index.
create function asp.f_one_of(p_expression text, p_list jsonb) returns text language plpgsql immutable as $$
declare
    v_list text[] := array(select jsonb_array_elements_text(p_list));
begin
    return case cardinality(v_list) when 0 then 'true' when 1 then format('%s = %L', p_expression, v_list[1])
                else format('%s = any (%L::text[])', p_expression, v_list) end;
end $$;

-- Every word of a text must be part of that column.
create function asp.f_has_words(p_column text, p_text text) returns text language plpgsql stable as $$
begin
    return (select coalesce(string_agg(format('t.%I like %L', p_column,
                                              '%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'), ' and '), 'true')
            from regexp_split_to_table(f_norm(coalesce(p_text, '')), '\s+') w where w <> '');
end $$;

-- The states of a filter in that half. Null: none of them is in it.
create function asp.f_states_of(p_filter jsonb, p_open boolean, p_now timestamptz) returns text language plpgsql immutable as $$
declare
    v_half text[] := case when p_open then array['open', 'taken', 'on_hold'] else array['closed', 'merged'] end;
    v_asked text[] := array(select jsonb_array_elements_text(p_filter -> 'states'));
    v_states text[] := array(select unnest(v_half) intersect select unnest(v_asked));
    v_awake text := format('t.state = ''on_hold'' and t.hold_until <= %L', p_now);
begin
    return case when cardinality(v_asked) = 0 then 'true'
                when p_open and 'awake' = any (v_asked)
                     then case when cardinality(v_states) = 0 then v_awake
                               else format('(%s or %s)', f_one_of('t.state', to_jsonb(v_states)), v_awake) end
                when cardinality(v_states) > 0 then f_one_of('t.state', to_jsonb(v_states)) end;
end $$;

-- Open, past its time, and not waiting for anybody else.
create function asp.f_due_of(p_filter jsonb, p_now timestamptz) returns text language plpgsql stable as $$
begin
    return case coalesce(p_filter ->> 'due', 'any')
        when 'late' then format('asp.f_is_late(t.state, t.due_at, t.hold_until, %L)', p_now)
        when 'soon' then format('asp.f_is_soon(t.state, t.due_at, t.hold_until, %L, %L)', p_now, f_soon_until(p_now))
        else 'true' end;
end $$;

-- The conditions of a filter on one half of the tickets (alias t); null when nothing there can fit. Every value is a literal: each
-- question then gets the plan that suits it.
create function asp.f_queue_where(p_filter jsonb, p_open boolean, p_now timestamptz) returns text language plpgsql stable as $$
declare
    v_scope text := coalesce(p_filter ->> 'scope', 'open');
    v_siret text := regexp_replace(coalesce(p_filter ->> 'siret', ''), '[\s.]', '', 'g');
    v_owners jsonb := (select jsonb_agg(case when o = '@me' then session_user::text else o end)
                       from jsonb_array_elements_text(p_filter -> 'owners') o);
    v_hours int;
    v_where text[];
begin
    if v_scope = (case when p_open then 'closed' else 'open' end) or not p_open and p_filter ->> 'due' in ('late', 'soon')
       or f_states_of(p_filter, p_open, p_now) is null or p_open and coalesce((p_filter ->> 'closed_within')::int, 0) > 0
       or p_open and jsonb_array_length(p_filter -> 'outcomes') > 0 then
        return null;
    end if;
    v_where := array[
        case when p_open then 't.state in (''open'', ''taken'', ''on_hold'')' else 't.state in (''closed'', ''merged'')' end,
        f_states_of(p_filter, p_open, p_now), f_due_of(p_filter, p_now),
        f_one_of('t.motif collate "C"', p_filter -> 'motifs'),
        f_one_of('coalesce(t.owner::text, '''') collate "C"', v_owners),
        f_one_of('t.department collate "C"', p_filter -> 'departments'),
        f_one_of('t.profile collate "C"', p_filter -> 'profiles'),
        f_one_of('t.channel', p_filter -> 'channels'),
        f_one_of('coalesce(t.outcome, '''') collate "C"', p_filter -> 'outcomes'),
        f_has_words('search_establishment', p_filter ->> 'establishment'),
        f_has_words('search_requester', p_filter ->> 'requester')];
    if v_siret <> '' then
        v_where := v_where || format('t.siret collate "C" like %L', regexp_replace(v_siret, '([\\%_])', '\\\1', 'g') || '%');
    end if;
    v_hours := (p_filter ->> 'age_from')::int;
    if v_hours > 0 then
        v_where := v_where || format('t.received_at <= %L', p_now - make_interval(hours => v_hours));
    end if;
    v_hours := (p_filter ->> 'age_to')::int;
    if v_hours > 0 then
        v_where := v_where || format('t.received_at >= %L', p_now - make_interval(hours => v_hours));
    end if;
    v_hours := (p_filter ->> 'closed_within')::int;
    if v_hours > 0 then
        v_where := v_where || format('t.closed_at >= %L', p_now - make_interval(hours => v_hours));
    end if;
    if (p_filter ->> 'twins')::boolean then
        v_where := v_where || 'exists (select from asp.ticket o where o.siret = t.siret and o.motif = t.motif
                                       and o.number <> t.number and o.state in (''open'', ''taken'', ''on_hold''))'::text;
    end if;
    return array_to_string(array_remove(v_where, 'true'), ' and ');
end $$;
