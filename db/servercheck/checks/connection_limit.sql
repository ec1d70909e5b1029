-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- One log-in without a limit can take the connections of all others.
select r.rolname::text as found from pg_roles r
where r.rolcanlogin and r.rolconnlimit = -1 and not r.rolsuper
  and exists (select from pg_roles g where g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet')
                 and r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member'))
order by 1
