-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Opens a ticket for a caller.
--
-- Operation ticket.open
-- Takes: siret, denomination, requester_name, requester_phone, requester_email, motif, description
-- Answers: number, version
-- Refuses: bad_email, bad_params, bad_phone, bad_siret, description_too_long, needs_call_or_ticket, text_needed,
--     text_not_plain, text_too_long, unknown_motif

create function asp.op_ticket_open(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_siret text := regexp_replace(f_param_text(r.params, 'siret'), '[\s\u00A0\u202F.]', '', 'g');
    v_phone text := f_phone(f_param_text(r.params, 'requester_phone'));
    v_email text := f_param_text(r.params, 'requester_email');
    v_motif text := f_param_text(r.params, 'motif');
    v_now timestamptz := clock_timestamp();
    v_denomination text;
    v_name text;
    v_ticket ticket;
begin
    if r.call_id is null then
        perform f_refuse('needs_call_or_ticket');
    elsif not f_siret_valid(v_siret) then
        perform f_refuse('bad_siret');
    elsif v_phone is null then
        perform f_refuse('bad_phone');
    elsif not f_is_email(v_email) then
        perform f_refuse('bad_email');
    elsif length(f_param_text(r.params, 'description')) > 1000 then
        perform f_refuse('description_too_long', '{"limit": 1000}');
    elsif not exists (select from motif m where m.code = v_motif and m.active) then
        perform f_refuse('unknown_motif');
    end if;
    v_denomination := f_visible_line(f_ticket_text(r.params, 'denomination', 200, true));
    v_name := f_visible_line(f_ticket_text(r.params, 'requester_name', 200, true));
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (v_siret, v_denomination, v_name, v_phone, v_email, v_motif, f_ticket_text(r.params, 'description', 1000, false),
            'agent', v_now, f_due_at(v_motif, v_now, f_ticket_department(v_siret)))
    returning * into v_ticket;
    return f_ticket_done(v_ticket, 'opened', '');
end $$;
