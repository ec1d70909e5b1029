-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The caller check: two facts that the caller says, the agent types and the database compares. It answers whether both
-- were right, never which one was wrong, and keeps that it was tried, not what was said.

set local search_path = asp, public;

-- Values in one form, so that spelling does not matter; always compared whole ---------------------------------------------

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

-- What was shown ------------------------------------------------------------------------------------------------------------

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

-- Tries ------------------------------------------------------------------------------------------------------------------

-- A client can end its transaction by force once it has the answer, and its failed try is gone with it. A sequence is
-- not taken back: it counts the tries begun, the table those that were kept, and the difference is what somebody hid.
-- One sequence for a sixty-fourth of all people; its row is held until the end, so no try under way looks like a lost one.
create table asp.try_meter (bucket int primary key);
insert into asp.try_meter select generate_series(0, 63);
do $$
begin
    for i in 0..63 loop
        execute format('create sequence asp.try_meter_%s', i);
    end loop;
end $$;

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

create function asp.f_refuse_tries() returns void language plpgsql stable as $$
begin
    perform f_refuse('too_many_tries', jsonb_build_object('limit', f_setting_int('verification.essais', 3)));
end $$;

-- The check itself -----------------------------------------------------------------------------------------------------------

-- Only what was opened in the call is checked, and an account only with an establishment it is habilitated for.
-- Null, or the rule that stands in the way.
create function asp.f_check_subject(p_call uuid, p_establishment bigint, p_account bigint) returns text
    language plpgsql stable as $$
begin
    return case
        when p_establishment is null and p_account is null then 'bad_params'
        when p_establishment is not null and not f_opened_in(p_call, p_establishment, null, null) then 'file_not_opened'
        when p_account is not null and not f_opened_in(p_call, null, p_account, null) then 'file_not_opened'
        when p_establishment is not null and p_account is not null and not exists (
            select from habilitation h where h.establishment_id = p_establishment and h.account_id = p_account
              and h.state <> 'revoked') then 'file_not_opened' end;
end $$;

create function asp.f_fact_subject(p_fact text, p_establishment bigint, p_account bigint) returns bigint
    language sql immutable
    return case split_part(p_fact, '.', 1) when 'account' then p_account else p_establishment end;

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

-- A reset needs the check of that very account, in that call.
create or replace function asp.op_account_reset_password(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_account account;
    v_unlock boolean := f_param_bool(r.params, 'unlock', true);
    v_must_change boolean;
    v_mails bigint[];
begin
    perform f_check_ceiling(r.kind, 'plafond.reset', 30);
    v_account := f_lock_account(f_param_id(r.params, 'account_id'));
    if not exists (select from habilitation h where h.account_id = v_account.id and h.state = 'active') then
        perform f_refuse('no_active_habilitation');
    end if;
    perform f_need_pass(r.call_id, null, v_account.id);
    v_unlock := v_unlock and v_account.locked_until is not null and v_account.locked_until > clock_timestamp();
    v_must_change := coalesce((f_policy(v_account.profile)).must_change, true);

    update account_secret set password_hash = null where account_id = v_account.id;
    update account set
        password_state = 'voided', password_changed_at = clock_timestamp(), password_changed_by = 'desk',
        must_change_password = v_must_change,
        locked_at = case when not v_unlock then locked_at end,
        locked_until = case when not v_unlock then locked_until end,
        failed_logins = case when v_unlock then 0 else failed_logins end
    where id = v_account.id;
    -- An earlier password that has not left yet would only confuse: the latest counts.
    update mail set state = 'cancelled'
    where account_id = v_account.id and kind = 'mot_de_passe' and state = 'queued';
    v_mails := array[f_queue_mail('identifiant', v_account, null, r.id),
                     f_queue_mail('mot_de_passe', v_account, null, r.id)];
    return row(jsonb_build_object('account_id', v_account.id, 'mails', to_jsonb(v_mails), 'unlocked', v_unlock,
                                  'must_change', v_must_change),
               f_filed_under(v_account.id, r.call_id, r.ticket), v_account.id, null)::t_done;
end $$;

-- Whole, as people read it.
create function asp.f_masked_value(p_field text, p_id bigint) returns text language plpgsql stable as $$
declare
    v_value text;
begin
    case p_field
        when 'account.email' then select a.email into v_value from account a where a.id = p_id;
        when 'account.phone' then select a.phone into v_value from account a where a.id = p_id;
        when 'account.last_login' then
            select to_char(a.last_login_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') into v_value
            from account a where a.id = p_id;
        when 'establishment.email' then select e.email into v_value from establishment e where e.id = p_id;
        when 'establishment.phone' then select e.phone into v_value from establishment e where e.id = p_id;
        when 'establishment.street' then
            select nullif(concat_ws(' ', e.street_number, e.street_extension, e.street_type, e.street_label), '')
            into v_value from establishment e where e.id = p_id;
        when 'establishment.headcount' then
            select nullif(concat_ws('/', e.headcount, c.headcount), '') into v_value
            from establishment e left join company c on c.siren = e.siren where e.id = p_id;
        when 'ticket.requester_email' then
            select t.requester_email into v_value from ticket t where t.number = p_id;
        when 'ticket.requester_phone' then
            select t.requester_phone into v_value from ticket t where t.number = p_id;
        else null;
    end case;
    return v_value;
end $$;

revoke all on asp.try_meter from public;
revoke all on all sequences in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
