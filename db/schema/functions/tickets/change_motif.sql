-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Another motif; the due time moves by the difference.
--
-- Operation ticket.change_motif
-- Takes: number, version, motif, text
-- Answers: number, version
-- Refuses: bad_params, not_open, owned_by_other, same_motif, supervisor_only, text_needed, text_not_plain,
--     text_too_long, unknown_motif, unknown_ticket

-- The new motif gives more or less time from the day it was received; what it spent on hold stays out of it.
create function asp.op_ticket_change_motif(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_motif text := f_param_text(r.params, 'motif');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
    v_more interval;
begin
    perform f_check_workable(v_ticket, false);
    if not exists (select from motif m where m.code = v_motif and m.active) then
        perform f_refuse('unknown_motif');
    elsif v_ticket.motif = v_motif then
        perform f_refuse('same_motif');
    end if;
    v_more := f_due_hours(v_motif) - f_due_hours(v_ticket.motif);
    update ticket set motif = v_motif, due_left = due_left + v_more, due_at = f_add_working(due_at, v_more, department),
                      version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'motif_changed', v_text);
end $$;
