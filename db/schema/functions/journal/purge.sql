-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes sealed rows past their time away, after saying so in the journal. For asp-dbadmin, as owner.

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
