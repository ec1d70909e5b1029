-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a queue is sorted by, and what comes behind a row.

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
