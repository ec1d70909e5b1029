-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Closes a ticket: one set of rules for a form, a transfer, a batch and a merge.
--
-- Operation ticket.close
-- Takes: number, version, outcome, outcome_text, answer, duplicates[{number, version}], leave_duplicates (false)
-- Answers: number, version, mails[], merged[], mail (the first; null: no address is one)
-- Refuses: answer_needed, answer_too_long, bad_params, merge_itself, merge_other_motif, merge_other_siret, not_open,
--     open_duplicates, outcome_needed, outcome_text_needed, owned_by_other, supervisor_only, text_needed,
--     text_not_plain, text_too_long, too_many_duplicates, unfilled_placeholder, unknown_ticket
--
-- Operation ticket.transfer
-- Takes: number, version, to, answer, duplicates[], leave_duplicates
-- Answers: as ticket.close
-- Refuses: answer_needed, answer_too_long, bad_params, merge_itself, merge_other_motif, merge_other_siret, not_open,
--     open_duplicates, outcome_needed, outcome_text_needed, owned_by_other, supervisor_only, text_needed,
--     text_not_plain, text_too_long, too_many_duplicates, unfilled_placeholder, unknown_ticket

-- What must be there before a ticket may be closed, from whatever screen.
create function asp.f_check_closing(p_outcome text, p_outcome_text text, p_answer text) returns void
    language plpgsql stable as $$
declare
    v_needs_text boolean;
begin
    select o.needs_text into v_needs_text from ticket_outcome o where o.code = p_outcome and o.active;
    if v_needs_text is null then
        perform f_refuse('outcome_needed');
    elsif v_needs_text and p_outcome_text = '' then
        perform f_refuse('outcome_text_needed');
    elsif length(p_outcome_text) > 1000 then
        perform f_refuse('text_too_long', '{"limit": 1000}');
    elsif p_answer = '' then
        perform f_refuse('answer_needed');
    elsif length(p_answer) > 4000 then
        perform f_refuse('answer_too_long', '{"limit": 4000}');
    elsif p_answer ~ '\{[^{}\n]{1,80}\}' or p_answer ~* '\[\s*valeur manquante' then
        perform f_refuse('unfilled_placeholder');
    end if;
end $$;

-- Others that ask the same must be merged into it, or left open knowingly: not forgotten.
create function asp.f_check_left_open(t asp.ticket) returns void language plpgsql stable as $$
declare
    v_open bigint[];
begin
    v_open := array(select o.number from ticket o
                    where o.siret = t.siret and o.motif = t.motif and o.number <> t.number
                      and o.state in ('open', 'taken', 'on_hold') order by o.number);
    if v_open <> '{}' then
        perform f_refuse('open_duplicates', jsonb_build_object('numbers', to_jsonb(v_open[1:50]),
                                                               'count', cardinality(v_open)));
    end if;
end $$;

-- The answer, once to each address among the ticket and those merged into it, each under the number its requester knows.
-- An address typed by an outsider that is none gets no mail: the agent sees it in the result.
create function asp.f_send_answer(r asp.t_request, t asp.ticket, p_answer text) returns bigint[] language plpgsql as $$
declare
    v_mails bigint[] := '{}';
    v_to record;
    v_mail bigint;
begin
    for v_to in
        select x.number, x.requester_email from (
            select distinct on (lower(f.requester_email)) f.number, f.requester_email
            from f_ticket_family(t.number) f where f_is_email(f.requester_email)
            order by lower(f.requester_email), f.number <> t.number, f.number) x
        order by x.number <> t.number, x.number
    loop
        insert into mail (kind, ticket, operation_id, origin, to_address, params, queued_at, next_attempt_at)
        values ('ticket_reponse', v_to.number, r.id, 'desk', v_to.requester_email,
                jsonb_build_object('ticket', v_to.number, 'reponse', p_answer,
                                   'motif', (select m.label from motif m where m.code = t.motif)),
                clock_timestamp(), clock_timestamp())
        returning id into v_mail;
        v_mails := v_mails || v_mail;
    end loop;
    return v_mails;
end $$;

-- Closing, whichever operation it is called: the same rules for all.
create function asp.f_close_ticket(r asp.t_request, p_outcome text, p_outcome_text text, p_event text)
    returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_tickets(r);
    v_answer text;
    v_merged bigint[];
    v_mails bigint[];
begin
    perform f_check_workable(v_ticket, true);
    v_answer := f_ticket_text(r.params, 'answer', 60000, false);
    perform f_check_closing(p_outcome, p_outcome_text, v_answer);
    v_merged := f_merge(r, v_ticket);
    if not f_param_bool(r.params, 'leave_duplicates', false) then
        perform f_check_left_open(v_ticket);
    end if;
    update ticket set state = 'closed', owner = session_user, closed_at = clock_timestamp(), closed_by = session_user,
                      outcome = p_outcome, outcome_text = nullif(p_outcome_text, ''), answer = v_answer,
                      hold_reason = null, hold_until = null, due_left = null, version = version + 1
    where number = v_ticket.number;
    v_mails := f_send_answer(r, v_ticket, v_answer);
    return f_ticket_done(v_ticket, p_event, p_outcome_text, jsonb_build_object(
        'mail', v_mails[1], 'mails', to_jsonb(v_mails), 'merged', to_jsonb(v_merged)));
end $$;

create function asp.op_ticket_close(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_close_ticket(r, f_param_text(r.params, 'outcome'), f_ticket_text(r.params, 'outcome_text', 1000, false),
                          'closed');
end $$;

create function asp.op_ticket_transfer(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_close_ticket(r, 'transferred', f_ticket_text(r.params, 'to', 1000, false), 'transferred');
end $$;
