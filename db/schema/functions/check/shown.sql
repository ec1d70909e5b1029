-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a person was shown proves nothing: not in this call, nor for half an hour after.

-- Remembered with the call, and for a while without it: opening the file outside the call shows as much.
create function asp.f_note_shown(p_call uuid, p_fact text, p_subjects bigint[]) returns void language plpgsql as $$
declare
    v_person text := f_person(session_user);
begin
    delete from shown_value s where s.person = v_person and s.at < clock_timestamp() - interval '2 days';
    insert into shown_value as s (person, call_id, fact, subject, at)
    select v_person, p_call, p_fact, k.id, clock_timestamp() from unnest(p_subjects) as k (id) order by k.id
    on conflict (person, coalesce(call_id, '00000000-0000-0000-0000-000000000000'), fact, subject)
        do update set at = excluded.at where s.at < excluded.at - interval '1 minute';
end $$;

-- The fact itself, or the same value under another name (the requester's address is the account's).
create function asp.f_fact_shown(p_call uuid, p_fact text, p_subject bigint) returns boolean
    language plpgsql stable as $$
declare
    v_value text := f_fact_value(p_fact, p_subject);
    v_since timestamptz := clock_timestamp() - make_interval(mins => f_setting_int('verification.minutes', 30));
begin
    if f_setting('verification.masquer', 'oui') = 'non' and p_fact in (
        'account.last_login', 'establishment.street', 'establishment.headcount', 'establishment.company_headcount') then
        return true;
    end if;
    return exists (select from shown_value s
                   where s.person = f_person(session_user) and (s.call_id = p_call or s.at > v_since)
                     and (s.fact = p_fact and s.subject = p_subject or f_fact_value(s.fact, s.subject) = v_value));
end $$;

-- '', 'shown' or 'absent'.
create function asp.f_fact_trouble(p_call uuid, p_fact text, p_subject bigint) returns text language plpgsql stable as $$
begin
    return case when p_subject is null or f_fact_value(p_fact, p_subject) is null then 'absent'
                when f_fact_shown(p_call, p_fact, p_subject) then 'shown' else '' end;
end $$;
