-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Telephone numbers in the one form the tables hold.

-- A French number in its international form (+33561234567; overseas +262262123456), null for anything else.
create function asp.f_phone(p_text text) returns text language plpgsql immutable strict parallel safe as $$
declare
    d text := regexp_replace(translate(p_text, chr(160) || chr(8239) || '  .-/()', ''), '^00', '+');
    n text; -- the nine digits after the national 0
begin
    if d ~ '^\+33\+?0?[1-9][0-9]{8}$' then
        n := right(d, 9);
    elsif d ~ '^0[1-9][0-9]{8}$' then
        n := right(d, 9);
    elsif d ~ '^\+(590|594|596|262)[0-9]{9}$' then
        return d;
    else
        return null;
    end if;
    return case when left(n, 3) in ('590', '690', '691') then '+590' || n
                when left(n, 3) in ('594', '694') then '+594' || n
                when left(n, 3) in ('596', '696', '697') then '+596' || n
                when left(n, 3) in ('262', '263', '269', '639', '692', '693') then '+262' || n
                else '+33' || n end;
end $$;

grant execute on function asp.f_phone(text) to asp_extranet;
