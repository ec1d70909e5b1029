-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Settings of one log-in may lift a limit of the server, and whoever has the log-in can set them.
select r.rolname || ': ' || array_to_string(s.setconfig, ', ') as found
from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
  and exists (select from pg_roles g where g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet')
                 and r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member'))
order by 1
