-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The journal's seal: a chain of hashes beside it, made in batches by the relay, so that no transaction ever waits for
-- the one before it. How long rows are kept is data. Supervisors search the journal, and each search is in it.

set local search_path = asp, public;

-- One link a journal row. Kind and time are here too, covered by the hash: once the row itself is purged they are what
-- shows that it was old enough to go. No link is ever removed.
create table asp.journal_link (
    seq bigint primary key,
    journal_id bigint not null constraint journal_link_once unique,
    at timestamptz not null,
    kind text not null,
    digest bytea not null, -- of every column of the row
    hash bytea not null -- of the hash before, and of this link
);

-- How far the sealer is: everything committed up to this transaction and row is sealed. One row, kept small by updates
-- in place (a row for each batch would be thirty million a year).
create table asp.journal_head (
    singleton boolean primary key default true check (singleton),
    cluster text not null, -- whose transaction numbers these are
    xid xid8 not null default '0',
    id bigint not null default 0,
    seq bigint not null default 0,
    hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
    sealed_at timestamptz
) with (fillfactor = 50);

-- For the sealer: what came after the last row it sealed. Rows arrive in nearly this order, so it grows at its right end.
create index journal_unsealed on asp.journal (xid, id);
-- For searches, newest first.
create index journal_establishment on asp.journal (establishment_id, id) where establishment_id is not null;
create index journal_account on asp.journal (account_id, id) where account_id is not null;
create index journal_actor on asp.journal ((actor::text), id); -- a name takes 64 bytes, its text a dozen
create index journal_kind on asp.journal (kind, id);
create index journal_operation_kind on asp.journal ((detail ->> 'kind'), id) where detail ->> 'kind' is not null;

-- Nobody removes a link: not even the purge that may remove the row it stands for.
create function asp.tr_never() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger journal_link_never before update or delete on asp.journal_link
    for each row execute function asp.tr_never();
create trigger journal_link_no_truncate before truncate on asp.journal_link
    for each statement execute function asp.tr_never();

-- Sealing -------------------------------------------------------------------------------------------------------------

-- Which server the transaction numbers belong to. A dump restored elsewhere brings numbers that mean nothing there.
create function asp.f_cluster() returns text language sql stable
    return (select c.system_identifier::text from pg_catalog.pg_control_system() c);

-- A value with its length in front, "5:agent", and "-" for null: strung together, two lists of values never give the same text.
create function asp.f_net(p_text text) returns text language sql immutable parallel safe
    return coalesce(octet_length(p_text) || ':' || p_text, '-');

-- The digest of a row, from every column, in text that any other program can make as well (asp-dbadmin verify does, and
-- trusts no function of the database).
create function asp.f_journal_digest(j asp.journal) returns bytea language plpgsql stable as $$
begin
    return sha256(convert_to(
        'asp-journal-1,' || asp.f_net(j.id::text) || asp.f_net(extract(epoch from j.at)::text) || asp.f_net(j.actor::text)
        || asp.f_net(j.kind) || asp.f_net(j.call_id::text) || asp.f_net(j.operation_id::text) || asp.f_net(j.establishment_id::text)
        || asp.f_net(j.account_id::text) || asp.f_net(j.ticket::text) || asp.f_net(j.rule) || asp.f_net(j.detail::text)
        || asp.f_net(j.xid::text), 'UTF8'));
end $$;

create function asp.f_link_hash(p_before bytea, p_seq bigint, p_id bigint, p_at timestamptz, p_kind text, p_digest bytea)
    returns bytea language plpgsql immutable as $$
begin
    return sha256(p_before || p_digest || convert_to(asp.f_net(p_seq::text) || asp.f_net(p_id::text)
                                                     || asp.f_net(extract(epoch from p_at)::text) || asp.f_net(p_kind), 'UTF8'));
end $$;

insert into journal_head (cluster) values (f_cluster());

-- The next rows to seal: committed, below the oldest transaction still running, in the order of their transactions. A
-- transaction that is still running has a higher number than all of these, so no row can come in between later.
-- After a restore on another server the numbers start anew: then whatever has no link yet comes first, once.
create function asp.f_to_seal(h asp.journal_head, p_restored boolean, p_xmin xid8, p_limit int)
    returns setof asp.journal language plpgsql as $$
begin
    if p_restored then
        return query select j.* from journal j
                     where not exists (select from journal_link l where l.journal_id = j.id)
                     order by j.xid, j.id limit p_limit;
    else
        return query select j.* from journal j
                     where (j.xid, j.id) > (h.xid, h.id) and j.xid < p_xmin
                       and not exists (select from journal_link l where l.journal_id = j.id)
                     order by j.xid, j.id limit p_limit;
    end if;
end $$;

-- Seals one batch. One sealer at a time; a second finds the row of the head taken and leaves: a row, since an advisory lock
-- could be held for ever by anyone who knows its key. `more`: call again.
-- Index probes only, whatever the statistics say: a scan of the whole chain each second would be felt.
create function asp.f_seal(p_limit int) returns jsonb language plpgsql
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

create function desk.relay_seal(p_limit int) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    perform f_end_long_transactions();
    delete from reading where at < clock_timestamp() - interval '1 hour'; -- of server processes that are gone
    return f_seal(p_limit);
end $$;

-- For the file outside the database.
create function desk.relay_head() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
begin
    return (select jsonb_build_object('status', 'ok', 'seq', h.seq, 'hash', encode(h.hash, 'hex'),
                                      'sealed_at', h.sealed_at)
            from journal_head h);
end $$;

-- Retention -----------------------------------------------------------------------------------------------------------

-- Days a kind is kept, by the longest pattern that fits; null: for ever. Access logs are kept for 6 to 12 months where
-- nothing calls for more (CNIL, recommendation of 14 October 2021 on logging): reads go after a year. Who changed an
-- access is kept five years, the time in which it can be brought before a court (article 2224 of the code civil).
create table asp.retention (
    pattern text primary key check (pattern ~ '^[a-z_.]*\*?$' and pattern <> ''),
    days int check (days between 180 and 36500),
    label text not null default ''
);
insert into asp.retention (pattern, days, label) values
    ('*', 1826, 'opérations, approbations, refus : cinq ans'),
    ('open_file', 365, 'dossiers ouverts : un an'),
    ('reveal', 365, 'valeurs dévoilées : un an'),
    ('read_*', 365, 'autres lectures : un an'),
    ('journal_search', 1826, 'recherches dans le journal : cinq ans'),
    ('journal_export', 1826, 'exports du journal : cinq ans'),
    ('journal_purge', null, 'purges : toujours'),
    ('retention_set', null, 'durées modifiées : toujours');

create function asp.f_retention_days(p_kind text) returns int language plpgsql stable as $$
begin
    return (select r.days from asp.retention r
            where case when r.pattern like '%*' then starts_with(p_kind, rtrim(r.pattern, '*')) else p_kind = r.pattern end
            order by length(rtrim(r.pattern, '*')) desc, r.pattern not like '%*' desc limit 1);
end $$;

-- Each change is in the journal: a purge is judged by what held when it was made.
create function asp.tr_retention() returns trigger language plpgsql
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.pattern <> new.pattern then
        raise exception 'a pattern is removed and added, not renamed' using errcode = 'check_violation';
    end if;
    perform f_journal('retention_set', p_detail => jsonb_strip_nulls(jsonb_build_object(
        'pattern', coalesce(new.pattern, old.pattern), 'removed', case when tg_op = 'DELETE' then true end,
        'was', old.days, 'days', new.days)));
    return null;
end $$;
create trigger retention_journalled after insert or update or delete on asp.retention
    for each row execute function asp.tr_retention();
create trigger retention_no_truncate before truncate on asp.retention
    for each statement execute function asp.tr_never();

-- What a purge would remove today: sealed rows only, by kind, older than whole days.
create function asp.f_purge_plan() returns table (kind text, days int, before timestamptz, rows bigint)
    language plpgsql stable set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
begin
    return query
        with recursive kinds as (
            (select j.kind as k from journal j order by j.kind limit 1)
            union all
            select (select j.kind from journal j where j.kind > x.k order by j.kind limit 1) from kinds x
            where x.k is not null
        ), bounds as (
            select x.k, f_retention_days(x.k) as d,
                   date_trunc('day', clock_timestamp()) - make_interval(days => f_retention_days(x.k)) as b
            from kinds x where x.k is not null
        )
        select x.k, x.d, x.b, (select count(*) from journal j
                               where j.kind = x.k and j.at < x.b
                                 and exists (select from journal_link l where l.journal_id = j.id))
        from bounds x order by x.k;
end $$;

-- Says in the journal what will go; it must be sealed before anything does. Null when there is nothing to remove.
create function asp.f_purge_announce() returns bigint language plpgsql
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
declare
    v_kinds jsonb;
begin
    select jsonb_object_agg(p.kind, jsonb_build_object('days', p.days, 'before', p.before, 'rows', p.rows))
    into v_kinds from f_purge_plan() p where p.rows > 0;
    if v_kinds is null then
        return null;
    end if;
    perform f_journal('journal_purge', p_detail => jsonb_build_object(
        'kinds', v_kinds, 'upto', (select h.seq from journal_head h)));
    return (select max(j.id) from journal j where j.kind = 'journal_purge');
end $$;

-- Removes up to p_limit rows that a sealed announcement names.
create function asp.f_purge_step(p_announcement bigint, p_limit int) returns bigint language plpgsql
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
declare
    v_detail jsonb;
    v_kind text;
    v_bounds jsonb;
    v_done bigint := 0;
    v_step bigint;
begin
    select j.detail into v_detail from journal j join journal_link l on l.journal_id = j.id
    where j.id = p_announcement and j.kind = 'journal_purge';
    if v_detail is null then
        raise exception 'this purge is not sealed' using errcode = 'object_not_in_prerequisite_state';
    end if;
    perform set_config('asp.purge', 'on', true); -- what the journal's own trigger asks for
    for v_kind, v_bounds in select * from jsonb_each(v_detail -> 'kinds') loop
        with old as (
            select j.id from journal j join journal_link l on l.journal_id = j.id
            where j.kind = v_kind and j.at < (v_bounds ->> 'before')::timestamptz
              and l.seq <= (v_detail ->> 'upto')::bigint
            order by j.id limit p_limit - v_done
        )
        delete from journal j using old where j.id = old.id;
        get diagnostics v_step = row_count;
        v_done := v_done + v_step;
        exit when v_done >= p_limit;
    end loop;
    perform set_config('asp.purge', 'off', true);
    return v_done;
end $$;

-- Searching -------------------------------------------------------------------------------------------------------------

insert into asp.setting (key, value, label) values
    ('journal.par_minute', '60', 'Recherches dans le journal, par minute et par personne'),
    ('journal.par_heure', '600', 'Recherches dans le journal, par heure et par personne'),
    ('export.par_minute', '2', 'Exports du journal, par minute et par personne'),
    ('export.par_heure', '10', 'Exports du journal, par heure et par personne')
on conflict do nothing;

-- The first id at or after that moment, by halving: ids follow time but for what a transaction or a clock moves, which a
-- day's margin covers. So a period long past is found without an index that every write would pay for.
create function asp.f_journal_id_at(p_at timestamptz) returns bigint language plpgsql stable as $$
declare
    v_low bigint;
    v_high bigint;
    v_middle bigint;
    v_at timestamptz;
begin
    select min(j.id), max(j.id) + 1 into v_low, v_high from journal j;
    while v_low < v_high loop
        v_middle := (v_low + v_high) / 2;
        select j.at into v_at from journal j where j.id >= v_middle order by j.id limit 1;
        if v_at is null or v_at >= p_at then
            v_high := v_middle;
        else
            v_low := v_middle + 1;
        end if;
    end loop;
    return coalesce(v_low, 0);
end $$;

-- What is searched for, as ids: these go into the journal in turn. `rule` when the filter makes no sense.
create type asp.t_journal_filter as (
    rule text, nothing boolean, establishment bigint, account bigint, agent text, kind text, since timestamptz,
    until timestamptz, low bigint, high bigint);

create function asp.f_journal_filter(p_filter jsonb) returns asp.t_journal_filter language plpgsql stable as $$
declare
    f t_journal_filter;
    v_siret text := regexp_replace(coalesce(p_filter ->> 'siret', ''), '[\s\u00A0\u202F.]', '', 'g');
    v_identifiant text := lower(btrim(coalesce(p_filter ->> 'identifiant', '')));
begin
    f.nothing := false;
    if coalesce(jsonb_typeof(p_filter), 'null') not in ('object', 'null') then
        f.rule := 'bad_params';
        return f;
    end if;
    if v_siret <> '' then
        select e.id into f.establishment from establishment e where e.siret = v_siret;
        f.nothing := f.establishment is null;
    end if;
    if v_identifiant <> '' then
        select a.id into f.account from account a where a.identifiant = v_identifiant;
        f.nothing := f.nothing or f.account is null;
    end if;
    f.agent := nullif(left(btrim(coalesce(p_filter ->> 'agent', '')), 63), '');
    f.kind := nullif(left(btrim(coalesce(p_filter ->> 'kind', '')), 60), '');
    begin
        f.since := nullif(p_filter ->> 'from', '')::timestamptz;
        f.until := nullif(p_filter ->> 'to', '')::timestamptz;
    exception when data_exception then
        f.rule := 'bad_params';
        return f;
    end;
    f.low := case when f.since is not null then f_journal_id_at(f.since - interval '1 day') else 0 end;
    f.high := case when f.until is not null and f.until < clock_timestamp() - interval '1 day'
                   then f_journal_id_at(f.until + interval '1 day') else 9223372036854775807 end;
    return f;
end $$;

create function asp.f_journal_row(j asp.journal) returns jsonb language plpgsql stable as $$
declare
    v_siret text;
    v_denomination text;
begin
    if j.establishment_id is not null then
        select e.siret, e.denomination into v_siret, v_denomination from establishment e where e.id = j.establishment_id;
    end if;
    return jsonb_build_object(
        'id', j.id, 'at', j.at, 'actor', j.actor, 'actor_name', f_display_name(j.actor), 'kind', j.kind, 'rule', j.rule,
        'siret', v_siret, 'denomination', v_denomination,
        'identifiant', case when j.account_id is not null
                            then (select a.identifiant from account a where a.id = j.account_id) end,
        'ticket', j.ticket, 'call', j.call_id, 'operation', j.operation_id, 'operation_kind', j.detail ->> 'kind',
        'detail', j.detail - 'kind');
end $$;

-- Planned for what is asked, each time: one establishment, one account, one agent, one kind, a period, or any of them.
-- An establishment's or an account's rows are few and taken first, whatever the statistics say.
create function asp.f_journal_rows(f asp.t_journal_filter, p_before bigint, p_limit int) returns setof asp.journal
    language plpgsql stable as $$
declare
    v_few boolean := f.establishment is not null or f.account is not null;
    v_where text := 'j.id < $1 and j.id >= $2';
begin
    if f.nothing then
        return;
    end if;
    v_where := v_where
        || case when f.establishment is not null then ' and j.establishment_id = $3' else '' end
        || case when f.account is not null then ' and j.account_id = $4' else '' end
        || case when f.agent is not null then ' and j.actor::text = $5' else '' end
        || case when f.kind is null then '' when f.kind like '%.%' then ' and j.detail ->> ''kind'' = $6'
                else ' and j.kind = $6' end
        || case when f.since is not null then ' and j.at >= $7' else '' end
        || case when f.until is not null then ' and j.at < $8' else '' end;
    return query execute
        case when v_few then 'with few as materialized (select j.* from asp.journal j where ' || v_where
                             || ') select * from few order by id desc limit $9'
             else 'select j.* from asp.journal j where ' || v_where || ' order by j.id desc limit $9' end
        using least(coalesce(p_before, f.high), f.high), f.low, f.establishment, f.account, f.agent, f.kind, f.since,
              f.until, p_limit;
end $$;

-- The reading of the journal is in the journal: who looked for what, by ids.
create function asp.f_journal_read(p_kind text, f asp.t_journal_filter) returns void
    language plpgsql as $$
begin
    perform f_journal(p_kind, p_establishment => f.establishment, p_account => f.account,
                      p_detail => jsonb_strip_nulls(jsonb_build_object(
                          'agent', f.agent, 'searched', f.kind, 'from', f.since, 'to', f.until)));
end $$;

create function asp.f_read_journal_page(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_filter jsonb := (p_params -> 'filter');
    p_before bigint := (p_params ->> 'before')::bigint;
    p_limit int := (p_params ->> 'limit')::int;
    f t_journal_filter;
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_rows jsonb;
    v_count int;
    v_last bigint;
begin
    f := f_journal_filter(p_filter);
    if f.rule is not null then
        return f_refused(f.rule);
    end if;
    select coalesce(jsonb_agg(f_journal_row(j) order by j.id desc), '[]'), count(*), min(j.id)
    into v_rows, v_count, v_last from f_journal_rows(f, p_before, v_limit) j;
    return jsonb_build_object('status', 'ok', 'rows', v_rows, 'next', case when v_count = v_limit then v_last end);
end $$;

create function asp.f_read_journal_export(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_filter jsonb := (p_params -> 'filter');
    f t_journal_filter;
    v_most constant int := 50000;
    v_rows jsonb;
    v_count int;
begin
    f := f_journal_filter(p_filter);
    if f.rule is not null then
        return f_refused(f.rule);
    end if;
    select coalesce(jsonb_agg(f_journal_row(j) order by j.id desc), '[]'), count(*)
    into v_rows, v_count from f_journal_rows(f, null, v_most) j;
    return jsonb_build_object('status', 'ok', 'rows', v_rows, 'truncated', v_count = v_most,
                              'exported_by', f_display_name(session_user), 'exported_at', clock_timestamp());
end $$;

-- Does the chain hold at its end? The last thousand links, in some twenty milliseconds; the whole is asp-dbadmin's.
create function asp.f_first_bad(p_head bigint) returns bigint language plpgsql stable as $$
begin
    return (select x.journal_id
            from (select l.seq, l.journal_id, l.hash,
                         f_link_hash(lag(l.hash) over (order by l.seq), l.seq, l.journal_id, l.at, l.kind, l.digest) as made,
                         j.id as there, l.digest = f_journal_digest(j) as same
                  from journal_link l left join journal j on j.id = l.journal_id where l.seq > p_head - 1000) x
            where (x.there is not null and not x.same) or x.hash <> x.made -- purged rows have gone rightly or not: verify says
            order by x.seq limit 1);
end $$;

create function desk.journal_state() returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off as $$
declare
    h journal_head;
    v_unsealed bigint;
begin
    select * into strict h from journal_head;
    select count(*) into v_unsealed
    from (select from journal j where (j.xid, j.id) > (h.xid, h.id)
            and not exists (select from journal_link l where l.journal_id = j.id) limit 10001) x; -- "over 10,000" will do
    return jsonb_build_object('status', 'ok', 'sealed_rows', h.seq, 'sealed_at', h.sealed_at, 'unsealed', v_unsealed,
                              'head', encode(h.hash, 'hex'), 'first_bad', f_first_bad(h.seq));
end $$;

grant execute on function desk.relay_seal(int), desk.relay_head() to asp_relay;
grant execute on function desk.journal_state() to asp_supervisor;
