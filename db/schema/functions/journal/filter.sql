-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the journal is searched for, as ids.

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
