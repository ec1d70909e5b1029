-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Earlier versions of scripts, for walks that began with them.
--
-- Function desk.earlier_scripts
-- Answers: scripts[{id, version, yaml}]

-- The versions that were in force before, newest first, three of each script.
create function desk.earlier_scripts(p_ids text[]) returns jsonb language sql stable security definer as $$
    select jsonb_build_object('status', 'ok', 'scripts', coalesce(jsonb_agg(
        jsonb_build_object('id', v.script_id, 'version', v.version, 'yaml', v.yaml)
        order by v.script_id, v.version desc), '[]'))
    from (select distinct left(i, 60) as id from unnest(p_ids[1:200]) i) k
    cross join lateral (select * from script_version x where x.script_id = k.id and x.state = 'retired'
                        order by x.version desc limit 3) v
$$;

grant execute on function desk.earlier_scripts(text[]) to asp_agent;
