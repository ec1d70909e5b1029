-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The one door: desk.operate. It checks what holds for every operation, hands over to the function of the kind, and
-- keeps the operation's row. Who and when are the server's; a refusal leaves nothing behind but its journal row.

set local search_path = asp, public;

-- What an operation function gets, and what it gives back.
create type asp.t_request as (id uuid, kind text, params jsonb, call_id uuid, ticket bigint);
create type asp.t_done as (result jsonb, establishment bigint, account bigint, ticket bigint);

-- Refuses the operation under way: everything it did so far is undone, the rule goes back to the console.
create function asp.f_refuse(p_rule text, p_params jsonb default '{}') returns void language plpgsql as $$
begin
    raise exception '%', p_rule using errcode = 'AP001', detail = p_params::text;
end $$;

-- The same for someone who comes second; p_params says what changed.
create function asp.f_conflict(p_params jsonb) returns void language plpgsql as $$
begin
    raise exception 'version' using errcode = 'AP002', detail = p_params::text;
end $$;

-- Parameters: of the wrong type they refuse the operation, missing ones are null.
create function asp.f_param_id(p_params jsonb, p_key text) returns bigint language plpgsql stable as $$
begin
    if jsonb_typeof(p_params -> p_key) is distinct from 'number' or (p_params ->> p_key) !~ '^[0-9]{1,18}$' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::bigint;
end $$;

create function asp.f_param_text(p_params jsonb, p_key text) returns text language plpgsql stable as $$
begin
    if coalesce(jsonb_typeof(p_params -> p_key), 'null') not in ('string', 'null') then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return coalesce(btrim(p_params ->> p_key, E' \t\r\n'), '');
end $$;

create function asp.f_param_bool(p_params jsonb, p_key text, p_default boolean) returns boolean
    language plpgsql stable as $$
begin
    if not p_params ? p_key then
        return p_default;
    end if;
    if jsonb_typeof(p_params -> p_key) <> 'boolean' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::boolean;
end $$;

-- The reason given must be on the list, with its text where the list asks for one.
create function asp.f_check_reason(p_reason text, p_reason_text text, p_required boolean) returns void
    language plpgsql stable as $$
declare
    v_needs_text boolean;
begin
    if coalesce(p_reason, '') = '' then
        if p_required then
            perform f_refuse('reason_needed');
        end if;
        return;
    end if;
    select r.needs_text into v_needs_text from operation_reason r where r.code = p_reason and r.active;
    if not found then
        perform f_refuse('unknown_reason');
    elsif v_needs_text and btrim(coalesce(p_reason_text, '')) = '' then
        perform f_refuse('reason_text_needed');
    elsif length(p_reason_text) > 1000 then
        perform f_refuse('text_too_long', '{"limit": 1000}');
    end if;
end $$;

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

-- One function a kind.
create function asp.f_dispatch(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return case r.kind
        when 'account.unlock' then op_account_unlock(r)
        when 'account.reset_password' then op_account_reset_password(r)
        when 'mail.resend_confirmation' then op_mail_resend_confirmation(r)
        when 'ticket.open' then op_ticket_open(r)
        when 'ticket.take' then op_ticket_take(r)
        when 'ticket.comment' then op_ticket_comment(r)
        when 'ticket.close' then op_ticket_close(r)
        when 'ticket.reopen' then op_ticket_reopen(r)
        when 'call.close' then op_call_close(r)
        when 'walk.save' then op_walk_save(r)
    end;
end $$;

create function asp.f_operation_kinds() returns text[] language sql immutable
    return array['account.unlock', 'account.reset_password', 'mail.resend_confirmation', 'ticket.open', 'ticket.take',
                 'ticket.comment', 'ticket.close', 'ticket.reopen', 'call.close', 'walk.save'];

create function asp.f_done_document(o asp.operation, p_repeated boolean) returns jsonb language sql immutable
    return jsonb_build_object('status', 'done', 'id', o.id, 'kind', o.kind, 'at', o.at, 'repeated', p_repeated,
                              'result', o.result);

-- Carries one operation out, or raises AP001 or AP002.
create function asp.f_carry_out(r asp.t_request, p_reason text, p_reason_text text, p_digest bytea)
    returns asp.operation language plpgsql as $$
declare
    v_done t_done;
    v_row operation;
begin
    if not r.kind = any (f_operation_kinds()) then
        perform f_refuse('unknown_kind');
    end if;
    if r.params is null or jsonb_typeof(r.params) <> 'object' or length(r.params::text) > 300000 then
        perform f_refuse('bad_params');
    end if;
    if r.call_id is null and r.ticket is null and (r.kind not like 'ticket.%' or r.kind = 'ticket.open') then
        perform f_refuse('needs_call_or_ticket');
    end if;
    if r.call_id is not null then
        perform f_check_call(r.call_id, r.kind);
    end if;
    if r.ticket is not null and not exists (select from ticket t where t.number = r.ticket) then
        perform f_refuse('unknown_ticket');
    end if;
    perform f_check_reason(p_reason, p_reason_text, r.kind like 'account.%' or r.kind like 'mail.%');

    v_done := f_dispatch(r);

    -- The time is taken once the rows were ours: waiting for a lock must not date an operation back.
    insert into operation (id, kind, params, reason, reason_text, call_id, ticket, actor, at, result, digest,
                           establishment_id, account_id)
    values (r.id, r.kind, r.params - 'path' - 'seconds', nullif(p_reason, ''), nullif(btrim(p_reason_text), ''),
            r.call_id, coalesce(v_done.ticket, r.ticket), session_user, clock_timestamp(), v_done.result, p_digest,
            v_done.establishment, v_done.account)
    returning * into v_row;
    perform f_journal('operation', r.call_id, r.id, v_done.establishment, v_done.account, v_row.ticket,
                      p_detail => jsonb_build_object('kind', r.kind));
    return v_row;
end $$;

create function desk.operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text, p_call uuid,
                             p_ticket bigint) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on as $$
declare
    v_row operation;
    v_digest bytea := sha256(convert_to(jsonb_build_array(p_kind, p_params, p_reason, p_reason_text, p_call,
                                                          p_ticket)::text, 'UTF8'));
    v_rule text;
    v_detail text;
    v_state text;
begin
    if p_id is null or p_kind is null then
        return f_refused('bad_params');
    end if;
    -- The same id twice at once: the second waits here, then finds what the first did.
    perform pg_advisory_xact_lock(hashtextextended(p_id::text, 4));
    select * into v_row from operation o where o.id = p_id;
    if found then
        if v_row.actor = session_user and v_row.digest = v_digest then
            return f_done_document(v_row, true);
        end if;
        perform f_journal('refused', p_operation => p_id, p_rule => 'id_reused');
        return f_refused('id_reused');
    end if;
    begin
        v_row := f_carry_out(row(p_id, p_kind, p_params, p_call, p_ticket)::t_request, p_reason, p_reason_text, v_digest);
        return f_done_document(v_row, false);
    exception
        when sqlstate 'AP001' or sqlstate 'AP002' then
            get stacked diagnostics v_state = returned_sqlstate, v_rule = message_text, v_detail = pg_exception_detail;
        when data_exception or integrity_constraint_violation then
            -- Parameters no rule foresaw, stopped by a type or a constraint: refused like the others.
            get stacked diagnostics v_state = returned_sqlstate, v_detail = constraint_name;
            v_rule := 'bad_params';
            v_detail := jsonb_build_object('constraint', v_detail)::text;
    end;
    perform f_journal(case v_state when 'AP002' then 'conflict' else 'refused' end, p_call, p_id, p_ticket => p_ticket,
                      p_rule => v_rule, p_detail => jsonb_build_object('kind', left(p_kind, 40)));
    return jsonb_build_object('status', case v_state when 'AP002' then 'conflict' else 'refused' end,
                              'rule', v_rule, 'params', v_detail::jsonb);
end $$;

-- For an answer that got lost: was one's own operation carried out?
create function desk.operation(p_id uuid) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
declare
    v_row operation;
begin
    select * into v_row from operation o where o.id = p_id and o.actor = session_user;
    return case when v_row.id is null then '{"status": "none"}'::jsonb else f_done_document(v_row, true) end;
end $$;
