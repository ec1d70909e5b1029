-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A console that cannot read the version of a script in force, being newer than it, uses the last one that it can.

set local search_path = asp, public;

-- The versions that were in force before, newest first, three of each script.
create function desk.earlier_scripts(p_ids text[]) returns jsonb language sql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set client_min_messages = warning
    set debug_print_parse = off set debug_print_rewritten = off set debug_print_plan = off as $$
    select jsonb_build_object('status', 'ok', 'scripts', coalesce(jsonb_agg(
        jsonb_build_object('id', v.script_id, 'version', v.version, 'yaml', v.yaml)
        order by v.script_id, v.version desc), '[]'))
    from (select distinct left(i, 60) as id from unnest(p_ids[1:200]) i) k
    cross join lateral (select * from script_version x where x.script_id = k.id and x.state = 'retired'
                        order by x.version desc limit 3) v
$$;

revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.earlier_scripts(text[]) to asp_agent;
