-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Operations on tickets. Every change raises the version and leaves an event that holds the old and the new values:
-- who comes second with an older version is told what changed, and nothing of theirs is lost or overwrites it.

set local search_path = asp, public;

-- What happened since p_version: [{field, was, is, by, at}].
create function asp.f_ticket_changes(p_ticket bigint, p_version int) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'field', c.key, 'was', c.value -> 'was', 'is', c.value -> 'is',
        'by', coalesce(s.display_name, v.actor::text), 'at', v.at) order by v.id, c.key), '[]')
    from ticket_event v
    cross join lateral jsonb_each(v.changes) c
    left join staff s on s.login = v.actor
    where v.ticket = p_ticket and v.version > p_version);
end $$;

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

-- {"state": {"was": "open", "is": "taken"}} for each pair that differs.
create function asp.f_changes(p_was jsonb, p_is jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(n.key, jsonb_build_object('was', p_was -> n.key, 'is', n.value)), '{}')
    from jsonb_each(p_is) n where n.value is distinct from p_was -> n.key
$$;

-- The fields whose changes a second reader is told about.
create function asp.f_ticket_fields(t asp.ticket) returns jsonb language sql immutable
    return jsonb_build_object('state', t.state, 'owner', t.owner, 'motif', t.motif, 'outcome', t.outcome,
                              'outcome_text', t.outcome_text, 'answer', t.answer, 'duplicate_of', t.duplicate_of);

-- Adds the event of a change and answers what every ticket operation answers.
create function asp.f_ticket_done(p_was asp.ticket, p_kind text, p_text text, p_more jsonb default '{}')
    returns asp.t_done language plpgsql as $$
declare
    v_is ticket;
    v_establishment bigint;
begin
    select * into v_is from ticket t where t.number = p_was.number;
    insert into ticket_event (ticket, at, actor, kind, text, version, changes)
    values (v_is.number, clock_timestamp(), session_user, p_kind, p_text, v_is.version,
            f_changes(f_ticket_fields(p_was), f_ticket_fields(v_is)));
    select e.id into v_establishment from establishment e where e.siret = v_is.siret;
    return row(jsonb_build_object('number', v_is.number, 'version', v_is.version) || p_more,
               v_establishment, null, v_is.number)::t_done;
end $$;

create function asp.f_due_at(p_motif text, p_received timestamptz) returns timestamptz language plpgsql stable as $$
begin
    return p_received + make_interval(hours => coalesce((select m.due_hours from motif m where m.code = p_motif), 48));
end $$;

create function asp.op_ticket_open(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_siret text := regexp_replace(f_param_text(r.params, 'siret'), '[\s.]', '', 'g');
    v_phone text := f_phone(f_param_text(r.params, 'requester_phone'));
    v_email text := f_param_text(r.params, 'requester_email');
    v_motif text := f_param_text(r.params, 'motif');
    v_description text := f_param_text(r.params, 'description');
    v_now timestamptz := clock_timestamp();
    v_ticket ticket;
begin
    if r.call_id is null then
        perform f_refuse('needs_call_or_ticket');
    elsif not f_siret_valid(v_siret) then
        perform f_refuse('bad_siret');
    elsif v_phone is null then
        perform f_refuse('bad_phone');
    elsif not f_is_email(v_email) then
        perform f_refuse('bad_email');
    elsif length(v_description) > 1000 then
        perform f_refuse('description_too_long', '{"limit": 1000}');
    elsif not exists (select from motif m where m.code = v_motif and m.active) then
        perform f_refuse('unknown_motif');
    elsif f_param_text(r.params, 'denomination') = '' or f_param_text(r.params, 'requester_name') = '' then
        perform f_refuse('text_needed');
    elsif length(f_param_text(r.params, 'denomination')) > 200 or length(f_param_text(r.params, 'requester_name')) > 200 then
        perform f_refuse('text_too_long', '{"limit": 200}');
    end if;
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (v_siret, f_param_text(r.params, 'denomination'), f_param_text(r.params, 'requester_name'), v_phone, v_email,
            v_motif, v_description, 'agent', v_now, f_due_at(v_motif, v_now))
    returning * into v_ticket;
    return f_ticket_done(v_ticket, 'opened', '');
end $$;

create function asp.op_ticket_take(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
begin
    if v_ticket.state in ('closed', 'merged') then
        perform f_refuse('not_open');
    elsif v_ticket.owner is not null and v_ticket.owner <> session_user then
        perform f_refuse('owned_by_other', jsonb_build_object('owner', v_ticket.owner,
                                                              'owner_name', f_display_name(v_ticket.owner)));
    end if;
    update ticket set state = 'taken', owner = session_user, hold_reason = null, hold_until = null,
                      version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'taken', '');
end $$;

-- A comment is added to what others wrote, it replaces nothing: any version will do.
create function asp.op_ticket_comment(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, false);
    v_text text := f_param_text(r.params, 'text');
begin
    if v_text = '' then
        perform f_refuse('text_needed');
    elsif length(v_text) > 4000 then
        perform f_refuse('text_too_long', '{"limit": 4000}');
    end if;
    update ticket set version = version + 1 where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'commented', v_text);
end $$;

-- What must be there before a ticket may be closed, from whatever screen.
create function asp.f_check_closing(p_outcome text, p_outcome_text text, p_answer text) returns void
    language plpgsql stable as $$
declare
    v_needs_text boolean;
begin
    select o.needs_text into v_needs_text from ticket_outcome o where o.code = p_outcome and o.active;
    if v_needs_text is null then
        perform f_refuse('outcome_needed');
    elsif v_needs_text and p_outcome_text = '' then
        perform f_refuse('outcome_text_needed');
    elsif length(p_outcome_text) > 1000 then
        perform f_refuse('text_too_long', '{"limit": 1000}');
    elsif p_answer = '' then
        perform f_refuse('answer_needed');
    elsif length(p_answer) > 4000 then
        perform f_refuse('answer_too_long', '{"limit": 4000}');
    elsif p_answer ~ '\{[^{}\n]{1,80}\}' or p_answer ~* '\[\s*valeur manquante' then
        perform f_refuse('unfilled_placeholder');
    end if;
end $$;

create function asp.op_ticket_close(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_outcome text := f_param_text(r.params, 'outcome');
    v_outcome_text text := f_param_text(r.params, 'outcome_text');
    v_answer text := f_param_text(r.params, 'answer');
    v_mail bigint;
begin
    if v_ticket.state in ('closed', 'merged') then
        perform f_refuse('not_open');
    elsif v_ticket.owner is not null and v_ticket.owner <> session_user then
        perform f_refuse('owned_by_other', jsonb_build_object('owner', v_ticket.owner,
                                                              'owner_name', f_display_name(v_ticket.owner)));
    end if;
    perform f_check_closing(v_outcome, v_outcome_text, v_answer);
    update ticket set state = 'closed', owner = session_user, closed_at = clock_timestamp(), closed_by = session_user,
                      outcome = v_outcome, outcome_text = nullif(v_outcome_text, ''), answer = v_answer,
                      hold_reason = null, hold_until = null, version = version + 1
    where number = v_ticket.number;
    -- An address typed by an outsider that is none gets no mail: the agent sees it in the result.
    if f_is_email(v_ticket.requester_email) then
        insert into mail (kind, ticket, operation_id, origin, to_address, params, queued_at, next_attempt_at)
        values ('ticket_reponse', v_ticket.number, r.id, 'desk', v_ticket.requester_email,
                jsonb_build_object('ticket', v_ticket.number, 'reponse', v_answer,
                                   'motif', (select m.label from motif m where m.code = v_ticket.motif)),
                clock_timestamp(), clock_timestamp())
        returning id into v_mail;
    end if;
    return f_ticket_done(v_ticket, 'closed', v_outcome_text, jsonb_build_object('mail', v_mail));
end $$;

create function asp.op_ticket_reopen(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_param_text(r.params, 'text');
begin
    if v_ticket.state not in ('closed', 'merged') then
        perform f_refuse('not_closed');
    elsif v_text = '' then
        perform f_refuse('text_needed');
    elsif length(v_text) > 4000 then
        perform f_refuse('text_too_long', '{"limit": 4000}');
    end if;
    update ticket set state = 'open', owner = null, closed_at = null, closed_by = null, outcome = null,
                      outcome_text = null, answer = null, duplicate_of = null, version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'reopened', v_text);
end $$;
