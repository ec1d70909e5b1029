-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Asks for access to change hands: checked, then done at once or kept for approval by another person.

create function asp.f_access_why(p_evidence jsonb) returns text[] language sql immutable
    return array_remove(array[
        case when not p_evidence -> 'known_domains' ? (p_evidence ->> 'domain') then 'address_outside_domains' end,
        case when p_evidence -> 'tickets' = '[]' then 'no_ticket_from_requester' end,
        case when p_evidence -> 'recent_changes' <> '[]' then 'second_change_in_30_days' end], null);

-- The request waits, with its evidence.
create function asp.f_keep_request(r asp.t_request, a asp.t_access, p_check uuid, p_evidence jsonb, p_why text[])
    returns jsonb language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_expires timestamptz := v_now + make_interval(hours => f_setting_int('approbation.heures', 72));
begin
    insert into approval_request (id, kind, params, reason, reason_text, call_id, ticket, check_id, establishment_id,
                                  account_id, requested_by, requested_person, requested_at, expires_at, why, evidence)
    values (r.id, r.kind,
            jsonb_build_object('establishment_id', a.establishment, 'account_id', a.account, 'person', a.person,
                               'keep_old', a.keep_old),
            r.reason, r.reason_text, r.call_id, r.ticket, p_check, a.establishment, a.account, session_user,
            f_person(session_user), v_now, v_expires, p_why, p_evidence);
    return jsonb_build_object('state', 'waiting', 'approval', r.id, 'expires_at', v_expires, 'why', to_jsonb(p_why));
end $$;

-- Both operations. Rows are locked in one order everywhere: call, establishment, request or change, accounts by id, habilitations
-- by id, mails. The check comes last: nothing is told about it that the other rules would refuse anyway.
create function asp.f_ask_access(r asp.t_request, p_setting text) returns asp.t_done language plpgsql as $$
declare
    v_access t_access := f_read_access(r.kind, r.params);
    v_waiting uuid;
    v_check uuid;
    v_evidence jsonb;
    v_why text[];
    v_result jsonb;
begin
    perform f_check_ceiling(r.kind, p_setting, 10);
    perform f_lock_access(v_access);
    perform f_check_access(v_access);
    update approval_request set state = 'expired'
    where establishment_id = v_access.establishment and state = 'waiting' and expires_at <= clock_timestamp();
    select q.id into v_waiting from approval_request q
    where q.establishment_id = v_access.establishment and q.kind = r.kind and q.state = 'waiting';
    if v_waiting is not null then
        perform f_refuse('already_waiting', jsonb_build_object('request', v_waiting));
    end if;
    v_check := f_need_pass(r.call_id, v_access.establishment, null);
    v_evidence := f_access_evidence(v_access, f_person(session_user), v_check);
    v_why := f_access_why(v_evidence);
    v_result := case when cardinality(v_why) = 0 then f_carry_access(v_access, r.id, session_user, null)
                     else f_keep_request(r, v_access, v_check, v_evidence, v_why) end;
    return row(v_result, v_access.establishment,
               coalesce((v_result ->> 'account_id')::bigint, v_access.account), null)::t_done;
end $$;
