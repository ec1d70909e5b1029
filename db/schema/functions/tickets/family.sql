-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A ticket and all that was merged into it.

-- The ticket and everything that was merged into it, directly or not.
create function asp.f_ticket_family(p_ticket bigint) returns setof asp.ticket language sql stable as $$
    with recursive family (number) as (
        select p_ticket
        union
        select d.number from family f join asp.ticket d on d.duplicate_of = f.number and d.state = 'merged')
    select t.* from family f join asp.ticket t on t.number = f.number
$$;

-- {merged, others}: how many were merged into it, and whether one of them came from another address. A function of its own,
-- so that what seldom happens does not weigh on the plan of the file.
create function asp.f_merged(p_ticket bigint, p_email text) returns jsonb language plpgsql stable as $$
begin
    if not exists (select from ticket d where d.duplicate_of = p_ticket) then
        return '{"merged": 0, "others": false}';
    end if;
    return (select jsonb_build_object('merged', count(*),
                                      'others', coalesce(bool_or(lower(f.requester_email) <> lower(p_email)), false))
            from f_ticket_family(p_ticket) f where f.number <> p_ticket);
end $$;
