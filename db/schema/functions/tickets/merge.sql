-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Merges duplicates into a ticket: same SIRET, same motif. Nobody is written to.
--
-- Operation ticket.merge
-- Takes: number, version, duplicates[{number, version}]
-- Answers: number, version, merged[]
-- Refuses: bad_params, merge_itself, merge_other_motif, merge_other_siret, not_open, owned_by_other, supervisor_only,
--     too_many_duplicates, unknown_ticket

-- The duplicates named with a request, each with the version that was seen.
create function asp.f_param_duplicates(p_params jsonb) returns table (number bigint, version bigint)
    language plpgsql stable as $$
declare
    v_list jsonb := coalesce(nullif(p_params -> 'duplicates', 'null'), '[]');
begin
    if jsonb_typeof(v_list) <> 'array' then
        perform f_refuse('bad_params', '{"param": "duplicates"}');
    elsif jsonb_array_length(v_list) > 50 then
        perform f_refuse('too_many_duplicates', '{"limit": 50}');
    end if;
    return query select f_param_id(d, 'number'), f_param_id(d, 'version') from jsonb_array_elements(v_list) d;
end $$;

-- The ticket a request is about, locked with the duplicates it names.
create function asp.f_lock_tickets(r asp.t_request) returns asp.ticket language plpgsql as $$
begin
    perform from ticket t
    where t.number in (select d.number from f_param_duplicates(r.params) d union all select f_param_id(r.params, 'number'))
    order by t.number for no key update;
    return f_lock_ticket(r, true);
end $$;

create function asp.f_check_duplicate(p_kept asp.ticket, t asp.ticket) returns void language plpgsql stable as $$
declare
    v_number jsonb := jsonb_build_object('number', t.number);
begin
    perform f_check_workable(t, false);
    if t.siret <> p_kept.siret then
        perform f_refuse('merge_other_siret', v_number);
    elsif t.motif <> p_kept.motif then
        perform f_refuse('merge_other_motif', v_number);
    end if;
end $$;

-- Merges the duplicates a request names into the ticket it is about: their numbers. Nobody is written to: the answer
-- comes with the closing of the one that is kept.
create function asp.f_merge(r asp.t_request, p_kept asp.ticket) returns bigint[] language plpgsql as $$
declare
    v_merged bigint[] := '{}';
    v_one record;
    v_ticket ticket;
begin
    for v_one in select d.number, d.version from f_param_duplicates(r.params) d order by d.number loop
        if v_one.number = p_kept.number then
            perform f_refuse('merge_itself');
        elsif v_one.number = any (v_merged) then
            perform f_refuse('bad_params', '{"param": "duplicates"}');
        end if;
        v_ticket := f_lock_ticket(row(r.id, r.kind, jsonb_build_object('number', v_one.number, 'version', v_one.version),
                                      r.call_id, r.ticket, null, null)::t_request, true);
        perform f_check_duplicate(p_kept, v_ticket);
        update ticket set state = 'merged', duplicate_of = p_kept.number, closed_at = clock_timestamp(),
                          closed_by = session_user, hold_reason = null, hold_until = null, due_left = null,
                          version = version + 1
        where number = v_ticket.number;
        perform f_ticket_done(v_ticket, 'merged', '');
        v_merged := v_merged || v_ticket.number;
    end loop;
    if v_merged <> '{}' then
        update ticket set version = version + 1 where number = p_kept.number;
        perform f_ticket_done(p_kept, 'merged', array_to_string(v_merged, ', '));
    end if;
    return v_merged;
end $$;

create function asp.op_ticket_merge(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_tickets(r);
    v_merged bigint[];
    v_establishment bigint;
begin
    perform f_check_workable(v_ticket, false);
    v_merged := f_merge(r, v_ticket);
    if v_merged = '{}' then
        perform f_refuse('bad_params', '{"param": "duplicates"}');
    end if;
    select e.id into v_establishment from establishment e where e.siret = v_ticket.siret;
    return row(jsonb_build_object('number', v_ticket.number, 'version', v_ticket.version + 1, 'merged', to_jsonb(v_merged)),
               v_establishment, null, v_ticket.number)::t_done;
end $$;
