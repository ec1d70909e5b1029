-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A page of a queue: a keyset, each value a literal so that each question gets its own plan.
--
-- Reading queue_page
-- Takes: filter, sort, descending, from, inclusive, backward, limit
-- Answers: rows[], more, server_time
-- Refuses: bad_params
--
-- Reading queue_export
-- Takes: the same
-- Answers: the same, 5,000 rows at most
-- Refuses: bad_params

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
        'channel', t.channel, 'outcome', t.outcome, 'awake', f_is_awake(t.state, t.hold_until, p_now),
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
