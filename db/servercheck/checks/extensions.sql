-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Search needs these two.
select e as found from unnest(array['pg_trgm', 'unaccent']) e
where not exists (select from pg_extension x where x.extname = e)
