-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Pages and exports of the journal.
--
-- Reading journal_page
-- Takes: filter{siret, identifiant, agent, kind (of the row or of the operation), from, to}, before, limit
-- Answers: rows[], newest first, 200 at most, next
-- Refuses: bad_params
--
-- Reading journal_export
-- Takes: filter
-- Answers: the same rows, 50,000 at most, truncated, exported_by, exported_at
-- Refuses: bad_params

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
