-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The password policy in force today for a profile.

-- The policy in force today for a profile.
create function asp.f_policy(p_profile text) returns asp.password_policy language plpgsql stable as $$
declare
    v_policy password_policy;
begin
    select * into v_policy from password_policy p
    where p.profile = p_profile and p.valid_from <= (clock_timestamp() at time zone 'Europe/Paris')::date
    order by p.valid_from desc limit 1;
    return v_policy;
end $$;
