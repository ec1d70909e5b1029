-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What is shown of an address, a telephone number or a day while the whole value is held back.

-- c••••@boulangerie-capitole.fr: always four dots, so that not even the length is told.
create function asp.f_mask_email(p_email text) returns text language sql immutable parallel safe
    return case when p_email is null or p_email = '' then null
                when position('@' in p_email) < 2 then '••••'
                else left(p_email, 1) || '••••@' || split_part(p_email, '@', 2) end;

-- 05 •• •• •• 67, from the stored form or from what an outsider typed.
create function asp.f_mask_phone(p_phone text) returns text language sql immutable parallel safe
    return case when p_phone is null or p_phone = '' then null
                when p_phone ~ '^\+(33|262|590|594|596)[0-9]{9}$'
                     then '0' || left(right(p_phone, 9), 1) || ' •• •• •• ' || right(p_phone, 2)
                when asp.f_phone(p_phone) is not null
                     then '0' || left(right(asp.f_phone(p_phone), 9), 1) || ' •• •• •• ' || right(p_phone, 2)
                else '••••' end;

create function asp.f_month(p_at timestamptz) returns timestamptz language sql stable
    return date_trunc('month', p_at, 'Europe/Paris');
