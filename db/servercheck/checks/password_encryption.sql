-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Passwords set from now on would be kept as md5.
select 'password_encryption = ' || setting as found from pg_settings
where name = 'password_encryption' and setting <> 'scram-sha-256'
