-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The one door: counts, checks, carries out, keeps and journals an operation, or refuses it whole.
--
-- Function desk.operate
-- Answers: done: id, kind, at, repeated, result{}; refused: rule, params; conflict: version and what changed
-- Refuses: bad_params, call_closed, id_reused, needs_call_or_ticket, no_call, not_your_call, rate_limited,
--     reason_needed, reason_text_needed, supervisor_only, text_too_long, unknown_kind, unknown_reason, unknown_ticket

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

create function asp.f_done_document(o asp.operation, p_repeated boolean) returns jsonb language sql immutable
    return jsonb_build_object('status', 'done', 'id', o.id, 'kind', o.kind, 'at', o.at, 'repeated', p_repeated,
                              'result', o.result);

-- The parameters as the operation's row keeps them: not the values of a caller check, not a walk's evidence twice.
create function asp.f_kept_params(p_kind text, p_params jsonb) returns jsonb language plpgsql immutable as $$
begin
    if p_kind = 'walk.save' then
        return p_params - 'path' - 'seconds';
    elsif p_kind <> 'call.check' then
        return p_params;
    end if;
    return jsonb_build_object('establishment_id', p_params -> 'establishment_id', 'account_id', p_params -> 'account_id',
        'facts', case when jsonb_typeof(p_params -> 'facts') = 'array' then
            (select coalesce(jsonb_agg(left(f ->> 'fact', 60)), '[]') from jsonb_array_elements(p_params -> 'facts') f)
            else '[]' end);
end $$;

-- Of everything asked. The values of a caller check go in as sixteen bits, salted with the id: enough to tell a repeat
-- from other content, too few to find by trying out what was typed.
create function asp.f_digest(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text, p_call uuid,
                             p_ticket bigint) returns bytea language plpgsql immutable as $$
declare
    v_values text := '';
begin
    if p_kind = 'call.check' then
        v_values := encode(substr(sha256(convert_to(p_id || coalesce(p_params, 'null')::text, 'UTF8')), 1, 2), 'hex');
        p_params := f_kept_params(p_kind, p_params);
    end if;
    return sha256(convert_to(jsonb_build_array(p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket)::text
                             || v_values, 'UTF8'));
end $$;

-- Carries one operation out, or raises AP001 (refused) or AP002 (conflict).
create function asp.f_carry_out(r asp.t_request, p_reason text, p_reason_text text, p_digest bytea)
    returns asp.operation language plpgsql as $$
declare
    v_kind operation_kind;
    v_done t_done;
    v_row operation;
begin
    select * into v_kind from operation_kind k where k.kind = r.kind;
    if v_kind.kind is null then
        perform f_refuse('unknown_kind');
    elsif v_kind.role = 'supervisor' and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    elsif r.params is null or jsonb_typeof(r.params) <> 'object' or length(r.params::text) > 300000 then
        perform f_refuse('bad_params');
    end if;
    perform f_check_cites(v_kind, r);
    perform f_check_reason(p_reason, p_reason_text, v_kind.reason_required);
    r.reason := nullif(p_reason, '');
    r.reason_text := nullif(btrim(p_reason_text), '');

    v_done := f_dispatch(r);

    -- The time is taken once the rows were ours: waiting for a lock must not date an operation back.
    insert into operation (id, kind, params, reason, reason_text, call_id, ticket, actor, at, result, digest,
                           establishment_id, account_id)
    values (r.id, r.kind, f_kept_params(r.kind, r.params), r.reason, r.reason_text, r.call_id,
            coalesce(v_done.ticket, r.ticket), session_user, clock_timestamp(), v_done.result, p_digest,
            v_done.establishment, v_done.account)
    returning * into v_row;
    perform f_journal('operation', r.call_id, r.id, v_done.establishment, v_done.account, v_row.ticket,
                      p_detail => jsonb_build_object('kind', r.kind));
    return v_row;
end $$;

-- An old snapshot sees no change, failure or pass made since: rules must be looked at in the present.
create function asp.f_in_the_present() returns boolean language sql stable
    return current_setting('transaction_isolation') = 'read committed';

-- What is kept or journalled has an end: a reason nobody asked for, parameters nobody reads. Null, or the refusal.
create function asp.f_check_asked(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text) returns jsonb
    language plpgsql stable as $$
begin
    if p_id is null or p_kind is null or length(p_kind) > 60 or length(p_reason) > 60 then
        return f_refused('bad_params');
    elsif not f_in_the_present() then
        return f_refused('bad_params', '{"param": "transaction_isolation"}');
    elsif length(p_reason_text) > 1000 then
        return f_refused('text_too_long', '{"limit": 1000}');
    elsif octet_length(p_params::text) > (case p_kind when 'walk.save' then 1000000 else 60000 end) then
        return f_refused('bad_params');
    end if;
    return null;
end $$;

-- Over the cap already? Looked at without waiting: locks taken for ids are held until the end of the transaction, and one that
-- takes a hundred thousand of them would leave none for the others.
create function asp.f_over_cap(p_kind text, p_setting text) returns boolean language plpgsql stable as $$
begin
    return exists (select from read_meter m where m.login = session_user and m.kind = p_kind
                     and m.minute = date_bin('1 minute', clock_timestamp(), 'epoch')
                     and m.minute_count > f_setting_int(p_setting || '.par_minute', 600));
end $$;

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

create function desk.operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text,
                                        p_call uuid, p_ticket bigint) returns jsonb language plpgsql security definer as $$
begin
    return f_operate(p_id, p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket, 'operate', 'plafond.operation');
end $$;

grant execute on function desk.operate(uuid, text, jsonb, text, text, uuid, bigint) to asp_agent;
