-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Opens a call by hand, before any file.
--
-- Function desk.open_call
-- Answers: id, opened_at, note
-- Refuses: bad_params, call_closed, not_your_call, rate_limited

create function desk.open_call(p_call uuid) returns jsonb language plpgsql security definer as $$
declare
    v_rule text;
begin
    if p_call is null then
        return f_refused('bad_params');
    elsif not f_admit('open_call', 'appel') then
        return f_refused('rate_limited');
    end if;
    v_rule := f_enter_call(p_call);
    if v_rule is not null then
        perform f_journal('refused', p_call => p_call, p_rule => v_rule, p_detail => '{"read": "open_call"}');
        return f_refused(v_rule);
    end if;
    perform f_journal('open_call', p_call => p_call);
    return (select jsonb_build_object('status', 'ok', 'id', c.id, 'opened_at', c.opened_at, 'note', c.note)
            from call c where c.id = p_call);
end $$;

grant execute on function desk.open_call(uuid) to asp_agent;
