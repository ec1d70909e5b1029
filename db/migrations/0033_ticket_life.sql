-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The whole life of a ticket. Rules are looked at here once, whatever screen asks: who may, what must be there, what is
-- open beside it. Several tickets are locked in the order of their numbers.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern) values
    ('droit.prendre', 'tous', 'Qui prend une demande qui n’est à personne (tous, superviseurs)', 'Demandes d’assistance', true, 'tous|superviseurs'),
    ('droit.rendre', 'tous', 'Qui remet sa demande dans la file (tous, superviseurs)', 'Demandes d’assistance', true, 'tous|superviseurs'),
    ('droit.reprendre', 'tous', 'Qui reprend la demande d’une autre personne (tous, superviseurs)', 'Demandes d’assistance', true, 'tous|superviseurs');

-- Texts ------------------------------------------------------------------------------------------------------------------

-- A text as it looks: line ends become line feeds, other control characters a space, and what cannot be seen or turns the
-- direction of its neighbours goes, so that the letters stand as they were typed. Everything else stays, HTML too: it is
-- shown as plain text.
create function asp.f_visible(p_text text) returns text language sql immutable parallel safe
    return btrim(regexp_replace(regexp_replace(regexp_replace(p_text,
        '\r\n|[\r\u000b\u000c\u0085\u2028\u2029]', E'\n', 'g'),
        '[\u0001-\u0009\u000e-\u001f\u007f-\u009f]', ' ', 'g'),
        '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]',
        '', 'g'), E' \n');

create function asp.f_visible_line(p_text text) returns text language sql immutable parallel safe
    return btrim(regexp_replace(f_visible(p_text), '\n+', ' ', 'g'));

-- What an agent types goes to colleagues or to the requester. What turns directions is refused; the rest that pasted text
-- brings along unseen is left out, since nobody can be asked to delete what they do not see.
create function asp.f_ticket_text(p_params jsonb, p_key text, p_limit int, p_needed boolean) returns text
    language plpgsql stable as $$
declare
    v_text text := f_param_words(p_params, p_key, p_limit, p_needed);
begin
    if v_text ~ '[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]' then
        perform f_refuse('text_not_plain', jsonb_build_object('param', p_key));
    end if;
    v_text := f_visible(v_text);
    if p_needed and v_text = '' then
        perform f_refuse('text_needed');
    end if;
    return v_text;
end $$;

-- What others are told --------------------------------------------------------------------------------------------------

create or replace function asp.f_ticket_fields(t asp.ticket) returns jsonb language sql stable
    return jsonb_build_object('state', t.state, 'owner', t.owner, 'motif', t.motif, 'hold_reason', t.hold_reason,
                              'hold_until', t.hold_until, 'due_at', t.due_at, 'outcome', t.outcome,
                              'outcome_text', t.outcome_text, 'answer', t.answer, 'duplicate_of', t.duplicate_of);

-- A comment and what was merged into it change no field, and yet the second must know: as "comment" and "merged".
create or replace function asp.f_ticket_changes(p_ticket bigint, p_version int) returns jsonb language plpgsql stable as $$
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

-- The ticket and everything that was merged into it, directly or not.
create function asp.f_ticket_family(p_ticket bigint) returns setof asp.ticket language sql stable as $$
    with recursive family (number) as (
        select p_ticket
        union
        select d.number from family f join asp.ticket d on d.duplicate_of = f.number and d.state = 'merged')
    select t.* from family f join asp.ticket t on t.number = f.number
$$;

-- {merged, others}: how many were merged into it, and whether one of them came from another address. A function of its own,
-- so that what seldom happens does not weigh on the plan of the file.
create function asp.f_merged(p_ticket bigint, p_email text) returns jsonb language plpgsql stable as $$
begin
    if not exists (select from ticket d where d.duplicate_of = p_ticket) then
        return '{"merged": 0, "others": false}';
    end if;
    return (select jsonb_build_object('merged', count(*),
                                      'others', coalesce(bool_or(lower(f.requester_email) <> lower(p_email)), false))
            from f_ticket_family(p_ticket) f where f.number <> p_ticket);
end $$;

-- What every operation looks at ----------------------------------------------------------------------------------------------

create function asp.f_check_right(p_setting text) returns void language plpgsql stable as $$
begin
    if f_setting(p_setting, 'tous') = 'superviseurs' and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    end if;
end $$;

create function asp.f_check_open(t asp.ticket) returns void language plpgsql stable as $$
begin
    if t.state in ('closed', 'merged') then
        perform f_refuse('not_open', jsonb_build_object('number', t.number));
    end if;
end $$;

create function asp.f_check_not_others(t asp.ticket) returns void language plpgsql stable as $$
begin
    if t.owner is not null and t.owner <> session_user then
        perform f_refuse('owned_by_other', jsonb_build_object('number', t.number, 'owner', t.owner,
                                                              'owner_name', f_display_name(t.owner)));
    end if;
end $$;

-- Open, and one's own or nobody's. Who then becomes its owner needs the right to take it.
create function asp.f_check_workable(t asp.ticket, p_becomes_mine boolean) returns void language plpgsql stable as $$
begin
    perform f_check_open(t);
    perform f_check_not_others(t);
    if p_becomes_mine and t.owner is null then
        perform f_check_right('droit.prendre');
    end if;
end $$;

-- Due times ----------------------------------------------------------------------------------------------------------------

create function asp.f_is_asleep(t asp.ticket, p_now timestamptz) returns boolean language sql immutable
    return t.state = 'on_hold' and t.due_left is not null and (t.hold_until is null or t.hold_until > p_now);

-- When it is due once it is on hold no longer. One that was awake already has been running since.
create function asp.f_due_awake(t asp.ticket, p_now timestamptz) returns timestamptz language plpgsql stable as $$
begin
    return case when f_is_asleep(t, p_now) then f_add_working(p_now, t.due_left, t.department) else t.due_at end;
end $$;

-- Operations ---------------------------------------------------------------------------------------------------------------

create or replace function asp.op_ticket_open(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_siret text := regexp_replace(f_param_text(r.params, 'siret'), '[\s\u00A0\u202F.]', '', 'g');
    v_phone text := f_phone(f_param_text(r.params, 'requester_phone'));
    v_email text := f_param_text(r.params, 'requester_email');
    v_motif text := f_param_text(r.params, 'motif');
    v_now timestamptz := clock_timestamp();
    v_denomination text;
    v_name text;
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
    elsif length(f_param_text(r.params, 'description')) > 1000 then
        perform f_refuse('description_too_long', '{"limit": 1000}');
    elsif not exists (select from motif m where m.code = v_motif and m.active) then
        perform f_refuse('unknown_motif');
    end if;
    v_denomination := f_visible_line(f_ticket_text(r.params, 'denomination', 200, true));
    v_name := f_visible_line(f_ticket_text(r.params, 'requester_name', 200, true));
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (v_siret, v_denomination, v_name, v_phone, v_email, v_motif, f_ticket_text(r.params, 'description', 1000, false),
            'agent', v_now, f_due_at(v_motif, v_now, f_ticket_department(v_siret)))
    returning * into v_ticket;
    return f_ticket_done(v_ticket, 'opened', '');
end $$;

-- The requester's words are kept. A line has no line breaks, and nothing that is not seen stays: what colleagues read is
-- what was sent.
create or replace function desk.extranet_ticket(p jsonb) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
declare
    v_now timestamptz := clock_timestamp();
    v_motif text := p ->> 'motif';
    v_siret text := regexp_replace(f_visible_line(p ->> 'siret'), '[\s\u00A0\u202F.]', '', 'g');
    v_phone text := f_visible_line(p ->> 'requester_phone');
    v_number bigint;
begin
    if not exists (select from motif m where m.code = v_motif and m.active) then
        return f_refused('unknown_motif');
    elsif length(p ->> 'description') > 1000 then
        return f_refused('description_too_long', '{"limit": 1000}');
    end if;
    insert into ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
    values (v_siret, f_visible_line(p ->> 'denomination'), f_visible_line(p ->> 'requester_name'),
            coalesce(f_phone(v_phone), v_phone), f_visible_line(p ->> 'requester_email'), v_motif,
            coalesce(f_visible(p ->> 'description'), ''), 'extranet', v_now,
            f_due_at(v_motif, v_now, f_ticket_department(v_siret)))
    returning number into v_number;
    insert into ticket_event (ticket, at, actor, kind) values (v_number, v_now, session_user, 'received');
    return jsonb_build_object('status', 'ok', 'number', v_number);
exception when check_violation or not_null_violation then
    return f_refused('bad_params');
end $$;

drop function asp.f_due_at(text, timestamptz);

create or replace function asp.op_ticket_take(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
begin
    perform f_check_workable(v_ticket, true);
    if v_ticket.owner = session_user then
        perform f_refuse('same_owner');
    end if;
    update ticket set state = 'taken', owner = session_user, hold_reason = null, hold_until = null, due_left = null,
                      due_at = f_due_awake(v_ticket, clock_timestamp()), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'taken', '');
end $$;

create function asp.op_ticket_hand_back(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
begin
    perform f_check_workable(v_ticket, false);
    if v_ticket.owner is null then
        perform f_refuse('not_owned');
    end if;
    perform f_check_right('droit.rendre');
    update ticket set state = 'open', owner = null, hold_reason = null, hold_until = null, due_left = null,
                      due_at = f_due_awake(v_ticket, clock_timestamp()), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'handed_back', v_text);
end $$;

-- Gives it to somebody; what is on hold stays so.
create function asp.f_give_ticket(t asp.ticket, p_owner name, p_kind text, p_text text) returns asp.t_done
    language plpgsql as $$
begin
    update ticket set state = case state when 'open' then 'taken' else state end, owner = p_owner, version = version + 1
    where number = t.number;
    return f_ticket_done(t, p_kind, p_text);
end $$;

create function asp.op_ticket_take_over(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    perform f_check_open(v_ticket);
    if v_ticket.owner is null then
        perform f_refuse('not_owned');
    elsif v_ticket.owner = session_user then
        perform f_refuse('same_owner');
    end if;
    perform f_check_right('droit.reprendre');
    return f_give_ticket(v_ticket, session_user, 'taken_over', v_text);
end $$;

create function asp.op_ticket_assign(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_login text := f_param_text(r.params, 'login');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
begin
    perform f_check_open(v_ticket);
    if not exists (select from pg_roles g where g.rolname = v_login and g.rolcanlogin and not g.rolsuper
                                            and pg_has_role(g.oid, 'asp_agent', 'member')) then
        perform f_refuse('unknown_login');
    elsif v_ticket.owner = v_login then
        perform f_refuse('same_owner');
    end if;
    return f_give_ticket(v_ticket, v_login::name, 'assigned', v_text);
end $$;

-- Until when: within ninety days.
create function asp.f_param_until(p_params jsonb, p_now timestamptz) returns timestamptz language plpgsql stable as $$
declare
    v_text text := f_param_text(p_params, 'until');
    v_until timestamptz;
begin
    begin
        v_until := case when v_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]' then v_text::timestamptz end;
    exception when data_exception then
        null;
    end;
    if v_until is null or v_until <= p_now or v_until > p_now + interval '90 days' then
        perform f_refuse('bad_until', '{"days": 90}');
    end if;
    return v_until;
end $$;

create function asp.op_ticket_hold(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_reason text := f_param_text(r.params, 'hold_reason');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
    v_now timestamptz := clock_timestamp();
    v_needs_text boolean;
    v_until timestamptz;
    v_left interval;
begin
    perform f_check_workable(v_ticket, true);
    select h.needs_text into v_needs_text from hold_reason h where h.code = v_reason and h.active;
    if v_needs_text is null then
        perform f_refuse('hold_reason_needed');
    elsif v_needs_text and v_text = '' then
        perform f_refuse('hold_text_needed');
    end if;
    v_until := f_param_until(r.params, v_now);
    v_left := case when f_is_asleep(v_ticket, v_now) then v_ticket.due_left
                   else f_working_between(v_now, v_ticket.due_at, v_ticket.department) end;
    update ticket set state = 'on_hold', owner = coalesce(owner, session_user), hold_reason = v_reason,
                      hold_until = v_until, due_left = v_left, due_at = f_add_working(v_until, v_left, department),
                      version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'held', v_text);
end $$;

create function asp.op_ticket_resume(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
begin
    perform f_check_workable(v_ticket, true);
    if v_ticket.state <> 'on_hold' then
        perform f_refuse('not_on_hold');
    end if;
    update ticket set state = 'taken', owner = coalesce(owner, session_user), hold_reason = null, hold_until = null,
                      due_left = null, due_at = f_due_awake(v_ticket, clock_timestamp()), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'resumed', '');
end $$;

-- A comment is added to what others wrote, it replaces nothing: any version will do, and anybody may.
create or replace function asp.op_ticket_comment(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, false);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    perform f_check_open(v_ticket);
    update ticket set version = version + 1 where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'commented', v_text);
end $$;

-- The new motif gives more or less time from the day it was received; what it spent on hold stays out of it.
create function asp.op_ticket_change_motif(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_motif text := f_param_text(r.params, 'motif');
    v_text text := f_ticket_text(r.params, 'text', 4000, false);
    v_more interval;
begin
    perform f_check_workable(v_ticket, false);
    if not exists (select from motif m where m.code = v_motif and m.active) then
        perform f_refuse('unknown_motif');
    elsif v_ticket.motif = v_motif then
        perform f_refuse('same_motif');
    end if;
    v_more := f_due_hours(v_motif) - f_due_hours(v_ticket.motif);
    update ticket set motif = v_motif, due_left = due_left + v_more, due_at = f_add_working(due_at, v_more, department),
                      version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'motif_changed', v_text);
end $$;

-- Duplicates -----------------------------------------------------------------------------------------------------------------

-- The duplicates named with a request, each with the version that was seen.
create function asp.f_param_duplicates(p_params jsonb) returns table (number bigint, version bigint)
    language plpgsql stable as $$
declare
    v_list jsonb := coalesce(nullif(p_params -> 'duplicates', 'null'), '[]');
begin
    if jsonb_typeof(v_list) <> 'array' then
        perform f_refuse('bad_params', '{"param": "duplicates"}');
    elsif jsonb_array_length(v_list) > 50 then
        perform f_refuse('too_many_duplicates', '{"limit": 50}');
    end if;
    return query select f_param_id(d, 'number'), f_param_id(d, 'version') from jsonb_array_elements(v_list) d;
end $$;

-- The ticket a request is about, locked with the duplicates it names.
create function asp.f_lock_tickets(r asp.t_request) returns asp.ticket language plpgsql as $$
begin
    perform from ticket t
    where t.number in (select d.number from f_param_duplicates(r.params) d union all select f_param_id(r.params, 'number'))
    order by t.number for no key update;
    return f_lock_ticket(r, true);
end $$;

create function asp.f_check_duplicate(p_kept asp.ticket, t asp.ticket) returns void language plpgsql stable as $$
declare
    v_number jsonb := jsonb_build_object('number', t.number);
begin
    perform f_check_workable(t, false);
    if t.siret <> p_kept.siret then
        perform f_refuse('merge_other_siret', v_number);
    elsif t.motif <> p_kept.motif then
        perform f_refuse('merge_other_motif', v_number);
    end if;
end $$;

-- Merges the duplicates a request names into the ticket it is about: their numbers. Nobody is written to: the answer
-- comes with the closing of the one that is kept.
create function asp.f_merge(r asp.t_request, p_kept asp.ticket) returns bigint[] language plpgsql as $$
declare
    v_merged bigint[] := '{}';
    v_one record;
    v_ticket ticket;
begin
    for v_one in select d.number, d.version from f_param_duplicates(r.params) d order by d.number loop
        if v_one.number = p_kept.number then
            perform f_refuse('merge_itself');
        elsif v_one.number = any (v_merged) then
            perform f_refuse('bad_params', '{"param": "duplicates"}');
        end if;
        v_ticket := f_lock_ticket(row(r.id, r.kind, jsonb_build_object('number', v_one.number, 'version', v_one.version),
                                      r.call_id, r.ticket, null, null)::t_request, true);
        perform f_check_duplicate(p_kept, v_ticket);
        update ticket set state = 'merged', duplicate_of = p_kept.number, closed_at = clock_timestamp(),
                          closed_by = session_user, hold_reason = null, hold_until = null, due_left = null,
                          version = version + 1
        where number = v_ticket.number;
        perform f_ticket_done(v_ticket, 'merged', '');
        v_merged := v_merged || v_ticket.number;
    end loop;
    if v_merged <> '{}' then
        update ticket set version = version + 1 where number = p_kept.number;
        perform f_ticket_done(p_kept, 'merged', array_to_string(v_merged, ', '));
    end if;
    return v_merged;
end $$;

create function asp.op_ticket_merge(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_tickets(r);
    v_merged bigint[];
    v_establishment bigint;
begin
    perform f_check_workable(v_ticket, false);
    v_merged := f_merge(r, v_ticket);
    if v_merged = '{}' then
        perform f_refuse('bad_params', '{"param": "duplicates"}');
    end if;
    select e.id into v_establishment from establishment e where e.siret = v_ticket.siret;
    return row(jsonb_build_object('number', v_ticket.number, 'version', v_ticket.version + 1, 'merged', to_jsonb(v_merged)),
               v_establishment, null, v_ticket.number)::t_done;
end $$;

-- Closing --------------------------------------------------------------------------------------------------------------------

-- Others that ask the same must be merged into it, or left open knowingly: not forgotten.
create function asp.f_check_left_open(t asp.ticket) returns void language plpgsql stable as $$
declare
    v_open bigint[];
begin
    v_open := array(select o.number from ticket o
                    where o.siret = t.siret and o.motif = t.motif and o.number <> t.number
                      and o.state in ('open', 'taken', 'on_hold') order by o.number);
    if v_open <> '{}' then
        perform f_refuse('open_duplicates', jsonb_build_object('numbers', to_jsonb(v_open[1:50]),
                                                               'count', cardinality(v_open)));
    end if;
end $$;

-- The answer, once to each address among the ticket and those merged into it, each under the number its requester knows.
-- An address typed by an outsider that is none gets no mail: the agent sees it in the result.
create function asp.f_send_answer(r asp.t_request, t asp.ticket, p_answer text) returns bigint[] language plpgsql as $$
declare
    v_mails bigint[] := '{}';
    v_to record;
    v_mail bigint;
begin
    for v_to in
        select x.number, x.requester_email from (
            select distinct on (lower(f.requester_email)) f.number, f.requester_email
            from f_ticket_family(t.number) f where f_is_email(f.requester_email)
            order by lower(f.requester_email), f.number <> t.number, f.number) x
        order by x.number <> t.number, x.number
    loop
        insert into mail (kind, ticket, operation_id, origin, to_address, params, queued_at, next_attempt_at)
        values ('ticket_reponse', v_to.number, r.id, 'desk', v_to.requester_email,
                jsonb_build_object('ticket', v_to.number, 'reponse', p_answer,
                                   'motif', (select m.label from motif m where m.code = t.motif)),
                clock_timestamp(), clock_timestamp())
        returning id into v_mail;
        v_mails := v_mails || v_mail;
    end loop;
    return v_mails;
end $$;

-- Closing, whichever operation it is called: the same rules for all.
create function asp.f_close_ticket(r asp.t_request, p_outcome text, p_outcome_text text, p_event text)
    returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_tickets(r);
    v_answer text;
    v_merged bigint[];
    v_mails bigint[];
begin
    perform f_check_workable(v_ticket, true);
    v_answer := f_ticket_text(r.params, 'answer', 60000, false);
    perform f_check_closing(p_outcome, p_outcome_text, v_answer);
    v_merged := f_merge(r, v_ticket);
    if not f_param_bool(r.params, 'leave_duplicates', false) then
        perform f_check_left_open(v_ticket);
    end if;
    update ticket set state = 'closed', owner = session_user, closed_at = clock_timestamp(), closed_by = session_user,
                      outcome = p_outcome, outcome_text = nullif(p_outcome_text, ''), answer = v_answer,
                      hold_reason = null, hold_until = null, due_left = null, version = version + 1
    where number = v_ticket.number;
    v_mails := f_send_answer(r, v_ticket, v_answer);
    return f_ticket_done(v_ticket, p_event, p_outcome_text, jsonb_build_object(
        'mail', v_mails[1], 'mails', to_jsonb(v_mails), 'merged', to_jsonb(v_merged)));
end $$;

create or replace function asp.op_ticket_close(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_close_ticket(r, f_param_text(r.params, 'outcome'), f_ticket_text(r.params, 'outcome_text', 1000, false),
                          'closed');
end $$;

create function asp.op_ticket_transfer(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return f_close_ticket(r, 'transferred', f_ticket_text(r.params, 'to', 1000, false), 'transferred');
end $$;

-- It starts anew: with nobody, and with a time of its own.
create or replace function asp.op_ticket_reopen(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_ticket ticket := f_lock_ticket(r, true);
    v_text text := f_ticket_text(r.params, 'text', 4000, true);
begin
    if v_ticket.state not in ('closed', 'merged') then
        perform f_refuse('not_closed');
    end if;
    update ticket set state = 'open', owner = null, closed_at = null, closed_by = null, outcome = null,
                      outcome_text = null, answer = null, duplicate_of = null, hold_reason = null, hold_until = null,
                      due_left = null, due_at = f_due_at(motif, clock_timestamp(), department), version = version + 1
    where number = v_ticket.number;
    return f_ticket_done(v_ticket, 'reopened', v_text);
end $$;

revoke execute on all functions in schema asp, desk from public;
