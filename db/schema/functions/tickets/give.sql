-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A ticket changes hands.

-- Gives it to somebody; what is on hold stays so.
create function asp.f_give_ticket(t asp.ticket, p_owner name, p_kind text, p_text text) returns asp.t_done
    language plpgsql as $$
begin
    update ticket set state = case state when 'open' then 'taken' else state end, owner = p_owner, version = version + 1
    where number = t.number;
    return f_ticket_done(t, p_kind, p_text);
end $$;
