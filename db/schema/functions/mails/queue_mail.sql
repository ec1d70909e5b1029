-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Queues a mail in the transaction that causes it.

create function asp.f_queue_mail(p_kind text, p_account asp.account, p_habilitation bigint, p_operation uuid,
                                 p_params jsonb default '{}') returns bigint language plpgsql as $$
declare
    v_id bigint;
begin
    insert into mail (kind, account_id, habilitation_id, operation_id, origin, to_address, params, queued_at,
                      next_attempt_at)
    values (p_kind, p_account.id, p_habilitation, p_operation, 'desk', p_account.email, p_params, clock_timestamp(),
            clock_timestamp())
    returning id into v_id;
    return v_id;
end $$;
