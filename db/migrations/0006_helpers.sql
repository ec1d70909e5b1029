-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Small functions the others are made of: masks, names, settings, caps. None is open to any log-in.
-- Those with a query inside are plpgsql, which keeps its plans for the session: a function in plain SQL plans again at
-- each call. Plain SQL is for expressions and row sets, which the planner takes into the query that calls them.

set local search_path = asp, public;

-- c••••@boulangerie-capitole.fr: always four dots, so that not even the length is told.
create function asp.f_mask_email(p_email text) returns text language sql immutable parallel safe
    return case when p_email is null or p_email = '' then null
                when position('@' in p_email) < 2 then '••••'
                else left(p_email, 1) || '••••@' || split_part(p_email, '@', 2) end;

-- 05 •• •• •• 67, from the stored form or from what an outsider typed.
create function asp.f_mask_phone(p_phone text) returns text language sql immutable parallel safe
    return case when p_phone is null or p_phone = '' then null
                when p_phone ~ '^\+(33|262|590|594|596)[0-9]{9}$'
                     then '0' || left(right(p_phone, 9), 1) || ' •• •• •• ' || right(p_phone, 2)
                when asp.f_phone(p_phone) is not null
                     then '0' || left(right(asp.f_phone(p_phone), 9), 1) || ' •• •• •• ' || right(p_phone, 2)
                else '••••' end;

-- For the local time of overseas callers.
create function asp.f_time_zone(p_department text) returns text language sql immutable strict parallel safe
    return case p_department
        when '971' then 'America/Guadeloupe' when '972' then 'America/Martinique' when '973' then 'America/Cayenne'
        when '974' then 'Indian/Reunion' when '975' then 'America/Miquelon' when '976' then 'Indian/Mayotte'
        when '977' then 'America/St_Barthelemy' when '978' then 'America/Marigot'
        when '984' then 'Indian/Kerguelen' when '986' then 'Pacific/Wallis' when '987' then 'Pacific/Tahiti'
        when '988' then 'Pacific/Noumea' else 'Europe/Paris' end;

create function asp.f_setting(p_key text, p_default text) returns text language plpgsql stable as $$
begin
    return coalesce((select s.value from setting s where s.key = p_key), p_default);
end $$;

-- A setting that somebody spoiled must not stop the desk: the default then stands.
create function asp.f_setting_int(p_key text, p_default int) returns int language plpgsql stable as $$
begin
    return coalesce((select s.value::int from setting s where s.key = p_key and s.value ~ '^[0-9]{1,9}$'), p_default);
end $$;

create function asp.f_display_name(p_login name) returns text language plpgsql stable as $$
begin
    return coalesce((select s.display_name from staff s where s.login = p_login), p_login::text);
end $$;

-- As strict as the domain asp.email, without the error.
create function asp.f_is_email(p_text text) returns boolean language plpgsql immutable as $$
begin
    return p_text::asp.email is not null;
exception when check_violation then
    return false;
end $$;

create function asp.f_is_agent() returns boolean language sql stable
    return pg_has_role(session_user, 'asp_agent', 'member');

create function asp.f_is_supervisor() returns boolean language sql stable
    return pg_has_role(session_user, 'asp_supervisor', 'member');

create function asp.f_refused(p_rule text, p_params jsonb default '{}') returns jsonb language sql immutable
    return jsonb_build_object('status', 'refused', 'rule', p_rule, 'params', p_params);

-- Counts one read of this log-in and says whether it stays below its caps (settings <p_setting>.par_minute and
-- .par_heure). One row a log-in and kind, updated in place: cheap enough for keystrokes. Only the first refusal of an
-- hour or minute is journalled, or the journal itself would be the thing to flood.
create function asp.f_admit(p_kind text, p_setting text) returns boolean language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_minute timestamptz := date_bin('1 minute', v_now, 'epoch');
    v_hour timestamptz := date_bin('1 hour', v_now, 'epoch');
    v_minute_cap int := f_setting_int(p_setting || '.par_minute', 60);
    v_hour_cap int := f_setting_int(p_setting || '.par_heure', 1000);
    v_in_minute int;
    v_in_hour int;
begin
    insert into read_meter as m (login, kind, minute, minute_count, hour, hour_count)
    values (session_user, p_kind, v_minute, 1, v_hour, 1)
    on conflict (login, kind) do update
        set minute = excluded.minute,
            minute_count = case when m.minute = excluded.minute then m.minute_count + 1 else 1 end,
            hour = excluded.hour,
            hour_count = case when m.hour = excluded.hour then m.hour_count + 1 else 1 end
    returning minute_count, hour_count into v_in_minute, v_in_hour;
    if v_in_minute = v_minute_cap + 1 or v_in_hour = v_hour_cap + 1 then
        perform f_journal('refused', p_rule => 'rate_limited', p_detail => jsonb_build_object('read', p_kind));
    end if;
    return v_in_minute <= v_minute_cap and v_in_hour <= v_hour_cap;
end $$;

-- The SIRETs one slip of the tongue away: one wrong digit, two neighbours swapped, and for 13 or 15 digits the one
-- that is missing or too many.
create function asp.f_siret_slips(p_digits text) returns text[] language sql immutable strict parallel safe as $$
    select case length(p_digits)
        when 14 then array(
            select overlay(p_digits placing d::text from i for 1)
            from generate_series(1, 14) as i, generate_series(0, 9) as d where substr(p_digits, i, 1) <> d::text
            union
            select left(p_digits, i - 1) || substr(p_digits, i + 1, 1) || substr(p_digits, i, 1) || substr(p_digits, i + 2)
            from generate_series(1, 13) as i where substr(p_digits, i, 1) <> substr(p_digits, i + 1, 1))
        when 13 then array(
            select distinct left(p_digits, i) || d::text || substr(p_digits, i + 1)
            from generate_series(0, 13) as i, generate_series(0, 9) as d)
        when 15 then array(
            select distinct left(p_digits, i - 1) || substr(p_digits, i + 1) from generate_series(1, 15) as i)
        else '{}'::text[] end
$$;

create function asp.f_candidates(p_digits text) returns jsonb language plpgsql stable as $$
declare
    v_slips text[] := f_siret_slips(p_digits);
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('siret', c.siret, 'denomination', c.denomination,
                                                         'postcode', c.postcode, 'town', c.town)
                                      order by c.denomination), '[]')
            from (select e.siret, e.denomination, e.postcode, e.town from establishment e
                  where e.siret = any (v_slips) limit 20) c);
end $$;

-- The mails an account's holder waits for: the latest identifiant, the latest password, and the latest confirmation of
-- that habilitation (of any, when none is given). Three index probes.
create function asp.f_credential_mails(p_account bigint, p_habilitation bigint) returns setof asp.mail
    language sql stable as $$
    (select m.* from asp.mail m where m.account_id = p_account and m.kind = 'identifiant' order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where m.account_id = p_account and m.kind = 'mot_de_passe' order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where m.habilitation_id = p_habilitation order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where p_habilitation is null and m.account_id = p_account and m.kind = 'habilitation'
     order by m.id desc limit 1)
$$;

create function asp.f_notices() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'from', n.valid_from,
                                                         'until', n.valid_until) order by n.valid_from desc), '[]')
            from incident_notice n
            where n.valid_from <= clock_timestamp()
              and (n.valid_until is null or n.valid_until > clock_timestamp()));
end $$;
