-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What happened is only ever added to: the journal, operations, checks, the history of tickets, links.

-- Refuses to alter what happened, whoever asks. Deleting is left open to a purge, which is run by asp_owner and
-- says so in the transaction's setting asp.purge; no product log-in owns these tables or may delete from them.
create function asp.tr_insert_only() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' and current_setting('asp.purge', true) = 'on' then
        return old;
    end if;
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger journal_insert_only before update or delete on asp.journal
    for each row execute function asp.tr_insert_only();

create trigger journal_no_truncate before truncate on asp.journal
    for each statement execute function asp.tr_insert_only();

create trigger operation_insert_only before update or delete on asp.operation
    for each row execute function asp.tr_insert_only();

create trigger operation_no_truncate before truncate on asp.operation
    for each statement execute function asp.tr_insert_only();

create trigger ticket_event_insert_only before update or delete on asp.ticket_event
    for each row execute function asp.tr_insert_only();

create trigger ticket_event_no_truncate before truncate on asp.ticket_event
    for each statement execute function asp.tr_insert_only();

create trigger caller_check_insert_only before update or delete on asp.caller_check
    for each row execute function asp.tr_insert_only();

create trigger caller_check_no_truncate before truncate on asp.caller_check
    for each statement execute function asp.tr_insert_only();

-- Nobody removes a link: not even the purge that may remove the row it stands for.
create function asp.tr_never() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger journal_link_never before update or delete on asp.journal_link
    for each row execute function asp.tr_never();

create trigger journal_link_no_truncate before truncate on asp.journal_link
    for each statement execute function asp.tr_never();

create trigger retention_no_truncate before truncate on asp.retention
    for each statement execute function asp.tr_never();
