-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Working side by side: who has a ticket open, the views people keep, who is at the desk, and the two stamps of the pulse that tell
-- a console to look again.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('presence.par_minute', '240', 'Signes de présence d’une personne, par minute', 'Limites de lecture', true, '', 60, 6000),
    ('presence.par_heure', '9000', 'Signes de présence d’une personne, par heure', 'Limites de lecture', true, '', 2400, 200000);

-- Log-ins of the desk --------------------------------------------------------------------------------------------------------

-- Whether that log-in is an agent's or a supervisor's today.
create function asp.f_is_desk_login(p_login name) returns boolean language plpgsql stable as $$
begin
    return exists (select from pg_roles r where r.rolname = p_login and r.rolcanlogin and not r.rolsuper
                     and pg_has_role(r.oid, 'asp_agent', 'member') and not pg_has_role(r.oid, 'asp_owner', 'member'));
end $$;

-- Presence -------------------------------------------------------------------------------------------------------------------

-- Unlogged: a lease of half a minute is worth no flush, and after a crash consoles tell again. A row that is taken back stays until
-- its lease ends, so that the change is seen; `change` grows with each, renewals leave it alone.
create sequence asp.presence_change;
create unlogged table asp.presence (
    login name not null,
    console uuid not null, -- of that log-in: nobody speaks for another
    ticket bigint not null,
    level text not null check (level in ('open', 'away', 'writing', 'left')),
    until timestamptz not null,
    change bigint not null,
    primary key (login, console, ticket)
) with (fillfactor = 50);
create index presence_ticket on asp.presence (ticket);
create index presence_changed on asp.presence (change);

-- Who else has these tickets: {ticket: [{login, name, level}]}. Another console of the same person is nobody else; of several
-- consoles of one log-in the nearest counts.
create function asp.f_presence_of(p_tickets bigint[]) returns jsonb language plpgsql stable as $$
declare
    v_person text := f_person(session_user);
begin
    return (select coalesce(jsonb_object_agg(o.ticket::text, o.others), '{}') from (
        select n.ticket, jsonb_agg(jsonb_build_object('login', n.login, 'name', n.name, 'level', n.level)
                                   order by n.name, n.login) as others
        from (select distinct on (p.ticket, p.login) p.ticket, p.login, p.level, f_display_name(p.login) as name
              from presence p
              where p.ticket = any (p_tickets) and p.level <> 'left' and p.until > clock_timestamp()
                and f_person(p.login) <> v_person
              order by p.ticket, p.login, array_position(array['writing', 'open', 'away'], p.level)) n
        group by n.ticket) o);
end $$;

create function asp.f_presence_fault(p_console uuid, p_tickets jsonb) returns boolean language plpgsql immutable as $$
begin
    return p_console is null or jsonb_typeof(p_tickets) is distinct from 'array' or jsonb_array_length(p_tickets) > 200
           or exists (select from jsonb_array_elements(p_tickets) e
                      where jsonb_typeof(e) <> 'object' or jsonb_typeof(e -> 'ticket') is distinct from 'number'
                         or (e ->> 'ticket') !~ '^[0-9]{1,18}$'
                         or coalesce(e ->> 'level', '') not in ('open', 'away', 'writing'));
end $$;

-- What this console has open, instead of what it said before, for half a minute.
create function asp.f_tell_presence(p_console uuid, p_tickets jsonb) returns void language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_until timestamptz := v_now + interval '30 seconds';
begin
    delete from presence p where p.login = session_user and p.until < v_now - interval '1 minute';
    insert into presence as p (login, console, ticket, level, until, change)
    select session_user, p_console, t.ticket, t.level, v_until, nextval('asp.presence_change')
    from (select distinct on ((e ->> 'ticket')::bigint) (e ->> 'ticket')::bigint as ticket, e ->> 'level' as level
          from jsonb_array_elements(p_tickets) e
          order by 1, array_position(array['writing', 'open', 'away'], e ->> 'level')) t
    on conflict (login, console, ticket) do update
        set level = excluded.level, until = excluded.until,
            change = case when p.level = excluded.level and p.until > v_now then p.change else excluded.change end;
    -- Taken back: seen as a change, then gone.
    update presence p set level = 'left', until = v_until, change = nextval('asp.presence_change')
    where p.login = session_user and p.console = p_console and p.level <> 'left'
      and p.ticket not in (select (e ->> 'ticket')::bigint from jsonb_array_elements(p_tickets) e);
end $$;

create function desk.here(p_console uuid, p_tickets jsonb) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
declare
    v_others jsonb;
begin
    if not f_admit('here', 'presence') then
        return f_refused('rate_limited');
    elsif f_presence_fault(p_console, p_tickets) then
        return f_refused('bad_params');
    elsif (select count(*) from presence p where p.login = session_user and p.console <> p_console) > 2000 then
        return f_refused('rate_limited'); -- ten consoles of one log-in are not people at work
    end if;
    perform f_tell_presence(p_console, p_tickets);
    v_others := f_presence_of(array(select (e ->> 'ticket')::bigint from jsonb_array_elements(p_tickets) e));
    return jsonb_build_object('status', 'ok', 'others', (
        select coalesce(jsonb_agg(o || jsonb_build_object('ticket', t.key::bigint)), '[]')
        from jsonb_each(v_others) t cross join lateral jsonb_array_elements(t.value) o));
end $$;

-- Everybody a ticket can be assigned to. `here`: a console of theirs is connected, and asked for its pulse lately where asp_owner
-- may see that (roles.sql).
create function desk.agents() returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
begin
    if not f_admit('agents', 'files') then
        return f_refused('rate_limited');
    end if;
    return jsonb_build_object('status', 'ok', 'agents', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'login', r.rolname, 'name', f_display_name(r.rolname), 'open', coalesce(o.n, 0),
            'here', c.usename is not null) order by f_norm(f_display_name(r.rolname)), r.rolname), '[]')
        from (select r.rolname from pg_roles r where f_is_desk_login(r.rolname)) r
        left join (select t.owner, count(*) as n from ticket t
                   where t.state in ('open', 'taken', 'on_hold') and coalesce(t.owner::text, '') collate "C" > ''
                   group by t.owner) o on o.owner = r.rolname
        left join (select distinct a.usename from pg_stat_activity a
                   where a.datname = current_database() and a.backend_type = 'client backend'
                     and coalesce(a.state_change > clock_timestamp() - interval '30 seconds', true)) c on c.usename = r.rolname));
end $$;

-- Views ------------------------------------------------------------------------------------------------------------------------

create table asp.ticket_view (
    id uuid primary key, -- the console's
    owner name not null,
    name text not null check (name <> '' and length(name) <= 60),
    shared boolean not null,
    filter jsonb not null,
    sort text not null,
    descending boolean not null,
    saved_at timestamptz not null
);
create unique index ticket_view_own_name on asp.ticket_view (owner, lower(name));
create unique index ticket_view_shared_name on asp.ticket_view (lower(name)) where shared;
-- The one that opens first.
create table asp.chosen_view (
    login name primary key,
    view uuid not null references asp.ticket_view on delete cascade
);
create index chosen_view_view on asp.chosen_view (view);

create function desk.views() returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
begin
    if not f_admit('views', 'files') then
        return f_refused('rate_limited');
    end if;
    return jsonb_build_object('status', 'ok', 'views', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', v.id, 'name', v.name, 'owner', v.owner, 'owner_name', f_display_name(v.owner), 'shared', v.shared,
            'mine', v.owner = session_user, 'owner_gone', not f_is_desk_login(v.owner), 'chosen', c.login is not null,
            'filter', v.filter, 'sort', v.sort, 'descending', v.descending) order by v.shared, f_norm(v.name), v.id), '[]')
        from ticket_view v left join chosen_view c on c.view = v.id and c.login = session_user
        where v.owner = session_user or v.shared));
end $$;

-- How many tickets each of these views finds: {id: n}. Those of others that are not shared are left out. Kept for two seconds like the
-- figures of the desk, apart for each person where the view asks for what is theirs.
create function asp.f_view_figures(p_views jsonb) returns jsonb language plpgsql as $$
declare
    v_view ticket_view;
    v_what text;
    v_counts jsonb := '{}';
begin
    for v_view in
        select v.* from ticket_view v
        where v.id::text in (select jsonb_array_elements_text(p_views)) and (v.shared or v.owner = session_user)
    loop
        v_what := v_view.id || case when v_view.filter -> 'owners' ? '@me' then ' ' || session_user else '' end;
        if f_figures_stale(v_what) then
            perform f_keep_figures(v_what, to_jsonb(f_queue_count(v_view.filter)));
        end if;
        v_counts := v_counts || jsonb_build_object(v_view.id::text,
            coalesce((select f.figures from queue_figures f where f.what = v_what), to_jsonb(f_queue_count(v_view.filter))));
    end loop;
    return v_counts;
end $$;

-- The view, locked. Only its owner changes it; when they left, a supervisor does.
create function asp.f_lock_view(p_view uuid) returns asp.ticket_view language plpgsql as $$
declare
    v_view ticket_view;
begin
    select * into v_view from ticket_view v where v.id = p_view for update;
    if v_view.id is null or not (v_view.shared or v_view.owner = session_user or f_is_supervisor()) then
        perform f_refuse('unknown_view');
    elsif v_view.owner <> session_user and (f_is_desk_login(v_view.owner) or not f_is_supervisor()) then
        perform f_refuse('not_your_view', jsonb_build_object('owner', v_view.owner, 'owner_name', f_display_name(v_view.owner)));
    end if;
    return v_view;
end $$;

create function asp.f_view_fault(p_params jsonb) returns text language plpgsql stable as $$
begin
    return coalesce(case when f_filter_fault(p_params -> 'filter') is not null then 'filter' end,
                    case when coalesce(jsonb_typeof(p_params -> 'sort'), '') <> 'string'
                              or f_queue_key(p_params ->> 'sort', true) is null then 'sort' end);
end $$;

create function asp.op_view_save(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view uuid := f_param_uuid(r.params, 'view');
    v_name text := regexp_replace(f_param_text(r.params, 'name'), '[[:cntrl:]]', ' ', 'g');
    v_shared boolean := f_param_bool(r.params, 'shared', false);
    v_fault text := f_view_fault(r.params);
    v_constraint text;
begin
    if v_fault is not null then
        perform f_refuse('bad_params', jsonb_build_object('param', v_fault));
    elsif v_name = '' then
        perform f_refuse('view_name_needed');
    elsif length(v_name) > 60 then
        perform f_refuse('text_too_long', '{"limit": 60}');
    elsif v_shared and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    elsif exists (select from ticket_view v where v.id = v_view) then
        perform f_lock_view(v_view);
    end if;
    -- A view that another person's list has no room for any more is not saved half.
    if (select count(*) from ticket_view v where v.owner = session_user and v.id <> v_view) >= 50 then
        perform f_refuse('too_many_views', '{"limit": 50}');
    end if;
    begin
        insert into ticket_view as v (id, owner, name, shared, filter, sort, descending, saved_at)
        values (v_view, session_user, v_name, v_shared, r.params -> 'filter', r.params ->> 'sort',
                f_param_bool(r.params, 'descending', false), clock_timestamp())
        on conflict (id) do update
            set owner = excluded.owner, name = excluded.name, shared = excluded.shared, filter = excluded.filter,
                sort = excluded.sort, descending = excluded.descending, saved_at = excluded.saved_at;
    exception when unique_violation then
        perform f_refuse('view_name_taken', jsonb_build_object('name', v_name));
    end;
    delete from queue_figures f where starts_with(f.what, v_view::text); -- counted by another filter
    return row(jsonb_build_object('view', v_view), null, null, null)::t_done;
end $$;

create function asp.op_view_delete(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view ticket_view := f_lock_view(f_param_uuid(r.params, 'view'));
begin
    delete from ticket_view v where v.id = v_view.id;
    return row(jsonb_build_object('view', v_view.id), null, null, null)::t_done;
end $$;

create function asp.op_view_choose(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view uuid := case when r.params -> 'view' <> 'null' then f_param_uuid(r.params, 'view') end;
begin
    if v_view is not null and not exists (select from ticket_view v where v.id = v_view
                                            and (v.shared or v.owner = session_user)) then
        perform f_refuse('unknown_view');
    end if;
    delete from chosen_view c where c.login = session_user;
    insert into chosen_view (login, view) select session_user, v_view where v_view is not null;
    return row(jsonb_build_object('view', v_view), null, null, null)::t_done;
end $$;

-- The pulse ----------------------------------------------------------------------------------------------------------------------

-- Changes with every change of a ticket. The last 256 events rather than the last: one that was begun earlier may be committed
-- later, and is then still among them.
create function asp.f_tickets_stamp() returns text language plpgsql stable as $$
begin
    return (select coalesce(sum(hashint8(l.id))::text, '') from (select v.id from ticket_event v order by v.id desc limit 256) l);
end $$;

-- Changes with whoever opens, leaves or begins to write, in the same way. Leases that lapse change nothing: a console asks again
-- when it renews its own.
create function asp.f_presence_stamp() returns text language plpgsql stable as $$
begin
    return (select coalesce(sum(hashint8(l.change))::text, '')
            from (select p.change from presence p order by p.change desc limit 256) l);
end $$;

-- Asked by every console every two seconds: index probes only, nothing journalled, nothing written.
create or replace function desk.pulse(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set plan_cache_mode = force_generic_plan set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
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
            'tickets_stamp', f_tickets_stamp(),
            'presence_stamp', f_presence_stamp(),
            'notices', f_notices()));
end $$;

revoke all on all tables in schema asp from public;
revoke all on all sequences in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.here(uuid, jsonb), desk.agents(), desk.views() to asp_agent;
