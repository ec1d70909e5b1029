-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The supervisor's overview: what waits and how long already, what came and went today and in thirty days, who works on what, and the
-- accounts somebody should look at, with what can be done about one from its row.

set local search_path = asp, public;

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('surveillance.habilitation_jours', '3', 'Jours après lesquels une habilitation qui attend est signalée', 'Surveillance', true, '', 1, 60),
    ('surveillance.reinitialisations', '3', 'Réinitialisations en sept jours à partir desquelles un compte est signalé', 'Surveillance', true, '', 2, 50),
    ('surveillance.comptes_siret', '5', 'Comptes d’un même SIRET à partir desquels il est signalé', 'Surveillance', true, '', 2, 100);

-- The lists below walk these from the end they begin at: what a page or a count up to 1,000 costs does not follow the tables.
create index account_locked on asp.account (locked_until, id)
    where locked_until is not null and disabled_at is null and being_deleted_at is null;
create index account_never on asp.account (created_at, id)
    where first_login_at is null and last_login_at is null and disabled_at is null and being_deleted_at is null;
create index habilitation_waiting on asp.habilitation (requested_at, id) where state in ('requested', 'awaiting_confirmation');
create index habilitation_lately on asp.habilitation (requested_at) where state <> 'revoked';

-- Accounts to watch ----------------------------------------------------------------------------------------------------------

-- A row of a list before it is dressed: its id and time make the cursor.
create type asp.t_watched as (id bigint, at timestamptz, count int);

-- Locked now, the latest first.
create function asp.f_watched_locked(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp(); -- volatile itself: no index would begin there
begin
    return query
        select a.id, a.locked_until, a.failed_logins from account a
        where a.locked_until > v_now and a.disabled_at is null and a.being_deleted_at is null
          and (a.locked_until, a.id) < (coalesce(p_at, 'infinity'), coalesce(p_id, 9223372036854775807))
        order by a.locked_until desc, a.id desc limit p_limit;
end $$;

-- Made more than two days ago, could log in and never did: the newest first.
create function asp.f_watched_never(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
begin
    return query
        select a.id, a.created_at, 0 from account a
        where a.first_login_at is null and a.last_login_at is null and a.disabled_at is null and a.being_deleted_at is null
          and a.created_at < v_now - interval '48 hours'
          and (a.created_at, a.id) < (coalesce(p_at, 'infinity'), coalesce(p_id, 9223372036854775807))
          and exists (select from habilitation h where h.account_id = a.id and h.state = 'active' and h.active_from <= v_now)
        order by a.created_at desc, a.id desc limit p_limit;
end $$;

-- Habilitations that wait too long, the oldest first.
create function asp.f_watched_waiting(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_days int := f_setting_int('surveillance.habilitation_jours', 3);
begin
    return query
        select h.id, h.requested_at, 0 from habilitation h
        where h.state in ('requested', 'awaiting_confirmation')
          and h.requested_at < v_now - make_interval(days => v_days)
          and (h.requested_at, h.id) > (coalesce(p_at, '-infinity'), coalesce(p_id, 0))
        order by h.requested_at, h.id limit p_limit;
end $$;

-- Mails of a week that came back or were refused and were not sent again, the latest first.
create function asp.f_watched_bounced(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
begin
    return query
        select m.id, m.bounced_at, m.attempts from mail m
        where m.state in ('refused', 'bounced') and m.replaced_by is null and m.bounced_at > v_now - interval '7 days'
          and (m.bounced_at, m.id) < (coalesce(p_at, 'infinity'), coalesce(p_id, 9223372036854775807))
        order by m.bounced_at desc, m.id desc limit p_limit;
end $$;

-- Accounts whose password the desk made anew again and again within a week, the latest first.
create function asp.f_watched_resets(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
begin
    return query
        select o.account_id, max(o.at), count(*)::int from operation o
        where o.kind = 'account.reset_password' and o.at > v_now - interval '7 days' and o.account_id is not null
        group by o.account_id
        having count(*) >= f_setting_int('surveillance.reinitialisations', 3)
           and (max(o.at), o.account_id) < (coalesce(p_at, 'infinity'), coalesce(p_id, 9223372036854775807))
        order by max(o.at) desc, o.account_id desc limit p_limit;
end $$;

-- Establishments with many accounts, of those where one was added in thirty days (the last 5,000 such): the latest first.
create function asp.f_watched_several(p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_most int := f_setting_int('surveillance.comptes_siret', 5);
begin
    return query
        select c.establishment_id, c.at, n.count
        from (select x.establishment_id, max(x.requested_at) as at
              from (select h.establishment_id, h.requested_at from habilitation h
                    where h.state <> 'revoked' and h.requested_at > v_now - interval '30 days'
                    order by h.requested_at desc limit 5000) x
              group by x.establishment_id) c
        cross join lateral (select count(*)::int as count from habilitation h
                            where h.establishment_id = c.establishment_id and h.state <> 'revoked') n
        where n.count >= v_most
          and (c.at, c.establishment_id) < (coalesce(p_at, 'infinity'), coalesce(p_id, 9223372036854775807))
        order by c.at desc, c.establishment_id desc limit p_limit;
end $$;

create function asp.f_watched(p_list text, p_at timestamptz, p_id bigint, p_limit int) returns setof asp.t_watched
    language plpgsql stable as $$
begin
    case p_list
        when 'locked' then return query select * from f_watched_locked(p_at, p_id, p_limit);
        when 'never' then return query select * from f_watched_never(p_at, p_id, p_limit);
        when 'waiting' then return query select * from f_watched_waiting(p_at, p_id, p_limit);
        when 'bounced' then return query select * from f_watched_bounced(p_at, p_id, p_limit);
        when 'resets' then return query select * from f_watched_resets(p_at, p_id, p_limit);
        when 'several' then return query select * from f_watched_several(p_at, p_id, p_limit);
    end case;
end $$;

create function asp.f_watch_lists() returns text[] language sql immutable
    return array['locked', 'never', 'waiting', 'bounced', 'resets', 'several'];

-- 1,000 stands for "1,000 or more".
create function asp.f_watched_counts() returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_object_agg(l.code, (select count(*) from f_watched(l.code, null, null, 1000)))
            from unnest(f_watch_lists()) as l (code));
end $$;

-- Who did the resets of a week; the accounts of an establishment.
create function asp.f_watched_detail(p_list text, p_id bigint) returns text language plpgsql stable as $$
begin
    if p_list = 'resets' then
        return (select string_agg(distinct f_display_name(o.actor), ', ') from operation o
                where o.account_id = p_id and o.kind = 'account.reset_password' and o.at > clock_timestamp() - interval '7 days');
    elsif p_list = 'several' then
        return (select string_agg(x.identifiant, ', ' order by x.requested_at desc)
                from (select a.identifiant, h.requested_at from habilitation h join account a on a.id = h.account_id
                      where h.establishment_id = p_id and h.state <> 'revoked' order by h.requested_at desc limit 5) x);
    end if;
    return null;
end $$;

-- One row with what it takes to act on it: until when the account is locked, from when its habilitation holds, which mail came back.
create function asp.f_watched_row(p_list text, w asp.t_watched) returns jsonb language plpgsql stable as $$
declare
    v_mail mail;
    v_habilitation habilitation;
    v_account account;
    v_establishment bigint := case when p_list = 'several' then w.id end;
    e establishment;
begin
    if p_list = 'bounced' then
        select * into v_mail from mail m where m.id = w.id;
        v_establishment := f_mail_establishment(v_mail);
    elsif p_list = 'waiting' then
        select * into v_habilitation from habilitation h where h.id = w.id;
        v_establishment := v_habilitation.establishment_id;
    end if;
    select * into v_account from account a
    where a.id = case p_list when 'bounced' then v_mail.account_id when 'waiting' then v_habilitation.account_id
                             when 'several' then null else w.id end;
    v_establishment := coalesce(v_establishment, f_filed_under(v_account.id, null, null));
    if v_habilitation.id is null then
        select * into v_habilitation from habilitation h
        where h.account_id = v_account.id and h.establishment_id = v_establishment and h.state <> 'revoked';
    end if;
    select * into e from establishment x where x.id = v_establishment;
    return jsonb_build_object(
        'id', w.id, 'account', v_account.id, 'habilitation', v_habilitation.id, 'mail', v_mail.id, 'mail_kind', v_mail.kind,
        'identifiant', v_account.identifiant, 'profile', v_account.profile, 'siret', e.siret, 'denomination', e.denomination,
        'detail', coalesce(nullif(v_mail.reason, ''), f_watched_detail(p_list, w.id)),
        'since', case p_list when 'locked' then v_account.locked_at else w.at end,
        'until', case when v_account.locked_until > clock_timestamp() then v_account.locked_until end,
        'active_from', v_habilitation.active_from, 'count', w.count);
end $$;

-- A cursor is "microseconds since 1970|id".
create function asp.f_watched_cursor(w asp.t_watched) returns text language sql immutable
    return (extract(epoch from w.at) * 1000000)::bigint || '|' || w.id;

create function asp.f_read_watched_accounts(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_list text := p_params ->> 'list';
    v_from text := coalesce(p_params ->> 'from', '');
    v_limit int := 100;
    v_at timestamptz;
    v_id bigint;
    v_rows t_watched[];
begin
    if not coalesce(v_list = any (f_watch_lists()), false) then
        return f_refused('bad_params', '{"param": "list"}');
    elsif v_from <> '' and v_from !~ '^[0-9]{1,16}\|[0-9]{1,18}$' then
        return f_refused('bad_params', '{"param": "from"}');
    elsif coalesce(jsonb_typeof(p_params -> 'limit'), 'null') <> 'null' then
        if (p_params ->> 'limit') !~ '^[0-9]{1,6}$' then
            return f_refused('bad_params', '{"param": "limit"}');
        end if;
        v_limit := least(greatest((p_params ->> 'limit')::int, 1), 200);
    end if;
    if v_from <> '' then
        v_at := timestamptz 'epoch' + split_part(v_from, '|', 1)::bigint * interval '1 microsecond';
        v_id := split_part(v_from, '|', 2)::bigint;
    end if;
    v_rows := array(select w::t_watched from f_watched(v_list, v_at, v_id, v_limit + 1) w);
    return jsonb_build_object(
        'status', 'ok',
        'rows', (select coalesce(jsonb_agg(f_watched_row(v_list, v_rows[i]) order by i), '[]')
                 from generate_series(1, least(cardinality(v_rows), v_limit)) as i),
        'next', case when cardinality(v_rows) > v_limit then f_watched_cursor(v_rows[v_limit]) end);
end $$;

-- The desk ---------------------------------------------------------------------------------------------------------------------

-- Open tickets of each motif by their age; late and soon as everywhere: not while somebody else is waited for.
create function asp.f_overview_backlog(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_soon timestamptz := p_now + make_interval(hours => f_setting_int('echeance.alerte_heures', 4));
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'motif', m.code,
                'ages', coalesce(b.ages, array[0, 0, 0, 0, 0]), 'late', coalesce(b.late, 0), 'soon', coalesce(b.soon, 0),
                'on_hold', coalesce(b.on_hold, 0), 'total', coalesce(b.total, 0)) order by m.position), '[]')
            from motif m
            left join (
                select t.motif, count(*) as total,
                       array[count(*) filter (where t.received_at > p_now - interval '1 day'),
                             count(*) filter (where t.received_at <= p_now - interval '1 day' and t.received_at > p_now - interval '2 days'),
                             count(*) filter (where t.received_at <= p_now - interval '2 days' and t.received_at > p_now - interval '5 days'),
                             count(*) filter (where t.received_at <= p_now - interval '5 days' and t.received_at > p_now - interval '10 days'),
                             count(*) filter (where t.received_at <= p_now - interval '10 days')] as ages,
                       count(*) filter (where t.due_at < p_now and (t.state <> 'on_hold' or t.hold_until <= p_now)) as late,
                       count(*) filter (where t.due_at >= p_now and t.due_at < v_soon
                                          and (t.state <> 'on_hold' or t.hold_until <= p_now)) as soon,
                       count(*) filter (where t.state = 'on_hold') as on_hold
                from ticket t where t.state in ('open', 'taken', 'on_hold') group by t.motif) b on b.motif = m.code
            where m.active or b.total > 0);
end $$;

-- What came and went in each hour of today, in Paris, up to now. Merged ones went too.
create function asp.f_overview_hours(p_day timestamptz, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (
        with moved as (
            select date_trunc('hour', t.received_at) as hour, count(*) as received, 0::bigint as closed from ticket t
            where t.state in ('open', 'taken', 'on_hold') and t.received_at >= p_day group by 1
            union all
            select date_trunc('hour', t.received_at), count(*), 0 from ticket t
            where t.state in ('closed', 'merged') and t.received_at >= p_day group by 1
            union all
            select date_trunc('hour', t.closed_at), 0, count(*) from ticket t
            where t.state in ('closed', 'merged') and t.closed_at >= p_day group by 1)
        select jsonb_agg(jsonb_build_object(
                   'from', h.hour,
                   'received', (select coalesce(sum(m.received), 0) from moved m where m.hour = h.hour),
                   'closed', (select coalesce(sum(m.closed), 0) from moved m where m.hour = h.hour)) order by h.hour)
        from generate_series(p_day, p_now, interval '1 hour') as h (hour));
end $$;

-- The last thirty days, today included, oldest first.
create function asp.f_overview_days(p_now timestamptz) returns jsonb language plpgsql stable as $$
declare
    v_today date := (p_now at time zone 'Europe/Paris')::date;
begin
    return (select jsonb_agg(f_day_figures(v_today - d) order by d desc) from generate_series(0, 29) as d);
end $$;

-- Log-ins of the desk with a console that showed a sign of life lately.
create function asp.f_overview_here() returns setof name language plpgsql stable as $$
begin
    return query
        select distinct a.usename from pg_stat_activity a
        where a.datname = current_database() and a.backend_type = 'client backend'
          and coalesce(a.state_change > clock_timestamp() - interval '30 seconds', true) and f_is_desk_login(a.usename);
end $$;

-- What they have open now: a ticket open in two of their consoles counts once, at its nearest level.
create function asp.f_overview_working(p_login name, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('number', w.ticket, 'level', w.level) order by w.place, w.ticket), '[]')
            from (select distinct on (p.ticket) p.ticket, p.level, array_position(array['writing', 'open', 'away'], p.level) as place
                  from presence p
                  where p.login = p_login and p.until > p_now and p.level <> 'left'
                  order by p.ticket, place limit 50) w);
end $$;

-- Whoever is here, has tickets or closed some today.
create function asp.f_overview_agents(p_day timestamptz, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
    return (
        with owned as (
            select t.owner as login, count(*) as owned,
                   count(*) filter (where t.due_at < p_now and (t.state <> 'on_hold' or t.hold_until <= p_now)) as late,
                   count(*) filter (where t.state = 'on_hold') as on_hold,
                   min(t.due_at) filter (where t.state <> 'on_hold' or t.hold_until <= p_now) as first_due
            from ticket t where t.state in ('open', 'taken', 'on_hold') and coalesce(t.owner::text, '') collate "C" > ''
            group by t.owner
        ), closed as (
            select t.closed_by as login, count(*) as closed from ticket t
            where t.state in ('closed', 'merged') and t.closed_at >= p_day and t.closed_by is not null group by t.closed_by
        ), here as (
            select h as login from f_overview_here() as h
            union select p.login from presence p where p.until > p_now and p.level <> 'left'
        )
        select coalesce(jsonb_agg(jsonb_build_object(
                   'login', l.login, 'name', f_display_name(l.login), 'here', h.login is not null,
                   'owned', coalesce(o.owned, 0), 'late', coalesce(o.late, 0), 'on_hold', coalesce(o.on_hold, 0),
                   'closed_today', coalesce(c.closed, 0), 'first_due', o.first_due,
                   'working', f_overview_working(l.login, p_now)) order by f_norm(f_display_name(l.login)), l.login), '[]')
        from (select login from owned union select login from closed union select login from here) l
        left join owned o on o.login = l.login
        left join closed c on c.login = l.login
        left join here h on h.login = l.login);
end $$;

create function asp.f_read_overview(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_now timestamptz := clock_timestamp();
    v_day timestamptz := f_day_start(v_now);
begin
    return jsonb_build_object(
        'status', 'ok',
        'backlog', f_overview_backlog(v_now),
        'received_today', (select count(*) from ticket t where t.state in ('open', 'taken', 'on_hold') and t.received_at >= v_day)
                          + (select count(*) from ticket t where t.state in ('closed', 'merged') and t.received_at >= v_day),
        'closed_today', (select count(*) from ticket t where t.state in ('closed', 'merged') and t.closed_at >= v_day),
        'closed_late_today', (select count(*) from ticket t where t.state in ('closed', 'merged') and t.closed_at >= v_day
                                and t.closed_at > t.due_at),
        'hours', f_overview_hours(v_day, v_now),
        'days', f_overview_days(v_now),
        'agents', f_overview_agents(v_day, v_now),
        'accounts', f_watched_counts(),
        'at', v_now);
end $$;

-- From a row of the overview ------------------------------------------------------------------------------------------------------

-- Nobody is on the line: the supervisor's reason stands in place of a call or a ticket.
create function asp.op_watch_unlock(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return op_account_unlock(r);
end $$;

create function asp.op_watch_resend(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    return op_mail_resend_confirmation(r);
end $$;

-- The journal says which list was read, and what left the desk as a file ------------------------------------------------------

create function asp.f_journal_overview(p_what text, p_params jsonb) returns text language plpgsql as $$
declare
    v_export boolean := coalesce(p_params -> 'export' = 'true', false);
begin
    if p_what = 'watched_accounts' and not coalesce(p_params ->> 'list' = any (f_watch_lists()), false) then
        return 'bad_params';
    end if;
    perform f_journal(case when v_export then p_what || '_export' else 'read_' || p_what end, p_detail => jsonb_strip_nulls(
        jsonb_build_object('list', case when p_what = 'watched_accounts' then p_params ->> 'list' end)));
    return null;
end $$;

revoke all on all tables in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
