-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Adds a comment: at any version, to anybody’s ticket. It replaces nothing.
--
-- Operation ticket.comment
-- Takes: number, version, text
-- Answers: number, version
-- Refuses: bad_params, not_open, text_needed, text_not_plain, text_too_long, unknown_ticket

-- A comment is added to what others wrote, it replaces nothing: any version will do, and anybody may.
create function asp.op_ticket_comment(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, false);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    perform f_check_open(v_ticket);
    update ticket set version = version + 1 where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'commented', v_text);
end $$;
