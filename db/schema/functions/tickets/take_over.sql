-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes a ticket over from somebody.
--
-- Operation ticket.take_over
-- Takes: number, version, text
-- Answers: number, version
-- Refuses: bad_params, not_open, not_owned, same_owner, supervisor_only, text_needed, text_not_plain, text_too_long,
--     unknown_ticket

create function asp.op_ticket_take_over(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    perform f_check_open(v_ticket);
    if v_ticket.owner is null then
        perform f_refuse('not_owned');
    elsif v_ticket.owner = session_user then
        perform f_refuse('same_owner');
    end if;
    perform f_check_right('droit.reprendre');
    return f_give_ticket(v_ticket, session_user, 'taken_over', v_text);
end $$;
