-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The parts of the caller's file, one function each, all masked. Each is a few index probes, whatever the size of the
-- tables: the lists are capped here, not in the console.

set local search_path = asp, public;

create function asp.f_file_establishment(p_id bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_build_object(
        'id', e.id, 'siret', e.siret, 'siren', e.siren, 'denomination', e.denomination,
        'address_line', concat_ws(' ', e.street_number, e.street_extension, e.street_type, e.street_label),
        'address_complement', e.address_complement, 'postcode', e.postcode, 'town', e.town,
        'department', e.department,
        'phone_masked', f_mask_phone(e.phone), 'email_masked', f_mask_email(e.email),
        'headcount', e.headcount,
        'company_headcount', (select c.headcount from company c where c.siren = e.siren),
        'registration_requested_at', e.registration_requested_at, 'registered_at', e.registered_at,
        -- Beyond a thousand the exact figure helps nobody.
        'other_establishments', (select count(*) - 1 from (select 1 from establishment o where o.siren = e.siren
                                                           limit 1001) siblings),
        'time_zone', f_time_zone(e.department))
    from establishment e where e.id = p_id);
end $$;

create function asp.f_file_account(a asp.account, h asp.habilitation) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', a.id, 'identifiant', a.identifiant, 'last_name', a.last_name, 'first_name', a.first_name,
        'email_masked', f_mask_email(a.email), 'phone_masked', f_mask_phone(a.phone), 'profile', a.profile,
        'locked_at', a.locked_at, 'locked_until', a.locked_until, 'failed_logins', a.failed_logins,
        'first_login_at', a.first_login_at, 'last_login_at', a.last_login_at,
        'password', a.password_state, 'password_changed_at', a.password_changed_at,
        'password_changed_by', a.password_changed_by, 'must_change_password', a.must_change_password,
        'secrets_set', a.secrets_set, 'self_service_started_at', a.self_service_started_at,
        'being_deleted_at', a.being_deleted_at, 'disabled_at', a.disabled_at,
        'created_by_desk', a.created_by_desk)
    || jsonb_build_object(
        'other_extranets', (select coalesce(jsonb_agg(x.extranet order by x.extranet), '[]')
                            from account_extranet x where x.account_id = a.id),
        'establishment_count', (select count(*) from habilitation o
                                where o.account_id = a.id and o.state <> 'revoked'),
        'habilitation', case when h.id is not null then jsonb_build_object(
            'id', h.id, 'state', h.state, 'requested_at', h.requested_at, 'active_from', h.active_from,
            'revoked_at', h.revoked_at, 'referent', h.referent) end,
        'mails', (select coalesce(jsonb_agg(jsonb_build_object(
                      'id', m.id, 'kind', m.kind, 'state', m.state, 'queued_at', m.queued_at, 'sent_at', m.sent_at,
                      'delivered_at', m.delivered_at, 'bounced_at', m.bounced_at, 'reason', m.reason)
                      order by m.queued_at, m.id), '[]')
                  from f_credential_mails(a.id, h.id) m));
end $$;

-- Twenty at most: the referent, the one that was looked for, then those with the most trouble; revoked ones last.
create function asp.f_file_accounts(p_establishment bigint, p_selected bigint) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(f_file_account(r.a, r.h) order by r.place), '[]') from (
        select a, h, row_number() over (order by h.referent desc, (a.id = p_selected) desc nulls last,
            h.state = 'revoked',
            (a.locked_until > clock_timestamp()) desc nulls last, (a.being_deleted_at is not null) desc,
            (h.state <> 'active') desc, (a.first_login_at is null) desc, a.search_name, a.id) as place
        from habilitation h join account a on a.id = h.account_id
        where h.establishment_id = p_establishment
        order by place limit 20) r);
end $$;

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

create function asp.f_file_daps(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', d.number, 'state', d.state, 'motif', d.motif, 'from', d.period_from, 'to', d.period_to,
        'submitted_at', d.submitted_at, 'decided_at', d.decided_at, 'avenant', d.avenant)
        order by d.period_from desc, d.id desc), '[]')
    from (select * from dap x where x.establishment_id = p_establishment
          order by x.period_from desc, x.id desc limit 10) d);
end $$;

create function asp.f_file_contracts(p_establishment bigint, p_account bigint) returns jsonb
    language plpgsql stable as $$
begin
    if p_establishment is not null then
        return (select coalesce(jsonb_agg(jsonb_build_object(
            'account_id', c.account_id, 'identifiant', a.identifiant, 'signed_on', c.signed_on,
            'kept_by_tiers', c.kept_by_tiers) order by c.signed_on desc), '[]')
        from contract c join account a on a.id = c.account_id where c.establishment_id = p_establishment);
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'account_id', c.account_id, 'identifiant', a.identifiant, 'signed_on', c.signed_on,
        'kept_by_tiers', c.kept_by_tiers) order by c.signed_on desc), '[]')
    from (select * from contract x where x.account_id = p_account order by x.signed_on desc limit 50) c
    join account a on a.id = c.account_id);
end $$;

-- Of a SIRET, known or not: open ones first, newest first, the last ten events of each. An open ticket that repeats an
-- older open one of the same motif is marked as its probable duplicate.
create function asp.f_file_tickets(p_sirets text[], p_open_only boolean) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', t.number, 'motif', t.motif, 'motif_label', m.label, 'state', t.state,
        'received_at', t.received_at, 'due_at', t.due_at, 'closed_at', t.closed_at,
        'owner', t.owner, 'owner_name', coalesce(s.display_name, t.owner::text), 'closed_by', t.closed_by,
        'requester_name', t.requester_name, 'requester_email_masked', f_mask_email(t.requester_email),
        'requester_phone_masked', f_mask_phone(t.requester_phone), 'description', t.description,
        'outcome', t.outcome, 'outcome_label', o.label, 'answer', t.answer, 'channel', t.channel,
        'duplicate_of', t.duplicate, 'version', t.version,
        'events', (select coalesce(jsonb_agg(jsonb_build_object(
                       'at', v.at, 'actor', v.actor, 'actor_name', coalesce(n.display_name, v.actor::text),
                       'kind', v.kind, 'text', v.text) order by v.id), '[]')
                   from (select * from ticket_event x where x.ticket = t.number order by x.id desc limit 10) v
                   left join staff n on n.login = v.actor))
        order by t.is_open desc, t.number desc), '[]')
    from (select k.*, k.state in ('open', 'taken', 'on_hold') as is_open,
                 coalesce(k.duplicate_of, case when k.state in ('open', 'taken', 'on_hold') then
                     (select min(p.number) from ticket p
                      where p.siret = k.siret and p.motif = k.motif and p.number < k.number
                        and p.state in ('open', 'taken', 'on_hold')) end) as duplicate
          from ticket k
          where k.siret = any (p_sirets)
            and (not p_open_only or k.state in ('open', 'taken', 'on_hold'))
          order by is_open desc, k.number desc limit 20) t
    join motif m on m.code = t.motif
    left join ticket_outcome o on o.code = t.outcome
    left join staff s on s.login = t.owner);
end $$;

create function asp.f_file_calls(p_establishment bigint, p_account bigint, p_call uuid) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'opened_at', c.opened_at, 'closed_at', c.closed_at, 'agent', c.agent,
        'agent_name', coalesce(s.display_name, c.agent::text), 'outcome_label', o.label, 'note', c.note)
        order by f.at desc), '[]')
    from ((select x.call_id, x.at from call_file x where x.establishment_id = p_establishment
           order by x.at desc limit 11)
          union all
          (select x.call_id, x.at from call_file x where x.account_id = p_account order by x.at desc limit 11)
          order by at desc limit 11) f
    join call c on c.id = f.call_id and c.id is distinct from p_call
    left join call_outcome o on o.code = c.outcome
    left join staff s on s.login = c.agent);
end $$;

-- Those of the establishment and those of its accounts, wherever they were done from.
create function asp.f_file_operations(p_establishment bigint, p_accounts bigint[]) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'kind', o.kind, 'at', o.at, 'actor', o.actor,
        'actor_name', coalesce(s.display_name, o.actor::text), 'identifiant', a.identifiant,
        'reason_label', r.label, 'reason_text', o.reason_text, 'call', o.call_id, 'ticket', o.ticket)
        order by o.at desc), '[]')
    from (select distinct on (u.at, u.id) u.* from (
              (select * from operation x where x.establishment_id = p_establishment order by x.at desc limit 20)
              union all
              (select y.* from unnest(p_accounts) as k (id) cross join lateral
                   (select * from operation x where x.account_id = k.id order by x.at desc limit 20) y)) u
          where u.kind not in ('call.close', 'walk.save')
          order by u.at desc, u.id limit 20) o
    left join account a on a.id = o.account_id
    left join operation_reason r on r.code = o.reason
    left join staff s on s.login = o.actor);
end $$;

create function asp.f_file_walks(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'script_id', w.script_id, 'title', coalesce(w.title, v.title, w.script_id),
        'outcome', w.outcome, 'ended_at', w.ended_at, 'agent', w.agent, 'call', w.call_id)
        order by w.ended_at desc), '[]')
    from ((select * from walk x where x.establishment_id = p_establishment order by x.ended_at desc limit 10)
          union all
          (select * from walk x where p_establishment is null and x.account_id = p_account
           order by x.ended_at desc limit 10)) w
    left join script_version v on v.script_id = w.script_id and v.version = w.script_version);
end $$;
