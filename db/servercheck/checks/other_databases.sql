-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- In another database of the server a log-in has temporary tables, locks and large objects that nobody took away.
select d.datname::text as found from pg_database d
where d.datallowconn and d.datname <> current_database() and has_database_privilege('public', d.oid, 'CONNECT')
  and exists (select from pg_roles r where r.rolcanlogin and not r.rolsuper and exists (select from pg_roles g where g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet')
                 and r.oid <> g.oid and pg_has_role(r.oid, g.oid, 'member')))
order by 1
