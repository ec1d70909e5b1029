-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A prepared transaction holds its locks for ever, whoever left it.
select 'max_prepared_transactions = ' || setting as found from pg_settings
where name = 'max_prepared_transactions' and setting::int > 0
