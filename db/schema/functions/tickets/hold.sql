-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Puts a ticket on hold: its clock stands still.
--
-- Operation ticket.hold
-- Takes: number, version, hold_reason, until, text
-- Answers: number, version
-- Refuses: bad_params, bad_until, hold_reason_needed, hold_text_needed, not_open, owned_by_other, supervisor_only,
--     text_needed, text_not_plain, text_too_long, unknown_ticket

create function asp.op_ticket_hold(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_reason text := f_param_text(r.params, 'hold_reason');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
    v_now timestamptz := clock_timestamp();
    v_needs_text boolean;
    v_until timestamptz;
    v_left interval;
begin
    perform f_check_workable(v_ticket, true);
    select h.needs_text into v_needs_text from hold_reason h where h.code = v_reason and h.active;
    if v_needs_text is null then
        perform f_refuse('hold_reason_needed');
    elsif v_needs_text and v_text = '' then
        perform f_refuse('hold_text_needed');
    end if;
    v_until := f_param_until(r.params, v_now);
    v_left := case when f_is_asleep(v_ticket, v_now) then v_ticket.due_left
                   else f_working_between(v_now, v_ticket.due_at, v_ticket.department) end;
    update ticket set state = 'on_hold', owner = coalesce(owner, session_user), hold_reason = v_reason,
                      hold_until = v_until, due_left = v_left, due_at = f_add_working(v_until, v_left, department),
                      version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'held', v_text);
end $$;
