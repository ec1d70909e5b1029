-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Another referent for an establishment.
--
-- Operation referent.reassign
-- Takes: establishment_id, and account_id or person{last_name, first_name, phone, email, profile}, keep_old
-- Answers: state done: change, account_id, identifiant, habilitation_id, mails[], notices[], objection_until; state
--     waiting: approval, expires_at, why[]; old_account_id, old_kept
-- Refuses: account_being_deleted, account_disabled, account_exists, already_habilitated, already_referent,
--     already_waiting, bad_params, bad_person, check_needed, over_ceiling, unknown_account, unknown_establishment
-- Caps: plafond.reassign an hour; repetition.*

create function asp.op_referent_reassign(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_ask_access(r, 'plafond.reassign');
end $$;
