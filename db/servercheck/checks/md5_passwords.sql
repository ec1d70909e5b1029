-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Kept as md5: whoever reads the dump can log in with it.
select a.rolname::text as found from pg_authid a where a.rolpassword like 'md5%' order by 1
