-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The caller check: two facts that the caller says, compared whole. Three failures a call, nine a day.
--
-- Operation call.check
-- Takes: establishment_id, account_id (one or both), facts[{fact, value}]: two
-- Answers: check, passed, tries_left, valid_until; a failed one is done too
-- Refuses: bad_params, check_two_facts, file_not_opened, too_many_tries, unknown_fact
-- Caps: verification.essais a call, verification.echecs_jour a day

create function asp.f_refuse_tries() returns void language plpgsql stable as $$
begin
    perform f_refuse('too_many_tries', jsonb_build_object('limit', f_setting_int('verification.essais', 3)));
end $$;

-- Two facts that say two things; an address that is the account's and the establishment's is one.
create function asp.f_check_facts(p_call uuid, p_facts jsonb, p_establishment bigint, p_account bigint) returns void
    language plpgsql stable as $$
declare
    v_fact text;
    v_trouble text;
begin
    if coalesce(jsonb_typeof(p_facts), '') <> 'array' then
        perform f_refuse('bad_params', '{"param": "facts"}');
    elsif jsonb_array_length(p_facts) <> 2 or p_facts -> 0 -> 'fact' = p_facts -> 1 -> 'fact' then
        perform f_refuse('check_two_facts');
    end if;
    for i in 0..1 loop
        v_fact := f_param_text(p_facts -> i, 'fact');
        if f_param_text(p_facts -> i, 'value') = '' or length(p_facts -> i ->> 'value') > 300 then
            perform f_refuse('bad_params', '{"param": "value"}');
        elsif not exists (select from check_fact f where f.code = v_fact and f.active) then
            perform f_refuse('unknown_fact', jsonb_build_object('fact', left(v_fact, 60)));
        end if;
        v_trouble := f_fact_trouble(p_call, v_fact, f_fact_subject(v_fact, p_establishment, p_account));
        if v_trouble <> '' then
            perform f_refuse('fact_' || v_trouble, jsonb_build_object('fact', v_fact));
        end if;
    end loop;
    if f_fact_value(p_facts -> 0 ->> 'fact', f_fact_subject(p_facts -> 0 ->> 'fact', p_establishment, p_account))
       = f_fact_value(p_facts -> 1 ->> 'fact', f_fact_subject(p_facts -> 1 ->> 'fact', p_establishment, p_account)) then
        perform f_refuse('check_two_facts');
    end if;
end $$;

-- A wrong answer is an operation that was done: it must stay. All refusals come before the comparison.
create function asp.op_call_check(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_establishment bigint := f_optional_id(r.params, 'establishment_id');
    v_account bigint := f_optional_id(r.params, 'account_id');
    v_rule text := f_check_subject(r.call_id, v_establishment, v_account);
    v_meter record;
    v_passed boolean;
    v_until timestamptz;
    v_now timestamptz;
begin
    if v_rule is not null then
        perform f_refuse(v_rule);
    end if;
    -- Held until the end: two tries at once are counted one after the other.
    perform from establishment e where e.id = v_establishment for no key update;
    perform from account a where a.id = v_account for no key update;
    if f_tries_left(r.call_id, v_establishment, v_account) = 0 then
        perform f_refuse_tries();
    end if;
    perform f_check_facts(r.call_id, r.params -> 'facts', v_establishment, v_account);
    select * into v_meter from f_try_meter();
    if v_meter.p_lost >= f_setting_int('verification.essais', 3) then
        perform f_refuse_tries();
    elsif v_meter.p_lost > 0 then
        raise log 'desk: % tries of caller checks begun and not kept, last seen by %', v_meter.p_lost, session_user;
    end if;
    perform setval(format('asp.try_meter_%s', v_meter.p_bucket)::regclass,
                   v_meter.p_day * 100000::bigint + v_meter.p_begun + 1);

    select bool_and(f_fact_matches(f ->> 'fact', f ->> 'value',
                                   f_fact_subject(f ->> 'fact', v_establishment, v_account)))
    into v_passed from jsonb_array_elements(r.params -> 'facts') f;
    v_now := clock_timestamp();
    v_until := case when v_passed then v_now + make_interval(mins => f_setting_int('verification.minutes', 30)) end;
    insert into caller_check (id, call_id, agent, person, establishment_id, account_id, facts, passed, at, valid_until,
                              meter, meter_day)
    values (r.id, r.call_id, session_user, f_person(session_user), v_establishment, v_account,
            array(select f ->> 'fact' from jsonb_array_elements(r.params -> 'facts') f), v_passed, v_now, v_until,
            v_meter.p_bucket, v_meter.p_day);
    return row(jsonb_build_object('check', r.id, 'passed', v_passed, 'valid_until', v_until,
                                  'tries_left', f_tries_left(r.call_id, v_establishment, v_account)),
               v_establishment, v_account, null)::t_done;
end $$;
