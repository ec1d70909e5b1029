-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The server listens to the network and speaks in clear.
select 'listen_addresses = ' || current_setting('listen_addresses') || ', ssl = off' as found
where current_setting('ssl') = 'off'
  and current_setting('listen_addresses') not in ('', 'localhost', '127.0.0.1', '::1', 'localhost,127.0.0.1')
