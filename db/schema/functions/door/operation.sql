-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What became of an operation whose answer was lost.
--
-- Function desk.operation
-- Answers: as operate answered, or status none; one’s own only

-- For an answer that got lost: was one's own operation carried out?
create function desk.operation(p_id uuid) returns jsonb language plpgsql stable security definer as $$
declare
    v_row operation;
begin
    select * into v_row from operation o where o.id = p_id and o.actor = session_user;
    return case when v_row.id is null then '{"status": "none"}'::jsonb else f_done_document(v_row, true) end;
end $$;

grant execute on function desk.operation(uuid) to asp_agent;
