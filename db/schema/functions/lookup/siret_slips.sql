-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Known SIRETs one slip away from what was typed.

-- The SIRETs one slip of the tongue away: one wrong digit, two neighbours swapped, and for 13 or 15 digits the one
-- that is missing or too many.
create function asp.f_siret_slips(p_digits text) returns text[] language sql immutable strict parallel safe as $$
    select case length(p_digits)
        when 14 then array(
            select overlay(p_digits placing d::text from i for 1)
            from generate_series(1, 14) as i, generate_series(0, 9) as d where substr(p_digits, i, 1) <> d::text
            union
            select left(p_digits, i - 1) || substr(p_digits, i + 1, 1) || substr(p_digits, i, 1) || substr(p_digits, i + 2)
            from generate_series(1, 13) as i where substr(p_digits, i, 1) <> substr(p_digits, i + 1, 1))
        when 13 then array(
            select distinct left(p_digits, i) || d::text || substr(p_digits, i + 1)
            from generate_series(0, 13) as i, generate_series(0, 9) as d)
        when 15 then array(
            select distinct left(p_digits, i - 1) || substr(p_digits, i + 1) from generate_series(1, 15) as i)
        else '{}'::text[] end
$$;

create function asp.f_candidates(p_digits text) returns jsonb language plpgsql stable as $$
declare
    v_slips text[] := f_siret_slips(p_digits);
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('siret', c.siret, 'denomination', c.denomination,
                                                         'postcode', c.postcode, 'town', c.town)
                                      order by c.denomination), '[]')
            from (select e.siret, e.denomination, e.postcode, e.town from establishment e
                  where e.siret = any (v_slips) limit 20) c);
end $$;
