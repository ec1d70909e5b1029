-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes a file, or a first act, into a call; makes the call when it is new.

-- Opens the call under the id the console made, or finds it. Null, or the rule that stands in the way.
create function asp.f_enter_call(p_call uuid) returns text language plpgsql as $$
declare
    v_call call;
begin
    insert into call (id, agent, opened_at) values (p_call, session_user, clock_timestamp()) on conflict (id) do nothing;
    select * into v_call from call c where c.id = p_call;
    return case when v_call.agent <> session_user then 'not_your_call'
                when v_call.closed_at is not null then 'call_closed' end;
end $$;
