-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Stamps that change with any ticket, and with who has one open.

-- Changes with every change of a ticket. The last 256 events rather than the last: one that was begun earlier may be committed
-- later, and is then still among them.
create function asp.f_tickets_stamp() returns text language plpgsql stable as $$
begin
    return (select coalesce(sum(hashint8(l.id))::text, '') from (select v.id from ticket_event v order by v.id desc limit 256) l);
end $$;

-- Changes with whoever opens, leaves or begins to write, in the same way. Leases that lapse change nothing: a console asks again
-- when it renews its own.
create function asp.f_presence_stamp() returns text language plpgsql stable as $$
begin
    return (select coalesce(sum(hashint8(l.change))::text, '')
            from (select p.change from presence p order by p.change desc limit 256) l);
end $$;
