-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Ends what an agent leaves open: the relay runs it with each seal.

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
