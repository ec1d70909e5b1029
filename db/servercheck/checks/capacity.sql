-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Two connections a console, and each operation of a transaction holds a lock.
select 'max_connections = ' || current_setting('max_connections') || ' pour ' || n.logins || ' comptes' as found
from (select count(*) as logins from pg_roles r where r.rolcanlogin and not r.rolsuper and exists (select from pg_roles g where g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet')
                 and r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member'))) n
where current_setting('max_connections')::int < 2 * n.logins + 10
union all
select 'max_locks_per_transaction = ' || current_setting('max_locks_per_transaction')
where current_setting('max_locks_per_transaction')::int < 128
