-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Older than what the functions need.
select current_setting('server_version') as found where current_setting('server_version_num')::int < 150000
