-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- One row of the journal. Who and when are the server’s.

-- Actor and time are not parameters: nobody can write them for someone else.
create function asp.f_journal(p_kind text, p_call uuid default null, p_operation uuid default null,
                              p_establishment bigint default null, p_account bigint default null,
                              p_ticket bigint default null, p_rule text default null, p_detail jsonb default '{}')
    returns void language sql as $$
    insert into asp.journal (kind, call_id, operation_id, establishment_id, account_id, ticket, rule, detail)
    values (p_kind, p_call, p_operation, p_establishment, p_account, p_ticket, p_rule, p_detail);
$$;
