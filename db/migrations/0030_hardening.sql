-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What attacks with plain SQL brought up: settings of a session that make the server tell what a function compares, old
-- snapshots, texts and refusals without a bound, locks anybody can take, transactions nobody ends.

set local search_path = asp, public;

-- An old snapshot sees no change, failure or pass made since: rules must be looked at in the present.
create function asp.f_in_the_present() returns boolean language sql stable
    return current_setting('transaction_isolation') = 'read committed';

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('plafond.operation.par_minute', '600', 'Opérations, refusées ou non, par minute et par agent', 'Plafonds', true, '', 60, 100000),
    ('plafond.operation.par_heure', '10000', 'Opérations, refusées ou non, par heure et par agent', 'Plafonds', true, '', 600, 1000000),
    ('transaction.secondes', '60', 'Durée d’une transaction d’un agent avant que sa connexion ne soit fermée, en secondes',
     'Limites de lecture', true, '', 10, 3600),
    ('suggestion.valeur.par_minute', '60', 'Recherches d’un courriel ou d’un téléphone entier par minute et par agent', 'Limites de lecture', true, '', 10, 6000),
    ('suggestion.valeur.par_heure', '1000', 'Recherches d’un courriel ou d’un téléphone entier par heure et par agent', 'Limites de lecture', true, '', 60, 100000);

-- The door ---------------------------------------------------------------------------------------------------------------

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

-- The meter comes last: an operation that waits for somebody's lock must not keep those of the same log-in waiting.
create or replace function desk.operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text,
                                        p_call uuid, p_ticket bigint) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on as $$
declare
    v_row operation;
    v_refusal jsonb := f_check_asked(p_id, p_kind, p_params, p_reason, p_reason_text);
    v_digest bytea;
    v_rule text;
    v_detail text;
    v_state text;
begin
    if f_over_cap('operate', 'plafond.operation') or v_refusal is not null and not f_admit('operate', 'plafond.operation') then
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
        elsif not f_admit('operate', 'plafond.operation') then
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
        if f_over_cap('operate', 'plafond.operation') or not f_admit('operate', 'plafond.operation') then
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
    if not f_admit('operate', 'plafond.operation') or v_rule is null then
        return f_refused('rate_limited');
    end if;
    perform f_journal(case v_state when 'AP002' then 'conflict' else 'refused' end, p_call, p_id, p_ticket => p_ticket,
                      p_rule => v_rule, p_detail => jsonb_build_object('kind', p_kind));
    return jsonb_build_object('status', case v_state when 'AP002' then 'conflict' else 'refused' end,
                              'rule', v_rule, 'params', v_detail::jsonb);
end $$;

-- Reading ------------------------------------------------------------------------------------------------------------------

-- A whole address or number is found or not: trying them out one by one has a cap of its own.
create function asp.f_tries_value(p_params jsonb) returns boolean language plpgsql stable as $$
declare
    v_text text := btrim(left(coalesce(p_params ->> 'text', ''), 300));
begin
    return case p_params ->> 'kind' when 'phone' then f_phone(v_text) is not null
                                    when 'email' then v_text ~ '^[^@\s]+@[^@\s]+$' else false end;
end $$;

create or replace function desk.announce(p_id uuid, p_what text, p_params jsonb) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set plan_cache_mode = force_generic_plan as $$
declare
    v_kind reading_kind;
    v_announced t_announced;
    v_rule text;
begin
    select * into v_kind from reading_kind k where k.what = p_what;
    if v_kind.what is null or p_id is null or coalesce(jsonb_typeof(p_params), '') <> 'object'
       or length(p_params::text) > 300000 then
        return f_refused('bad_params');
    elsif not f_in_the_present() then
        return f_refused('bad_params', '{"param": "transaction_isolation"}');
    elsif not f_admit(p_what, v_kind.cap) then -- first of all: refusals are journalled, and must not flood the journal
        return f_refused('rate_limited');
    elsif v_kind.supervisor and not f_is_supervisor() then
        perform f_journal('refused', p_rule => 'supervisor_only', p_detail => jsonb_build_object('read', p_what));
        return f_refused('supervisor_only');
    end if;
    -- What is told must be on disk first, whatever the session says.
    if current_setting('synchronous_commit') = 'off' then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    case p_what
        when 'open_file' then v_announced := f_announce_open_file(p_params);
        when 'reveal' then v_announced := f_announce_reveal(p_params);
        when 'suggest' then
            if f_tries_value(p_params) and not f_admit('suggest_value', 'suggestion.valeur') then
                return f_refused('rate_limited');
            end if;
            v_announced.params := jsonb_build_object('kind', left(p_params ->> 'kind', 20),
                                                     'text', left(p_params ->> 'text', 300));
        else v_announced.params := p_params;
    end case;
    if v_announced.refusal is not null then
        return v_announced.refusal;
    end if;
    if v_kind.journalled and p_what not in ('open_file', 'reveal') then
        v_rule := f_journal_announced(p_what, p_params);
        if v_rule is not null then
            return f_refused(v_rule);
        end if;
    end if;
    insert into reading (pid, login, id, what, params, xid, at)
    values (pg_backend_pid(), session_user, p_id, p_what, v_announced.params, pg_current_xact_id(), clock_timestamp())
    on conflict (pid) do update
        set login = excluded.login, id = excluded.id, what = excluded.what, params = excluded.params,
            xid = excluded.xid, at = excluded.at;
    return '{"status": "ok"}';
exception
    when data_exception then
        return f_refused('bad_params');
end $$;

-- Addresses ----------------------------------------------------------------------------------------------------------------

-- An address in which something is invisible or looks like something else is none.
create or replace function asp.f_is_email(p_text text) returns boolean language plpgsql immutable as $$
begin
    return p_text::asp.email is not null and p_text ~ '^[!-~]+$';
exception when check_violation then
    return false;
end $$;

-- Nor one that old mail servers would pass on elsewhere: user%elsewhere@here, elsewhere!user@here.
create or replace function asp.f_address(p_text text) returns text language plpgsql immutable as $$
declare
    v_address text := btrim(p_text);
begin
    return case when length(v_address) <= 254 and f_is_email(v_address)
                 and v_address ~ '^[A-Za-z0-9#$&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9#$&''*+/=?^_`{|}~-]+)*@'
                 and split_part(v_address, '@', 2) ~ '^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$'
                then v_address end;
end $$;

-- The extranet -------------------------------------------------------------------------------------------------------------

-- A role that is set makes current_user another than session_user: only being the owner tells one of our functions.
create or replace function asp.tr_mail_extranet() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if pg_has_role(current_user, 'asp_owner', 'member') then
        return new; -- one of our functions, or the owner
    end if;
    if tg_op = 'UPDATE' and new.state is distinct from old.state
       and not (old.state in ('sent', 'delivered') and new.state in ('delivered', 'bounced')) then
        raise exception 'a mail that is % cannot become %', old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

-- The seal -----------------------------------------------------------------------------------------------------------------

-- As before, but for the lock: its own row, since an advisory lock could be held for ever by anyone who knows its key.
create or replace function asp.f_seal(p_limit int) returns jsonb language plpgsql
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off set enable_seqscan = off
    set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    v_limit int := least(greatest(coalesce(p_limit, 1000), 1), 10000);
    v_xmin xid8;
    v_restored boolean;
    h journal_head;
    j journal;
    v_digest bytea;
    v_sealed int := 0;
begin
    select * into h from journal_head for update skip locked;
    if h.cluster is null then
        return '{"status": "ok", "busy": true, "sealed": 0, "more": false}';
    end if;
    v_xmin := pg_snapshot_xmin(pg_current_snapshot());
    v_restored := h.cluster <> f_cluster();
    for j in select * from f_to_seal(h, v_restored, v_xmin, v_limit) loop
        v_digest := f_journal_digest(j);
        h.seq := h.seq + 1;
        h.hash := f_link_hash(h.hash, h.seq, j.id, j.at, j.kind, v_digest);
        insert into journal_link (seq, journal_id, at, kind, digest, hash)
        values (h.seq, j.id, j.at, j.kind, v_digest, h.hash);
        h.xid := j.xid;
        h.id := j.id;
        v_sealed := v_sealed + 1;
    end loop;
    if v_sealed < v_limit and (v_restored or v_xmin::text::numeric > h.xid::text::numeric + 100000) then
        -- Nothing is left below the oldest running transaction. Said so even without a new row: after a restore the
        -- numbers to come have sealed rows of the old server among them, which would be looked at over and over.
        h.cluster := f_cluster();
        h.xid := v_xmin;
        h.id := 0;
    elsif v_sealed = 0 then
        return jsonb_build_object('status', 'ok', 'busy', false, 'sealed', 0, 'more', false);
    end if;
    update journal_head set cluster = h.cluster, xid = h.xid, id = h.id, seq = h.seq, hash = h.hash,
                            sealed_at = case when v_sealed > 0 then clock_timestamp() else sealed_at end;
    return jsonb_build_object('status', 'ok', 'busy', false, 'sealed', v_sealed, 'more', v_sealed = v_limit);
end $$;

-- Ends desk log-ins' connections whose transaction is older than a console ever needs. PostgreSQL's own limits are the
-- session's to lift, and an open transaction holds locks on accounts and tickets, and the seal of the journal. It
-- needs what roles.sql grants to asp_owner; without, nobody is seen here and nobody ended.
create function asp.f_end_long_transactions() returns int language plpgsql as $$
declare
    v_limit interval := make_interval(secs => f_setting_int('transaction.secondes', 60));
    v_login name;
    v_pid int;
    v_ended int := 0;
begin
    for v_login, v_pid in
        select s.usename, s.pid from pg_stat_activity s join pg_roles r on r.oid = s.usesysid
        where s.datname = current_database() and s.backend_type = 'client backend'
          and s.xact_start < clock_timestamp() - v_limit and not r.rolsuper and pg_has_role(r.oid, 'asp_agent', 'member')
          and not pg_has_role(r.oid, 'asp_owner', 'member')
    loop
        if pg_terminate_backend(v_pid) then
            v_ended := v_ended + 1;
            perform f_journal('transaction_ended', p_detail => jsonb_build_object('login', v_login));
            raise log 'desk: a transaction of % was open for too long, its connection was ended', v_login;
        end if;
    end loop;
    return v_ended;
end $$;

create or replace function desk.relay_seal(p_limit int) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    perform f_end_long_transactions();
    delete from reading where at < clock_timestamp() - interval '1 hour'; -- of server processes that are gone
    return f_seal(p_limit);
end $$;

-- Told to nobody -------------------------------------------------------------------------------------------------------------

-- debug_print_plan and its like print each statement of a function with the values it was given, to the client or the log:
-- the whole value behind a mask, without a trace. Anyone may set them; a function's own setting is not theirs to change.
do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where n.nspname in ('asp', 'desk') and p.prosecdef loop
        execute format('alter function %s set client_min_messages = warning set debug_print_parse = off '
                       'set debug_print_rewritten = off set debug_print_plan = off', f);
    end loop;
end $$;

revoke execute on all functions in schema asp, desk from public;
