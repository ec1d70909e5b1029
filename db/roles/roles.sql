-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The group roles of the product, for the whole cluster, and what they may do in the database one is connected to.
-- Run as a superuser, or as the owner of the database with CREATEROLE. Safe to run again. People get log-ins of
-- their own, each a member of one group: create role "n.martin" login in role asp_agent; \password "n.martin"

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
