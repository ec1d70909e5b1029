-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The server's log would keep what people typed: names, addresses, what a caller said.
select name || ' = ' || setting as found from pg_settings
where (name = 'log_statement' and setting in ('mod', 'all'))
   or (name in ('log_parameter_max_length', 'log_parameter_max_length_on_error') and setting <> '0')
   or (name = 'log_min_error_statement' and setting not in ('fatal', 'panic'))
   or (name in ('log_min_duration_statement', 'log_min_duration_sample') and setting <> '-1')
   or (name = 'log_min_messages' and setting like 'debug%')
order by name
