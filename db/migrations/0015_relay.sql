-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the mail relay does. It claims a mail for a while, and what becomes of it is recorded; a relay that dies leaves a
-- claim that lapses, and another takes the mail up under the same Message-ID.

set local search_path = asp, public;

-- Every setting by its key: the sender's address and the values templates name.
create function desk.relay_settings() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    return (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from setting s);
end $$;

-- A password mail is overtaken when a later one was asked for: its password would open nothing.
create function asp.f_overtaken(m asp.mail) returns boolean language plpgsql stable as $$
begin
    return m.kind = 'mot_de_passe'
        and exists (select from mail n where n.account_id = m.account_id and n.kind = 'mot_de_passe' and n.id > m.id
                    and n.state <> 'cancelled');
end $$;

create function asp.f_mail_document(m asp.mail) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'to', m.to_address, 'attempts', m.attempts,
        'message_id', '<mail-' || m.id || '@' || f_setting('mail.domaine', 'localhost') || '>',
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

-- Takes up to p_limit mails that are due: they are this relay's until the claim lapses (mail.reservation_secondes).
create function desk.relay_claim(p_limit int) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off as $$
declare
    v_now timestamptz := clock_timestamp();
    v_until timestamptz := v_now + make_interval(secs => f_setting_int('mail.reservation_secondes', 120));
    v_mails jsonb;
begin
    with due as (
        select m.id, f_overtaken(m) as overtaken from mail m
        where m.state in ('queued', 'sending') and m.next_attempt_at <= v_now
        order by m.next_attempt_at, m.id
        limit least(greatest(p_limit, 0), 1000)
        for update skip locked
    ), taken as (
        -- next_attempt_at moves along with the claim, so that claimed rows leave the head of the index.
        update mail m set state = case when d.overtaken then 'cancelled' else 'sending' end,
                          attempts = m.attempts + 1, claimed_until = v_until, next_attempt_at = v_until
        from due d where m.id = d.id
        returning m.*
    )
    select coalesce(jsonb_agg(f_mail_document(row(t.*)::mail) order by t.id), '[]') into v_mails
    from taken t where t.state = 'sending';
    return v_mails;
end $$;

-- Only a mail under way can be sent, fail, or get a password.
create function asp.f_claimed_mail(p_mail bigint) returns asp.mail language plpgsql as $$
declare
    v_mail mail;
begin
    select * into v_mail from mail m where m.id = p_mail for update;
    if v_mail.id is null or v_mail.state <> 'sending' then
        raise exception 'mail % is not claimed', p_mail using errcode = 'object_not_in_prerequisite_state';
    end if;
    return v_mail;
end $$;

-- Puts the new password's hash in force, before its mail leaves. Fails, rather than answer, when the mail was overtaken
-- or the account is no more: a relay that does not look at answers must not send a password that opens nothing.
create function desk.relay_set_password(p_mail bigint, p_hash text) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
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
    v_mail := f_claimed_mail(p_mail);
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

create function desk.relay_sent(p_mail bigint) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail := f_claimed_mail(p_mail);
begin
    update mail set state = 'sent', sent_at = clock_timestamp(), claimed_until = null, reason = ''
    where id = v_mail.id;
    return '{"status": "ok"}';
end $$;

-- A passing failure is tried again after 1, 2, 4 … minutes, four hours at most; a permanent one, or one too many, is
-- refused. p_reason is the far server's words, for people to read.
create function desk.relay_failed(p_mail bigint, p_permanent boolean, p_reason text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_mail mail := f_claimed_mail(p_mail);
    v_reason text := left(regexp_replace(coalesce(p_reason, ''), '[[:cntrl:]]+', ' ', 'g'), 500);
    v_give_up boolean := coalesce(p_permanent, false) or v_mail.attempts >= f_setting_int('mail.tentatives', 12);
begin
    update mail set state = case when v_give_up then 'refused' else 'queued' end,
                    bounced_at = case when v_give_up then clock_timestamp() end,
                    next_attempt_at = clock_timestamp()
                                      + least(make_interval(mins => 1 << least(v_mail.attempts - 1, 8)), '4 hours'),
                    claimed_until = null, reason = v_reason
    where id = v_mail.id;
    return jsonb_build_object('status', 'ok', 'state', case when v_give_up then 'refused' else 'queued' end);
end $$;
