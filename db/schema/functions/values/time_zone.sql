-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The local time of overseas callers.

-- For the local time of overseas callers.
create function asp.f_time_zone(p_department text) returns text language sql immutable strict parallel safe
    return case p_department
        when '971' then 'America/Guadeloupe' when '972' then 'America/Martinique' when '973' then 'America/Cayenne'
        when '974' then 'Indian/Reunion' when '975' then 'America/Miquelon' when '976' then 'Indian/Mayotte'
        when '977' then 'America/St_Barthelemy' when '978' then 'America/Marigot'
        when '984' then 'Indian/Kerguelen' when '986' then 'Pacific/Wallis' when '987' then 'Pacific/Tahiti'
        when '988' then 'Pacific/Noumea' else 'Europe/Paris' end;
