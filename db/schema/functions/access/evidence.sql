-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Why another person must approve: the address, the ticket, the changes before. Looked at again when it is approved.

create function asp.f_domain(p_email text) returns text language sql immutable
    return rtrim(lower(split_part(p_email, '@', 2) collate "C"), '.');

-- A provider that anybody can have an address at, or a name below one.
create function asp.f_is_shared(p_domain text) returns boolean language plpgsql stable as $$
begin
    return exists (select from shared_mail_provider s
                   where s.domain = p_domain or right(p_domain, length(s.domain) + 1) = '.' || s.domain);
end $$;

-- Those of habilitations active for 30 days and not made by the desk; compared whole, a name below one is another.
create function asp.f_known_domains(p_establishment bigint) returns text[] language plpgsql stable as $$
begin
    return array(select distinct d.domain
                 from (select f_domain(c.email) as domain from habilitation h join account c on c.id = h.account_id
                       where h.establishment_id = p_establishment and h.state = 'active' and not h.made_by_desk
                         and h.active_from <= clock_timestamp() - interval '30 days'
                         and not c.created_by_desk and c.disabled_at is null and c.being_deleted_at is null) d
                 where not f_is_shared(d.domain) order by d.domain);
end $$;

create function asp.f_target_email(a asp.t_access) returns text language plpgsql stable as $$
begin
    return coalesce(a.person ->> 'email', (select c.email from account c where c.id = a.account));
end $$;

-- Open habilitation tickets that the person themselves, or somebody of the establishment, sent through the extranet.
-- One that an agent opened does not count, nor one that the agent who asks opened again or gave another motif.
create function asp.f_requester_tickets(a asp.t_access, p_person text) returns bigint[] language plpgsql stable as $$
declare
    v_addresses text[] := array(
        select lower(f_target_email(a))
        union select lower(e.email) from establishment e where e.id = a.establishment and e.email is not null
        union select lower(c.email) from habilitation h join account c on c.id = h.account_id
              where h.establishment_id = a.establishment and h.state <> 'revoked' and not h.made_by_desk);
begin
    return array(select t.number from ticket t join establishment e on e.siret = t.siret
                 where e.id = a.establishment and t.state in ('open', 'taken', 'on_hold')
                   and t.motif = 'habilitation' and t.channel = 'extranet'
                   and lower(t.requester_email) = any (v_addresses)
                   and not exists (select from ticket_event v
                                   where v.ticket = t.number and v.kind in ('reopened', 'motif_changed')
                                     and f_person(v.actor) = p_person)
                 order by t.number limit 20);
end $$;

-- What the decision rests on: shown to whoever approves, and looked at again then.
create function asp.f_access_evidence(a asp.t_access, p_person text, p_check uuid) returns jsonb
    language plpgsql stable as $$
begin
    return jsonb_build_object(
        'domain', f_domain(f_target_email(a)),
        'known_domains', to_jsonb(f_known_domains(a.establishment)),
        'tickets', to_jsonb(f_requester_tickets(a, p_person)),
        'recent_changes', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'at', c.at,
                                                                        'undone_at', c.undone_at) order by c.at desc), '[]')
                           from access_change c where c.establishment_id = a.establishment
                             and c.at > clock_timestamp() - interval '30 days'),
        'referent', (select h.account_id from habilitation h where h.establishment_id = a.establishment and h.referent),
        'check', (select jsonb_build_object('at', k.at, 'facts', to_jsonb(k.facts)) from caller_check k
                  where k.id = p_check));
end $$;
