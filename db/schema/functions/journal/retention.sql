-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- How long a kind is kept; changing it is journalled.

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
