-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Somebody objects to a change of access, within its window.
--
-- Operation change.object
-- Takes: change, text
-- Answers: change
-- Refuses: already_undone, bad_params, objection_over, text_needed, text_too_long, unknown_change

-- Somebody says that this was not asked for. Whoever takes it down need not have made the change.
create function asp.op_change_object(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_change access_change := f_lock_change(f_param_uuid(r.params, 'change'));
begin
    update access_change set
        objected_at = coalesce(objected_at, clock_timestamp()), objected_by = coalesce(objected_by, session_user),
        objection_text = left(concat_ws(E'\n', objection_text, v_text), 4000)
    where id = v_change.id;
    return row(jsonb_build_object('change', v_change.id), v_change.establishment_id, v_change.new_account_id,
               null)::t_done;
end $$;
