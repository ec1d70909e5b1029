-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who a ticket can be assigned to.
--
-- Function desk.agents
-- Answers: agents[{login, name, open, here}]
-- Refuses: rate_limited

-- Everybody a ticket can be assigned to. `here`: a console of theirs is connected, and asked for its pulse lately where asp_owner
-- may see that (roles.sql).
create function desk.agents() returns jsonb language plpgsql security definer as $$
begin
    if not f_admit('agents', 'files') then
        return f_refused('rate_limited');
    end if;
    return jsonb_build_object('status', 'ok', 'agents', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'login', r.rolname, 'name', f_display_name(r.rolname), 'open', coalesce(o.n, 0),
            'here', c.usename is not null) order by f_norm(f_display_name(r.rolname)), r.rolname), '[]')
        from (select r.rolname from pg_roles r where f_is_desk_login(r.rolname)) r
        left join (select t.owner, count(*) as n from ticket t
                   where t.state in ('open', 'taken', 'on_hold') and coalesce(t.owner::text, '') collate "C" > ''
                   group by t.owner) o on o.owner = r.rolname
        left join (select distinct a.usename from pg_stat_activity a
                   where a.datname = current_database() and a.backend_type = 'client backend'
                     and coalesce(a.state_change > clock_timestamp() - interval '30 seconds', true)) c on c.usename = r.rolname));
end $$;

grant execute on function desk.agents() to asp_agent;
