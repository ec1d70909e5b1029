-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The same door for a list of ticket operations, each with its own id and rules, in one transaction.
--
-- Function desk.operate_batch
-- Answers: results[], one answer of operate for each of at most 100 {id, kind, params, reason, reason_text, ticket}
-- Refuses: bad_params, call_closed, id_reused, needs_call_or_ticket, no_call, not_your_call, rate_limited,
--     reason_needed, reason_text_needed, supervisor_only, text_too_long, unknown_kind, unknown_reason, unknown_ticket

-- The tickets that operations of a batch will lock, in one order for everybody: whoever comes second waits here with
-- nothing in hand, and no two batches wait for each other.
create function asp.f_lock_batch(p_operations jsonb) returns void language plpgsql as $$
begin
    perform from ticket t
    where t.number in (
        select case when jsonb_typeof(n) = 'number' and n::text ~ '^[0-9]{1,18}$' then n::text::bigint end
        from jsonb_array_elements(p_operations) o
        cross join lateral (
            select o #> '{params,number}' as n
            union all
            select d -> 'number' from jsonb_array_elements(
                case when jsonb_typeof(o #> '{params,duplicates}') = 'array' then o #> '{params,duplicates}' else '[]' end) d
            limit 51) x)
    order by t.number for no key update;
end $$;

-- An operation of a batch as it was sent; parts of a wrong type are refused like parameters.
create function asp.f_operate_one(p_one jsonb) returns jsonb language plpgsql as $$
declare
    v_id text := p_one ->> 'id';
    v_ticket text := p_one ->> 'ticket';
begin
    if v_id !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or v_ticket !~ '^[0-9]{1,18}$'
       or p_one ->> 'kind' not like 'ticket.%' then
        v_id := null; -- refused, and counted, by who looks at what was asked
    end if;
    return f_operate(v_id::uuid, p_one ->> 'kind', coalesce(p_one -> 'params', 'null'), p_one ->> 'reason',
                     p_one ->> 'reason_text', null, case when v_id is not null then v_ticket::bigint end,
                     'operate_batch', 'plafond.lot');
end $$;

-- Operations on tickets, a hundred at most: [{id, kind, params, reason, reason_text, ticket}] → {status: "ok", results:
-- [what desk.operate would have answered to each]}. Nothing but tickets; what a batch had begun when the line was lost is
-- done as a whole or not at all, and the same ids may be sent again.
create function desk.operate_batch(p_operations jsonb) returns jsonb language plpgsql security definer as $$
declare
    v_results jsonb := '[]';
    v_one jsonb;
begin
    if jsonb_typeof(p_operations) is distinct from 'array' or jsonb_array_length(p_operations) > 100
       or octet_length(p_operations::text) > 2000000 or not f_in_the_present() then
        return case when f_admit('operate_batch', 'plafond.lot') then f_refused('bad_params') else f_refused('rate_limited') end;
    end if;
    if f_over_cap('operate_batch', 'plafond.lot') then
        return f_refused('rate_limited');
    end if;
    perform f_lock_batch(p_operations);
    for v_one in select o from jsonb_array_elements(p_operations) with ordinality as e (o, n) order by e.n loop
        v_results := v_results || f_operate_one(v_one);
    end loop;
    return jsonb_build_object('status', 'ok', 'results', v_results);
end $$;

grant execute on function desk.operate_batch(jsonb) to asp_agent;
