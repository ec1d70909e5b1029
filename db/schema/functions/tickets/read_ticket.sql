-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- One ticket, whole, with its twins and who has it open.
--
-- Reading ticket
-- Takes: ticket
-- Answers: ticket{}, siret, denomination, siret_known, department, profile, twins[], merged[], presence[]
-- Refuses: bad_params, not_found

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
