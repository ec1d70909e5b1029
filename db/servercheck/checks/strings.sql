-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Backslashes in texts would be read as escapes.
select 'standard_conforming_strings = ' || current_setting('standard_conforming_strings') as found
where current_setting('standard_conforming_strings') <> 'on'
