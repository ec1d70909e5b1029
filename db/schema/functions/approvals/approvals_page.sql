-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Requests with their evidence.
--
-- Reading approvals
-- Takes: filter (mine; waiting and decided for supervisors)
-- Answers: requests[], the waiting ones with the evidence of today; e-mail and phone whole for supervisors
-- Refuses: bad_params, supervisor_only

-- A supervisor decides on an address and must read it whole.
create function asp.f_person_line(p jsonb, p_whole boolean) returns jsonb language sql immutable
    return case when p is null or p = 'null' then null
                when p_whole then p
                else p || jsonb_build_object('email', f_mask_email(p ->> 'email'), 'phone', f_mask_phone(p ->> 'phone')) end;

create function asp.f_request_document(q asp.approval_request) returns jsonb language plpgsql stable as $$
declare
    v_supervisor boolean := f_is_supervisor();
    v_own boolean := f_is_person(q.requested_by, q.requested_person);
    v_state text := f_request_state(q);
    v_evidence jsonb := q.evidence;
    v_why text[] := q.why;
begin
    if v_state = 'waiting' then -- as things are now: that is what a decision is about
        v_evidence := f_access_evidence(row(q.kind, q.establishment_id, q.account_id, nullif(q.params -> 'person', 'null'),
                                            (q.params ->> 'keep_old')::boolean)::t_access, q.requested_person, q.check_id);
        v_why := q.why || array(select w.code from unnest(f_request_why(q, v_evidence)) as w (code)
                                where not w.code = any (q.why));
    end if;
    return jsonb_build_object(
        'id', q.id, 'kind', q.kind, 'state', v_state, 'requested_at', q.requested_at, 'expires_at', q.expires_at,
        'requested_by', q.requested_by, 'requested_by_name', f_display_name(q.requested_by),
        'establishment', f_establishment_line(q.establishment_id),
        'person', f_person_line(q.params -> 'person', v_supervisor), 'account', f_account_line(q.account_id),
        'keep_old', q.params -> 'keep_old', 'why', to_jsonb(v_why), 'evidence', v_evidence - 'referent',
        'old_account', f_account_line((v_evidence ->> 'referent')::bigint),
        'reason_label', (select o.label from operation_reason o where o.code = q.reason), 'reason_text', q.reason_text,
        'call', q.call_id, 'ticket', q.ticket, 'decided_by_name', f_display_name(q.decided_by),
        'decided_at', case when v_state = 'expired' then q.expires_at else q.decided_at end,
        'decided_text', q.decided_text, 'own', v_own,
        'can_decide', v_supervisor and v_state = 'waiting' and not v_own);
end $$;

-- Those a list shows: waiting, mine or decided.
create function asp.f_requests(p_filter text) returns setof asp.approval_request language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
begin
    return query select x.* from approval_request x
    where case p_filter
              when 'waiting' then x.state = 'waiting' and x.expires_at > v_now
              when 'decided' then (x.state <> 'waiting' or x.expires_at <= v_now)
                                  and x.requested_at > v_now - interval '60 days'
              else x.requested_person = f_person(session_user) end
    order by x.requested_at desc limit 200;
end $$;

create function asp.f_read_approvals(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_filter text := p_params ->> 'filter';
begin
    if v_filter is null or v_filter not in ('waiting', 'mine', 'decided') then
        return f_refused('bad_params');
    elsif v_filter <> 'mine' and not f_is_supervisor() then
        return f_refused('supervisor_only');
    end if;
    return jsonb_build_object('status', 'ok', 'requests', (
        select coalesce(jsonb_agg(f_request_document(row(q.*)::approval_request) order by
                   case when v_filter = 'waiting' then q.expires_at end, q.requested_at desc), '[]')
        from f_requests(v_filter) q));
end $$;
