-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Department and profile of who wrote, looked up once when a ticket arrives.

-- working time that was left when it was put on hold
create function asp.f_ticket_department(p_siret text) returns text language plpgsql stable as $$
begin
    return coalesce((select e.department from asp.establishment e where e.siret = p_siret), '');
end $$;

-- Of several accounts with one address: one that acts for this establishment, else the oldest.
create function asp.f_ticket_profile(p_email text, p_siret text) returns text language plpgsql stable as $$
begin
    return coalesce((select a.profile from asp.account a where lower(a.email) = lower(p_email)
                     order by exists (select from asp.habilitation h join asp.establishment e on e.id = h.establishment_id
                                      where h.account_id = a.id and e.siret = p_siret and h.state = 'active') desc, a.id
                     limit 1), '');
end $$;

create function asp.tr_ticket_requester() returns trigger language plpgsql as $$
begin
    new.department := asp.f_ticket_department(new.siret);
    new.profile := asp.f_ticket_profile(new.requester_email, new.siret);
    return new;
end $$;

-- Whoever loads tickets in bulk gives both.
create trigger ticket_requester before insert on asp.ticket
    for each row when (new.department = '' and new.profile = '') execute function asp.tr_ticket_requester();
