-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- An account and its habilitation for a known establishment.
--
-- Operation account.create
-- Takes: establishment_id, and account_id or person{last_name, first_name, phone, email, profile}
-- Answers: state done: change, account_id, identifiant, habilitation_id, mails[], notices[], objection_until; state
--     waiting: approval, expires_at, why[]
-- Refuses: account_being_deleted, account_disabled, account_exists, already_habilitated, already_referent,
--     already_waiting, bad_params, bad_person, check_needed, over_ceiling, unknown_account, unknown_establishment
-- Caps: plafond.create an hour; repetition.*

create function asp.op_account_create(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_ask_access(r, 'plafond.create');
end $$;
