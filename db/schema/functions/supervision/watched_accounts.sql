-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Lists of accounts to watch. Each walks an index of its own: 200 rows a page, counts up to 1,000.
--
-- Reading watched_accounts
-- Takes: list (locked, never, waiting, bounced, resets, several), from (a next), limit, export
-- Answers: rows[{id, account, habilitation, mail, mail_kind, identifiant, profile, siret, denomination, detail, since,
--     until, active_from, count}], next
-- Refuses: bad_params

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
