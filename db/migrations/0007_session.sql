-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a console asks at log-in and then every two seconds.

set local search_path = asp, public;

-- One of the lists of codes and labels, as the console shows it. p_table is one of ours, never a caller's word.
create function asp.f_list(p_table regclass) returns jsonb language plpgsql stable as $$
declare
    v_list jsonb;
begin
    execute format($q$ select coalesce(jsonb_agg(jsonb_build_object('code', code, 'label', label,
                                                                    'needs_text', needs_text)
                                                 order by position), '[]')
                       from %s where active $q$, p_table) into v_list;
    return v_list;
end $$;

create function desk.session_info() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    end if;
    return jsonb_build_object(
        'status', 'ok',
        'login', session_user,
        'display_name', f_display_name(session_user),
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
        'notices', f_notices());
end $$;

create function desk.published_scripts() returns jsonb language sql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
    select jsonb_build_object('status', 'ok', 'scripts', coalesce(jsonb_agg(
        jsonb_build_object('id', v.script_id, 'version', v.version, 'yaml', v.yaml) order by v.script_id), '[]'))
    from script_version v
    where v.state = 'published' and v.published_at <= clock_timestamp()
$$;

-- Changes when anything a file shows changes. xmin is the transaction that last wrote a row: no counter to keep up, no
-- row that every writer would queue for. A hint to refresh, so a rare miss costs one more refresh, nothing else.
create function asp.f_row_stamp(p_id bigint, p_xmin xid) returns int language sql immutable strict parallel safe
    return hashint8(p_id) # hashtext(p_xmin::text);

create function asp.f_establishment_stamp(p_establishment bigint) returns text language plpgsql stable as $$
begin
    return (select md5(concat_ws('.', e.xmin,
            (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin)), ':', bit_xor(f_row_stamp(a.id, a.xmin)))
             from habilitation h join account a on a.id = h.account_id where h.establishment_id = e.id),
            (select bit_xor(f_row_stamp(m.id, m.xmin))
             from habilitation h
             cross join lateral (
                (select i.id, i.xmin from mail i where i.account_id = h.account_id and i.kind = 'identifiant'
                 order by i.id desc limit 1)
                union all
                (select i.id, i.xmin from mail i where i.account_id = h.account_id and i.kind = 'mot_de_passe'
                 order by i.id desc limit 1)
                union all
                (select i.id, i.xmin from mail i where i.habilitation_id = h.id order by i.id desc limit 1)) m
             where h.establishment_id = e.id),
            (select concat(count(*), ':', bit_xor(f_row_stamp(t.number, t.xmin))) from ticket t where t.siret = e.siret),
            (select concat(count(*), ':', bit_xor(f_row_stamp(d.id, d.xmin))) from dap d where d.establishment_id = e.id),
            (select concat(count(*), ':', bit_xor(f_row_stamp(c.id, c.xmin))) from contract c where c.establishment_id = e.id),
            (select concat(count(*), ':', max(o.at)) from operation o where o.establishment_id = e.id)))
        from establishment e where e.id = p_establishment);
end $$;

create function asp.f_account_stamp(p_account bigint) returns text language plpgsql stable as $$
begin
    return (select md5(concat_ws('.', a.xmin,
            (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin))) from habilitation h where h.account_id = a.id),
            (select bit_xor(f_row_stamp(m.id, m.xmin))
             from (select i.id, i.xmin from mail i where i.account_id = a.id order by i.id desc limit 20) m),
            (select concat(count(*), ':', max(o.at)) from operation o where o.account_id = a.id)))
        from account a where a.id = p_account);
end $$;

-- Asked by every console every two seconds: index probes only, nothing journalled, nothing written.
create function desk.pulse(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set plan_cache_mode = force_generic_plan as $$
begin
    return (select jsonb_build_object(
            'status', 'ok',
            'server_time', clock_timestamp(),
            'file_stamp', case when p_establishment > 0 then f_establishment_stamp(p_establishment)
                               when p_account > 0 then f_account_stamp(p_account) end,
            -- Beyond a thousand the figure says "many" just as well.
            'mails_waiting', (select count(*) from (select 1 from mail m where m.state in ('queued', 'sending')
                                                    and m.kind <> 'ticket_reponse' limit 1000) w),
            'notices', f_notices()));
end $$;
