-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The two schemas, the kinds of values columns hold, and the functions columns and indexes rest on.
-- Every table is in schema asp; nobody but asp_owner reads or writes it directly, save the columns the extranet has.

create schema if not exists asp;

create schema if not exists desk;

create extension if not exists pg_trgm schema public;

create extension if not exists unaccent schema public;

-- Nothing we create is for everybody.
alter default privileges revoke execute on functions from public;

-- The functions that columns, checks and indexes rest on. They stay as they are: changing one means making anew what rests on it.

-- Lower case, no accents, punctuation as spaces: "L’Isle-d'Abeau" and "l isle d abeau" become the same.
create function asp.f_norm(p_text text) returns text language sql immutable strict parallel safe
    return translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '-''’.,/&"()', '          ');

create function asp.f_digit_sum(p_digits text) returns int language sql immutable strict parallel safe
    return (select coalesce(sum(ascii(d) - 48), 0)::int from string_to_table(p_digits, null) as d);

-- The check digit of nine and of fourteen digits; translate() doubles a digit and adds up its two figures.
create function asp.f_luhn9(s text) returns boolean language sql immutable strict parallel safe
    return (ascii(substr(s, 1, 1)) + ascii(substr(s, 3, 1)) + ascii(substr(s, 5, 1)) + ascii(substr(s, 7, 1))
            + ascii(substr(s, 9, 1))
            + ascii(translate(substr(s, 2, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 4, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 6, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 8, 1), '0123456789', '0246813579')) - 9 * 48) % 10 = 0;

create function asp.f_luhn14(s text) returns boolean language sql immutable strict parallel safe
    return (ascii(substr(s, 2, 1)) + ascii(substr(s, 4, 1)) + ascii(substr(s, 6, 1)) + ascii(substr(s, 8, 1))
            + ascii(substr(s, 10, 1)) + ascii(substr(s, 12, 1)) + ascii(substr(s, 14, 1))
            + ascii(translate(substr(s, 1, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 3, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 5, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 7, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 9, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 11, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 13, 1), '0123456789', '0246813579')) - 14 * 48) % 10 = 0;

-- La Poste has more establishments than check digits allow: there, a digit sum that is a multiple of 5 will do.
create function asp.f_siret_valid(s text) returns boolean language sql immutable strict parallel safe
    return s ~ '^[0-9]{14}$'
           and ((asp.f_luhn14(s) and asp.f_luhn9(left(s, 9)))
                or (left(s, 9) = '356000000' and asp.f_digit_sum(s) % 5 = 0));

-- Two digits, 2A and 2B for Corsica, three overseas.
create function asp.f_departement(postcode text) returns text language sql immutable strict parallel safe
    return case when postcode like '97%' or postcode like '98%' then left(postcode, 3)
                when postcode like '200%' or postcode like '201%' then '2A'
                when postcode like '20%' then '2B'
                else left(postcode, 2) end;

-- One plain address: no name, no list, nothing that could start a new header line.
create domain asp.email as text
    check (length(value) <= 254
           and value ~ '^[^@\s[:cntrl:]<>(),;:"\\]+@[^@\s[:cntrl:]<>(),;:"\\]+\.[^@\s[:cntrl:]<>(),;:"\\.]+$');

create domain asp.phone as text check (value ~ '^\+[1-9][0-9]{8,14}$');
