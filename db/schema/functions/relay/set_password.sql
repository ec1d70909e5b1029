-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The hash of the password a mail is about to carry.
--
-- Function desk.relay_set_password
-- Answers: status; 55000 when the mail is not claimed under that number, was overtaken, or its account is closed

-- In force before the mail leaves. Fails, rather than answer, when the mail was overtaken or the account is no more: a relay that does not
-- look at answers must not send a password that opens nothing.
create function desk.relay_set_password(p_mail bigint, p_hash text, p_claim int default null) returns jsonb
    language plpgsql security definer as $$
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

grant execute on function desk.relay_set_password(bigint, text, int) to asp_relay;
