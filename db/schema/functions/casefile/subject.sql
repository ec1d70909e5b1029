-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What was typed, as the establishment or the account it names.

-- The account's own establishment when it has just one.
create function asp.f_subject_of_account(p_account bigint) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
    v_found bigint[];
begin
    select array_agg(h.establishment_id) into v_found
    from (select x.establishment_id from habilitation x where x.account_id = p_account and x.state <> 'revoked'
          limit 2) h;
    v_subject.account := p_account;
    if cardinality(v_found) = 1 then
        v_subject.establishment := v_found[1];
    end if;
    return v_subject;
end $$;

-- Several accounts share an address or a number: the one used last speaks; an establishment they all share is opened.
create function asp.f_subject_of_accounts(p_accounts bigint[]) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
    v_latest bigint;
begin
    select a.id into v_latest from account a where a.id = any (p_accounts)
    order by greatest(a.last_login_at, a.created_at) desc, a.id desc limit 1;
    v_subject := f_subject_of_account(v_latest);
    if v_subject.establishment is null and cardinality(p_accounts) > 1 then
        select min(h.establishment_id) into v_subject.establishment
        from (select x.establishment_id from habilitation x
              where x.account_id = any (p_accounts) and x.state <> 'revoked'
              group by x.establishment_id having count(*) = cardinality(p_accounts) limit 2) h
        having count(*) = 1;
    end if;
    return v_subject;
end $$;

create function asp.f_subject_of_siret(p_siret text) returns asp.t_subject language plpgsql stable as $$
declare
    v_subject t_subject;
begin
    v_subject.siret := p_siret;
    select e.id into v_subject.establishment from establishment e where e.siret = p_siret;
    return v_subject;
end $$;

create function asp.f_subject(p_key text) returns asp.t_subject language plpgsql stable as $$
declare
    v_key text := left(btrim(p_key), 300);
    v_compact text := regexp_replace(v_key, '[\s\u00A0\u202F.]', '', 'g');
    v_subject t_subject;
    v_found bigint[];
begin
    if v_compact ~ '^[0-9]{14}$' then
        return f_subject_of_siret(v_compact);
    elsif v_key ~ '^ticket:[0-9]{1,18}$' then
        select t.siret into v_subject.siret from ticket t where t.number = split_part(v_key, ':', 2)::bigint;
        return case when v_subject.siret is null then v_subject else f_subject_of_siret(v_subject.siret) end;
    elsif v_key ~ '^account:[0-9]{1,18}$' then
        select array_agg(a.id) into v_found from account a where a.id = split_part(v_key, ':', 2)::bigint;
    elsif v_key like '%@%' then
        select array_agg(a.id) into v_found
        from (select x.id from account x where lower(x.email) = lower(v_key) limit 50) a;
        if v_found is null then
            select e.id into v_subject.establishment from establishment e where lower(e.email) = lower(v_key)
            order by e.registered_at desc nulls last limit 1;
        end if;
    elsif f_phone(v_key) is not null then
        select array_agg(a.id) into v_found
        from (select x.id from account x where x.phone = f_phone(v_key) limit 50) a;
        if v_found is null then
            select e.id into v_subject.establishment from establishment e where e.phone = f_phone(v_key)
            order by e.registered_at desc nulls last limit 1;
        end if;
    elsif v_compact ~ '^[0-9]{9}$' then
        -- A company with one establishment; with several, the suggestions let one choose.
        select array_agg(e.id) into v_found
        from (select x.id from establishment x where x.siren = v_compact limit 2) e;
        if cardinality(v_found) = 1 then
            v_subject.establishment := v_found[1];
        end if;
        return v_subject;
    else
        select array_agg(a.id) into v_found from account a where a.identifiant = lower(v_key);
    end if;
    if cardinality(v_found) = 1 then
        return f_subject_of_account(v_found[1]);
    elsif cardinality(v_found) > 1 then
        return f_subject_of_accounts(v_found);
    end if;
    return v_subject;
end $$;
