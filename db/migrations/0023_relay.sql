-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The relay over a real mail server: claims that another relay cannot be taken for, mails given back untouched, what
-- comes back later, and the supervisors' list of mails with the one act on it.

set local search_path = asp, public;

-- token: part of the Message-ID, so that nobody who has not seen a mail can report its failure. Older mails have none.
-- claims: how often the mail was claimed; a relay that comes too late is told apart by it.
-- lapses: how often in a row a relay died with it in hand.
alter table asp.mail
    add column token text,
    add column claims int not null default 0,
    add column lapses int not null default 0,
    add column replaced_by bigint references asp.mail;
alter table asp.mail alter column token set default left(replace(gen_random_uuid()::text, '-', ''), 16);
create index mail_failed on asp.mail (id desc) where state in ('refused', 'bounced');

create or replace function asp.f_mail_document(m asp.mail) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'to', m.to_address, 'attempts', m.attempts, 'claim', m.claims,
        'message_id', '<mail-' || m.id || coalesce('.' || m.token, '') || '@'
                      || f_setting('mail.domaine', 'localhost') || '>',
        'account', (select jsonb_build_object('identifiant', a.identifiant, 'first_name', a.first_name,
                                              'last_name', a.last_name)
                    from account a where a.id = m.account_id),
        'params', m.params || coalesce(
            (select jsonb_build_object('denomination', e.denomination, 'siret', e.siret, 'actif_depuis', h.active_from)
             from habilitation h join establishment e on e.id = h.establishment_id where h.id = m.habilitation_id), '{}'),
        'policy', case when m.kind = 'mot_de_passe' then
            (select jsonb_build_object('min_length', p.generated_length, 'specials', p.generated_specials,
                                       'must_change', p.must_change)
             from account a cross join lateral f_policy(a.profile) p where a.id = m.account_id) end);
end $$;

-- p_seconds: how long this relay needs at least; the claim lasts that long or as the setting says, the longer of the two.
-- A claim that lapsed is no attempt: the mail may not have been touched. But what ends fifty relays is given up.
drop function desk.relay_claim(int);
create function desk.relay_claim(p_limit int, p_seconds int default null) returns jsonb
    language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off as $$
declare
    v_now timestamptz := clock_timestamp();
    v_until timestamptz := v_now + make_interval(secs => greatest(f_setting_int('mail.reservation_secondes', 120),
                                                                  least(p_seconds, 3600)));
    v_mails jsonb;
begin
    with due as (
        select m.id, f_overtaken(m) as overtaken, m.state = 'sending' as lapsed, m.lapses >= 50 as hopeless from mail m
        where m.state in ('queued', 'sending') and m.next_attempt_at <= v_now
        order by m.next_attempt_at, m.id
        limit least(greatest(p_limit, 0), 1000)
        for update skip locked
    ), taken as (
        -- next_attempt_at moves along with the claim, so that claimed rows leave the head of the index.
        update mail m set state = case when d.overtaken then 'cancelled' when d.hopeless then 'refused' else 'sending' end,
                          attempts = m.attempts + case when d.lapsed or d.overtaken then 0 else 1 end,
                          lapses = m.lapses + case when d.lapsed then 1 else 0 end,
                          claims = m.claims + 1, claimed_until = v_until, next_attempt_at = v_until,
                          bounced_at = case when d.hopeless and not d.overtaken then v_now end,
                          reason = case when d.hopeless then 'le relais s’est arrêté pendant chaque envoi' else m.reason end
        from due d where m.id = d.id
        returning m.*
    )
    select coalesce(jsonb_agg(f_mail_document(row(t.*)::mail) || jsonb_build_object(
                                  'seconds', extract(epoch from v_until - v_now)::int) order by t.id), '[]') into v_mails
    from taken t where t.state = 'sending';
    return v_mails;
end $$;

-- Only a mail under way can be sent, fail, or get a password, and only by the relay that claimed it last.
-- p_claim is null for a relay of the version before.
drop function asp.f_claimed_mail(bigint);
create function asp.f_claimed_mail(p_mail bigint, p_claim int) returns asp.mail language plpgsql as $$
declare
    v_mail mail;
begin
    select * into v_mail from mail m where m.id = p_mail for update;
    if v_mail.id is null or v_mail.state <> 'sending' or v_mail.claims <> coalesce(p_claim, v_mail.claims) then
        raise exception 'mail % is not claimed', p_mail using errcode = 'object_not_in_prerequisite_state';
    end if;
    return v_mail;
end $$;

drop function desk.relay_set_password(bigint, text);
create function desk.relay_set_password(p_mail bigint, p_hash text, p_claim int default null) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail;
    v_account account;
begin
    if p_hash is null or p_hash !~ '^\$argon2id\$' or length(p_hash) > 300 then
        raise exception 'not an Argon2id hash' using errcode = 'invalid_parameter_value';
    end if;
    -- Account first, mail second: the order of a reset, so that the two never wait for each other in a ring.
    select a.* into v_account from account a
    where a.id = (select m.account_id from mail m where m.id = p_mail) for no key update;
    v_mail := f_claimed_mail(p_mail, p_claim);
    if v_mail.kind <> 'mot_de_passe' or f_overtaken(v_mail) then
        raise exception 'mail % carries no password any more', p_mail using errcode = 'object_not_in_prerequisite_state';
    elsif v_account.disabled_at is not null or v_account.being_deleted_at is not null then
        raise exception 'the account of mail % is closed', p_mail using errcode = 'object_not_in_prerequisite_state';
    end if;
    insert into account_secret as s (account_id, password_hash) values (v_account.id, p_hash)
    on conflict (account_id) do update set password_hash = excluded.password_hash;
    update account set password_state = 'active', password_changed_at = clock_timestamp(),
                       password_changed_by = v_mail.origin
    where id = v_account.id;
    perform f_journal('relay_password', p_account => v_account.id, p_operation => v_mail.operation_id,
                      p_detail => jsonb_build_object('mail', p_mail));
    return '{"status": "ok"}';
end $$;

drop function desk.relay_sent(bigint);
create function desk.relay_sent(p_mail bigint, p_claim int default null) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
begin
    update mail set state = 'sent', sent_at = clock_timestamp(), claimed_until = null, reason = ''
    where id = v_mail.id;
    return '{"status": "ok"}';
end $$;

-- One plain line of the far server's words, for people to read.
create function asp.f_far_words(p_text text) returns text language sql immutable
    return left(btrim(regexp_replace(coalesce(p_text, ''), '[[:cntrl:]]+', ' ', 'g')), 500);

drop function desk.relay_failed(bigint, boolean, text);
create function desk.relay_failed(p_mail bigint, p_permanent boolean, p_reason text, p_claim int default null)
    returns jsonb language plpgsql security definer set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
    v_give_up boolean := coalesce(p_permanent, false) or v_mail.attempts >= f_setting_int('mail.tentatives', 12);
begin
    update mail set state = case when v_give_up then 'refused' else 'queued' end,
                    bounced_at = case when v_give_up then clock_timestamp() end,
                    next_attempt_at = clock_timestamp()
                                      + least(make_interval(mins => 1 << least(v_mail.attempts - 1, 8)), '4 hours'),
                    claimed_until = null, lapses = 0, reason = f_far_words(p_reason)
    where id = v_mail.id;
    return jsonb_build_object('status', 'ok', 'state', case when v_give_up then 'refused' else 'queued' end);
end $$;

-- Given back untouched: no mail could leave at all, or the relay stops. The attempt does not count.
create function desk.relay_release(p_mail bigint, p_claim int) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
begin
    update mail set state = 'queued', attempts = attempts - 1, next_attempt_at = clock_timestamp(), claimed_until = null,
                    lapses = 0
    where id = v_mail.id;
    return '{"status": "ok"}';
end $$;

-- What a mail server reported afterwards: p_status 'failed', 'delayed' or 'delivered'. Answers the state that results;
-- 'later' when the mail is in a relay's hands again, and its report has to wait for that.
create function desk.relay_bounced(p_message_id text, p_status text, p_text text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_id text[] := regexp_match(p_message_id, '^<?mail-([0-9]{1,18})(?:\.([0-9a-f]{16}))?@');
    v_mail mail;
    v_state text;
begin
    if p_status is null or p_status not in ('failed', 'delayed', 'delivered') then
        return f_refused('bad_params');
    end if;
    select * into v_mail from mail m where m.id = v_id[1]::bigint and m.token is not distinct from v_id[2] for update;
    if v_mail.id is null then
        return f_refused('unknown_mail');
    elsif v_mail.state in ('queued', 'sending') and v_mail.claims > 0 then
        return '{"status": "later"}';
    end if;
    v_state := case when p_status = 'failed' and v_mail.state in ('sent', 'delivered') then 'bounced'
                    when p_status = 'delivered' and v_mail.state = 'sent' then 'delivered'
                    else v_mail.state end;
    if v_state <> v_mail.state or (p_status = 'delayed' and v_state = 'sent') then
        update mail set state = v_state,
                        bounced_at = case when v_state = 'bounced' then clock_timestamp() else bounced_at end,
                        delivered_at = case when v_state = 'delivered' then clock_timestamp() else delivered_at end,
                        reason = case when v_state = 'delivered' then '' else f_far_words(p_text) end
        where id = v_mail.id;
    end if;
    return jsonb_build_object('status', 'ok', 'state', v_state);
end $$;

-- For supervisors ------------------------------------------------------------------------------------------------------

-- The establishment a mail is about, to show it and to file an act on it under.
create function asp.f_mail_establishment(m asp.mail) returns bigint language plpgsql stable as $$
begin
    return coalesce((select h.establishment_id from habilitation h where h.id = m.habilitation_id),
                    (select o.establishment_id from operation o where o.id = m.operation_id),
                    (select e.id from establishment e join ticket t on t.siret = e.siret where t.number = m.ticket),
                    f_filed_under(m.account_id, null, null));
end $$;

create function asp.f_mail_line(m asp.mail) returns jsonb language plpgsql stable as $$
declare
    e establishment;
begin
    select * into e from establishment s where s.id = f_mail_establishment(m);
    return jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'state', m.state, 'to_masked', f_mask_email(m.to_address),
        'identifiant', (select a.identifiant from account a where a.id = m.account_id),
        'siret', e.siret, 'denomination', e.denomination, 'ticket', m.ticket, 'queued_at', m.queued_at,
        'next_attempt_at', m.next_attempt_at, 'attempts', m.attempts, 'sent_at', m.sent_at, 'bounced_at', m.bounced_at,
        'reason', m.reason, 'replaced_by', m.replaced_by);
end $$;

-- What still asks for somebody: failed within a week and not sent again.
create function asp.f_mails_failing(p_state text) returns bigint language plpgsql stable as $$
begin
    return (select count(*) from mail m where m.state = p_state and m.state in ('refused', 'bounced')
              and m.bounced_at > clock_timestamp() - interval '7 days' and m.replaced_by is null);
end $$;

-- p_state 'waiting', 'failed' or 'sent'; the newest first, those below the id p_before.
create function asp.f_read_mails_page(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_state text := (p_params ->> 'state');
    p_before bigint := (p_params ->> 'before')::bigint;
    p_limit int := (p_params ->> 'limit')::int;
    v_before bigint := coalesce(nullif(p_before, 0), 9223372036854775807);
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_mails jsonb;
begin
    if coalesce(p_state, '') not in ('waiting', 'failed', 'sent') then
        return f_refused('bad_params', '{"param": "state"}');
    end if;
    -- One branch each, with the states spelt out: each has an index of its own.
    select coalesce(jsonb_agg(f_mail_line(row(x.*)::mail) order by x.id desc), '[]') into v_mails from (
        (select m.* from mail m where p_state = 'waiting' and m.state in ('queued', 'sending') and m.id < v_before
         order by m.id desc limit v_limit)
        union all
        (select m.* from mail m where p_state = 'failed' and m.state in ('refused', 'bounced') and m.id < v_before
         order by m.id desc limit v_limit)
        union all
        (select m.* from mail m where p_state = 'sent' and m.state in ('sent', 'delivered') and m.id < v_before
         order by m.id desc limit v_limit)) x;
    return jsonb_build_object('status', 'ok', 'mails', v_mails, 'counts', jsonb_build_object(
        'waiting', (select count(*) from mail m where m.state in ('queued', 'sending')),
        'failed', f_mails_failing('refused'), 'bounced', f_mails_failing('bounced')));
end $$;

-- A password mail whose password has been replaced since must not be sent again: it would take the good one away.
create function asp.f_check_password_mail(m asp.mail, a asp.account) returns void language plpgsql stable as $$
declare
    v_later bigint := (select max(n.id) from mail n where n.account_id = m.account_id and n.kind = 'mot_de_passe'
                         and n.id > m.id and n.state <> 'cancelled');
begin
    if v_later is not null then
        perform f_refuse('mail_not_failed', jsonb_build_object('replaced_by', v_later));
    elsif a.password_state = 'active' and a.password_changed_at > m.bounced_at then
        perform f_refuse('mail_not_failed', '{"password": "changed"}');
    end if;
end $$;

-- Sends a mail that failed once more, as a mail of its own. A password is made anew: the one that got lost may be in
-- anybody's hands, and is void from here on.
create function asp.op_mail_send_again(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_id bigint := f_param_id(r.params, 'mail_id');
    v_account account;
    v_mail mail;
    v_new bigint;
begin
    -- Account first, mail second, as everywhere. A notice to who lost an access is owed whatever became of the account.
    select * into v_mail from mail m where m.id = v_id;
    if v_mail.id is null then
        perform f_refuse('unknown_mail');
    elsif v_mail.account_id is not null and v_mail.kind <> 'avis_changement' then
        v_account := f_lock_account(v_mail.account_id);
    end if;
    select * into v_mail from mail m where m.id = v_id for update;
    if v_mail.state not in ('refused', 'bounced') or v_mail.replaced_by is not null then
        perform f_refuse('mail_not_failed', jsonb_build_object('state', v_mail.state, 'replaced_by', v_mail.replaced_by));
    end if;
    if v_mail.kind = 'mot_de_passe' then
        perform f_check_password_mail(v_mail, v_account);
        update account_secret set password_hash = null where account_id = v_account.id;
        update account set password_state = 'voided', password_changed_at = clock_timestamp(),
                           password_changed_by = 'desk',
                           must_change_password = coalesce((f_policy(v_account.profile)).must_change, true)
        where id = v_account.id;
    elsif v_mail.kind = 'habilitation'
          and exists (select from habilitation h where h.id = v_mail.habilitation_id and h.state = 'revoked') then
        perform f_refuse('habilitation_not_active');
    end if;
    insert into mail (kind, account_id, habilitation_id, ticket, operation_id, origin, to_address, params, queued_at,
                      next_attempt_at)
    values (v_mail.kind, v_mail.account_id, v_mail.habilitation_id, v_mail.ticket, r.id, 'desk',
            coalesce(v_account.email, v_mail.to_address), v_mail.params, clock_timestamp(), clock_timestamp())
    returning id into v_new;
    update mail set replaced_by = v_new where id = v_mail.id;
    return row(jsonb_build_object('mail', v_new), f_mail_establishment(v_mail), v_mail.account_id, v_mail.ticket)::t_done;
end $$;

-- Who may call what: dropped functions took their grants with them, and new ones are everybody's until said otherwise.
revoke execute on all functions in schema asp, desk from public;
grant execute on function
    desk.relay_claim(int, int), desk.relay_set_password(bigint, text, int), desk.relay_sent(bigint, int),
    desk.relay_failed(bigint, boolean, text, int), desk.relay_release(bigint, int), desk.relay_bounced(text, text, text)
    to asp_relay;
