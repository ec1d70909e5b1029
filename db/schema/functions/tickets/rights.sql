-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who may work on a ticket. Somebody else’s is commented, taken over or assigned, and nothing else.

create function asp.f_check_right(p_setting text) returns void language plpgsql stable as $$
begin
    if f_setting(p_setting, 'tous') = 'superviseurs' and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    end if;
end $$;

create function asp.f_check_open(t asp.ticket) returns void language plpgsql stable as $$
begin
    if t.state in ('closed', 'merged') then
        perform f_refuse('not_open', jsonb_build_object('number', t.number));
    end if;
end $$;

create function asp.f_check_not_others(t asp.ticket) returns void language plpgsql stable as $$
begin
    if t.owner is not null and t.owner <> session_user then
        perform f_refuse('owned_by_other', jsonb_build_object('number', t.number, 'owner', t.owner,
                                                              'owner_name', f_display_name(t.owner)));
    end if;
end $$;

-- Open, and one's own or nobody's. Who then becomes its owner needs the right to take it.
create function asp.f_check_workable(t asp.ticket, p_becomes_mine boolean) returns void language plpgsql stable as $$
begin
    perform f_check_open(t);
    perform f_check_not_others(t);
    if p_becomes_mine and t.owner is null then
        perform f_check_right('droit.prendre');
    end if;
end $$;
