-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What attacks with plain SQL brought up: settings of a session that make the server tell what a function compares, old
-- snapshots, texts and refusals without a bound, locks anybody can take, transactions nobody ends.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('plafond.operation.par_minute', '600', 'Opérations, refusées ou non, par minute et par agent', 'Plafonds', true, '', 60, 100000),
    ('plafond.operation.par_heure', '10000', 'Opérations, refusées ou non, par heure et par agent', 'Plafonds', true, '', 600, 1000000),
    ('transaction.secondes', '60', 'Durée d’une transaction d’un agent avant que sa connexion ne soit fermée, en secondes',
     'Limites de lecture', true, '', 10, 3600),
    ('suggestion.valeur.par_minute', '60', 'Recherches d’un courriel ou d’un téléphone entier par minute et par agent', 'Limites de lecture', true, '', 10, 6000),
    ('suggestion.valeur.par_heure', '1000', 'Recherches d’un courriel ou d’un téléphone entier par heure et par agent', 'Limites de lecture', true, '', 60, 100000);

-- Addresses ----------------------------------------------------------------------------------------------------------------

-- An address in which something is invisible or looks like something else is none.
create or replace function asp.f_is_email(p_text text) returns boolean language plpgsql immutable as $$
begin
    return p_text::asp.email is not null and p_text ~ '^[!-~]+$';
exception when check_violation then
    return false;
end $$;

-- The extranet -------------------------------------------------------------------------------------------------------------

-- A role that is set makes current_user another than session_user: only being the owner tells one of our functions.
create or replace function asp.tr_mail_extranet() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if pg_has_role(current_user, 'asp_owner', 'member') then
        return new; -- one of our functions, or the owner
    end if;
    if tg_op = 'UPDATE' and new.state is distinct from old.state
       and not (old.state in ('sent', 'delivered') and new.state in ('delivered', 'bounced')) then
        raise exception 'a mail that is % cannot become %', old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

-- The seal -----------------------------------------------------------------------------------------------------------------

-- Ends desk log-ins' connections whose transaction is older than a console ever needs. PostgreSQL's own limits are the
-- session's to lift, and an open transaction holds locks on accounts and tickets, and the seal of the journal. It
-- needs what roles.sql grants to asp_owner; without, nobody is seen here and nobody ended.
create function asp.f_end_long_transactions() returns int language plpgsql as $$
declare
    v_limit interval := make_interval(secs => f_setting_int('transaction.secondes', 60));
    v_login name;
    v_pid int;
    v_ended int := 0;
begin
    for v_login, v_pid in
        select s.usename, s.pid from pg_stat_activity s join pg_roles r on r.oid = s.usesysid
        where s.datname = current_database() and s.backend_type = 'client backend'
          and s.xact_start < clock_timestamp() - v_limit and not r.rolsuper and pg_has_role(r.oid, 'asp_agent', 'member')
          and not pg_has_role(r.oid, 'asp_owner', 'member')
    loop
        if pg_terminate_backend(v_pid) then
            v_ended := v_ended + 1;
            perform f_journal('transaction_ended', p_detail => jsonb_build_object('login', v_login));
            raise log 'desk: a transaction of % was open for too long, its connection was ended', v_login;
        end if;
    end loop;
    return v_ended;
end $$;

-- Told to nobody -------------------------------------------------------------------------------------------------------------

-- debug_print_plan and its like print each statement of a function with the values it was given, to the client or the log:
-- the whole value behind a mask, without a trace. Anyone may set them; a function's own setting is not theirs to change.
do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where n.nspname in ('asp', 'desk') and p.prosecdef loop
        execute format('alter function %s set client_min_messages = warning set debug_print_parse = off '
                       'set debug_print_rewritten = off set debug_print_plan = off', f);
    end loop;
end $$;

revoke execute on all functions in schema asp, desk from public;
