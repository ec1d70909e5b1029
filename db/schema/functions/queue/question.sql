-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A question to the queue, checked.

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
