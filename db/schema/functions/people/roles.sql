-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Which group a log-in is in.

create function asp.f_is_agent() returns boolean language sql stable
    return pg_has_role(session_user, 'asp_agent', 'member');

create function asp.f_is_supervisor() returns boolean language sql stable
    return pg_has_role(session_user, 'asp_supervisor', 'member');

-- Whether that log-in is an agent's or a supervisor's today.
create function asp.f_is_desk_login(p_login name) returns boolean language plpgsql stable as $$
begin
    return exists (select from pg_roles r where r.rolname = p_login and r.rolcanlogin and not r.rolsuper
                     and pg_has_role(r.oid, 'asp_agent', 'member') and not pg_has_role(r.oid, 'asp_owner', 'member'));
end $$;
