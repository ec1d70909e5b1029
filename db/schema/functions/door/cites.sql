-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The call or ticket an operation is done for.

-- The call must be one's own and under way; a walk may come in after its call has ended, when the line had been lost.
-- The row is held until the end, so that a call cannot be closed under an operation that cites it.
create function asp.f_check_call(p_call uuid, p_kind text) returns void language plpgsql as $$
declare
    v_call call;
begin
    select * into v_call from call c where c.id = p_call for no key update;
    if v_call.id is null or v_call.agent <> session_user then
        perform f_refuse('not_your_call');
    elsif v_call.closed_at is not null and p_kind <> 'walk.save' then
        perform f_refuse('call_closed');
    end if;
end $$;

-- What an operation cites, by its kind.
create function asp.f_check_cites(k asp.operation_kind, r asp.t_request) returns void language plpgsql as $$
begin
    if k.cites = 'call' and r.call_id is null then
        perform f_refuse('no_call');
    elsif k.cites = 'call_or_ticket' and r.call_id is null and r.ticket is null then
        perform f_refuse('needs_call_or_ticket');
    end if;
    if r.call_id is not null then
        perform f_check_call(r.call_id, r.kind);
    end if;
    if r.ticket is not null and not exists (select from ticket t where t.number = r.ticket) then
        perform f_refuse('unknown_ticket');
    end if;
end $$;
