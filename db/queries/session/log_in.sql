-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Who we are, and whether this server takes writes: opening a file is journalled, so one that does not is of no use.
-- When the password expires is in a view of PostgreSQL's own that everyone reads.
select desk.session_info() as answer,
       current_setting('transaction_read_only')::bool as read_only,
       pg_is_in_recovery() as standby,
       (select to_char(r.rolvaliduntil at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        from pg_catalog.pg_roles r where r.rolname = session_user and isfinite(r.rolvaliduntil)) as password_expires_at
