-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A script walked for a ticket, without a call, is told as such in the file: the answer to the ticket is drafted from it.

set local search_path = asp, public;

create or replace function asp.f_file_walks(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'script_id', w.script_id, 'title', coalesce(w.title, v.title, w.script_id),
        'outcome', w.outcome, 'ended_at', w.ended_at, 'agent', w.agent, 'call', w.call_id, 'ticket', w.ticket)
        order by w.ended_at desc), '[]')
    from ((select * from walk x where x.establishment_id = p_establishment order by x.ended_at desc limit 10)
          union all
          (select * from walk x where p_establishment is null and x.account_id = p_account
           order by x.ended_at desc limit 10)) w
    left join script_version v on v.script_id = w.script_id and v.version = w.script_version);
end $$;

revoke execute on all functions in schema asp, desk from public;
