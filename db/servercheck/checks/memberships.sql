-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Groups of PostgreSQL, or of the owner, give a log-in of the desk what the rules keep from it.
select r.rolname || ': ' || string_agg(g.rolname, ', ' order by g.rolname) as found
from pg_roles r join pg_roles g on pg_has_role(r.oid, g.oid, 'member') and g.oid <> r.oid
where r.rolcanlogin and not r.rolsuper
  and g.rolname in ('asp_owner', 'pg_read_all_data', 'pg_write_all_data', 'pg_monitor', 'pg_signal_backend', 'pg_read_all_stats',
                    'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program', 'pg_checkpoint')
  and exists (select from pg_roles g where g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet')
                 and r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member'))
group by r.rolname order by 1
