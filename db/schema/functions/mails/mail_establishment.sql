-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The establishment a mail is about.

-- The establishment a mail is about, to show it and to file an act on it under.
create function asp.f_mail_establishment(m asp.mail) returns bigint language plpgsql stable as $$
begin
    return coalesce((select h.establishment_id from habilitation h where h.id = m.habilitation_id),
                    (select o.establishment_id from operation o where o.id = m.operation_id),
                    (select e.id from establishment e join ticket t on t.siret = e.siret where t.number = m.ticket),
                    f_filed_under(m.account_id, null, null));
end $$;
