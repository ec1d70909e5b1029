-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The note of a call, as it is typed.
--
-- Function desk.save_note
-- Answers: status
-- Refuses: call_closed, not_your_call, too_long

-- The note as it is typed. Not an operation: it changes nothing else and the last text counts.
create function desk.save_note(p_call uuid, p_note text) returns jsonb language plpgsql security definer as $$
declare
    v_call call;
begin
    if length(p_note) > 10000 then
        return f_refused('too_long', '{"limit": 10000}');
    end if;
    select * into v_call from call c where c.id = p_call for no key update;
    if v_call.id is null or v_call.agent <> session_user then
        return f_refused('not_your_call');
    elsif v_call.closed_at is not null then
        return f_refused('call_closed');
    end if;
    update call set note = coalesce(p_note, '') where id = p_call;
    return '{"status": "ok"}';
end $$;

grant execute on function desk.save_note(uuid, text) to asp_agent;
