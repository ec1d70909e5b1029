-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the extranet’s log-in reads and writes.

-- Columns are checked by functions that run as whoever writes.
grant execute on function asp.f_norm(text), asp.f_digit_sum(text), asp.f_luhn9(text), asp.f_luhn14(text),
    asp.f_siret_valid(text), asp.f_departement(text) to asp_extranet;

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
