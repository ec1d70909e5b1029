-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Nothing slows down who tries passwords.
select 'shared_preload_libraries = ' || coalesce(nullif(current_setting('shared_preload_libraries'), ''), '(rien)') as found
where current_setting('shared_preload_libraries') !~ '\mauth_delay\M'
