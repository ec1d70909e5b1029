-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- How a rule refuses: the answer of a reading, or the error that undoes an operation.

create function asp.f_refused(p_rule text, p_params jsonb default '{}') returns jsonb language sql immutable
    return jsonb_build_object('status', 'refused', 'rule', p_rule, 'params', p_params);

-- Refuses the operation under way: everything it did so far is undone, the rule goes back to the console.
create function asp.f_refuse(p_rule text, p_params jsonb default '{}') returns void language plpgsql as $$
begin
    raise exception '%', p_rule using errcode = 'AP001', detail = p_params::text;
end $$;

-- The same for someone who comes second; p_params says what changed.
create function asp.f_conflict(p_params jsonb) returns void language plpgsql as $$
begin
    raise exception 'version' using errcode = 'AP002', detail = p_params::text;
end $$;
