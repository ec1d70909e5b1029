-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whether the caller was checked in this call, for this account or establishment, and still is.

-- The pass in force: in that call, by the same person, on that very establishment or account.
create function asp.f_pass(p_call uuid, p_establishment bigint, p_account bigint) returns asp.caller_check
    language plpgsql stable as $$
declare
    v_check caller_check;
begin
    select * into v_check from caller_check c
    where c.call_id = p_call and c.passed and c.person = f_person(session_user) and c.agent = session_user
      and c.valid_until > clock_timestamp()
      and (p_establishment is null or c.establishment_id = p_establishment)
      and (p_account is null or c.account_id = p_account)
    order by c.valid_until desc limit 1;
    return v_check;
end $$;

create function asp.f_need_pass(p_call uuid, p_establishment bigint, p_account bigint) returns uuid
    language plpgsql stable as $$
declare
    v_check caller_check := f_pass(p_call, p_establishment, p_account);
begin
    if v_check.id is null then
        perform f_refuse('check_needed');
    end if;
    return v_check.id;
end $$;
