-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The establishment in the file, and the establishments of an account.

create function asp.f_file_establishments(p_account bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', e.id, 'siret', e.siret, 'denomination', e.denomination, 'postcode', e.postcode, 'town', e.town,
        'state', e.state, 'active_from', e.active_from, 'referent', e.referent,
        'open_tickets', (select count(*) from ticket t
                         where t.siret = e.siret and t.state in ('open', 'taken', 'on_hold')))
        order by e.denomination, e.siret), '[]')
    from (select e.id, e.siret, e.denomination, e.postcode, e.town, h.state, h.active_from, h.referent
          from habilitation h join establishment e on e.id = h.establishment_id
          where h.account_id = p_account
          order by h.state = 'revoked', h.id desc limit 500) e);
end $$;

create function asp.f_file_establishment(p_id bigint) returns jsonb language plpgsql stable as $$
declare
    v_company int := (select c.headcount from establishment e join company c on c.siren = e.siren where e.id = p_id);
begin
    return (select jsonb_build_object(
        'id', e.id, 'siret', e.siret, 'siren', e.siren, 'denomination', e.denomination,
        'address_line', case when not f_masking() then f_masked_value('establishment.street', e.id) end,
        'street_masked', f_masking() and f_fact_value('establishment.street', e.id) is not null,
        'address_complement', e.address_complement, 'postcode', e.postcode, 'town', e.town,
        'department', e.department,
        'phone_masked', f_mask_phone(e.phone), 'email_masked', f_mask_email(e.email),
        'headcount', case when not f_masking() then e.headcount end,
        'company_headcount', case when not f_masking() then v_company end,
        'headcount_masked', f_masking() and num_nonnulls(e.headcount, v_company) > 0,
        'registration_requested_at', e.registration_requested_at, 'registered_at', e.registered_at,
        -- Beyond a thousand the exact figure helps nobody.
        'other_establishments', (select count(*) - 1 from (select 1 from establishment o where o.siren = e.siren
                                                           limit 1001) siblings),
        'time_zone', f_time_zone(e.department))
    from establishment e where e.id = p_id);
end $$;
