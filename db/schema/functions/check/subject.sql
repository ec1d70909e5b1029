-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whose facts they are: the account, the establishment, or both, of a file opened in the call.

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
