-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Reopens a ticket; its due time starts anew.
--
-- Operation ticket.reopen
-- Takes: number, version, text
-- Answers: number, version
-- Refuses: bad_params, not_closed, text_needed, text_not_plain, text_too_long, unknown_ticket

-- It starts anew: with nobody, and with a time of its own.
create function asp.op_ticket_reopen(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    if v_ticket.state not in ('closed', 'merged') then
        perform f_refuse('not_closed');
    end if;
    update ticket set state = 'open', owner = null, closed_at = null, closed_by = null, outcome = null,
                      outcome_text = null, answer = null, duplicate_of = null, hold_reason = null, hold_until = null,
                      due_left = null, due_at = f_due_at(motif, clock_timestamp(), department), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'reopened', v_text);
end $$;
