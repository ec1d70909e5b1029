-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a console learns when it logs in.
--
-- Function desk.session_info
-- Answers: login, display_name, person, password_expires_at, supervisor, environment, schema_version,
--     min_client_version, server_time, settings{}, motifs[], ticket_outcomes[], operation_reasons[], call_outcomes[],
--     hold_reasons[] of {code, label, needs_text}, check_facts[], notices[]
-- Refuses: no_role

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

-- For everyone with a role of ours, if only to be told that theirs is not one for a console.
create function desk.session_info() returns jsonb language plpgsql stable security definer as $$
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

grant execute on function desk.session_info() to asp_agent, asp_relay, asp_extranet;
