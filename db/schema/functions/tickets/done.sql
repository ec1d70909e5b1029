-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Writes what happened to a ticket into its history, with old and new values.

-- {"state": {"was": "open", "is": "taken"}} for each pair that differs.
create function asp.f_changes(p_was jsonb, p_is jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(n.key, jsonb_build_object('was', p_was -> n.key, 'is', n.value)), '{}')
    from jsonb_each(p_is) n where n.value is distinct from p_was -> n.key
$$;

-- Adds the event of a change and answers what every ticket operation answers.
create function asp.f_ticket_done(p_was asp.ticket, p_kind text, p_text text, p_more jsonb default '{}')
    returns asp.t_done language plpgsql as $$
declare
    v_is ticket;
    v_establishment bigint;
begin
    select * into v_is from ticket t where t.number = p_was.number;
    insert into ticket_event (ticket, at, actor, kind, text, version, changes)
    values (v_is.number, clock_timestamp(), session_user, p_kind, p_text, v_is.version,
            f_changes(f_ticket_fields(p_was), f_ticket_fields(v_is)));
    select e.id into v_establishment from establishment e where e.siret = v_is.siret;
    return row(jsonb_build_object('number', v_is.number, 'version', v_is.version) || p_more,
               v_establishment, null, v_is.number)::t_done;
end $$;
