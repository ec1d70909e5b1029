-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A request as a decision finds it, and the decision written down.

-- The request, locked and still waiting; two who decide at once decide one after the other.
create function asp.f_lock_request(p_id uuid) returns asp.approval_request language plpgsql as $$
declare
    v_request approval_request;
begin
    perform from establishment e
    where e.id = (select q.establishment_id from approval_request q where q.id = p_id) for no key update;
    select * into v_request from approval_request q where q.id = p_id for update;
    if v_request.id is null then
        perform f_refuse('unknown_request');
    elsif v_request.state <> 'waiting' then
        perform f_refuse('not_waiting', jsonb_build_object('state', v_request.state));
    elsif v_request.expires_at <= clock_timestamp() then
        perform f_refuse('request_expired');
    end if;
    return v_request;
end $$;

create function asp.f_decide(p_request uuid, p_state text, p_text text, p_operation uuid) returns void
    language plpgsql as $$
begin
    update approval_request set state = p_state, decided_by = session_user, decided_at = clock_timestamp(),
                                decided_text = nullif(p_text, ''), operation_id = p_operation
    where id = p_request;
end $$;

create function asp.f_decided(q asp.approval_request, p_state text, p_text text, p_operation uuid) returns asp.t_done
    language plpgsql as $$
begin
    perform f_decide(q.id, p_state, p_text, p_operation);
    return row(jsonb_build_object('request', q.id, 'kind', q.kind, 'state', p_state), q.establishment_id, q.account_id,
               q.ticket)::t_done;
end $$;
