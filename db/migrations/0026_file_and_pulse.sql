-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the file, the pulse and the log-in say since there are caller checks, approvals and changes to object to. The
-- street, the headcounts and the day of the last log-in are no longer sent whole: a caller is asked for them.

set local search_path = asp, public;

create index if not exists mail_failed_lately on asp.mail (bounced_at) where state in ('refused', 'bounced');

-- The rate settings that came between are supervisors' too.
update asp.setting set editable = true, pattern = '', least = 1, most = greatest(value::int * 20, 100),
    group_label = case split_part(key, '.', 1) when 'motdepasse' then 'Extranet et console'
                       when 'brouillon' then 'Extranet et console' else 'Limites de lecture' end
where not editable and value ~ '^[0-9]{1,6}$' and key not like 'demo.%';

create function asp.f_masking() returns boolean language plpgsql stable as $$
begin
    return f_setting('verification.masquer', 'oui') <> 'non';
end $$;

create function asp.f_month(p_at timestamptz) returns timestamptz language sql stable
    return date_trunc('month', p_at, 'Europe/Paris');

create or replace function asp.f_notices() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'text', n.text, 'link', n.link,
                                                         'from', n.valid_from, 'until', n.valid_until)
                                      order by n.valid_from desc), '[]')
            from incident_notice n
            where n.valid_from <= clock_timestamp() and n.ended_at is null
              and (n.valid_until is null or n.valid_until > clock_timestamp()));
end $$;

create or replace function desk.session_info() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    end if;
    return jsonb_build_object(
        'status', 'ok',
        'login', session_user,
        'display_name', f_display_name(session_user),
        'person', f_person(session_user),
        'password_expires_at', (select nullif(r.rolvaliduntil, 'infinity') from pg_roles r
                                where r.rolname = session_user),
        'supervisor', f_is_supervisor(),
        'environment', (select e.kind from environment e),
        'schema_version', (select coalesce(max(m.version), 0) from schema_migration m),
        'min_client_version', (select i.min_client_version from schema_info i),
        'server_time', clock_timestamp(),
        'settings', (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from setting s),
        'motifs', f_list('asp.motif'),
        'ticket_outcomes', f_list('asp.ticket_outcome'),
        'operation_reasons', f_list('asp.operation_reason'),
        'call_outcomes', f_list('asp.call_outcome'),
        'hold_reasons', f_list('asp.hold_reason'),
        'check_facts', (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'label', f.label,
                                                                     'subject', f.subject) order by f.position), '[]')
                        from check_fact f where f.active),
        'notices', f_notices());
end $$;

-- The state people see: what has waited too long has expired, whether somebody noted it or not.
create function asp.f_request_state(q asp.approval_request) returns text language sql stable
    return case when q.state = 'waiting' and q.expires_at <= clock_timestamp() then 'expired' else q.state end;

-- Who is to get access: the person asked for, or the account there is.
create function asp.f_request_person(q asp.approval_request) returns text language plpgsql stable as $$
begin
    return coalesce((select a.first_name || ' ' || a.last_name from account a where a.id = q.account_id),
                    concat_ws(' ', q.params -> 'person' ->> 'first_name', q.params -> 'person' ->> 'last_name'));
end $$;

-- One's own requests, under whichever log-in: waiting, or decided within the day.
create function asp.f_my_requests() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', q.id, 'kind', q.kind, 'state', f_request_state(q), 'denomination', e.denomination,
                'decided_at', case when f_request_state(q) = 'expired' then q.expires_at else q.decided_at end,
                'expires_at', q.expires_at) order by q.requested_at desc), '[]')
            from approval_request q join establishment e on e.id = q.establishment_id
            where q.requested_person = f_person(session_user)
              and q.requested_at > clock_timestamp() - interval '9 days'
              and (q.state = 'waiting' and q.expires_at > clock_timestamp() - interval '1 day'
                   or q.decided_at > clock_timestamp() - interval '1 day'));
end $$;

-- Asked by every console every two seconds: index probes only, nothing journalled, nothing written.
create or replace function desk.pulse(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set plan_cache_mode = force_generic_plan as $$
declare
    v_supervisor boolean := f_is_supervisor();
begin
    return (select jsonb_build_object(
            'status', 'ok',
            'server_time', clock_timestamp(),
            'file_stamp', case when p_establishment > 0 then f_establishment_stamp(p_establishment)
                               when p_account > 0 then f_account_stamp(p_account) end,
            -- Beyond a thousand the figure says "many" just as well.
            'mails_waiting', (select count(*) from (select 1 from mail m where m.state in ('queued', 'sending')
                                                    and m.kind <> 'ticket_reponse' limit 1000) w),
            'approvals_waiting', case when v_supervisor then
                (select count(*) from approval_request q where q.state = 'waiting' and q.expires_at > clock_timestamp())
                else 0 end,
            'objections', case when v_supervisor then
                (select count(*) from access_change c where c.objected_at is not null and c.undone_at is null
                   and c.until > clock_timestamp()) else 0 end,
            'my_requests', f_my_requests(),
            'mails_failed', case when v_supervisor then
                (select count(*) from (select 1 from mail m where m.state in ('refused', 'bounced')
                                       and m.bounced_at > clock_timestamp() - interval '7 days' limit 1000) f)
                else 0 end,
            'notices', f_notices()));
end $$;

create or replace function asp.f_file_establishment(p_id bigint) returns jsonb language plpgsql stable as $$
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

create or replace function asp.f_file_account(a asp.account, h asp.habilitation) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', a.id, 'identifiant', a.identifiant, 'last_name', a.last_name, 'first_name', a.first_name,
        'email_masked', f_mask_email(a.email), 'phone_masked', f_mask_phone(a.phone), 'profile', a.profile,
        'locked_at', a.locked_at, 'locked_until', a.locked_until, 'failed_logins', a.failed_logins,
        'first_login_at', case when f_masking() and a.first_login_at > a.last_login_at - interval '2 days'
                               then f_month(a.first_login_at) else a.first_login_at end,
        'last_login_at', case when f_masking() then f_month(a.last_login_at) else a.last_login_at end,
        'last_login_masked', f_masking() and a.last_login_at is not null,
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

-- The check has a place of its own in the file.
create or replace function asp.f_file_operations(p_establishment bigint, p_accounts bigint[]) returns jsonb
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
          where u.kind not in ('call.close', 'walk.save', 'call.check')
          order by u.at desc, u.id limit 20) o
    left join account a on a.id = o.account_id
    left join operation_reason r on r.code = o.reason
    left join staff s on s.login = o.actor);
end $$;

create function asp.f_file_requests(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', q.id, 'kind', q.kind, 'state', q.state, 'requested_at', q.requested_at,
                'expires_at', q.expires_at, 'requested_by_name', f_display_name(q.requested_by), 'why', to_jsonb(q.why),
                'person_name', f_request_person(q), 'own', q.requested_person = f_person(session_user))
                order by q.requested_at desc), '[]')
            from approval_request q
            where q.establishment_id = p_establishment and q.state = 'waiting' and q.expires_at > clock_timestamp());
end $$;

create function asp.f_file_changes(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', c.id, 'kind', c.kind, 'at', c.at, 'until', c.until, 'actor_name', f_display_name(c.requested_by),
                'new_identifiant', n.identifiant, 'old_identifiant', o.identifiant, 'undone_at', c.undone_at,
                'objected_at', c.objected_at) order by c.at desc), '[]')
            from access_change c
            join account n on n.id = c.new_account_id
            left join account o on o.id = c.old_account_id
            where c.establishment_id = p_establishment and c.at > clock_timestamp() - interval '30 days');
end $$;

-- How the check of this file stands in this call.
create function asp.f_file_check(p_call uuid, p_establishment bigint, p_account bigint) returns jsonb
    language plpgsql stable as $$
declare
    v_pass caller_check;
begin
    if p_call is null or p_establishment is null and p_account is null then
        return null;
    end if;
    v_pass := f_pass(p_call, p_establishment, case when p_establishment is null then p_account end);
    return jsonb_build_object('account_id', v_pass.account_id, 'passed_until', v_pass.valid_until,
                              'tries_left', f_tries_left(p_call, p_establishment, p_account));
end $$;

revoke execute on all functions in schema asp, desk from public;
