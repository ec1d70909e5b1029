-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes one’s own request back.
--
-- Operation approval.withdraw
-- Takes: request, text
-- Answers: request, kind, state
-- Refuses: bad_params, not_waiting, request_expired, text_needed, text_too_long, unknown_request

-- Only one's own; another's is unknown.
create function asp.op_approval_withdraw(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, false);
    v_id uuid := f_param_uuid(r.params, 'request');
    v_request approval_request;
begin
    if not exists (select from approval_request q where q.id = v_id and f_is_person(q.requested_by, q.requested_person)) then
        perform f_refuse('unknown_request');
    end if;
    v_request := f_lock_request(v_id);
    return f_decided(v_request, 'withdrawn', v_text, r.id);
end $$;
