-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who may call what, and how: nothing is open to PUBLIC, and every function that works with its owner's rights is held to one set of settings.
-- What a log-in may call or read is granted in the file of that function or table.

revoke all on all tables in schema asp from public;
revoke all on all sequences in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
revoke all on schema asp, desk from public;
grant usage on schema desk to asp_agent, asp_supervisor, asp_relay, asp_extranet;
grant usage on schema asp to asp_extranet;

-- A search path of its own, ending in pg_temp, so that nobody's table stands in for one of ours. UTC and no compiler, whatever the log-in
-- has set. debug_print_plan and its like would print each statement with its values, the whole value behind a mask, without a trace: anyone
-- may set them, but a function's own setting is not theirs to change.
do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p
             where p.pronamespace in ('asp'::regnamespace, 'desk'::regnamespace) and p.prosecdef loop
        execute format('alter function %s set search_path = pg_catalog, asp, public, pg_temp set timezone = %L set jit = off '
                       'set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off '
                       'set debug_print_rewritten = off set debug_print_plan = off', f, 'UTC');
    end loop;
end $$;
