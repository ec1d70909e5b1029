-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What is left open holds rows, and the journal's seal, until somebody ends it.
select name || ' = ' || case setting when '0' then '0' else current_setting(name) end as found from pg_settings
where (name = 'idle_in_transaction_session_timeout' and (setting::int = 0 or setting::int > 60000))
   or (name = 'statement_timeout' and (setting::int = 0 or setting::int > 60000))
order by name
