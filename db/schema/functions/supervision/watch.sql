-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Numbers of the hour, failed checks and refusals of the day, for supervisors.
--
-- Reading watch
-- Takes: nothing
-- Answers: agents[] (numbers and ceilings), checks[] (failed ones), refusals[] of a day

create function asp.f_watch_agents() returns jsonb language plpgsql stable as $$
begin
    return (
        with counted as (
            select o.actor, o.kind, f_person(o.actor) as person, count(*) as day,
                   count(*) filter (where o.at > clock_timestamp() - interval '1 hour') as hour
            from operation o
            where o.kind in ('account.reset_password', 'account.create', 'referent.reassign')
              and o.at > clock_timestamp() - interval '24 hours'
            group by o.actor, o.kind
        ), lifted as (
            select l.person, l.kind, sum(l.extra) as extra, max(l.until) as until from ceiling_lift l
            where l.until > clock_timestamp() group by l.person, l.kind
        ), measured as (
            select c.*, f_setting_int(f_ceiling_setting(c.kind), 10) as base, coalesce(l.extra, 0) as extra, l.until,
                   sum(c.hour) over (partition by c.person, c.kind) as person_hour,
                   sum(c.day) over (partition by c.person, c.kind) as person_day
            from counted c left join lifted l on l.person = c.person and l.kind = c.kind
        )
        select coalesce(jsonb_agg(jsonb_build_object(
                   'login', m.actor, 'display_name', f_display_name(m.actor), 'kind', m.kind, 'hour', m.hour,
                   'day', m.day, 'ceiling', m.base + m.extra, 'lifted_until', m.until,
                   'unusual', m.person_hour * 100 >= m.base * f_setting_int('surveillance.part', 60)
                              or m.person_day >= m.base * 3)
                   order by m.hour desc, m.day desc, m.actor, m.kind), '[]')
        from measured m);
end $$;

create function asp.f_watch_checks() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'at', g.at, 'call', g.call_id, 'agent_name', f_display_name(g.agent), 'siret', e.siret,
                'denomination', e.denomination, 'failures', g.failures,
                'blocked', f_tries_left(g.call_id, g.establishment_id, g.account_id) = 0) order by g.at desc), '[]')
            from (select c.call_id, c.agent, c.establishment_id, c.account_id, max(c.at) as at, count(*) as failures
                  from caller_check c
                  where not c.passed and c.at > clock_timestamp() - interval '24 hours'
                  group by c.call_id, c.agent, c.establishment_id, c.account_id
                  order by max(c.at) desc limit 200) g
            left join establishment e on e.id = g.establishment_id);
end $$;

create function asp.f_watch_refusals() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'login', g.actor, 'display_name', f_display_name(g.actor), 'rule', g.rule, 'count', g.count,
                'last_at', g.at) order by g.count desc, g.at desc), '[]')
            from (select j.actor, j.rule, count(*) as count, max(j.at) as at from journal j
                  where j.kind = 'refused' and j.at > clock_timestamp() - interval '24 hours'
                  group by j.actor, j.rule order by count(*) desc limit 100) g);
end $$;

create function asp.f_read_watch(p_params jsonb) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object('status', 'ok', 'agents', f_watch_agents(), 'checks', f_watch_checks(),
                              'refusals', f_watch_refusals());
end $$;
