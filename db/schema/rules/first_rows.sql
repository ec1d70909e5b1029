-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a new database begins with and only a function can tell. Never touched again.

insert into asp.journal_head (cluster) select asp.f_cluster() where not exists (select from asp.journal_head);

-- Enough for the years a due time or a report can fall in; more are an insert with the same function.
insert into asp.holiday (day, departments, label)
select h.day, h.departments, h.label from generate_series(2014, 2060) as y cross join lateral asp.f_holidays(y) h
where not exists (select from asp.holiday);
