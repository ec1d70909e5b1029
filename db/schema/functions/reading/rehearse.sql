-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What an operation would do: done and undone in one breath.
--
-- Reading rehearse
-- Takes: kind, params, call, ticket
-- Answers: would (done, waiting, refused), rule, params, result{}, mails[{kind, to_masked}]
-- Refuses: account_being_deleted, account_disabled, account_exists, already_habilitated, already_referent,
--     already_undone, already_waiting, answer_needed, answer_too_long, bad_email, bad_params, bad_person, bad_phone,
--     bad_siret, bad_until, bad_value, call_closed, call_outcome_needed, check_needed, check_two_facts,
--     description_too_long, facts_changed, file_not_opened, habilitation_not_active, hold_reason_needed,
--     hold_text_needed, id_reused, later_operations, mail_not_failed, merge_itself, merge_other_motif,
--     merge_other_siret, needs_call_or_ticket, no_active_habilitation, no_call, not_closed, not_locked, not_on_hold,
--     not_open, not_owned, not_waiting, not_your_call, not_your_view, nothing_to_confirm, objection_over,
--     open_duplicates, outcome_needed, outcome_text_needed, over_ceiling, own_ceiling, own_request, owned_by_other,
--     request_expired, same_motif, same_owner, supervisor_only, text_needed, text_not_plain, text_too_long,
--     too_many_duplicates, too_many_tries, too_many_views, unfilled_placeholder, unknown_account, unknown_call_outcome,
--     unknown_change, unknown_establishment, unknown_fact, unknown_kind, unknown_login, unknown_mail, unknown_motif,
--     unknown_notice, unknown_request, unknown_setting, unknown_ticket, unknown_view, view_name_needed, view_name_taken

-- Does it all, says what came of it, and undoes it: AP003 carries the answer out of what is undone.
create function asp.f_try_out(r asp.t_request) returns void language plpgsql as $$
declare
    v_kind operation_kind;
    v_done t_done;
begin
    select * into v_kind from operation_kind k where k.kind = r.kind and k.rehearsed;
    if v_kind.kind is null then
        perform f_refuse('unknown_kind');
    elsif r.params is null or jsonb_typeof(r.params) <> 'object' or length(r.params::text) > 300000 then
        perform f_refuse('bad_params');
    end if;
    perform f_check_cites(v_kind, r);
    v_done := f_dispatch(r);
    raise exception 'rehearsed' using errcode = 'AP003', detail = jsonb_build_object(
        'result', v_done.result,
        'mails', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'to_masked', f_mask_email(m.to_address))
                                            order by m.id), '[]')
                  from mail m where m.operation_id = r.id))::text;
end $$;

-- Ids that were made and undone are nobody's: they are not told.
create function asp.f_rehearsed(p_tried jsonb, p_params jsonb) returns jsonb language sql immutable
    return jsonb_build_object(
        'status', 'ok', 'would', coalesce(p_tried -> 'result' ->> 'state', 'done'), 'rule', null, 'params', '{}'::jsonb,
        'result', (p_tried -> 'result') - '{mails,notices,change,approval,habilitation_id,expires_at}'::text[]
                  - case when coalesce(p_params -> 'person', 'null') <> 'null' then 'account_id' else '' end,
        'mails', p_tried -> 'mails');

create function asp.f_read_rehearse(p_params jsonb) returns jsonb language plpgsql as $$
declare
    p_kind text := (p_params ->> 'kind');
    p_asked jsonb := (p_params -> 'params');
    p_call uuid := (p_params ->> 'call')::uuid;
    p_ticket bigint := (p_params ->> 'ticket')::bigint;
    v_rule text;
    v_detail text;
    v_state text;
begin
    begin
        perform f_try_out(row(gen_random_uuid(), p_kind, p_asked, p_call, p_ticket, null, null)::t_request);
    exception
        when sqlstate 'AP001' or sqlstate 'AP002' or sqlstate 'AP003' then
            get stacked diagnostics v_state = returned_sqlstate, v_rule = message_text, v_detail = pg_exception_detail;
        when data_exception or integrity_constraint_violation then
            v_rule := 'bad_params';
            v_detail := '{}';
    end;
    v_rule := case when v_state is distinct from 'AP003' then v_rule end;
    if v_rule is null then
        return f_rehearsed(v_detail::jsonb, p_asked);
    end if;
    return jsonb_build_object('status', 'ok', 'would', 'refused', 'rule', v_rule, 'params', v_detail::jsonb,
                              'result', '{}'::jsonb, 'mails', '[]'::jsonb);
end $$;
