-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Reading in two steps: it is announced in one transaction, which counts it against the caps and journals it, and answered in
-- the next, which only reads. An answer given in the transaction that journals it could be had without a trace: read, then
-- roll back. A console sends both steps together, so that a reading is still one round trip.

set local search_path = asp, public;

-- What a server process announced last. Unlogged: it is of use for a moment only.
create unlogged table asp.reading (
    pid int primary key,
    login name not null,
    id uuid not null, -- the console's
    what text not null,
    params jsonb not null,
    xid xid8 not null,
    at timestamptz not null
) with (fillfactor = 50);

create table asp.reading_kind (
    what text primary key,
    supervisor boolean not null, -- only for supervisors
    cap text not null, -- settings <cap>.par_minute and .par_heure
    journalled boolean not null -- what is not is counted only: suggestions are masked
);
insert into asp.reading_kind (what, supervisor, cap, journalled) values
    ('open_file', false, 'lecture', true),
    ('suggest', false, 'suggestion', false),
    ('reveal', false, 'devoilement', true),
    ('check_status', false, 'repetition', false),
    ('rehearse', false, 'repetition', true),
    ('approvals', false, 'supervision', true),
    ('changes', true, 'supervision', true),
    ('watch', true, 'supervision', true),
    ('mails_page', true, 'supervision', true),
    ('journal_page', true, 'journal', true),
    ('journal_export', true, 'export', true);

-- The steps of an announcement that are its kind's own answer null, or a refusal; p_params comes back with what was
-- resolved, so that what is read next is what was journalled.
create type asp.t_announced as (refusal jsonb, params jsonb);

-- A file: its call is opened or found, and the file noted in it.
create function asp.f_announce_open_file(p_params jsonb) returns asp.t_announced language plpgsql as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_subject t_subject;
    v_rule text;
begin
    if coalesce(btrim(p_params ->> 'key'), '') = '' then
        return row(f_refused('bad_params'), null)::t_announced;
    end if;
    if v_call is not null then
        v_rule := f_enter_call(v_call);
        if v_rule is not null then
            perform f_journal('refused', p_call => v_call, p_rule => v_rule, p_detail => '{"read": "open_file"}');
            return row(f_refused(v_rule), null)::t_announced;
        end if;
    end if;
    v_subject := f_subject(p_params ->> 'key');
    if v_call is not null and (v_subject.establishment is not null or v_subject.account is not null) then
        insert into call_file (call_id, establishment_id, account_id, at)
        values (v_call, v_subject.establishment,
                case when v_subject.establishment is null then v_subject.account end, clock_timestamp())
        on conflict do nothing;
    end if;
    perform f_journal('open_file', p_call => v_call, p_establishment => v_subject.establishment,
                      p_account => v_subject.account);
    -- Identifiants go out whole: from here on they prove nothing in this call.
    perform f_note_shown(v_call, 'account.identifiant', array(
        select h.account_id from habilitation h where h.establishment_id = v_subject.establishment
        union select c.account_id from contract c where c.establishment_id = v_subject.establishment
        union select v_subject.account where v_subject.account is not null));
    return row(null, jsonb_build_object('key', left(btrim(p_params ->> 'key'), 300), 'call', v_call,
                                        'subject', to_jsonb(v_subject)))::t_announced;
end $$;

-- A value behind its mask, of something whose file was opened in the call.
create function asp.f_announce_reveal(p_params jsonb) returns asp.t_announced language plpgsql as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_id bigint := (p_params ->> 'id')::bigint;
    v_field text := coalesce(p_params ->> 'field', '');
    v_subject text := split_part(v_field, '.', 1);
    v_siret text;
    v_rule text;
begin
    if not exists (select from call c where c.id = v_call and c.agent = session_user and c.closed_at is null) then
        v_rule := 'no_call';
    elsif v_field not in (
        'account.email', 'account.phone', 'account.last_login', 'establishment.email', 'establishment.phone',
        'establishment.street', 'establishment.headcount', 'ticket.requester_email', 'ticket.requester_phone') then
        v_rule := 'bad_params';
    else
        select t.siret into v_siret from ticket t where v_subject = 'ticket' and t.number = v_id;
        if f_masked_value(v_field, v_id) is null or not f_opened_in(
                v_call, case v_subject when 'establishment' then v_id end, case v_subject when 'account' then v_id end,
                v_siret) then
            v_rule := 'not_found';
        end if;
    end if;
    perform f_journal(case when v_rule is null then 'reveal' else 'refused' end, p_call => v_call,
                      p_establishment => case v_subject when 'establishment' then v_id end,
                      p_account => case v_subject when 'account' then v_id end,
                      p_ticket => case v_subject when 'ticket' then v_id end, p_rule => v_rule,
                      p_detail => jsonb_build_object('read', 'reveal', 'field', left(v_field, 40)));
    if v_rule is not null then
        return row(f_refused(v_rule), null)::t_announced;
    end if;
    perform f_note_shown(v_call, v_field, array[v_id]);
    if v_field = 'establishment.headcount' then
        perform f_note_shown(v_call, 'establishment.company_headcount', array[v_id]);
    end if;
    return row(null, p_params)::t_announced;
end $$;

-- The journal row of the others: ids and codes, no values. Null, or the rule that stands in the way.
create function asp.f_journal_announced(p_what text, p_params jsonb) returns text language plpgsql as $$
declare
    f t_journal_filter;
begin
    if p_what in ('journal_page', 'journal_export') then
        f := f_journal_filter(p_params -> 'filter');
        if f.rule is null then
            perform f_journal_read(case p_what when 'journal_page' then 'journal_search' else p_what end, f);
        end if;
        return f.rule;
    end if;
    perform f_journal(
        case when p_what in ('approvals', 'changes', 'watch') then 'read_' || p_what else p_what end,
        p_call => (p_params ->> 'call')::uuid, p_ticket => (p_params ->> 'ticket')::bigint,
        p_detail => jsonb_strip_nulls(jsonb_build_object('kind', left(p_params ->> 'kind', 40),
                                                         'filter', left(p_params ->> 'filter', 20),
                                                         'state', left(p_params ->> 'state', 20),
            -- Addresses are shown whole to who decides: hence which requests.
            'requests', case when p_what = 'approvals' then (select jsonb_agg(q.id) from f_requests(p_params ->> 'filter') q)
                        end)));
    return null;
end $$;

-- A whole address or number is found or not: trying them out one by one has a cap of its own.
create function asp.f_tries_value(p_params jsonb) returns boolean language plpgsql stable as $$
declare
    v_text text := btrim(left(coalesce(p_params ->> 'text', ''), 300));
begin
    return case p_params ->> 'kind' when 'phone' then f_phone(v_text) is not null
                                    when 'email' then v_text ~ '^[^@\s]+@[^@\s]+$' else false end;
end $$;

-- The announcement. Refused announcements are counted, and those a rule refused journalled.
create function desk.announce(p_id uuid, p_what text, p_params jsonb) returns jsonb language plpgsql security definer
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

-- Reading ------------------------------------------------------------------------------------------------------------------

-- The caller's file of the subject that was journalled: one document. Every query is a few index probes.
create function asp.f_read_open_file(p_params jsonb) returns jsonb language plpgsql stable
    set plan_cache_mode = force_generic_plan as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_subject t_subject := jsonb_populate_record(null::t_subject, nullif(p_params -> 'subject', 'null'));
    v_own_file boolean := v_subject.establishment is null and v_subject.account is not null; -- an account's
    v_siret text;
    v_sirets text[];
    v_accounts jsonb;
    v_account_ids bigint[];
begin
    if v_subject.establishment is not null then
        select e.siret into v_siret from establishment e where e.id = v_subject.establishment;
        v_sirets := array[v_siret];
        v_accounts := f_file_accounts(v_subject.establishment, v_subject.account);
    elsif v_own_file then
        v_sirets := array(select e.siret from habilitation h join establishment e on e.id = h.establishment_id
                          where h.account_id = v_subject.account and h.state <> 'revoked' limit 500);
        v_accounts := jsonb_build_array((select f_file_account(a, null) from account a where a.id = v_subject.account));
    else
        v_sirets := array_remove(array[v_subject.siret], null);
        v_accounts := '[]';
    end if;
    v_account_ids := array(select (a ->> 'id')::bigint from jsonb_array_elements(v_accounts) a);

    return jsonb_build_object(
        'status', 'ok',
        'subject', case when v_subject.establishment is not null then 'establishment'
                        when v_own_file then 'account' else 'unknown' end,
        'asked', coalesce(v_subject.siret, p_params ->> 'key'),
        'stamp', case when v_subject.establishment is not null then f_establishment_stamp(v_subject.establishment)
                      when v_own_file then f_account_stamp(v_subject.account) end,
        'server_time', clock_timestamp(),
        'call', (select jsonb_build_object('id', c.id, 'opened_at', c.opened_at, 'note', c.note)
                 from call c where c.id = v_call),
        'establishment', f_file_establishment(v_subject.establishment),
        'accounts', v_accounts,
        'accounts_total', case when v_subject.establishment is null then jsonb_array_length(v_accounts)
                               else (select count(*) from habilitation h
                                     where h.establishment_id = v_subject.establishment) end,
        'selected_account', v_subject.account,
        'establishments', case when v_own_file then f_file_establishments(v_subject.account) else '[]' end,
        'candidates', case when v_subject.establishment is null and v_subject.siret is not null
                           then f_candidates(v_subject.siret) else '[]' end,
        'daps', case when v_subject.establishment is not null then f_file_daps(v_subject.establishment) else '[]' end,
        'contracts', f_file_contracts(v_subject.establishment, v_subject.account),
        'requests', f_file_requests(v_subject.establishment),
        'changes', f_file_changes(v_subject.establishment),
        'check', f_file_check(v_call, v_subject.establishment, v_subject.account),
        'tickets', f_file_tickets(v_sirets, v_own_file),
        'calls', f_file_calls(v_subject.establishment, case when v_own_file then v_subject.account end, v_call),
        'operations', f_file_operations(v_subject.establishment, v_account_ids),
        'walks', f_file_walks(v_subject.establishment, v_subject.account),
        'notices', f_notices());
end $$;

-- Suggestions, masked. `kind` is what the console took the text for: siret, bad_siret, siren, email, phone, ticket,
-- identifiant or words.
create function asp.f_read_suggest(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_kind text := p_params ->> 'kind';
    v_text text := btrim(left(coalesce(p_params ->> 'text', ''), 300));
    v_digits text := regexp_replace(v_text, '[^0-9]', '', 'g');
    v_found jsonb;
begin
    if v_kind in ('siret', 'bad_siret', 'siren') and length(v_digits) between 3 and 15 then
        select jsonb_agg(to_jsonb(s)) into v_found from (select * from f_suggest_siret(v_digits) limit 20) s;
    elsif v_kind = 'email' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_email(v_text) s;
    elsif v_kind = 'phone' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_phone(v_text) s;
    elsif v_kind = 'ticket' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_ticket(v_text) s;
    elsif v_kind = 'identifiant' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_identifiant(v_text) s;
    end if;
    -- One word may be a name as well as an identifiant.
    if v_kind = 'words' or v_kind = 'identifiant' and v_found is null then
        select jsonb_agg(to_jsonb(s)) into v_found from (select * from f_suggest_words(v_text) limit 20) s;
    end if;
    return jsonb_build_object('status', 'ok', 'suggestions', coalesce(v_found, '[]'));
end $$;

-- What this server process announced under that id, once that is committed.
create function asp.f_announced(p_id uuid) returns asp.reading language plpgsql stable as $$
declare
    v_reading reading;
begin
    select * into v_reading from reading r where r.pid = pg_backend_pid();
    if v_reading.id = p_id and v_reading.login = session_user
       and v_reading.xid is distinct from pg_current_xact_id_if_assigned()
       and v_reading.at > clock_timestamp() - interval '1 minute' then
        return v_reading;
    end if;
    return null;
end $$;

create function desk.answer(p_id uuid) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on as $$
declare
    v_reading reading := f_announced(p_id);
begin
    case v_reading.what
        when 'open_file' then return f_read_open_file(v_reading.params);
        when 'suggest' then return f_read_suggest(v_reading.params);
        when 'reveal' then
            return jsonb_build_object('status', 'ok', 'value', f_masked_value(v_reading.params ->> 'field',
                                                                              (v_reading.params ->> 'id')::bigint));
        when 'check_status' then return f_read_check_status(v_reading.params);
        when 'rehearse' then return f_read_rehearse(v_reading.params);
        when 'approvals' then return f_read_approvals(v_reading.params);
        when 'changes' then return f_read_changes(v_reading.params);
        when 'watch' then return f_read_watch(v_reading.params);
        when 'mails_page' then return f_read_mails_page(v_reading.params);
        when 'journal_page' then return f_read_journal_page(v_reading.params);
        when 'journal_export' then return f_read_journal_export(v_reading.params);
        else return f_refused('not_announced');
    end case;
end $$;

-- The ways there were to have an answer first and take its trace back.
drop function desk.open_file(text, uuid);
drop function desk.suggest(text, text);
drop function desk.reveal(text, bigint, uuid);
update asp.schema_info set min_client_version = 2;

revoke all on all tables in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.announce(uuid, text, jsonb), desk.answer(uuid) to asp_agent;
