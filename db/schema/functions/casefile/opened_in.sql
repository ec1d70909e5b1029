-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whether a file was opened in a call: nothing is revealed or checked of one that was not.

-- Was the file this thing belongs to opened in that call? What was not opened is not uncovered.
create function asp.f_opened_in(p_call uuid, p_establishment bigint, p_account bigint, p_siret text) returns boolean
    language plpgsql stable as $$
begin
    return case
        when p_establishment is not null then
            exists (select from call_file f where f.call_id = p_call and f.establishment_id = p_establishment)
        when p_account is not null then
            exists (select from call_file f where f.call_id = p_call and f.account_id = p_account)
            or exists (select from call_file f join habilitation h on h.establishment_id = f.establishment_id
                       where f.call_id = p_call and h.account_id = p_account)
        when exists (select from establishment e where e.siret = p_siret) then
            exists (select from call_file f join establishment e on e.id = f.establishment_id
                    where f.call_id = p_call and e.siret = p_siret)
            or exists (select from call_file f join habilitation h on h.account_id = f.account_id
                       join establishment e on e.id = h.establishment_id
                       where f.call_id = p_call and e.siret = p_siret)
        else true -- a ticket whose SIRET nobody knows has no file of its own
    end;
end $$;
