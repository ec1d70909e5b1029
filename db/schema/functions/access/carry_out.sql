-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Carries out a change of access: account, habilitations, mails, notices, and what undo needs.

-- jean-pierre.lefevre: lower case, no accents, everything else a hyphen.
create function asp.f_identifiant(p_person jsonb) returns text language plpgsql immutable as $$
declare
    v_first text := btrim(left(regexp_replace(lower(public.unaccent(p_person ->> 'first_name')), '[^a-z0-9]+', '-', 'g'), 40), '-');
    v_last text := btrim(left(regexp_replace(lower(public.unaccent(p_person ->> 'last_name')), '[^a-z0-9]+', '-', 'g'), 50), '-');
begin
    return coalesce(nullif(v_first, ''), 'compte') || '.' || coalesce(nullif(v_last, ''), 'compte');
end $$;

create function asp.f_make_account(p jsonb) returns asp.account language plpgsql as $$
declare
    v_account account;
    v_identifiant text;
begin
    for v_place in 1..100000 loop -- homonyms: prenom.nom, prenom.nom2, prenom.nom3
        v_identifiant := f_identifiant(p) || case when v_place > 1 then v_place::text else '' end;
        continue when exists (select from account c where c.identifiant = v_identifiant);
        insert into account (identifiant, last_name, first_name, email, phone, profile, password_state,
                             must_change_password, secrets_set, created_at, created_by_desk)
        values (v_identifiant, p ->> 'last_name', p ->> 'first_name', p ->> 'email', p ->> 'phone', p ->> 'profile',
                'none', coalesce((f_policy(p ->> 'profile')).must_change, true), false, clock_timestamp(), true)
        on conflict do nothing returning * into v_account;
        exit when v_account.id is not null;
        perform f_check_address(p ->> 'email'); -- somebody else was quicker, with the name or with the address
    end loop;
    return v_account;
end $$;

-- The columns an undo puts back.
create function asp.f_habilitation_state(h asp.habilitation) returns jsonb language sql immutable
    return case when h.id is not null then jsonb_build_object(
        'id', h.id, 'state', h.state, 'active_from', h.active_from, 'revoked_at', h.revoked_at, 'referent', h.referent,
        'made_by_desk', h.made_by_desk) end;

-- Active from now on; p_was is the row there may be already.
create function asp.f_grant_habilitation(p_was asp.habilitation, a asp.t_access, p_account bigint) returns bigint
    language plpgsql as $$
declare
    v_id bigint := p_was.id;
    v_now timestamptz := clock_timestamp();
begin
    if v_id is null then
        insert into habilitation (account_id, establishment_id, state, requested_at, active_from, referent, made_by_desk)
        values (p_account, a.establishment, 'active', v_now, v_now, a.kind = 'referent.reassign', true)
        returning id into v_id;
    else
        update habilitation set
            state = 'active', revoked_at = null,
            active_from = case when p_was.state = 'active' then active_from else v_now end,
            referent = referent or a.kind = 'referent.reassign',
            made_by_desk = made_by_desk or p_was.state <> 'active'
        where id = v_id;
    end if;
    return v_id;
end $$;

-- Who never had a password gets all three mails; who uses the account already, here or on another extranet, the third.
create function asp.f_queue_credentials(p_account asp.account, p_habilitation bigint, p_operation uuid) returns bigint[]
    language plpgsql as $$
begin
    if p_account.password_state <> 'none' or p_account.first_login_at is not null
       or exists (select from account_extranet x where x.account_id = p_account.id)
       or exists (select from habilitation h where h.account_id = p_account.id and h.id <> p_habilitation
                    and h.state <> 'revoked') then
        return array[f_queue_mail('habilitation', p_account, p_habilitation, p_operation)];
    end if;
    return array[f_queue_mail('identifiant', p_account, null, p_operation),
                 f_queue_mail('mot_de_passe', p_account, null, p_operation),
                 f_queue_mail('habilitation', p_account, p_habilitation, p_operation)];
end $$;

-- To the referent there was and to the establishment, each address once, and not to the one who gains by it.
create function asp.f_queue_notices(a asp.t_access, p_referent bigint, p_account asp.account, p_operation uuid,
                                    p_at timestamptz, p_until timestamptz) returns bigint[] language plpgsql as $$
declare
    v_ids bigint[];
begin
    with recipient as (
        select distinct on (lower(r.address)) r.* from (
            select c.email as address, c.id as account, 'referent' as who from account c where c.id = p_referent
            union all
            select e.email, null, 'etablissement' from establishment e
            where e.id = a.establishment and e.email is not null) r
        where lower(r.address) <> lower(p_account.email)
        order by lower(r.address), r.account nulls last
    ), queued as (
        insert into mail (kind, account_id, operation_id, origin, to_address, params, queued_at, next_attempt_at)
        select 'avis_changement', r.account, p_operation, 'desk', r.address,
               jsonb_build_object('kind', a.kind, 'denomination', e.denomination, 'siret', e.siret, 'when', p_at,
                                  'until', p_until, 'who', r.who,
                                  'name', p_account.first_name || ' ' || p_account.last_name),
               clock_timestamp(), clock_timestamp()
        from recipient r cross join establishment e where e.id = a.establishment
        returning id
    )
    select coalesce(array_agg(q.id order by q.id), '{}') into v_ids from queued q;
    return v_ids;
end $$;

-- The whole change; the rows are locked and the rules have been looked at.
create function asp.f_carry_access(a asp.t_access, p_operation uuid, p_requested_by name, p_request uuid) returns jsonb
    language plpgsql as $$
declare
    v_at timestamptz := clock_timestamp();
    v_until timestamptz := v_at + make_interval(hours => f_setting_int('objection.heures', 24));
    v_account account;
    v_was habilitation;
    v_referent habilitation;
    v_habilitation bigint;
    v_mails bigint[];
    v_notices bigint[];
begin
    if a.person is not null then
        v_account := f_make_account(a.person);
    else
        select * into v_account from account c where c.id = a.account;
    end if;
    select * into v_was from habilitation h where h.establishment_id = a.establishment and h.account_id = v_account.id;
    select * into v_referent from habilitation h where h.establishment_id = a.establishment and h.referent;
    if a.kind = 'referent.reassign' then
        update habilitation set referent = false, state = case when a.keep_old then state else 'revoked' end,
                                revoked_at = case when not a.keep_old then v_at end
        where id = v_referent.id;
    end if;
    v_habilitation := f_grant_habilitation(v_was, a, v_account.id);
    v_mails := f_queue_credentials(v_account, v_habilitation, p_operation);
    v_notices := f_queue_notices(a, v_referent.account_id, v_account, p_operation, v_at, v_until);
    insert into access_change (id, kind, request, requested_by, approved_by, establishment_id, new_habilitation_id,
                               new_account_id, account_created, old_habilitation_id, old_account_id, old_kept, before,
                               mails, at, until)
    values (p_operation, a.kind, p_request, p_requested_by, case when p_request is not null then session_user end,
            a.establishment, v_habilitation, v_account.id, a.person is not null,
            case when a.kind = 'referent.reassign' then v_referent.id end,
            case when a.kind = 'referent.reassign' then v_referent.account_id end, a.keep_old,
            jsonb_build_object('new', f_habilitation_state(v_was),
                               'old', case when a.kind = 'referent.reassign' then f_habilitation_state(v_referent) end),
            v_mails, v_at, v_until);
    return jsonb_build_object('state', 'done', 'change', p_operation, 'account_id', v_account.id,
                              'identifiant', v_account.identifiant, 'habilitation_id', v_habilitation,
                              'mails', to_jsonb(v_mails), 'notices', to_jsonb(v_notices), 'objection_until', v_until)
        || case when a.kind = 'referent.reassign' then jsonb_build_object(
               'old_account_id', v_referent.account_id, 'old_kept', a.keep_old) else '{}' end;
end $$;
