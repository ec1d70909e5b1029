-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The facts a caller can be asked: what is on file, in the one form in which two are compared.

-- "12, av. du Gal-Leclerc" and "12 avenue du General Leclerc" are the same street.
create function asp.f_street(p_text text) returns text language plpgsql immutable as $$
begin
    return (select string_agg(case w.word when 'av' then 'avenue' when 'ave' then 'avenue' when 'bd' then 'boulevard'
                when 'bld' then 'boulevard' when 'boul' then 'boulevard' when 'pl' then 'place' when 'r' then 'rue'
                when 'rte' then 'route' when 'ch' then 'chemin' when 'imp' then 'impasse' when 'all' then 'allee'
                when 'st' then 'saint' when 'ste' then 'sainte' when 'gal' then 'general' when 'dr' then 'docteur'
                when 'fg' then 'faubourg' when 'fbg' then 'faubourg' else w.word end, ' ' order by w.place)
            from regexp_split_to_table(f_norm(p_text), '[\s\u00A0\u202F]+') with ordinality as w (word, place)
            where w.word <> '');
end $$;

-- A day as it is typed: 2026-03-31 or 31/03/2026.
create function asp.f_day(p_text text) returns date language plpgsql immutable as $$
declare
    v_part text[] := regexp_match(btrim(p_text), '^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$');
begin
    if v_part is null then
        v_part := regexp_match(btrim(p_text), '^([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})$');
        v_part := array[v_part[3], v_part[2], v_part[1]];
    end if;
    return make_date(v_part[1]::int, v_part[2]::int, v_part[3]::int);
exception when data_exception then
    return null;
end $$;

create function asp.f_fact_form(p_fact text, p_text text) returns text language plpgsql immutable as $$
declare
    v_compact text := regexp_replace(p_text, '[\s\u00A0\u202F]+', '', 'g');
begin
    return case
        when p_fact ~ 'phone$' then f_phone(v_compact)
        when p_fact ~ 'email$' then nullif(lower(v_compact collate "C"), '')
        when p_fact = 'account.identifiant' then nullif(lower(public.unaccent(v_compact)), '')
        when p_fact = 'account.last_login' then to_char(f_day(p_text), 'YYYY-MM-DD')
        when p_fact = 'establishment.street' then f_street(p_text)
        when v_compact ~ '^[0-9]{1,7}$' then v_compact::int::text end;
end $$;

-- What is on file, in the same form; null when nothing is.
create function asp.f_fact_value(p_fact text, p_subject bigint) returns text language plpgsql stable as $$
declare
    v_value text;
begin
    case p_fact
        when 'account.phone' then select a.phone into v_value from account a where a.id = p_subject;
        when 'account.email' then select a.email into v_value from account a where a.id = p_subject;
        when 'account.identifiant' then select a.identifiant into v_value from account a where a.id = p_subject;
        when 'account.last_login' then
            select to_char(a.last_login_at at time zone 'Europe/Paris', 'YYYY-MM-DD') into v_value
            from account a where a.id = p_subject;
        when 'establishment.phone' then select e.phone into v_value from establishment e where e.id = p_subject;
        when 'establishment.email' then select e.email into v_value from establishment e where e.id = p_subject;
        when 'establishment.street' then
            select case when e.street_label <> ''
                        then concat_ws(' ', e.street_number, e.street_extension, e.street_type, e.street_label) end
            into v_value from establishment e where e.id = p_subject;
        when 'establishment.headcount' then select e.headcount into v_value from establishment e where e.id = p_subject;
        when 'establishment.company_headcount' then
            select c.headcount into v_value from establishment e join company c on c.siren = e.siren
            where e.id = p_subject;
        when 'ticket.requester_email' then
            select t.requester_email into v_value from ticket t where t.number = p_subject;
        when 'ticket.requester_phone' then
            select t.requester_phone into v_value from ticket t where t.number = p_subject;
        else null;
    end case;
    return f_fact_form(p_fact, v_value);
end $$;

create function asp.f_fact_matches(p_fact text, p_typed text, p_subject bigint) returns boolean
    language plpgsql stable as $$
declare
    v_typed text := f_fact_form(p_fact, p_typed);
    v_value text := f_fact_value(p_fact, p_subject);
begin
    if p_fact = 'account.last_login' then
        return coalesce(abs(f_day(v_typed) - f_day(v_value)) <= 1, false); -- "yesterday, or the day before"
    end if;
    return coalesce(v_typed = v_value, false);
end $$;

create function asp.f_fact_subject(p_fact text, p_establishment bigint, p_account bigint) returns bigint
    language sql immutable
    return case split_part(p_fact, '.', 1) when 'account' then p_account else p_establishment end;
