-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The journal, the operations and the history of tickets are only ever added to.

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

-- Actor and time are not parameters: nobody can write them for someone else.
create function asp.f_journal(p_kind text, p_call uuid default null, p_operation uuid default null,
                              p_establishment bigint default null, p_account bigint default null,
                              p_ticket bigint default null, p_rule text default null, p_detail jsonb default '{}')
    returns void language sql as $$
    insert into asp.journal (kind, call_id, operation_id, establishment_id, account_id, ticket, rule, detail)
    values (p_kind, p_call, p_operation, p_establishment, p_account, p_ticket, p_rule, p_detail);
$$;
