-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes a ticket that is nobody’s.
--
-- Operation ticket.take
-- Takes: number, version
-- Answers: number, version
-- Refuses: bad_params, not_open, owned_by_other, same_owner, supervisor_only, unknown_ticket

create function asp.op_ticket_take(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
begin
    perform f_check_workable(v_ticket, true);
    if v_ticket.owner = session_user then
        perform f_refuse('same_owner');
    end if;
    update ticket set state = 'taken', owner = session_user, hold_reason = null, hold_until = null, due_left = null,
                      due_at = f_due_awake(v_ticket, clock_timestamp()), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'taken', '');
end $$;
