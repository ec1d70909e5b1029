-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The relay and the extranet write what agents must not, and the other way round.
select r.rolname || ': ' || string_agg(g.rolname, ', ' order by g.rolname) as found
from pg_roles r join pg_roles g on g.rolname in ('asp_agent', 'asp_relay', 'asp_extranet') and pg_has_role(r.oid, g.oid, 'member')
where r.rolcanlogin and not r.rolsuper
group by r.rolname having count(*) > 1 order by 1
