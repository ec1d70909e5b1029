-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- How many tries are left. A sequence counts those begun: a rollback takes the row, not the count.

create function asp.f_try_meter(out p_bucket int, out p_day int, out p_begun int, out p_lost int) language plpgsql as $$
declare
    v_value bigint;
begin
    p_bucket := hashtext(f_person(session_user)) & 63;
    perform from try_meter t where t.bucket = p_bucket for update;
    p_day := extract(epoch from clock_timestamp())::bigint / 86400;
    v_value := coalesce(pg_sequence_last_value(format('asp.try_meter_%s', p_bucket)::regclass), 0);
    p_begun := case when v_value / 100000 = p_day then v_value % 100000 else 0 end;
    p_lost := p_begun - (select count(*) from caller_check c where c.meter = p_bucket and c.meter_day = p_day);
end $$;

-- Failures of this call, of the last day, on this establishment or on this account: whichever leaves least.
create function asp.f_tries_left(p_call uuid, p_establishment bigint, p_account bigint) returns int
    language plpgsql stable as $$
declare
    v_day timestamptz := clock_timestamp() - interval '24 hours';
    v_in_call bigint;
    v_of_day bigint;
begin
    select count(*) into v_in_call from caller_check c
    where c.call_id = p_call and not c.passed and (c.establishment_id = p_establishment or c.account_id = p_account);
    select greatest(
        (select count(*) from caller_check c where c.establishment_id = p_establishment and not c.passed and c.at > v_day),
        (select count(*) from caller_check c where c.account_id = p_account and not c.passed and c.at > v_day))
    into v_of_day;
    return greatest(0, least(f_setting_int('verification.essais', 3) - v_in_call,
                             f_setting_int('verification.echecs_jour', 9) - v_of_day))::int;
end $$;
