-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Puts one’s ticket back into the queue.
--
-- Operation ticket.hand_back
-- Takes: number, version, text
-- Answers: number, version
-- Refuses: bad_params, not_open, not_owned, owned_by_other, supervisor_only, text_needed, text_not_plain, text_too_long,
--     unknown_ticket

create function asp.op_ticket_hand_back(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
begin
    perform f_check_workable(v_ticket, false);
    if v_ticket.owner is null then
        perform f_refuse('not_owned');
    end if;
    perform f_check_right('droit.rendre');
    update ticket set state = 'open', owner = null, hold_reason = null, hold_until = null, due_left = null,
                      due_at = f_due_awake(v_ticket, clock_timestamp()), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'handed_back', v_text);
end $$;
