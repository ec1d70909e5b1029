-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A ticket as an operation finds it, at the version the agent saw; else what changed since, field by field.

-- The ticket, locked. p_same_version: refuse to work on top of changes its reader has not seen.
create function asp.f_lock_ticket(r asp.t_request, p_same_version boolean) returns asp.ticket language plpgsql as $$
declare
    v_number bigint := f_param_id(r.params, 'number');
    v_version bigint := case when p_same_version then f_param_id(r.params, 'version') end;
    v_ticket ticket;
begin
    select * into v_ticket from ticket t where t.number = v_number for no key update;
    if v_ticket.number is null then
        perform f_refuse('unknown_ticket');
    elsif p_same_version and v_ticket.version <> v_version then
        perform f_conflict(jsonb_build_object(
            'number', v_number, 'version', v_ticket.version, 'state', v_ticket.state, 'owner', v_ticket.owner,
            'owner_name', f_display_name(v_ticket.owner),
            'changes', f_ticket_changes(v_number, least(v_version, 2147483647)::int)));
    end if;
    return v_ticket;
end $$;

-- The fields whose changes a second reader is told about.
create function asp.f_ticket_fields(t asp.ticket) returns jsonb language sql stable
    return jsonb_build_object('state', t.state, 'owner', t.owner, 'motif', t.motif, 'hold_reason', t.hold_reason,
                              'hold_until', t.hold_until, 'due_at', t.due_at, 'outcome', t.outcome,
                              'outcome_text', t.outcome_text, 'answer', t.answer, 'duplicate_of', t.duplicate_of);

-- A comment and what was merged into it change no field, and yet the second must know: as "comment" and "merged".
create function asp.f_ticket_changes(p_ticket bigint, p_version int) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'field', c.key, 'was', c.value -> 'was', 'is', c.value -> 'is',
        'by', coalesce(s.display_name, v.actor::text), 'at', v.at) order by v.id, c.key), '[]')
    from ticket_event v
    cross join lateral (
        select * from jsonb_each(v.changes)
        union all
        select case v.kind when 'commented' then 'comment' else 'merged' end,
               jsonb_build_object('was', null, 'is', v.text)
        where v.kind in ('commented', 'merged') and v.changes = '{}') c
    left join staff s on s.login = v.actor
    where v.ticket = p_ticket and v.version > p_version);
end $$;
