-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Approves a request: all rules are looked at again, by another person than who asked.
--
-- Operation approval.approve
-- Takes: request, text, seen[]
-- Answers: request, kind, state, and what the operation gives
-- Refuses: account_being_deleted, account_disabled, account_exists, already_habilitated, already_referent, bad_params,
--     bad_person, check_needed, facts_changed, not_waiting, own_request, request_expired, text_needed, text_too_long,
--     unknown_account, unknown_establishment, unknown_request

-- Why it needs approval today. Who decides must have seen it: a reason that was not there when the request was made, or
-- another referent than then, goes back to them (p_seen: what the console says they have seen since).
create function asp.f_check_evidence(q asp.approval_request, a asp.t_access, p_seen jsonb) returns void
    language plpgsql stable as $$
declare
    v_now jsonb := f_access_evidence(a, q.requested_person, q.check_id);
    v_new text[];
begin
    if not exists (select from caller_check c where c.id = q.check_id and c.passed
                     and c.establishment_id = q.establishment_id and c.person = q.requested_person) then
        perform f_refuse('check_needed');
    end if;
    v_new := f_request_why(q, v_now);
    if exists (select from unnest(v_new) as w (code)
               where not w.code = any (q.why) and not coalesce(p_seen ? w.code, false)) then
        perform f_refuse('facts_changed', jsonb_build_object('why', to_jsonb(v_new)));
    end if;
end $$;

create function asp.f_request_why(q asp.approval_request, p_evidence jsonb) returns text[] language sql immutable
    return f_access_why(p_evidence)
        || case when p_evidence -> 'referent' <> q.evidence -> 'referent' then array['referent_changed']
                else '{}'::text[] end;

-- All rules once more but the age of the check: its call is over, and the ceiling counted when it was asked.
create function asp.op_approval_approve(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, false);
    v_request approval_request := f_lock_request(f_param_uuid(r.params, 'request'));
    v_access t_access;
    v_result jsonb;
begin
    if f_is_person(v_request.requested_by, v_request.requested_person) then
        perform f_refuse('own_request');
    end if;
    v_access := f_read_access(v_request.kind, v_request.params);
    perform f_lock_access(v_access);
    perform f_check_access(v_access);
    perform f_check_evidence(v_request, v_access, r.params -> 'seen');
    v_result := f_carry_access(v_access, r.id, v_request.requested_by, v_request.id);
    perform f_decide(v_request.id, 'approved', v_text, r.id);
    return row(v_result || jsonb_build_object('request', v_request.id, 'kind', v_request.kind, 'state', 'approved'),
               v_request.establishment_id, (v_result ->> 'account_id')::bigint, v_request.ticket)::t_done;
end $$;
