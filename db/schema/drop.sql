-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Takes away all that the files of functions/ make, before tables change: an old function never stands in the way of a change, and what no
-- file makes any more is gone. Functions that columns, checks or indexes rest on stay (baseline/10_schemas.sql).
-- Rights on tables go too; the files that give them run again.

do $$
declare
    v_doomed text;
begin
    for v_doomed in select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where c.relnamespace = to_regnamespace('asp') and not t.tgisinternal loop
        execute v_doomed;
    end loop;
    for v_doomed in select format('drop view %s', c.oid::regclass) from pg_class c
                    where c.relnamespace in (to_regnamespace('asp'), to_regnamespace('desk')) and c.relkind = 'v' loop
        execute v_doomed;
    end loop;
    with recursive needed (oid) as (
        select d.refobjid from pg_depend d
        where d.refclassid = 'pg_proc'::regclass
          and d.classid in ('pg_class'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_type'::regclass)
        union
        select d.refobjid from pg_depend d join needed n on d.classid = 'pg_proc'::regclass and d.objid = n.oid
        where d.refclassid = 'pg_proc'::regclass)
    select 'drop function ' || string_agg(p.oid::regprocedure::text, ', ') into v_doomed from pg_proc p
    where p.pronamespace in (to_regnamespace('asp'), to_regnamespace('desk')) and p.oid not in (select n.oid from needed n);
    if v_doomed is not null then
        execute v_doomed;
    end if;
    for v_doomed in select format('revoke all on %s from public, asp_agent, asp_supervisor, asp_relay, asp_extranet', c.oid::regclass)
                    from pg_class c where c.relnamespace = to_regnamespace('asp') and c.relkind in ('r', 'v') loop
        execute v_doomed;
    end loop;
end $$;
