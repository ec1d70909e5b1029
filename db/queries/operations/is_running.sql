-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Whether the server process an operation was sent to still lives: it may be carrying it out. Asked before looking the
-- operation up, in a statement of its own, so that "no such operation" is final.
select exists (select from pg_catalog.pg_stat_activity where pid = $1) as alive
