-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Gives a ticket to somebody.
--
-- Operation ticket.assign
-- Takes: number, version, login, text
-- Answers: number, version
-- Refuses: bad_params, not_open, same_owner, text_needed, text_not_plain, text_too_long, unknown_login, unknown_ticket

create function asp.op_ticket_assign(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_login text := f_param_text(r.params, 'login');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
begin
    perform f_check_open(v_ticket);
    if not exists (select from pg_roles g where g.rolname = v_login and g.rolcanlogin and not g.rolsuper
                                            and pg_has_role(g.oid, 'asp_agent', 'member')) then
        perform f_refuse('unknown_login');
    elsif v_ticket.owner = v_login then
        perform f_refuse('same_owner');
    end if;
    return f_give_ticket(v_ticket, v_login::name, 'assigned', v_text);
end $$;
