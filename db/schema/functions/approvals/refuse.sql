-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Refuses a request.
--
-- Operation approval.refuse
-- Takes: request, text
-- Answers: request, kind, state
-- Refuses: bad_params, not_waiting, own_request, request_expired, text_needed, text_too_long, unknown_request

create function asp.op_approval_refuse(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_request approval_request := f_lock_request(f_param_uuid(r.params, 'request'));
begin
    if f_is_person(v_request.requested_by, v_request.requested_person) then
        perform f_refuse('own_request');
    end if;
    return f_decided(v_request, 'refused', v_text, r.id);
end $$;
