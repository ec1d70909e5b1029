-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What supervisors do for the desk as a whole: ceilings and their lifting, notices, settings, shared mail providers, the
-- watch over unusual numbers; and the rehearsal, which says what an operation would do without doing it.

set local search_path = asp, public;

create index if not exists operation_ceiling on asp.operation (at)
    where kind in ('account.reset_password', 'account.create', 'referent.reassign');

-- Ceilings ---------------------------------------------------------------------------------------------------------------

create function asp.f_ceiling_setting(p_kind text) returns text language sql immutable
    return case p_kind when 'account.reset_password' then 'plafond.reset' when 'account.create' then 'plafond.create'
                       when 'referent.reassign' then 'plafond.reassign' end;

create function asp.f_lifted(p_person text, p_kind text) returns int language plpgsql stable as $$
begin
    return (select coalesce(sum(l.extra), 0) from ceiling_lift l
            where l.person = p_person and l.kind = p_kind and l.until > clock_timestamp());
end $$;

-- No more than `p_setting` an hour, and what was lifted, for one person under all their log-ins. Operations of that kind
-- queue for the person's row of the meter, or two at once could both be the last one allowed; a row, since an advisory
-- lock could be held by anyone who knows its key. A request counts when it is made, not again when it is approved.
create or replace function asp.f_check_ceiling(p_kind text, p_setting text, p_default int) returns void
    language plpgsql as $$
declare
    v_person text := f_person(session_user);
    v_limit int := f_setting_int(p_setting, p_default);
    v_done int;
begin
    insert into read_meter (login, kind, minute, minute_count, hour, hour_count)
    values (left(v_person, 60)::name, 'plafond ' || p_kind, clock_timestamp(), 0, clock_timestamp(), 0)
    on conflict (login, kind) do update set minute = excluded.minute;
    v_limit := v_limit + f_lifted(v_person, p_kind);
    select count(*) into v_done from operation o
    where o.actor = any (array(select s.login from staff s where s.person = v_person) || session_user::name)
      and o.kind = p_kind and o.at > clock_timestamp() - interval '1 hour';
    if v_done >= v_limit then
        perform f_refuse('over_ceiling', jsonb_build_object('limit', v_limit));
    end if;
end $$;

create function asp.f_param_int(p_params jsonb, p_key text, p_least int, p_most int) returns int
    language plpgsql stable as $$
declare
    v_value bigint := f_param_id(p_params, p_key);
begin
    if v_value not between p_least and p_most then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return v_value;
end $$;

-- Never for oneself, under whichever log-in.
create function asp.op_ceiling_lift(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_login text := f_param_text(r.params, 'login');
    v_kind text := f_param_text(r.params, 'kind');
    v_extra int := f_param_int(r.params, 'extra', 1, 200);
    v_until timestamptz := clock_timestamp() + make_interval(mins => f_param_int(r.params, 'minutes', 1, 1440));
    v_text text := f_param_words(r.params, 'text', 1000, true);
begin
    if f_ceiling_setting(v_kind) is null then
        perform f_refuse('bad_params', '{"param": "kind"}');
    elsif not exists (select from pg_roles g where g.rolname = v_login and pg_has_role(g.oid, 'asp_agent', 'member')) then
        perform f_refuse('unknown_login');
    elsif f_person(v_login::name) = f_person(session_user) then
        perform f_refuse('own_ceiling');
    end if;
    insert into ceiling_lift (id, login, person, kind, extra, until, by_login, at, text)
    values (r.id, v_login, f_person(v_login::name), v_kind, v_extra, v_until, session_user, clock_timestamp(), v_text);
    return row(jsonb_build_object('until', v_until), null, null, null)::t_done;
end $$;

-- Notices ----------------------------------------------------------------------------------------------------------------

-- Shown on every console: lines of plain text, nothing invisible.
create function asp.f_is_plain(p_text text) returns boolean language sql immutable
    return p_text !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]';

create function asp.op_notice_post(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_kind text := f_param_text(r.params, 'kind');
    v_link text := nullif(f_param_text(r.params, 'link'), '');
    v_now timestamptz := clock_timestamp();
    v_from timestamptz := coalesce(nullif(f_param_text(r.params, 'from'), '')::timestamptz, v_now);
    v_until timestamptz := nullif(f_param_text(r.params, 'until'), '')::timestamptz;
    v_id bigint;
begin
    if v_kind not in ('incident', 'annonce') then
        perform f_refuse('bad_params', '{"param": "kind"}');
    elsif not f_is_plain(v_text) then
        perform f_refuse('bad_params', '{"param": "text"}');
    elsif v_link !~ '^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9./_~%?=&#:+,-]*)?$'
          or length(v_link) > 300 then
        perform f_refuse('bad_params', '{"param": "link"}');
    elsif v_until <= greatest(v_from, v_now) then
        perform f_refuse('bad_params', '{"param": "until"}');
    end if;
    insert into incident_notice (text, kind, link, valid_from, valid_until, posted_by)
    values (v_text, v_kind, v_link, v_from, v_until, session_user) returning id into v_id;
    return row(jsonb_build_object('notice', v_id), null, null, null)::t_done;
end $$;

create function asp.op_notice_end(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_id bigint := f_param_id(r.params, 'notice');
begin
    update incident_notice set ended_at = clock_timestamp(), ended_by = session_user
    where id = v_id and ended_at is null and (valid_until is null or valid_until > clock_timestamp());
    if not found then
        perform f_refuse('unknown_notice');
    end if;
    return row(jsonb_build_object('notice', v_id), null, null, null)::t_done;
end $$;

create function desk.notices(p_filter text) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
declare
    v_now timestamptz := clock_timestamp();
    v_all boolean := f_is_supervisor() and p_filter is not distinct from 'all';
begin
    return jsonb_build_object('status', 'ok', 'notices', (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'id', n.id, 'kind', n.kind, 'text', n.text, 'link', n.link, 'from', n.valid_from,
                   'until', n.valid_until, 'posted_by_name', f_display_name(n.posted_by), 'ended_at', n.ended_at)
                   order by n.id desc), '[]')
        from (select * from incident_notice x
              where v_all or (x.ended_at is null and x.valid_from <= v_now
                              and (x.valid_until is null or x.valid_until > v_now))
              order by x.id desc limit 200) n));
end $$;

-- Settings and shared mail providers -----------------------------------------------------------------------------------------

-- Within the bounds of its row: a rule may be tightened or loosened, not switched off by a zero.
create function asp.op_setting_set(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_key text := f_param_text(r.params, 'key');
    v_value text := f_param_text(r.params, 'value');
    v_setting setting;
begin
    select * into v_setting from setting s where s.key = v_key and s.editable for update;
    if v_setting.key is null then
        perform f_refuse('unknown_setting');
    elsif v_setting.least is not null then
        if v_value !~ '^[0-9]{1,9}$' or v_value::int not between v_setting.least and v_setting.most then
            perform f_refuse('bad_value', jsonb_build_object('limit', v_setting.least || ' – ' || v_setting.most));
        end if;
        v_value := v_value::int::text;
    elsif v_value = '' or length(v_value) > 300 or v_value ~ '[\n\r]' or not f_is_plain(v_value)
          or v_value !~ ('^(' || v_setting.pattern || ')$') then
        perform f_refuse('bad_value', jsonb_build_object(
            'limit', case when v_setting.pattern ~ '^[a-z|]+$' then replace(v_setting.pattern, '|', ', ') else '300' end));
    end if;
    update setting set value = v_value where key = v_key;
    return row(jsonb_build_object('key', v_key, 'was', v_setting.value, 'is', v_value), null, null, null)::t_done;
end $$;

create function asp.op_provider_set(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_domain text := rtrim(lower(f_param_text(r.params, 'domain') collate "C"), '.');
begin
    if length(v_domain) > 253 or v_domain !~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$' then
        perform f_refuse('bad_params', '{"param": "domain"}');
    elsif f_param_bool(r.params, 'shared', true) then
        insert into shared_mail_provider (domain) values (v_domain) on conflict do nothing;
    else
        delete from shared_mail_provider where domain = v_domain;
    end if;
    return row(jsonb_build_object('domain', v_domain), null, null, null)::t_done;
end $$;

create function desk.settings_page() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    if not f_is_supervisor() then
        return f_refused('supervisor_only');
    end if;
    return jsonb_build_object('status', 'ok',
        'settings', (select coalesce(jsonb_agg(jsonb_build_object(
                         'key', s.key, 'value', s.value, 'label', s.label, 'group', s.group_label,
                         'least', s.least, 'most', s.most) order by s.group_label, s.label), '[]')
                     from setting s where s.editable),
        'providers', (select coalesce(jsonb_agg(p.domain order by p.domain), '[]') from shared_mail_provider p));
end $$;

-- The watch --------------------------------------------------------------------------------------------------------------------

create function asp.f_watch_agents() returns jsonb language plpgsql stable as $$
begin
    return (
        with counted as (
            select o.actor, o.kind, f_person(o.actor) as person, count(*) as day,
                   count(*) filter (where o.at > clock_timestamp() - interval '1 hour') as hour
            from operation o
            where o.kind in ('account.reset_password', 'account.create', 'referent.reassign')
              and o.at > clock_timestamp() - interval '24 hours'
            group by o.actor, o.kind
        ), lifted as (
            select l.person, l.kind, sum(l.extra) as extra, max(l.until) as until from ceiling_lift l
            where l.until > clock_timestamp() group by l.person, l.kind
        ), measured as (
            select c.*, f_setting_int(f_ceiling_setting(c.kind), 10) as base, coalesce(l.extra, 0) as extra, l.until,
                   sum(c.hour) over (partition by c.person, c.kind) as person_hour,
                   sum(c.day) over (partition by c.person, c.kind) as person_day
            from counted c left join lifted l on l.person = c.person and l.kind = c.kind
        )
        select coalesce(jsonb_agg(jsonb_build_object(
                   'login', m.actor, 'display_name', f_display_name(m.actor), 'kind', m.kind, 'hour', m.hour,
                   'day', m.day, 'ceiling', m.base + m.extra, 'lifted_until', m.until,
                   'unusual', m.person_hour * 100 >= m.base * f_setting_int('surveillance.part', 60)
                              or m.person_day >= m.base * 3)
                   order by m.hour desc, m.day desc, m.actor, m.kind), '[]')
        from measured m);
end $$;

create function asp.f_watch_checks() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'at', g.at, 'call', g.call_id, 'agent_name', f_display_name(g.agent), 'siret', e.siret,
                'denomination', e.denomination, 'failures', g.failures,
                'blocked', f_tries_left(g.call_id, g.establishment_id, g.account_id) = 0) order by g.at desc), '[]')
            from (select c.call_id, c.agent, c.establishment_id, c.account_id, max(c.at) as at, count(*) as failures
                  from caller_check c
                  where not c.passed and c.at > clock_timestamp() - interval '24 hours'
                  group by c.call_id, c.agent, c.establishment_id, c.account_id
                  order by max(c.at) desc limit 200) g
            left join establishment e on e.id = g.establishment_id);
end $$;

create function asp.f_watch_refusals() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'login', g.actor, 'display_name', f_display_name(g.actor), 'rule', g.rule, 'count', g.count,
                'last_at', g.at) order by g.count desc, g.at desc), '[]')
            from (select j.actor, j.rule, count(*) as count, max(j.at) as at from journal j
                  where j.kind = 'refused' and j.at > clock_timestamp() - interval '24 hours'
                  group by j.actor, j.rule order by count(*) desc limit 100) g);
end $$;

create function asp.f_read_watch(p_params jsonb) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object('status', 'ok', 'agents', f_watch_agents(), 'checks', f_watch_checks(),
                              'refusals', f_watch_refusals());
end $$;

-- The rehearsal ----------------------------------------------------------------------------------------------------------------

-- Does it all, says what came of it, and undoes it: AP003 carries the answer out of what is undone.
create function asp.f_try_out(r asp.t_request) returns void language plpgsql as $$
declare
    v_kind operation_kind;
    v_done t_done;
begin
    select * into v_kind from operation_kind k where k.kind = r.kind and k.rehearsed;
    if v_kind.kind is null then
        perform f_refuse('unknown_kind');
    elsif r.params is null or jsonb_typeof(r.params) <> 'object' or length(r.params::text) > 300000 then
        perform f_refuse('bad_params');
    end if;
    perform f_check_cites(v_kind, r);
    v_done := f_dispatch(r);
    raise exception 'rehearsed' using errcode = 'AP003', detail = jsonb_build_object(
        'result', v_done.result,
        'mails', (select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'to_masked', f_mask_email(m.to_address))
                                            order by m.id), '[]')
                  from mail m where m.operation_id = r.id))::text;
end $$;

-- Ids that were made and undone are nobody's: they are not told.
create function asp.f_rehearsed(p_tried jsonb, p_params jsonb) returns jsonb language sql immutable
    return jsonb_build_object(
        'status', 'ok', 'would', coalesce(p_tried -> 'result' ->> 'state', 'done'), 'rule', null, 'params', '{}'::jsonb,
        'result', (p_tried -> 'result') - '{mails,notices,change,approval,habilitation_id,expires_at}'::text[]
                  - case when coalesce(p_params -> 'person', 'null') <> 'null' then 'account_id' else '' end,
        'mails', p_tried -> 'mails');

create function asp.f_read_rehearse(p_params jsonb) returns jsonb language plpgsql as $$
declare
    p_kind text := (p_params ->> 'kind');
    p_asked jsonb := (p_params -> 'params');
    p_call uuid := (p_params ->> 'call')::uuid;
    p_ticket bigint := (p_params ->> 'ticket')::bigint;
    v_rule text;
    v_detail text;
    v_state text;
begin
    begin
        perform f_try_out(row(gen_random_uuid(), p_kind, p_asked, p_call, p_ticket, null, null)::t_request);
    exception
        when sqlstate 'AP001' or sqlstate 'AP002' or sqlstate 'AP003' then
            get stacked diagnostics v_state = returned_sqlstate, v_rule = message_text, v_detail = pg_exception_detail;
        when data_exception or integrity_constraint_violation then
            v_rule := 'bad_params';
            v_detail := '{}';
    end;
    v_rule := case when v_state is distinct from 'AP003' then v_rule end;
    if v_rule is null then
        return f_rehearsed(v_detail::jsonb, p_asked);
    end if;
    return jsonb_build_object('status', 'ok', 'would', 'refused', 'rule', v_rule, 'params', v_detail::jsonb,
                              'result', '{}'::jsonb, 'mails', '[]'::jsonb);
end $$;

revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.notices(text) to asp_agent;
grant execute on function desk.settings_page() to asp_supervisor;
