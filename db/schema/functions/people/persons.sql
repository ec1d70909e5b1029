-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who a log-in is: two log-ins of one person are one person.

create function asp.f_display_name(p_login name) returns text language plpgsql stable as $$
begin
    return coalesce((select s.display_name from staff s where s.login = p_login), p_login::text);
end $$;

-- Two log-ins of one person are one person.
create function asp.f_person(p_login name) returns text language plpgsql stable as $$
begin
    return coalesce((select s.person from asp.staff s where s.login = p_login), p_login::text);
end $$;

create function asp.f_is_person(p_login name, p_person text) returns boolean language plpgsql stable as $$
begin
    return p_person = f_person(session_user) or f_person(p_login) = f_person(session_user);
end $$;
