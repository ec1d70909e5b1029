-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What happened before: calls, operations, scripts walked.

create function asp.f_file_calls(p_establishment bigint, p_account bigint, p_call uuid) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'opened_at', c.opened_at, 'closed_at', c.closed_at, 'agent', c.agent,
        'agent_name', coalesce(s.display_name, c.agent::text), 'outcome_label', o.label, 'note', c.note)
        order by f.at desc), '[]')
    from ((select x.call_id, x.at from call_file x where x.establishment_id = p_establishment
           order by x.at desc limit 11)
          union all
          (select x.call_id, x.at from call_file x where x.account_id = p_account order by x.at desc limit 11)
          order by at desc limit 11) f
    join call c on c.id = f.call_id and c.id is distinct from p_call
    left join call_outcome o on o.code = c.outcome
    left join staff s on s.login = c.agent);
end $$;

-- The check has a place of its own in the file.
create function asp.f_file_operations(p_establishment bigint, p_accounts bigint[]) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'kind', o.kind, 'at', o.at, 'actor', o.actor,
        'actor_name', coalesce(s.display_name, o.actor::text), 'identifiant', a.identifiant,
        'reason_label', r.label, 'reason_text', o.reason_text, 'call', o.call_id, 'ticket', o.ticket)
        order by o.at desc), '[]')
    from (select distinct on (u.at, u.id) u.* from (
              (select * from operation x where x.establishment_id = p_establishment order by x.at desc limit 20)
              union all
              (select y.* from unnest(p_accounts) as k (id) cross join lateral
                   (select * from operation x where x.account_id = k.id order by x.at desc limit 20) y)) u
          where u.kind not in ('call.close', 'walk.save', 'call.check')
          order by u.at desc, u.id limit 20) o
    left join account a on a.id = o.account_id
    left join operation_reason r on r.code = o.reason
    left join staff s on s.login = o.actor);
end $$;

-- One walked for a ticket, without a call, is told as such: the answer to the ticket is drafted from it.
create function asp.f_file_walks(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'script_id', w.script_id, 'title', coalesce(w.title, v.title, w.script_id),
        'outcome', w.outcome, 'ended_at', w.ended_at, 'agent', w.agent, 'call', w.call_id, 'ticket', w.ticket)
        order by w.ended_at desc), '[]')
    from ((select * from walk x where x.establishment_id = p_establishment order by x.ended_at desc limit 10)
          union all
          (select * from walk x where p_establishment is null and x.account_id = p_account
           order by x.ended_at desc limit 10)) w
    left join script_version v on v.script_id = w.script_id and v.version = w.script_version);
end $$;
