-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The second step of a reading, in a later transaction: the document.
--
-- Function desk.answer
-- Answers: the document of what this server process announced last, once that is committed
-- Refuses: not_announced

-- What this server process announced under that id, once that is committed.
create function asp.f_announced(p_id uuid) returns asp.reading language plpgsql stable as $$
declare
    v_reading reading;
begin
    select * into v_reading from reading r where r.pid = pg_backend_pid();
    if v_reading.id = p_id and v_reading.login = session_user
       and v_reading.xid is distinct from pg_current_xact_id_if_assigned()
       and v_reading.at > clock_timestamp() - interval '1 minute' then
        return v_reading;
    end if;
    return null;
end $$;

create function desk.answer(p_id uuid) returns jsonb language plpgsql security definer as $$
declare
    v_reading reading := f_announced(p_id);
begin
    case v_reading.what
        when 'open_file' then return f_read_open_file(v_reading.params);
        when 'suggest' then return f_read_suggest(v_reading.params);
        when 'reveal' then
            return jsonb_build_object('status', 'ok', 'value', f_masked_value(v_reading.params ->> 'field',
                                                                              (v_reading.params ->> 'id')::bigint));
        when 'queue_page' then return f_read_queue_page(v_reading.params);
        when 'queue_counts' then return f_read_queue_counts(v_reading.params);
        when 'queue_export' then return f_read_queue_export(v_reading.params);
        when 'ticket' then return f_read_ticket(v_reading.params);
        when 'overview' then return f_read_overview(v_reading.params);
        when 'watched_accounts' then return f_read_watched_accounts(v_reading.params);
        when 'check_status' then return f_read_check_status(v_reading.params);
        when 'rehearse' then return f_read_rehearse(v_reading.params);
        when 'approvals' then return f_read_approvals(v_reading.params);
        when 'changes' then return f_read_changes(v_reading.params);
        when 'watch' then return f_read_watch(v_reading.params);
        when 'mails_page' then return f_read_mails_page(v_reading.params);
        when 'journal_page' then return f_read_journal_page(v_reading.params);
        when 'journal_export' then return f_read_journal_export(v_reading.params);
        else return f_refused('not_announced');
    end case;
end $$;

grant execute on function desk.answer(uuid) to asp_agent;
