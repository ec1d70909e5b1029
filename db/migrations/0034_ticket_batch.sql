-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Many tickets at once: the one door for a list, each operation carried out or refused by itself and found again by its
-- id. A batch has a cap of its own, since a hundred tickets are no hundred keystrokes.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('plafond.lot.par_minute', '6000', 'Opérations en lot, refusées ou non, par minute et par agent', 'Plafonds', true, '', 100, 100000),
    ('plafond.lot.par_heure', '60000', 'Opérations en lot, refusées ou non, par heure et par agent', 'Plafonds', true, '', 1000, 1000000);

-- One operation, carried out or refused in a subtransaction of its own. p_meter and p_cap: what counts it, and the settings
-- that bound it. The meter comes last: an operation that waits for somebody's lock must not keep those of the same log-in
-- waiting.
create function asp.f_operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text, p_call uuid,
                              p_ticket bigint, p_meter text, p_cap text) returns jsonb language plpgsql as $$
declare
    v_row operation;
    v_refusal jsonb := f_check_asked(p_id, p_kind, p_params, p_reason, p_reason_text);
    v_digest bytea;
    v_rule text;
    v_detail text;
    v_state text;
begin
    if f_over_cap(p_meter, p_cap) or v_refusal is not null and not f_admit(p_meter, p_cap) then
        return f_refused('rate_limited');
    elsif v_refusal is not null then
        perform f_journal('refused', p_call, p_id, p_rule => v_refusal ->> 'rule',
                          p_detail => jsonb_build_object('kind', left(p_kind, 40)));
        return v_refusal;
    end if;
    v_digest := f_digest(p_id, p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket);
    -- The same id twice at once: the second waits here, then finds what the first did.
    perform pg_advisory_xact_lock(hashtextextended(p_id::text, 4));
    select * into v_row from operation o where o.id = p_id;
    if found then
        if v_row.actor = session_user and v_row.digest = v_digest then
            return f_done_document(v_row, true);
        elsif not f_admit(p_meter, p_cap) then
            return f_refused('rate_limited');
        end if;
        perform f_journal('refused', p_operation => p_id, p_rule => 'id_reused');
        return f_refused('id_reused');
    end if;
    -- These say whether an address has an account: no faster than files are opened.
    if p_kind in ('account.create', 'referent.reassign') and not f_admit('ask_access', 'repetition') then
        return f_refused('rate_limited');
    end if;
    begin
        v_row := f_carry_out(row(p_id, p_kind, p_params, p_call, p_ticket, null, null)::t_request, p_reason,
                             p_reason_text, v_digest);
        if f_over_cap(p_meter, p_cap) or not f_admit(p_meter, p_cap) then
            raise exception 'rate_limited' using errcode = 'AP004';
        end if;
        return f_done_document(v_row, false);
    exception
        when sqlstate 'AP001' or sqlstate 'AP002' then
            get stacked diagnostics v_state = returned_sqlstate, v_rule = message_text, v_detail = pg_exception_detail;
        when sqlstate 'AP004' then
            null;
        when data_exception or integrity_constraint_violation then
            -- Parameters no rule foresaw, stopped by a type or a constraint: refused like the others.
            get stacked diagnostics v_state = returned_sqlstate, v_detail = constraint_name;
            v_rule := 'bad_params';
            v_detail := jsonb_build_object('constraint', v_detail)::text;
    end;
    -- Refusals are counted too, and beyond the cap not journalled one by one.
    if not f_admit(p_meter, p_cap) or v_rule is null then
        return f_refused('rate_limited');
    end if;
    perform f_journal(case v_state when 'AP002' then 'conflict' else 'refused' end, p_call, p_id, p_ticket => p_ticket,
                      p_rule => v_rule, p_detail => jsonb_build_object('kind', p_kind));
    return jsonb_build_object('status', case v_state when 'AP002' then 'conflict' else 'refused' end,
                              'rule', v_rule, 'params', v_detail::jsonb);
end $$;

create or replace function desk.operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text,
                                        p_call uuid, p_ticket bigint) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
begin
    return f_operate(p_id, p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket, 'operate', 'plafond.operation');
end $$;

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
create function desk.operate_batch(p_operations jsonb) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
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

revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.operate_batch(jsonb) to asp_agent;
