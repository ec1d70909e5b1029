-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Nothing of ours is for everybody, and what works with its owner's rights has a search path of its own.
select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('asp', 'desk')
  and (has_function_privilege('public', p.oid, 'execute')
       or (p.prosecdef and not coalesce(array_to_string(p.proconfig, ',') ~ 'search_path=.*pg_temp', false)))
order by 1
