-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the extranet writes: its columns, and one function for the tickets people send through it. It is the system that
-- checks passwords, hence the one role that reads their hashes; it sees nothing of what the desk does.

set local search_path = asp, public;

-- A demande d'assistance from the form. The SIRET may be unknown or wrong: the person still wants an answer.
-- {siret, denomination, requester_name, requester_phone, requester_email, motif, description} → {status, number}
create function desk.extranet_ticket(p jsonb) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
declare
    v_now timestamptz := clock_timestamp();
    v_motif text := p ->> 'motif';
    v_number bigint;
begin
    if not exists (select from motif m where m.code = v_motif and m.active) then
        return f_refused('unknown_motif');
    elsif length(p ->> 'description') > 1000 then
        return f_refused('description_too_long', '{"limit": 1000}');
    end if;
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (regexp_replace(p ->> 'siret', '[\s\u00A0\u202F.]', '', 'g'), btrim(p ->> 'denomination'),
            btrim(p ->> 'requester_name'), coalesce(f_phone(p ->> 'requester_phone'), btrim(p ->> 'requester_phone')),
            btrim(p ->> 'requester_email'), v_motif, coalesce(p ->> 'description', ''), 'extranet', v_now,
            f_due_at(v_motif, v_now))
    returning number into v_number;
    insert into ticket_event (ticket, at, actor, kind) values (v_number, v_now, session_user, 'received');
    return jsonb_build_object('status', 'ok', 'number', v_number);
exception when check_violation or not_null_violation then
    return f_refused('bad_params');
end $$;

grant usage on schema asp to asp_extranet;
grant execute on function asp.f_norm(text), asp.f_digit_sum(text), asp.f_luhn9(text), asp.f_luhn14(text),
    asp.f_siret_valid(text), asp.f_departement(text), asp.f_phone(text) to asp_extranet;

grant select (id, siret, siren, denomination, street_number, street_extension, street_type, street_label,
              address_complement, postcode, town, department, phone, email, fax, headcount,
              registration_requested_at, registered_at),
      insert (siret, denomination, street_number, street_extension, street_type, street_label, address_complement,
              postcode, town, phone, email, fax, headcount, registration_requested_at, registered_at),
      update (denomination, street_number, street_extension, street_type, street_label, address_complement, postcode,
              town, phone, email, fax, headcount, registration_requested_at, registered_at)
    on asp.establishment to asp_extranet;
grant select, insert, update (headcount) on asp.company to asp_extranet;
grant select (id, identifiant, last_name, first_name, email, phone, profile, locked_at, locked_until, failed_logins,
              first_login_at, last_login_at, password_state, password_changed_at, password_changed_by,
              must_change_password, secrets_set, self_service_started_at, being_deleted_at, disabled_at, created_at),
      insert (identifiant, last_name, first_name, email, phone, profile, password_state, password_changed_at,
              password_changed_by, must_change_password, secrets_set, created_at),
      update (phone, locked_at, locked_until, failed_logins, first_login_at, last_login_at, password_state,
              password_changed_at, password_changed_by, must_change_password, secrets_set, self_service_started_at,
              being_deleted_at)
    on asp.account to asp_extranet;
grant select, insert, update on asp.account_secret to asp_extranet;
grant select, insert, delete on asp.account_extranet to asp_extranet;
grant select (id, account_id, establishment_id, state, requested_at, active_from, revoked_at, referent),
      insert (account_id, establishment_id, state, requested_at, active_from, referent),
      update (state, active_from, revoked_at, referent)
    on asp.habilitation to asp_extranet;
grant select, insert, update on asp.contract, asp.dap to asp_extranet;
-- The credential mails of registrations and self-service, and what the mail servers told about them since.
grant select (id, kind, account_id, habilitation_id, origin, state, queued_at, sent_at, delivered_at, bounced_at, reason),
      insert (kind, account_id, habilitation_id, to_address),
      update (state, delivered_at, bounced_at, reason)
    on asp.mail to asp_extranet;
grant select on asp.environment, asp.motif, asp.password_policy, asp.setting to asp_extranet;

-- The extranet may say that a mail arrived or came back, nothing else about it.
create function asp.tr_mail_extranet() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if current_user <> session_user or pg_has_role(current_user, 'asp_owner', 'member') then
        return new; -- one of our functions, or the owner
    end if;
    if tg_op = 'UPDATE' and new.state is distinct from old.state
       and not (old.state in ('sent', 'delivered') and new.state in ('delivered', 'bounced')) then
        raise exception 'a mail that is % cannot become %', old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger mail_extranet before update of state on asp.mail
    for each row execute function asp.tr_mail_extranet();
