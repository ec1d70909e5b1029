-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A ticket that comes from the extranet.
--
-- Function desk.extranet_ticket
-- Answers: number
-- Refuses: bad_params, description_too_long, unknown_motif

-- The requester's words are kept. A line has no line breaks, and nothing that is not seen stays: what colleagues read is
-- what was sent.
create function desk.extranet_ticket(p jsonb) returns jsonb language plpgsql security definer as $$
declare
    v_now timestamptz := clock_timestamp();
    v_motif text := p ->> 'motif';
    v_siret text := regexp_replace(f_visible_line(p ->> 'siret'), '[\s\u00A0\u202F.]', '', 'g');
    v_phone text := f_visible_line(p ->> 'requester_phone');
    v_number bigint;
begin
    if not exists (select from motif m where m.code = v_motif and m.active) then
        return f_refused('unknown_motif');
    elsif length(p ->> 'description') > 1000 then
        return f_refused('description_too_long', '{"limit": 1000}');
    end if;
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (v_siret, f_visible_line(p ->> 'denomination'), f_visible_line(p ->> 'requester_name'),
            coalesce(f_phone(v_phone), v_phone), f_visible_line(p ->> 'requester_email'), v_motif,
            coalesce(f_visible(p ->> 'description'), ''), 'extranet', v_now,
            f_due_at(v_motif, v_now, f_ticket_department(v_siret)))
    returning number into v_number;
    insert into ticket_event (ticket, at, actor, kind) values (v_number, v_now, session_user, 'received');
    return jsonb_build_object('status', 'ok', 'number', v_number);
exception when check_violation or not_null_violation then
    return f_refused('bad_params');
end $$;

grant execute on function desk.extranet_ticket(jsonb) to asp_extranet;
