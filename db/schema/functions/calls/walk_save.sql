-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A script as it was walked: path, seconds, outcome.
--
-- Operation walk.save
-- Takes: id, script_id, script_version, title, account_id, establishment_id, ticket, outcome, started_at, ended_at,
--     path[], seconds{}, overrules
-- Answers: walk
-- Refuses: bad_params, id_reused, outcome_needed, unknown_account, unknown_ticket

-- A walk with its evidence. Its times are the console's word, for figures; they are never in the future, and when it
-- was saved is the server's word.
create function asp.op_walk_save(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_walk walk;
begin
    if coalesce(jsonb_typeof(r.params -> 'path'), '') <> 'array' or length((r.params -> 'path')::text) > 200000 then
        perform f_refuse('bad_params', '{"param": "path"}');
    elsif f_param_text(r.params, 'outcome') = '' then
        perform f_refuse('outcome_needed');
    end if;
    v_walk.id := f_param_text(r.params, 'id')::uuid;
    v_walk.account_id := f_optional_id(r.params, 'account_id');
    v_walk.establishment_id := f_optional_id(r.params, 'establishment_id');
    v_walk.ticket := coalesce(f_optional_id(r.params, 'ticket'), r.ticket);
    v_walk.ended_at := least((r.params ->> 'ended_at')::timestamptz, clock_timestamp());
    v_walk.started_at := least((r.params ->> 'started_at')::timestamptz, v_walk.ended_at);
    if exists (select from walk w where w.id = v_walk.id) then
        perform f_refuse('id_reused');
    elsif v_walk.ticket is not null and not exists (select from ticket t where t.number = v_walk.ticket) then
        perform f_refuse('unknown_ticket');
    elsif v_walk.account_id is not null and not exists (select from account a where a.id = v_walk.account_id) then
        perform f_refuse('unknown_account');
    end if;
    insert into walk (id, script_id, script_version, title, agent, call_id, ticket, establishment_id, account_id,
                      outcome, started_at, ended_at, saved_at, path, seconds, overrules)
    values (v_walk.id, left(f_param_text(r.params, 'script_id'), 100), f_param_id(r.params, 'script_version'),
            nullif(left(f_param_text(r.params, 'title'), 300), ''), session_user, r.call_id, v_walk.ticket,
            v_walk.establishment_id, v_walk.account_id, left(f_param_text(r.params, 'outcome'), 100),
            v_walk.started_at, v_walk.ended_at, clock_timestamp(), r.params -> 'path',
            coalesce(r.params -> 'seconds', '{}'), coalesce(f_optional_id(r.params, 'overrules'), 0));
    return row(jsonb_build_object('walk', v_walk.id), v_walk.establishment_id, v_walk.account_id, v_walk.ticket)::t_done;
end $$;
