-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The scripts in force.
--
-- Function desk.published_scripts
-- Answers: scripts[{id, version, yaml}]

create function desk.published_scripts() returns jsonb language sql stable security definer as $$
    select jsonb_build_object('status', 'ok', 'scripts', coalesce(jsonb_agg(
        jsonb_build_object('id', v.script_id, 'version', v.version, 'yaml', v.yaml) order by v.script_id), '[]'))
    from script_version v
    where v.state = 'published' and v.published_at <= clock_timestamp()
$$;

grant execute on function desk.published_scripts() to asp_agent;
