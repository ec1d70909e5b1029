-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Another person decides on a request; and for a day a change of access can be objected to and undone as a whole.
-- Locks as in 0020: establishment first, then the request or the change, then accounts and habilitations.

set local search_path = asp, public;

create function asp.f_param_uuid(p_params jsonb, p_key text) returns uuid language plpgsql stable as $$
begin
    if p_params ->> p_key !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not p_params ? p_key
       or jsonb_typeof(p_params -> p_key) <> 'string' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::uuid;
end $$;

-- A text somebody else will read; p_needed refuses an empty one.
create function asp.f_param_words(p_params jsonb, p_key text, p_limit int, p_needed boolean) returns text
    language plpgsql stable as $$
declare
    v_text text := f_param_text(p_params, p_key);
begin
    if p_needed and v_text = '' then
        perform f_refuse('text_needed');
    elsif length(v_text) > p_limit then
        perform f_refuse('text_too_long', jsonb_build_object('limit', p_limit));
    end if;
    return v_text;
end $$;

create function asp.f_is_person(p_login name, p_person text) returns boolean language plpgsql stable as $$
begin
    return p_person = f_person(session_user) or f_person(p_login) = f_person(session_user);
end $$;

-- Approvals --------------------------------------------------------------------------------------------------------------

-- The request, locked and still waiting; two who decide at once decide one after the other.
create function asp.f_lock_request(p_id uuid) returns asp.approval_request language plpgsql as $$
declare
    v_request approval_request;
begin
    perform from establishment e
    where e.id = (select q.establishment_id from approval_request q where q.id = p_id) for no key update;
    select * into v_request from approval_request q where q.id = p_id for update;
    if v_request.id is null then
        perform f_refuse('unknown_request');
    elsif v_request.state <> 'waiting' then
        perform f_refuse('not_waiting', jsonb_build_object('state', v_request.state));
    elsif v_request.expires_at <= clock_timestamp() then
        perform f_refuse('request_expired');
    end if;
    return v_request;
end $$;

create function asp.f_decide(p_request uuid, p_state text, p_text text, p_operation uuid) returns void
    language plpgsql as $$
begin
    update approval_request set state = p_state, decided_by = session_user, decided_at = clock_timestamp(),
                                decided_text = nullif(p_text, ''), operation_id = p_operation
    where id = p_request;
end $$;

-- Why it needs approval today. Who decides must have seen it: a reason that was not there when the request was made, or
-- another referent than then, goes back to them (p_seen: what the console says they have seen since).
create function asp.f_check_evidence(q asp.approval_request, a asp.t_access, p_seen jsonb) returns void
    language plpgsql stable as $$
declare
    v_now jsonb := f_access_evidence(a, q.requested_person, q.check_id);
    v_new text[];
begin
    if not exists (select from caller_check c where c.id = q.check_id and c.passed
                     and c.establishment_id = q.establishment_id and c.person = q.requested_person) then
        perform f_refuse('check_needed');
    end if;
    v_new := f_request_why(q, v_now);
    if exists (select from unnest(v_new) as w (code)
               where not w.code = any (q.why) and not coalesce(p_seen ? w.code, false)) then
        perform f_refuse('facts_changed', jsonb_build_object('why', to_jsonb(v_new)));
    end if;
end $$;

create function asp.f_request_why(q asp.approval_request, p_evidence jsonb) returns text[] language sql immutable
    return f_access_why(p_evidence)
        || case when p_evidence -> 'referent' <> q.evidence -> 'referent' then array['referent_changed']
                else '{}'::text[] end;

-- All rules once more but the age of the check: its call is over, and the ceiling counted when it was asked.
create function asp.op_approval_approve(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, false);
    v_request approval_request := f_lock_request(f_param_uuid(r.params, 'request'));
    v_access t_access;
    v_result jsonb;
begin
    if f_is_person(v_request.requested_by, v_request.requested_person) then
        perform f_refuse('own_request');
    end if;
    v_access := f_read_access(v_request.kind, v_request.params);
    perform f_lock_access(v_access);
    perform f_check_access(v_access);
    perform f_check_evidence(v_request, v_access, r.params -> 'seen');
    v_result := f_carry_access(v_access, r.id, v_request.requested_by, v_request.id);
    perform f_decide(v_request.id, 'approved', v_text, r.id);
    return row(v_result || jsonb_build_object('request', v_request.id, 'kind', v_request.kind, 'state', 'approved'),
               v_request.establishment_id, (v_result ->> 'account_id')::bigint, v_request.ticket)::t_done;
end $$;

create function asp.f_decided(q asp.approval_request, p_state text, p_text text, p_operation uuid) returns asp.t_done
    language plpgsql as $$
begin
    perform f_decide(q.id, p_state, p_text, p_operation);
    return row(jsonb_build_object('request', q.id, 'kind', q.kind, 'state', p_state), q.establishment_id, q.account_id,
               q.ticket)::t_done;
end $$;

create function asp.op_approval_refuse(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_request approval_request := f_lock_request(f_param_uuid(r.params, 'request'));
begin
    if f_is_person(v_request.requested_by, v_request.requested_person) then
        perform f_refuse('own_request');
    end if;
    return f_decided(v_request, 'refused', v_text, r.id);
end $$;

-- Only one's own; another's is unknown.
create function asp.op_approval_withdraw(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, false);
    v_id uuid := f_param_uuid(r.params, 'request');
    v_request approval_request;
begin
    if not exists (select from approval_request q where q.id = v_id and f_is_person(q.requested_by, q.requested_person)) then
        perform f_refuse('unknown_request');
    end if;
    v_request := f_lock_request(v_id);
    return f_decided(v_request, 'withdrawn', v_text, r.id);
end $$;

-- Objection and undo -------------------------------------------------------------------------------------------------------

create function asp.f_lock_change(p_id uuid) returns asp.access_change language plpgsql as $$
declare
    v_change access_change;
begin
    perform from establishment e
    where e.id = (select c.establishment_id from access_change c where c.id = p_id) for no key update;
    select * into v_change from access_change c where c.id = p_id for update;
    if v_change.id is null then
        perform f_refuse('unknown_change');
    elsif v_change.undone_at is not null then
        perform f_refuse('already_undone');
    elsif v_change.until <= clock_timestamp() then
        perform f_refuse('objection_over');
    end if;
    return v_change;
end $$;

-- Somebody says that this was not asked for. Whoever takes it down need not have made the change.
create function asp.op_change_object(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_change access_change := f_lock_change(f_param_uuid(r.params, 'change'));
begin
    update access_change set
        objected_at = coalesce(objected_at, clock_timestamp()), objected_by = coalesce(objected_by, session_user),
        objection_text = left(concat_ws(E'\n', objection_text, v_text), 4000)
    where id = v_change.id;
    return row(jsonb_build_object('change', v_change.id), v_change.establishment_id, v_change.new_account_id,
               null)::t_done;
end $$;

-- What was done since to the same accounts, or to who has access to the establishment; not what only waits, nor what was
-- undone already.
create function asp.f_later_operations(c asp.access_change) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'at', o.at,
                                                         'actor_name', f_display_name(o.actor)) order by o.at, o.id), '[]')
            from (select x.* from operation x where x.account_id in (c.new_account_id, c.old_account_id) and x.at > c.at
                  union
                  select x.* from operation x where x.establishment_id = c.establishment_id and x.at > c.at) o
            where o.id <> c.id
              and (o.kind in ('account.unlock', 'account.reset_password', 'mail.resend_confirmation', 'mail.send_again')
                       and o.account_id in (c.new_account_id, c.old_account_id)
                   or exists (select from access_change n where n.id = o.id and n.undone_at is null)));
end $$;

create function asp.f_check_later(c asp.access_change, p_named jsonb) returns void language plpgsql stable as $$
declare
    v_later jsonb := f_later_operations(c);
begin
    if coalesce(jsonb_typeof(p_named), 'null') not in ('array', 'null') then
        perform f_refuse('bad_params', '{"param": "later"}');
    elsif (select coalesce(array_agg(distinct l ->> 'id' order by l ->> 'id'), '{}') from jsonb_array_elements(v_later) l)
          <> (select coalesce(array_agg(distinct lower(n) order by lower(n)), '{}')
              from jsonb_array_elements_text(coalesce(nullif(p_named, 'null'), '[]')) n) then
        perform f_refuse('later_operations', jsonb_build_object('operations', v_later));
    end if;
end $$;

-- A habilitation as it was before; one that was not there before is revoked.
create function asp.f_restore_habilitation(p_id bigint, p_was jsonb, p_at timestamptz) returns void language plpgsql as $$
begin
    if p_was is null or p_was = 'null' then
        update habilitation set state = 'revoked', referent = false, revoked_at = coalesce(revoked_at, p_at)
        where id = p_id;
    else
        update habilitation set
            state = p_was ->> 'state', active_from = (p_was ->> 'active_from')::timestamptz,
            revoked_at = (p_was ->> 'revoked_at')::timestamptz, referent = (p_was ->> 'referent')::boolean,
            made_by_desk = (p_was ->> 'made_by_desk')::boolean
        where id = p_id;
    end if;
end $$;

-- The account made for it is switched off when nothing else uses it. Null when it stays.
create function asp.f_undo_account(c asp.access_change) returns bigint language plpgsql as $$
begin
    if not c.account_created
       or exists (select from habilitation h where h.account_id = c.new_account_id and h.state <> 'revoked')
       or exists (select from account_extranet x where x.account_id = c.new_account_id) then
        return null;
    end if;
    update account_secret set password_hash = null where account_id = c.new_account_id;
    update account set disabled_at = clock_timestamp(),
                       password_state = case password_state when 'none' then 'none' else 'voided' end
    where id = c.new_account_id;
    return c.new_account_id;
end $$;

-- What has not left yet does not leave any more; of an account that is switched off, no mail at all.
create function asp.f_cancel_mails(c asp.access_change, p_disabled bigint) returns jsonb language plpgsql as $$
declare
    v_ids jsonb;
begin
    perform from mail m
    where m.state in ('queued', 'sending') and (m.id = any (c.mails) or m.account_id = p_disabled)
    order by m.id for update;
    with cancelled as (
        update mail m set state = 'cancelled', claimed_until = null
        where m.state in ('queued', 'sending') and (m.id = any (c.mails) or m.account_id = p_disabled)
        returning m.id
    )
    select coalesce(jsonb_agg(k.id order by k.id), '[]') into v_ids from cancelled k;
    return v_ids;
end $$;

create function asp.op_change_undo(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_change access_change := f_lock_change(f_param_uuid(r.params, 'change'));
    v_now timestamptz;
    v_disabled bigint;
    v_cancelled jsonb;
begin
    perform from account a where a.id in (v_change.new_account_id, v_change.old_account_id)
        or a.id = (select h.account_id from habilitation h
                   where h.establishment_id = v_change.establishment_id and h.referent)
    order by a.id for no key update;
    perform from habilitation h
    where h.establishment_id = v_change.establishment_id
      and (h.referent or h.id in (v_change.new_habilitation_id, v_change.old_habilitation_id))
    order by h.id for no key update;
    perform f_check_later(v_change, r.params -> 'later');
    v_now := clock_timestamp();
    -- One referent at a time: whoever is it now makes room before the old one comes back.
    if v_change.kind = 'referent.reassign' then
        update habilitation set referent = false where establishment_id = v_change.establishment_id and referent;
    end if;
    perform f_restore_habilitation(v_change.new_habilitation_id, v_change.before -> 'new', v_now);
    if v_change.old_habilitation_id is not null then
        perform f_restore_habilitation(v_change.old_habilitation_id, v_change.before -> 'old', v_now);
    end if;
    v_disabled := f_undo_account(v_change);
    v_cancelled := f_cancel_mails(v_change, v_disabled);
    update access_change set undone_at = v_now, undone_by = session_user, undo_operation = r.id where id = v_change.id;
    return row(jsonb_build_object(
                   'change', v_change.id, 'restored_account', v_change.old_account_id,
                   'revoked_habilitation', (select h.id from habilitation h
                                            where h.id = v_change.new_habilitation_id and h.state = 'revoked'),
                   'disabled_account', v_disabled, 'cancelled_mails', v_cancelled),
               v_change.establishment_id, v_change.new_account_id, null)::t_done;
end $$;

-- Pages --------------------------------------------------------------------------------------------------------------------

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

-- A supervisor decides on an address and must read it whole.
create function asp.f_person_line(p jsonb, p_whole boolean) returns jsonb language sql immutable
    return case when p is null or p = 'null' then null
                when p_whole then p
                else p || jsonb_build_object('email', f_mask_email(p ->> 'email'), 'phone', f_mask_phone(p ->> 'phone')) end;

create function asp.f_request_document(q asp.approval_request) returns jsonb language plpgsql stable as $$
declare
    v_supervisor boolean := f_is_supervisor();
    v_own boolean := f_is_person(q.requested_by, q.requested_person);
    v_state text := f_request_state(q);
    v_evidence jsonb := q.evidence;
    v_why text[] := q.why;
begin
    if v_state = 'waiting' then -- as things are now: that is what a decision is about
        v_evidence := f_access_evidence(row(q.kind, q.establishment_id, q.account_id, nullif(q.params -> 'person', 'null'),
                                            (q.params ->> 'keep_old')::boolean)::t_access, q.requested_person, q.check_id);
        v_why := q.why || array(select w.code from unnest(f_request_why(q, v_evidence)) as w (code)
                                where not w.code = any (q.why));
    end if;
    return jsonb_build_object(
        'id', q.id, 'kind', q.kind, 'state', v_state, 'requested_at', q.requested_at, 'expires_at', q.expires_at,
        'requested_by', q.requested_by, 'requested_by_name', f_display_name(q.requested_by),
        'establishment', f_establishment_line(q.establishment_id),
        'person', f_person_line(q.params -> 'person', v_supervisor), 'account', f_account_line(q.account_id),
        'keep_old', q.params -> 'keep_old', 'why', to_jsonb(v_why), 'evidence', v_evidence - 'referent',
        'old_account', f_account_line((v_evidence ->> 'referent')::bigint),
        'reason_label', (select o.label from operation_reason o where o.code = q.reason), 'reason_text', q.reason_text,
        'call', q.call_id, 'ticket', q.ticket, 'decided_by_name', f_display_name(q.decided_by),
        'decided_at', case when v_state = 'expired' then q.expires_at else q.decided_at end,
        'decided_text', q.decided_text, 'own', v_own,
        'can_decide', v_supervisor and v_state = 'waiting' and not v_own);
end $$;

-- Those a list shows: waiting, mine or decided.
create function asp.f_requests(p_filter text) returns setof asp.approval_request language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
begin
    return query select x.* from approval_request x
    where case p_filter
              when 'waiting' then x.state = 'waiting' and x.expires_at > v_now
              when 'decided' then (x.state <> 'waiting' or x.expires_at <= v_now)
                                  and x.requested_at > v_now - interval '60 days'
              else x.requested_person = f_person(session_user) end
    order by x.requested_at desc limit 200;
end $$;

create function asp.f_read_approvals(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_filter text := p_params ->> 'filter';
begin
    if v_filter is null or v_filter not in ('waiting', 'mine', 'decided') then
        return f_refused('bad_params');
    elsif v_filter <> 'mine' and not f_is_supervisor() then
        return f_refused('supervisor_only');
    end if;
    return jsonb_build_object('status', 'ok', 'requests', (
        select coalesce(jsonb_agg(f_request_document(row(q.*)::approval_request) order by
                   case when v_filter = 'waiting' then q.expires_at end, q.requested_at desc), '[]')
        from f_requests(v_filter) q));
end $$;

create function asp.f_read_changes(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_filter text := (p_params ->> 'filter');
    v_changes jsonb;
begin
    if p_filter is null or p_filter not in ('open', 'all') then
        return f_refused('bad_params');
    end if;
    select coalesce(jsonb_agg(jsonb_build_object(
               'id', c.id, 'kind', c.kind, 'at', c.at, 'until', c.until, 'actor_name', f_display_name(c.requested_by),
               'approved_by_name', f_display_name(c.approved_by), 'establishment', f_establishment_line(c.establishment_id),
               'new_account', f_account_line(c.new_account_id), 'old_account', f_account_line(c.old_account_id),
               'old_kept', c.old_kept, 'objected_at', c.objected_at, 'objection_text', c.objection_text,
               'undone_at', c.undone_at, 'undone_by_name', f_display_name(c.undone_by),
               'later', case when c.undone_at is null and c.until > clock_timestamp()
                             then f_later_operations(row(c.*)::access_change) else '[]' end)
               order by c.objected_at is not null and c.undone_at is null desc, c.at desc), '[]') into v_changes
    from (select x.* from access_change x
          where p_filter = 'all' or (x.until > clock_timestamp() and x.undone_at is null)
          order by x.at desc limit 200) c;
    return jsonb_build_object('status', 'ok', 'changes', v_changes);
end $$;

revoke execute on all functions in schema asp, desk from public;
