-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A call opened by hand, before anything was looked up: the caller talks first, the SIRET comes later.

set local search_path = asp, public;

create function desk.open_call(p_call uuid) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
declare
    v_rule text;
begin
    if p_call is null then
        return f_refused('bad_params');
    elsif not f_admit('open_call', 'appel') then
        return f_refused('rate_limited');
    end if;
    v_rule := f_enter_call(p_call);
    if v_rule is not null then
        perform f_journal('refused', p_call => p_call, p_rule => v_rule, p_detail => '{"read": "open_call"}');
        return f_refused(v_rule);
    end if;
    perform f_journal('open_call', p_call => p_call);
    return (select jsonb_build_object('status', 'ok', 'id', c.id, 'opened_at', c.opened_at, 'note', c.note)
            from call c where c.id = p_call);
end $$;

insert into asp.setting (key, value, label) values
    ('appel.par_minute', '10', 'Appels ouverts à la main par minute et par agent'),
    ('appel.par_heure', '120', 'Appels ouverts à la main par heure et par agent');

revoke execute on function desk.open_call(uuid) from public;
grant execute on function desk.open_call(uuid) to asp_agent;
