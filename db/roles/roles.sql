-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The group roles of the product, for the whole cluster, and what they may do in the database one is connected to.
-- Run as a superuser, or as the owner of the database with CREATEROLE. Safe to run again. People get log-ins of
-- their own, each a member of one group: create role "n.martin" login connection limit 20 in role asp_agent; \password "n.martin"

do $$
declare
    r text;
begin
    foreach r in array array['asp_owner', 'asp_agent', 'asp_supervisor', 'asp_relay', 'asp_extranet'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = r) then
            execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', r);
        end if;
    end loop;
end $$;

-- A supervisor does all an agent does.
do $$
begin
    if not exists (select from pg_catalog.pg_auth_members m
                   where m.roleid = 'asp_agent'::regrole and m.member = 'asp_supervisor'::regrole) then
        grant asp_agent to asp_supervisor;
    end if;
    -- Whoever runs this migrates too: SET ROLE asp_owner must be open to them.
    if not pg_has_role(current_user, 'asp_owner', 'member') then
        execute format('grant asp_owner to %I', current_user);
    end if;
end $$;

comment on role asp_owner is 'asp-console: owns schemas, tables and functions; migrations only, nobody works under it';
comment on role asp_agent is 'asp-console: agents of the desk; may only call functions of schema desk';
comment on role asp_supervisor is 'asp-console: supervisors of the desk; agents with more functions';
comment on role asp_relay is 'asp-console: the mail relay';
comment on role asp_extranet is 'asp-console: what the extranet writes';

do $$
begin
    execute format('grant create, connect on database %I to asp_owner', current_database());
    execute format('grant connect on database %I to asp_agent, asp_supervisor, asp_relay, asp_extranet',
                   current_database());
    -- A temporary table or a function in public could stand in for one of ours: nobody needs either.
    execute format('revoke temporary, create on database %I from public', current_database());
end $$;
revoke create on schema public from public;

-- What a database owes every log-in can be turned against the others: locks under any number, large objects, empty
-- records in the write-ahead log. Ours take their locks as asp_owner. Only a superuser can do this.
do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_catalog.pg_proc p
             where p.pronamespace = 'pg_catalog'::regnamespace
               and (p.proname ~ '^pg_(try_)?advisory_' or p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite')
                    or p.proname in ('pg_logical_emit_message', 'pg_notify', 'pg_export_snapshot')) loop
        execute format('revoke execute on function %s from public', f);
        execute format('grant execute on function %s to asp_owner', f);
    end loop;
    -- So that the relay can end what an agent leaves open: see asp.f_end_long_transactions.
    grant pg_signal_backend, pg_read_all_stats to asp_owner;
    execute format('alter database %I set temp_file_limit = %L', current_database(), '4GB');
exception when insufficient_privilege then
    raise warning 'roles.sql was not run by a superuser: log-ins may take any advisory lock and fill the disk, and nobody ends the transactions they leave open';
end $$;

-- A console needs two connections. Whoever has no limit yet gets one that leaves the others theirs.
do $$
declare
    r name;
begin
    for r in select g.rolname from pg_catalog.pg_roles g
             where g.rolcanlogin and g.rolconnlimit = -1 and not g.rolsuper and pg_has_role(g.oid, 'asp_agent', 'member')
               and not pg_has_role(g.oid, 'asp_owner', 'member') loop
        execute format('alter role %I connection limit 20', r);
    end loop;
end $$;
