-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Tickets as documents, for the file and for the ticket alone.

create function asp.f_ticket_line(t asp.ticket, p_email text) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'number', t.number, 'version', t.version, 'received_at', t.received_at, 'requester_name', t.requester_name,
        'requester_email_masked', f_mask_email(t.requester_email), 'owner', t.owner, 'owner_name', f_display_name(t.owner),
        'state', t.state, 'description', t.description, 'same_requester', lower(t.requester_email) = lower(p_email));
end $$;

-- Tickets as the caller's file shows them: open ones first, newest first, the last ten events of each. An open ticket that
-- repeats an older open one of the same motif is marked as its probable duplicate.
create function asp.f_ticket_documents(p_numbers bigint[]) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', t.number, 'siret', t.siret, 'motif', t.motif, 'motif_label', m.label, 'state', t.state,
        'received_at', t.received_at, 'due_at', t.due_at, 'closed_at', t.closed_at,
        'owner', t.owner, 'owner_name', coalesce(s.display_name, t.owner::text), 'closed_by', t.closed_by,
        'requester_name', t.requester_name, 'requester_email_masked', f_mask_email(t.requester_email),
        'requester_phone_masked', f_mask_phone(t.requester_phone), 'description', t.description,
        'hold_reason', t.hold_reason, 'hold_until', t.hold_until,
        'awake', f_is_awake(t.state, t.hold_until, clock_timestamp()),
        'outcome', t.outcome, 'outcome_label', o.label, 'answer', t.answer, 'channel', t.channel,
        'duplicate_of', coalesce(t.duplicate_of, case when t.state in ('open', 'taken', 'on_hold') then
            (select min(p.number) from ticket p
             where p.siret = t.siret and p.motif = t.motif and p.number < t.number
               and p.state in ('open', 'taken', 'on_hold')) end),
        'merged', g.family -> 'merged', 'merged_others', g.family -> 'others', 'version', t.version,
        'events', (select coalesce(jsonb_agg(jsonb_build_object(
                       'at', v.at, 'actor', v.actor, 'actor_name', coalesce(n.display_name, v.actor::text),
                       'kind', v.kind, 'text', v.text, 'changes', v.changes - 'answer') order by v.id), '[]')
                   from (select * from ticket_event x where x.ticket = t.number order by x.id desc limit 10) v
                   left join staff n on n.login = v.actor))
        order by t.state in ('open', 'taken', 'on_hold') desc, t.number desc), '[]')
    from ticket t
    join motif m on m.code = t.motif
    left join ticket_outcome o on o.code = t.outcome
    left join staff s on s.login = t.owner
    cross join lateral (select f_merged(t.number, t.requester_email) as family offset 0) g
    where t.number = any (p_numbers));
end $$;

-- Of a SIRET, known or not: twenty at most.
create function asp.f_file_tickets(p_sirets text[], p_open_only boolean) returns jsonb
    language plpgsql stable as $$
begin
    return f_ticket_documents(array(
        select k.number from ticket k
        where k.siret = any (p_sirets) and (not p_open_only or k.state in ('open', 'taken', 'on_hold'))
        order by k.state in ('open', 'taken', 'on_hold') desc, k.number desc limit 20));
end $$;
