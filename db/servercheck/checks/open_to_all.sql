-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- roles.sql takes these from everybody; it must be run by a superuser.
select 'EXECUTE ' || p.oid::regprocedure as found from pg_proc p
where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute')
  and (p.proname ~ '^pg_(try_)?advisory_' or p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite', 'pg_logical_emit_message',
                                                                               'pg_notify', 'pg_export_snapshot'))
union all
select p || ' ON DATABASE ' || current_database() from unnest(array['TEMPORARY', 'CREATE']) p
where has_database_privilege('public', current_database(), p)
union all
select 'CREATE ON SCHEMA public' where has_schema_privilege('public', 'public', 'CREATE')
