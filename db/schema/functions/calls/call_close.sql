-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Ends a call with its outcome.
--
-- Operation call.close
-- Takes: outcome, outcome_text, note
-- Answers: call
-- Refuses: bad_params, call_outcome_needed, needs_call_or_ticket, outcome_text_needed, text_too_long,
--     unknown_call_outcome

create function asp.op_call_close(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_outcome text := f_param_text(r.params, 'outcome');
    v_text text := f_param_text(r.params, 'outcome_text');
    v_note text := f_param_text(r.params, 'note');
    v_needs_text boolean;
    v_file call_file;
begin
    if r.call_id is null then
        perform f_refuse('needs_call_or_ticket');
    elsif v_outcome = '' then
        perform f_refuse('call_outcome_needed');
    end if;
    select o.needs_text into v_needs_text from call_outcome o where o.code = v_outcome and o.active;
    if v_needs_text is null then
        perform f_refuse('unknown_call_outcome');
    elsif v_needs_text and v_text = '' then
        perform f_refuse('outcome_text_needed');
    elsif length(v_text) > 1000 or length(v_note) > 10000 then
        perform f_refuse('text_too_long', jsonb_build_object('limit', case when length(v_text) > 1000 then 1000
                                                                           else 10000 end));
    end if;
    update call set closed_at = clock_timestamp(), outcome = v_outcome, outcome_text = nullif(v_text, ''),
                    note = case when r.params ? 'note' then v_note else note end
    where id = r.call_id;
    select * into v_file from call_file f where f.call_id = r.call_id order by f.at desc limit 1;
    return row(jsonb_build_object('call', r.call_id), v_file.establishment_id, v_file.account_id, null)::t_done;
end $$;
