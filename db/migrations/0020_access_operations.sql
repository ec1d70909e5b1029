-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- account.create and referent.reassign: carried out at once, or kept as a request when somebody else must look at it.
-- Rows are locked in one order everywhere: call, establishment, request or change, accounts by id, habilitations by id,
-- mails.

set local search_path = asp, public;

-- What is asked, in one form. Either an account that exists or a person to make one for.
create type asp.t_access as (kind text, establishment bigint, account bigint, person jsonb, keep_old boolean);

-- The person, as typed by an agent on an outsider's word -------------------------------------------------------------------

-- A name for mails, lists and CSV files: letters, spaces, hyphens, apostrophes and dots; nothing invisible, nothing that
-- turns the text around, no digits or signs. Null when it is none.
create function asp.f_name(p_text text) returns text language plpgsql immutable as $$
declare
    v_name text := regexp_replace(btrim(normalize(p_text, nfc), E' \u00A0\u202F'), '[ \u00A0\u202F]+', ' ', 'g');
begin
    return case when v_name = '' or length(v_name) > 80 or v_name ~ '^[-.''’ ]'
                  or v_name ~ '[\u0001-\u001f\u0021-\u0026\u0028-\u002c\u002f-\u0040\u005b-\u0060\u007b-\u00bf]'
                  or v_name ~ '[\u00d7\u00f7\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1680\u2000-\u2018]'
                  or v_name ~ '[\u201a-\u2bff\u3000-\u3004\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uff00-\uffff]'
                  or v_name ~ '[^\u0001-\uffff]'
                then null else v_name end;
end $$;

-- As strict as mail servers are in practice: letters a to z only, so that no look-alike passes for a known domain.
-- Nor one that old mail servers would pass on elsewhere: user%elsewhere@here, elsewhere!user@here.
create function asp.f_address(p_text text) returns text language plpgsql immutable as $$
declare
    v_address text := btrim(p_text);
begin
    return case when length(v_address) <= 254 and f_is_email(v_address)
                 and v_address ~ '^[A-Za-z0-9#$&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9#$&''*+/=?^_`{|}~-]+)*@'
                 and split_part(v_address, '@', 2) ~ '^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$'
                then v_address end;
end $$;

create function asp.f_read_person(p jsonb) returns jsonb language plpgsql stable as $$
declare
    v_person jsonb;
    v_field text;
begin
    if jsonb_typeof(p) is distinct from 'object' then
        perform f_refuse('bad_params', '{"param": "person"}');
    end if;
    v_person := jsonb_build_object(
        'last_name', f_name(p ->> 'last_name'), 'first_name', f_name(p ->> 'first_name'),
        'phone', case when length(p ->> 'phone') <= 40 then f_phone(p ->> 'phone') end,
        'email', f_address(p ->> 'email'),
        'profile', case when p ->> 'profile' in ('etablissement', 'tiers', 'ud', 'direccte', 'dgefp')
                        then p ->> 'profile' end);
    select k.key into v_field from jsonb_each(v_person) k
    where k.value = 'null' or jsonb_typeof(p -> k.key) is distinct from 'string' order by k.key limit 1;
    if v_field is not null then
        perform f_refuse('bad_person', jsonb_build_object('field', v_field));
    end if;
    return v_person;
end $$;

create function asp.f_read_access(p_kind text, p_params jsonb) returns asp.t_access language plpgsql stable as $$
declare
    v_access t_access;
begin
    v_access.kind := p_kind;
    v_access.establishment := f_param_id(p_params, 'establishment_id');
    v_access.account := f_optional_id(p_params, 'account_id');
    if coalesce(jsonb_typeof(p_params -> 'person'), 'null') <> 'null' then
        v_access.person := f_read_person(p_params -> 'person');
    end if;
    if p_kind = 'referent.reassign' then
        v_access.keep_old := f_param_bool(p_params, 'keep_old', null);
    end if;
    if num_nonnulls(v_access.account, v_access.person) <> 1 then
        perform f_refuse('bad_params', '{"param": "person"}');
    elsif p_kind = 'referent.reassign' and v_access.keep_old is null then
        perform f_refuse('bad_params', '{"param": "keep_old"}');
    end if;
    return v_access;
end $$;

-- jean-pierre.lefevre: lower case, no accents, everything else a hyphen.
create function asp.f_identifiant(p_person jsonb) returns text language plpgsql immutable as $$
declare
    v_first text := btrim(left(regexp_replace(lower(public.unaccent(p_person ->> 'first_name')), '[^a-z0-9]+', '-', 'g'), 40), '-');
    v_last text := btrim(left(regexp_replace(lower(public.unaccent(p_person ->> 'last_name')), '[^a-z0-9]+', '-', 'g'), 50), '-');
begin
    return coalesce(nullif(v_first, ''), 'compte') || '.' || coalesce(nullif(v_last, ''), 'compte');
end $$;

-- Locks and rules --------------------------------------------------------------------------------------------------------

create function asp.f_lock_access(a asp.t_access) returns void language plpgsql as $$
begin
    perform from establishment e where e.id = a.establishment for no key update;
    if not found then
        perform f_refuse('unknown_establishment');
    end if;
    perform from account c
    where c.id = a.account
       or c.id = (select h.account_id from habilitation h where h.establishment_id = a.establishment and h.referent)
    order by c.id for no key update;
    perform from habilitation h
    where h.establishment_id = a.establishment and (h.referent or h.account_id = a.account)
    order by h.id for no key update;
end $$;

-- The address belongs to an account already: that one is to be used. One that was switched off is no account any more.
create function asp.f_check_address(p_email text) returns void language plpgsql stable as $$
declare
    v_account account;
begin
    select * into v_account from account c
    where lower(c.email) = lower(p_email) and c.disabled_at is null order by c.id limit 1;
    if v_account.id is not null then
        perform f_refuse('account_exists', jsonb_build_object('account_id', v_account.id,
                                                              'identifiant', v_account.identifiant));
    end if;
end $$;

create function asp.f_check_access(a asp.t_access) returns void language plpgsql as $$
declare
    v_habilitation habilitation;
begin
    if a.person is not null then
        perform f_check_address(a.person ->> 'email');
        return;
    end if;
    perform f_lock_account(a.account);
    select * into v_habilitation from habilitation h
    where h.establishment_id = a.establishment and h.account_id = a.account;
    if a.kind = 'account.create' and v_habilitation.state <> 'revoked' then
        perform f_refuse('already_habilitated');
    elsif a.kind = 'referent.reassign' and v_habilitation.referent then
        perform f_refuse('already_referent');
    end if;
end $$;

-- Why somebody else must look ----------------------------------------------------------------------------------------------

create function asp.f_domain(p_email text) returns text language sql immutable
    return rtrim(lower(split_part(p_email, '@', 2) collate "C"), '.');

-- A provider that anybody can have an address at, or a name below one.
create function asp.f_is_shared(p_domain text) returns boolean language plpgsql stable as $$
begin
    return exists (select from shared_mail_provider s
                   where s.domain = p_domain or right(p_domain, length(s.domain) + 1) = '.' || s.domain);
end $$;

-- Those of habilitations active for 30 days and not made by the desk; compared whole, a name below one is another.
create function asp.f_known_domains(p_establishment bigint) returns text[] language plpgsql stable as $$
begin
    return array(select distinct d.domain
                 from (select f_domain(c.email) as domain from habilitation h join account c on c.id = h.account_id
                       where h.establishment_id = p_establishment and h.state = 'active' and not h.made_by_desk
                         and h.active_from <= clock_timestamp() - interval '30 days'
                         and not c.created_by_desk and c.disabled_at is null and c.being_deleted_at is null) d
                 where not f_is_shared(d.domain) order by d.domain);
end $$;

create function asp.f_target_email(a asp.t_access) returns text language plpgsql stable as $$
begin
    return coalesce(a.person ->> 'email', (select c.email from account c where c.id = a.account));
end $$;

-- Open habilitation tickets that the person themselves, or somebody of the establishment, sent through the extranet.
-- One that an agent opened does not count, nor one that the agent who asks opened again or gave another motif.
create function asp.f_requester_tickets(a asp.t_access, p_person text) returns bigint[] language plpgsql stable as $$
declare
    v_addresses text[] := array(
        select lower(f_target_email(a))
        union select lower(e.email) from establishment e where e.id = a.establishment and e.email is not null
        union select lower(c.email) from habilitation h join account c on c.id = h.account_id
              where h.establishment_id = a.establishment and h.state <> 'revoked' and not h.made_by_desk);
begin
    return array(select t.number from ticket t join establishment e on e.siret = t.siret
                 where e.id = a.establishment and t.state in ('open', 'taken', 'on_hold')
                   and t.motif = 'habilitation' and t.channel = 'extranet'
                   and lower(t.requester_email) = any (v_addresses)
                   and not exists (select from ticket_event v
                                   where v.ticket = t.number and v.kind in ('reopened', 'motif_changed')
                                     and f_person(v.actor) = p_person)
                 order by t.number limit 20);
end $$;

-- What the decision rests on: shown to whoever approves, and looked at again then.
create function asp.f_access_evidence(a asp.t_access, p_person text, p_check uuid) returns jsonb
    language plpgsql stable as $$
begin
    return jsonb_build_object(
        'domain', f_domain(f_target_email(a)),
        'known_domains', to_jsonb(f_known_domains(a.establishment)),
        'tickets', to_jsonb(f_requester_tickets(a, p_person)),
        'recent_changes', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'at', c.at,
                                                                        'undone_at', c.undone_at) order by c.at desc), '[]')
                           from access_change c where c.establishment_id = a.establishment
                             and c.at > clock_timestamp() - interval '30 days'),
        'referent', (select h.account_id from habilitation h where h.establishment_id = a.establishment and h.referent),
        'check', (select jsonb_build_object('at', k.at, 'facts', to_jsonb(k.facts)) from caller_check k
                  where k.id = p_check));
end $$;

create function asp.f_access_why(p_evidence jsonb) returns text[] language sql immutable
    return array_remove(array[
        case when not p_evidence -> 'known_domains' ? (p_evidence ->> 'domain') then 'address_outside_domains' end,
        case when p_evidence -> 'tickets' = '[]' then 'no_ticket_from_requester' end,
        case when p_evidence -> 'recent_changes' <> '[]' then 'second_change_in_30_days' end], null);

-- Carrying it out ----------------------------------------------------------------------------------------------------------

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

-- The request waits, with its evidence.
create function asp.f_keep_request(r asp.t_request, a asp.t_access, p_check uuid, p_evidence jsonb, p_why text[])
    returns jsonb language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_expires timestamptz := v_now + make_interval(hours => f_setting_int('approbation.heures', 72));
begin
    insert into approval_request (id, kind, params, reason, reason_text, call_id, ticket, check_id, establishment_id,
                                  account_id, requested_by, requested_person, requested_at, expires_at, why, evidence)
    values (r.id, r.kind,
            jsonb_build_object('establishment_id', a.establishment, 'account_id', a.account, 'person', a.person,
                               'keep_old', a.keep_old),
            r.reason, r.reason_text, r.call_id, r.ticket, p_check, a.establishment, a.account, session_user,
            f_person(session_user), v_now, v_expires, p_why, p_evidence);
    return jsonb_build_object('state', 'waiting', 'approval', r.id, 'expires_at', v_expires, 'why', to_jsonb(p_why));
end $$;

-- Both operations. The check comes last: nothing is told about it that the other rules would refuse anyway.
create function asp.f_ask_access(r asp.t_request, p_setting text) returns asp.t_done language plpgsql as $$
declare
    v_access t_access := f_read_access(r.kind, r.params);
    v_waiting uuid;
    v_check uuid;
    v_evidence jsonb;
    v_why text[];
    v_result jsonb;
begin
    perform f_check_ceiling(r.kind, p_setting, 10);
    perform f_lock_access(v_access);
    perform f_check_access(v_access);
    update approval_request set state = 'expired'
    where establishment_id = v_access.establishment and state = 'waiting' and expires_at <= clock_timestamp();
    select q.id into v_waiting from approval_request q
    where q.establishment_id = v_access.establishment and q.kind = r.kind and q.state = 'waiting';
    if v_waiting is not null then
        perform f_refuse('already_waiting', jsonb_build_object('request', v_waiting));
    end if;
    v_check := f_need_pass(r.call_id, v_access.establishment, null);
    v_evidence := f_access_evidence(v_access, f_person(session_user), v_check);
    v_why := f_access_why(v_evidence);
    v_result := case when cardinality(v_why) = 0 then f_carry_access(v_access, r.id, session_user, null)
                     else f_keep_request(r, v_access, v_check, v_evidence, v_why) end;
    return row(v_result, v_access.establishment,
               coalesce((v_result ->> 'account_id')::bigint, v_access.account), null)::t_done;
end $$;

create function asp.op_account_create(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_ask_access(r, 'plafond.create');
end $$;

create function asp.op_referent_reassign(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_ask_access(r, 'plafond.reassign');
end $$;

revoke execute on all functions in schema asp, desk from public;
