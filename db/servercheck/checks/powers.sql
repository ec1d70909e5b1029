-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A log-in of the desk with a power of the server could pass by every rule.
select r.rolname || ': ' || concat_ws(', ', case when r.rolsuper then 'SUPERUSER' end, case when r.rolcreaterole then 'CREATEROLE' end,
                                       case when r.rolcreatedb then 'CREATEDB' end, case when r.rolreplication then 'REPLICATION' end,
                                       case when r.rolbypassrls then 'BYPASSRLS' end) as found
from pg_roles r
where r.rolcanlogin and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)
  and exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid
              where m.member = r.oid and g.rolname in ('asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet'))
order by 1
