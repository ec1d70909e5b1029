-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Reading tickets by the queue: a page by keyset, in any order and through any filter, the figures beside it, the same rows for
-- a file, and one ticket whole. db/README.md, "Queues", says which index serves what.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('file_export.par_minute', '30', 'Exports d’une file (5 000 lignes au plus), par minute et par personne', 'Limites de lecture', true, '', 1, 600),
    ('file_export.par_heure', '120', 'Exports d’une file (5 000 lignes au plus), par heure et par personne', 'Limites de lecture', true, '', 1, 6000);
update asp.reading_kind set cap = 'file_export' where what = 'queue_export';

-- Sorted and searched by: made once when a ticket is written, not at each comparison.
alter table asp.ticket
    add column search_establishment text not null generated always as (asp.f_norm(denomination)) stored,
    add column search_requester text not null generated always as (asp.f_norm(requester_name)) stored;

-- Indexes ------------------------------------------------------------------------------------------------------------------

-- One for each column a queue is sorted by, each in two halves: what is open, small and always in memory, and the rest. A ticket
-- is in one half only, so that it costs what one index on each column would. Texts as bytes, whatever the database's collation:
-- a cursor must not move when the locale's rules do.
create index if not exists ticket_open_number on asp.ticket (number) where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open on asp.ticket (due_at, number) where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_received on asp.ticket (received_at, number) where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_establishment on asp.ticket (search_establishment collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_by_siret on asp.ticket (siret collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_requester on asp.ticket (search_requester collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_motif on asp.ticket (motif collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_state on asp.ticket
    ((case state when 'open' then 1 when 'taken' then 2 when 'on_hold' then 3 when 'closed' then 4 else 5 end), number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_owner on asp.ticket (coalesce(owner::text, '') collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_department on asp.ticket (department collate "C", number)
    where state in ('open', 'taken', 'on_hold');
create index if not exists ticket_open_profile on asp.ticket (profile collate "C", number)
    where state in ('open', 'taken', 'on_hold');
-- Those whose hold is over.
create index if not exists ticket_held on asp.ticket (hold_until) where state = 'on_hold';
-- The others of the same SIRET and motif. It does what ticket_open_siret did.
create index if not exists ticket_open_twin on asp.ticket (siret, motif, number) where state in ('open', 'taken', 'on_hold');
drop index if exists asp.ticket_open_siret;

create index if not exists ticket_closed_number on asp.ticket (number) where state in ('closed', 'merged');
create index if not exists ticket_closed_due on asp.ticket (due_at, number) where state in ('closed', 'merged');
create index if not exists ticket_closed_received on asp.ticket (received_at, number) where state in ('closed', 'merged');
create index if not exists ticket_closed_establishment on asp.ticket (search_establishment collate "C", number)
    where state in ('closed', 'merged');
create index if not exists ticket_closed_by_siret on asp.ticket (siret collate "C", number) where state in ('closed', 'merged');
create index if not exists ticket_closed_requester on asp.ticket (search_requester collate "C", number)
    where state in ('closed', 'merged');
create index if not exists ticket_closed_motif on asp.ticket (motif collate "C", number) where state in ('closed', 'merged');
create index if not exists ticket_closed_state on asp.ticket
    ((case state when 'open' then 1 when 'taken' then 2 when 'on_hold' then 3 when 'closed' then 4 else 5 end), number)
    where state in ('closed', 'merged');
create index if not exists ticket_closed_owner on asp.ticket (coalesce(owner::text, '') collate "C", number)
    where state in ('closed', 'merged');
create index if not exists ticket_closed_department on asp.ticket (department collate "C", number)
    where state in ('closed', 'merged');
create index if not exists ticket_closed_profile on asp.ticket (profile collate "C", number) where state in ('closed', 'merged');
create index if not exists ticket_closed_closed on asp.ticket (closed_at, number) where state in ('closed', 'merged');
create index if not exists ticket_closed_outcome on asp.ticket (coalesce(outcome, '') collate "C", number)
    where state in ('closed', 'merged');
-- Parts of words, open or not.
create index if not exists ticket_words on asp.ticket
    using gin (search_establishment public.gin_trgm_ops, search_requester public.gin_trgm_ops);

-- Filters ------------------------------------------------------------------------------------------------------------------

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
        when 'late' then format('t.due_at < %L and (t.state <> ''on_hold'' or t.hold_until <= %1$L)', p_now)
        when 'soon' then format('t.due_at >= %L and t.due_at < %L and (t.state <> ''on_hold'' or t.hold_until <= %1$L)', p_now,
                                p_now + make_interval(hours => f_setting_int('echeance.alerte_heures', 4)))
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

-- Order --------------------------------------------------------------------------------------------------------------------

-- What a column is sorted by: never null, as its index has it. What all open tickets have in common is said as such, and their
-- order is then that of the numbers.
create function asp.f_queue_key(p_sort text, p_open boolean) returns text language sql immutable
    return case p_sort
        when 'number' then 't.number'
        when 'due' then 't.due_at'
        when 'received' then 't.received_at'
        when 'establishment' then 't.search_establishment collate "C"'
        when 'siret' then 't.siret collate "C"'
        when 'requester' then 't.search_requester collate "C"'
        when 'motif' then 't.motif collate "C"'
        when 'state' then 'case t.state when ''open'' then 1 when ''taken'' then 2 when ''on_hold'' then 3 '
                          || 'when ''closed'' then 4 else 5 end'
        when 'owner' then 'coalesce(t.owner::text, '''') collate "C"'
        when 'department' then 't.department collate "C"'
        when 'profile' then 't.profile collate "C"'
        when 'closed' then case when p_open then '''infinity''::timestamptz' else 't.closed_at' end
        when 'outcome' then case when p_open then '''''::text collate "C"' else 'coalesce(t.outcome, '''') collate "C"' end
    end;

-- The literal of a key that came back from a console.
create function asp.f_queue_literal(p_sort text, p_key text) returns text language sql immutable
    return case when p_sort = 'number' then quote_literal(p_key::bigint) || '::bigint'
                when p_sort in ('due', 'received', 'closed') then quote_literal(p_key::timestamptz) || '::timestamptz'
                when p_sort = 'state' then p_key::int::text
                else quote_literal(left(p_key, 400)) || '::text collate "C"' end;

-- A question, checked.
create type asp.t_queue_question as (
    fault text, filter jsonb, sort text, downwards boolean, -- the way it is read: turned round when asked backward
    backward boolean, inclusive boolean, from_key text, from_number bigint, row_limit int
);

create function asp.f_queue_question(p_params jsonb, p_most int) returns asp.t_queue_question language plpgsql stable as $$
declare
    q t_queue_question;
    v_from jsonb := nullif(p_params -> 'from', 'null');
    v_limit jsonb := coalesce(p_params -> 'limit', '200');
begin
    q.filter := coalesce(nullif(p_params -> 'filter', 'null'), '{}');
    q.fault := f_filter_fault(q.filter);
    q.sort := coalesce(p_params ->> 'sort', 'due');
    if f_queue_key(q.sort, true) is null then
        q.fault := 'sort';
    elsif exists (select from unnest(array['descending', 'backward', 'inclusive']) k
                  where coalesce(jsonb_typeof(p_params -> k), 'boolean') <> 'boolean') then
        q.fault := 'descending';
    elsif jsonb_typeof(v_limit) <> 'number' or (v_limit #>> '{}') !~ '^[0-9]{1,5}$' or (v_limit #>> '{}')::int not between 1 and p_most then
        q.fault := 'limit';
    elsif v_from is not null and (jsonb_typeof(v_from -> 'key') is distinct from 'string'
                                  or jsonb_typeof(v_from -> 'number') is distinct from 'number'
                                  or (v_from ->> 'number') !~ '^[0-9]{1,18}$') then
        q.fault := 'from';
    end if;
    if q.fault is null then
        q.backward := coalesce((p_params ->> 'backward')::boolean, false);
        q.inclusive := coalesce((p_params ->> 'inclusive')::boolean, false);
        q.downwards := coalesce((p_params ->> 'descending')::boolean, false) <> q.backward;
        q.row_limit := (v_limit #>> '{}')::int;
        q.from_key := v_from ->> 'key';
        q.from_number := (v_from ->> 'number')::bigint;
    end if;
    return q;
end $$;

-- "Behind the cursor", in one half.
create function asp.f_queue_behind(q asp.t_queue_question, p_open boolean) returns text language plpgsql stable as $$
declare
    v_key text := f_queue_key(q.sort, p_open);
    v_than text := case when q.downwards then '<' else '>' end;
    v_number text := format('t.number %s %L::bigint', v_than || case when q.inclusive then '=' else '' end, q.from_number);
begin
    if q.from_number is null then
        return 'true';
    elsif q.sort = 'number' then
        return v_number;
    elsif p_open and q.sort in ('closed', 'outcome') then -- the same for all of them
        return format('(%s %s %s or %1$s = %3$s and %4$s)', v_key, v_than, f_queue_literal(q.sort, q.from_key), v_number);
    end if;
    return format('(%s, t.number) %s%s (%s, %L::bigint)', v_key, v_than, case when q.inclusive then '=' else '' end,
                  f_queue_literal(q.sort, q.from_key), q.from_number);
end $$;

-- The statement of a page: its numbers and keys, in the order they are read, one more than asked for. Each half is read in the
-- order of its index and stops there.
create function asp.f_queue_statement(q asp.t_queue_question, p_now timestamptz) returns text language plpgsql stable as $$
declare
    v_way text := case when q.downwards then 'desc' else 'asc' end;
    v_halves text[] := '{}';
    v_open boolean;
    v_where text;
begin
    foreach v_open in array array[true, false] loop
        v_where := f_queue_where(q.filter, v_open, p_now);
        if v_where is not null then
            v_halves := v_halves || format(
                '(select %s as k, t.number from asp.ticket t where %s and %s order by k %s, number %4$s limit %5$s)',
                f_queue_key(q.sort, v_open), v_where, f_queue_behind(q, v_open), v_way, q.row_limit + 1);
        end if;
    end loop;
    if cardinality(v_halves) = 0 then
        return null;
    end if;
    return format('select array_agg(p.number order by p.k %1$s, p.number %1$s), '
                  'array_agg(to_jsonb(p.k) #>> ''{}'' order by p.k %1$s, p.number %1$s) '
                  'from (select h.* from (%2$s) h order by k %1$s, number %1$s limit %3$s) p',
                  v_way, array_to_string(v_halves, ' union all '), q.row_limit + 1);
end $$;

-- Rows ---------------------------------------------------------------------------------------------------------------------

-- The lines of these tickets, in the order given. Addresses are masked; what the requester typed is not.
create function asp.f_queue_rows(p_numbers bigint[], p_keys text[], p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_presence jsonb := f_presence_of(p_numbers);
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', t.number, 'version', t.version, 'received_at', t.received_at, 'due_at', t.due_at, 'closed_at', t.closed_at,
        'hold_until', t.hold_until, 'siret', t.siret, 'denomination', t.denomination,
        'siret_known', exists (select from establishment e where e.siret = t.siret),
        'requester_name', t.requester_name, 'requester_email_masked', f_mask_email(t.requester_email), 'motif', t.motif,
        'state', t.state, 'hold_reason', t.hold_reason, 'owner', t.owner,
        'owner_name', coalesce(s.display_name, t.owner::text), 'department', t.department, 'profile', t.profile,
        'channel', t.channel, 'outcome', t.outcome, 'awake', t.state = 'on_hold' and coalesce(t.hold_until <= p_now, false),
        'twins', (select count(*) from ticket o where o.siret = t.siret and o.motif = t.motif and o.number <> t.number
                    and o.state in ('open', 'taken', 'on_hold')),
        'presence', coalesce(v_presence -> t.number::text, '[]'), 'key', x.key) order by x.place), '[]')
    from unnest(p_numbers, p_keys) with ordinality x (number, key, place)
    join ticket t on t.number = x.number
    left join staff s on s.login = t.owner);
end $$;

create function asp.f_queue_page(p_params jsonb, p_most int) returns jsonb language plpgsql stable as $$
declare
    q t_queue_question := f_queue_question(p_params, p_most);
    v_now timestamptz := clock_timestamp();
    v_statement text;
    v_numbers bigint[];
    v_keys text[];
    v_more boolean;
begin
    if q.fault is not null then
        return f_refused('bad_params', jsonb_build_object('param', q.fault));
    end if;
    v_statement := f_queue_statement(q, v_now);
    if v_statement is not null then
        execute v_statement into v_numbers, v_keys;
    end if;
    v_more := coalesce(cardinality(v_numbers), 0) > q.row_limit;
    v_numbers := v_numbers[:q.row_limit];
    v_keys := v_keys[:q.row_limit];
    if q.backward then
        v_numbers := array(select n from unnest(v_numbers) with ordinality u (n, i) order by i desc);
        v_keys := array(select k from unnest(v_keys) with ordinality u (k, i) order by i desc);
    end if;
    return jsonb_build_object('status', 'ok', 'rows', f_queue_rows(v_numbers, v_keys, v_now), 'more', v_more,
                              'server_time', v_now);
exception
    when data_exception then -- a key that is none of this column's
        return f_refused('bad_params', '{"param": "from"}');
end $$;

create function asp.f_read_queue_page(p_params jsonb) returns jsonb language plpgsql stable as $$
begin
    return f_queue_page(p_params, 1000);
end $$;

-- The same for a file: rows that leave the desk, hence a journal row each (f_journal_announced).
create function asp.f_read_queue_export(p_params jsonb) returns jsonb language plpgsql stable as $$
begin
    return f_queue_page(p_params, 5000);
end $$;

-- Figures ------------------------------------------------------------------------------------------------------------------

-- Counted for everybody, at most every two seconds: unlogged, of use for a moment only.
create unlogged table asp.queue_figures (
    what text primary key, -- 'desk', or a view's id with whoever it is counted for
    at timestamptz not null,
    figures jsonb not null
) with (fillfactor = 50);

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

create function asp.f_motif_figures(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_soon timestamptz := p_now + make_interval(hours => f_setting_int('echeance.alerte_heures', 4));
begin
    return (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from (
        select t.motif, count(*) as open,
               count(*) filter (where t.due_at < p_now and (t.state <> 'on_hold' or t.hold_until <= p_now)) as late,
               count(*) filter (where t.due_at >= p_now and t.due_at < v_soon
                                  and (t.state <> 'on_hold' or t.hold_until <= p_now)) as soon,
               count(*) filter (where t.owner is null) as unowned,
               count(*) filter (where t.state = 'on_hold') as on_hold,
               count(*) filter (where t.state = 'on_hold' and t.hold_until <= p_now) as awake
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

-- One ticket ---------------------------------------------------------------------------------------------------------------

create function asp.f_ticket_line(t asp.ticket, p_email text) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'number', t.number, 'version', t.version, 'received_at', t.received_at, 'requester_name', t.requester_name,
        'requester_email_masked', f_mask_email(t.requester_email), 'owner', t.owner, 'owner_name', f_display_name(t.owner),
        'state', t.state, 'description', t.description, 'same_requester', lower(t.requester_email) = lower(p_email));
end $$;

-- Tickets as the caller's file shows them: open ones first, newest first, the last ten events of each. An open ticket that
-- repeats an older open one of the same motif is marked as its probable duplicate.
create function asp.f_ticket_documents(p_numbers bigint[]) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', t.number, 'siret', t.siret, 'motif', t.motif, 'motif_label', m.label, 'state', t.state,
        'received_at', t.received_at, 'due_at', t.due_at, 'closed_at', t.closed_at,
        'owner', t.owner, 'owner_name', coalesce(s.display_name, t.owner::text), 'closed_by', t.closed_by,
        'requester_name', t.requester_name, 'requester_email_masked', f_mask_email(t.requester_email),
        'requester_phone_masked', f_mask_phone(t.requester_phone), 'description', t.description,
        'hold_reason', t.hold_reason, 'hold_until', t.hold_until,
        'awake', t.state = 'on_hold' and t.hold_until <= clock_timestamp() is true,
        'outcome', t.outcome, 'outcome_label', o.label, 'answer', t.answer, 'channel', t.channel,
        'duplicate_of', coalesce(t.duplicate_of, case when t.state in ('open', 'taken', 'on_hold') then
            (select min(p.number) from ticket p
             where p.siret = t.siret and p.motif = t.motif and p.number < t.number
               and p.state in ('open', 'taken', 'on_hold')) end),
        'merged', g.family -> 'merged', 'merged_others', g.family -> 'others', 'version', t.version,
        'events', (select coalesce(jsonb_agg(jsonb_build_object(
                       'at', v.at, 'actor', v.actor, 'actor_name', coalesce(n.display_name, v.actor::text),
                       'kind', v.kind, 'text', v.text, 'changes', v.changes - 'answer') order by v.id), '[]')
                   from (select * from ticket_event x where x.ticket = t.number order by x.id desc limit 10) v
                   left join staff n on n.login = v.actor))
        order by t.state in ('open', 'taken', 'on_hold') desc, t.number desc), '[]')
    from ticket t
    join motif m on m.code = t.motif
    left join ticket_outcome o on o.code = t.outcome
    left join staff s on s.login = t.owner
    cross join lateral (select f_merged(t.number, t.requester_email) as family offset 0) g
    where t.number = any (p_numbers));
end $$;

-- Of a SIRET, known or not: twenty at most.
create or replace function asp.f_file_tickets(p_sirets text[], p_open_only boolean) returns jsonb
    language plpgsql stable as $$
begin
    return f_ticket_documents(array(
        select k.number from ticket k
        where k.siret = any (p_sirets) and (not p_open_only or k.state in ('open', 'taken', 'on_hold'))
        order by k.state in ('open', 'taken', 'on_hold') desc, k.number desc limit 20));
end $$;

create function asp.f_read_ticket(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_ticket ticket;
begin
    select * into v_ticket from ticket t where t.number = (p_params ->> 'ticket')::bigint;
    if v_ticket.number is null then
        return f_refused('not_found');
    end if;
    return jsonb_build_object(
        'status', 'ok', 'server_time', clock_timestamp(), 'ticket', f_ticket_documents(array[v_ticket.number]) -> 0,
        'siret', v_ticket.siret, 'denomination', v_ticket.denomination, 'department', v_ticket.department,
        'profile', v_ticket.profile,
        'siret_known', exists (select from establishment e where e.siret = v_ticket.siret),
        'twins', (select coalesce(jsonb_agg(f_ticket_line(o, v_ticket.requester_email) order by o.number), '[]')
                  from (select * from ticket o where o.siret = v_ticket.siret and o.motif = v_ticket.motif
                          and o.number <> v_ticket.number and o.state in ('open', 'taken', 'on_hold')
                        order by o.number limit 100) o),
        'merged', (select coalesce(jsonb_agg(f_ticket_line(o, v_ticket.requester_email) order by o.number), '[]')
                   from (select * from ticket o where o.duplicate_of = v_ticket.number and o.state = 'merged'
                         order by o.number limit 100) o),
        'presence', coalesce(f_presence_of(array[v_ticket.number]) -> v_ticket.number::text, '[]'));
exception
    when data_exception then
        return f_refused('bad_params', '{"param": "ticket"}');
end $$;

-- The journal row of a reading: ids and codes. Words that were searched for are told as such, not what they were.
create or replace function asp.f_journal_announced(p_what text, p_params jsonb) returns text language plpgsql as $$
declare
    f t_journal_filter;
    v_question t_queue_question;
    v_ticket bigint;
begin
    if p_what in ('journal_page', 'journal_export') then
        f := f_journal_filter(p_params -> 'filter');
        if f.rule is null then
            perform f_journal_read(case p_what when 'journal_page' then 'journal_search' else p_what end, f);
        end if;
        return f.rule;
    elsif p_what = 'queue_export' then
        v_question := f_queue_question(p_params, 5000);
        if v_question.fault is null then
            perform f_journal(p_what, p_detail => jsonb_strip_nulls(jsonb_build_object(
                'filter', v_question.filter || jsonb_strip_nulls(jsonb_build_object(
                    'establishment', case when v_question.filter ->> 'establishment' <> '' then true end,
                    'requester', case when v_question.filter ->> 'requester' <> '' then true end)),
                'sort', v_question.sort, 'limit', v_question.row_limit, 'from', v_question.from_number)));
        end if;
        return case when v_question.fault is not null then 'bad_params' end;
    elsif p_what in ('overview', 'watched_accounts') then
        return f_journal_overview(p_what, p_params);
    elsif p_what = 'ticket' then
        v_ticket := (p_params ->> 'ticket')::bigint;
        if v_ticket is null then
            return 'bad_params';
        end if;
        perform f_journal('read_ticket', p_ticket => v_ticket, p_establishment => (
            select e.id from ticket t join establishment e on e.siret = t.siret where t.number = v_ticket));
        return null;
    end if;
    perform f_journal(
        case when p_what in ('approvals', 'changes', 'watch') then 'read_' || p_what else p_what end,
        p_call => (p_params ->> 'call')::uuid, p_ticket => (p_params ->> 'ticket')::bigint,
        p_detail => jsonb_strip_nulls(jsonb_build_object('kind', left(p_params ->> 'kind', 40),
                                                         'filter', left(p_params ->> 'filter', 20),
                                                         'state', left(p_params ->> 'state', 20),
            -- Addresses are shown whole to who decides: hence which requests.
            'requests', case when p_what = 'approvals' then (select jsonb_agg(q.id) from f_requests(p_params ->> 'filter') q)
                        end)));
    return null;
end $$;

revoke all on all tables in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
