-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Which facts can be asked, and how the check stands.
--
-- Reading check_status
-- Takes: call, establishment, account
-- Answers: facts[{code, label, usable, why (empty, shown, absent)}], tries_left, passed_until
-- Refuses: bad_params, file_not_opened, not_your_call

-- Which facts can be asked for, and how the check of this file stands.
create function asp.f_read_check_status(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_call uuid := (p_params ->> 'call')::uuid;
    p_establishment bigint := (p_params ->> 'establishment')::bigint;
    p_account bigint := (p_params ->> 'account')::bigint;
    v_establishment bigint := nullif(p_establishment, 0);
    v_account bigint := nullif(p_account, 0);
    v_rule text;
    v_facts jsonb;
begin
    if not exists (select from call c where c.id = p_call and c.agent = session_user) then
        return f_refused('not_your_call');
    end if;
    v_rule := f_check_subject(p_call, v_establishment, v_account);
    if v_rule is not null then
        return f_refused(v_rule);
    end if;
    -- The same value twice is one fact: the second is no use beside the first.
    select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'label', f.label, 'usable', f.why = '', 'why', f.why)
                              order by f.position), '[]') into v_facts
    from (select k.code, k.label, k.position,
                 case when k.why = '' and row_number() over (partition by k.value, k.why order by k.position) > 1
                      then 'absent' else k.why end as why
          from (select c.*, f_fact_trouble(p_call, c.code, f_fact_subject(c.code, v_establishment, v_account)) as why,
                       f_fact_value(c.code, f_fact_subject(c.code, v_establishment, v_account)) as value
                from check_fact c
                where c.active and f_fact_subject(c.code, v_establishment, v_account) is not null) k) f;
    return jsonb_build_object('status', 'ok', 'facts', v_facts,
                              'tries_left', f_tries_left(p_call, v_establishment, v_account),
                              'passed_until', (f_pass(p_call, v_establishment, v_account)).valid_until);
end $$;
