-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- An establishment and an account in a line.

create function asp.f_establishment_line(p_id bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_build_object('id', e.id, 'siret', e.siret, 'denomination', e.denomination,
                                      'postcode', e.postcode, 'town', e.town) from establishment e where e.id = p_id);
end $$;

create function asp.f_account_line(p_id bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_build_object('id', a.id, 'identifiant', a.identifiant, 'last_name', a.last_name,
                                      'first_name', a.first_name, 'email_masked', f_mask_email(a.email))
            from account a where a.id = p_id);
end $$;
