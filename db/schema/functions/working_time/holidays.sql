-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Public holidays, by department; Easter included.

-- Sunday of Easter, Gregorian.
create function asp.f_easter(p_year int) returns date language plpgsql immutable strict parallel safe as $$
declare
    a int := p_year % 19;
    b int := p_year / 100;
    c int := p_year % 100;
    h int := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    l int := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    m int := (a + 11 * h + 22 * l) / 451;
begin
    return make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

create function asp.f_holidays(p_year int) returns table (day date, departments text[], label text)
    language sql immutable strict parallel safe as $$
    select make_date(p_year, f.month, f.day), f.departments::text[], f.label
    from (values (1, 1, null, 'Jour de l’An'), (5, 1, null, 'Fête du Travail'), (5, 8, null, 'Victoire de 1945'),
                 (7, 14, null, 'Fête nationale'), (8, 15, null, 'Assomption'), (11, 1, null, 'Toussaint'),
                 (11, 11, null, 'Armistice de 1918'), (12, 25, null, 'Noël'),
                 (12, 26, '{57,67,68}', 'Saint-Étienne'),
                 (4, 27, '{976}', 'Abolition de l’esclavage, Mayotte'),
                 (5, 22, '{972}', 'Abolition de l’esclavage, Martinique'),
                 (5, 27, '{971}', 'Abolition de l’esclavage, Guadeloupe'),
                 (5, 28, '{978}', 'Abolition de l’esclavage, Saint-Martin'),
                 (6, 10, '{973}', 'Abolition de l’esclavage, Guyane'),
                 (10, 9, '{977}', 'Abolition de l’esclavage, Saint-Barthélemy'),
                 (12, 20, '{974}', 'Abolition de l’esclavage, La Réunion')) as f (month, day, departments, label)
    union all
    select asp.f_easter(p_year) + e.days, e.departments::text[], e.label
    from (values (-2, '{57,67,68}', 'Vendredi saint'), (1, null, 'Lundi de Pâques'), (39, null, 'Ascension'),
                 (50, null, 'Lundi de Pentecôte')) as e (days, departments, label)
$$;
