-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The hourly ceilings of reset, create and reassign, counted over all log-ins of a person; a supervisor lifts one.
--
-- Operation ceiling.lift
-- Takes: login, kind, extra, minutes, text
-- Answers: until
-- Refuses: bad_params, own_ceiling, text_needed, text_too_long, unknown_login

create function asp.f_ceiling_setting(p_kind text) returns text language sql immutable
    return case p_kind when 'account.reset_password' then 'plafond.reset' when 'account.create' then 'plafond.create'
                       when 'referent.reassign' then 'plafond.reassign' end;

create function asp.f_lifted(p_person text, p_kind text) returns int language plpgsql stable as $$
begin
    return (select coalesce(sum(l.extra), 0) from ceiling_lift l
            where l.person = p_person and l.kind = p_kind and l.until > clock_timestamp());
end $$;

-- No more than `p_setting` an hour, and what was lifted, for one person under all their log-ins. Operations of that kind
-- queue for the person's row of the meter, or two at once could both be the last one allowed; a row, since an advisory
-- lock could be held by anyone who knows its key. A request counts when it is made, not again when it is approved.
create function asp.f_check_ceiling(p_kind text, p_setting text, p_default int) returns void
    language plpgsql as $$
declare
    v_person text := f_person(session_user);
    v_limit int := f_setting_int(p_setting, p_default);
    v_done int;
begin
    insert into read_meter (login, kind, minute, minute_count, hour, hour_count)
    values (left(v_person, 60)::name, 'plafond ' || p_kind, clock_timestamp(), 0, clock_timestamp(), 0)
    on conflict (login, kind) do update set minute = excluded.minute;
    v_limit := v_limit + f_lifted(v_person, p_kind);
    select count(*) into v_done from operation o
    where o.actor = any (array(select s.login from staff s where s.person = v_person) || session_user::name)
      and o.kind = p_kind and o.at > clock_timestamp() - interval '1 hour';
    if v_done >= v_limit then
        perform f_refuse('over_ceiling', jsonb_build_object('limit', v_limit));
    end if;
end $$;

-- Never for oneself, under whichever log-in.
create function asp.op_ceiling_lift(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_login text := f_param_text(r.params, 'login');
    v_kind text := f_param_text(r.params, 'kind');
    v_extra int := f_param_int(r.params, 'extra', 1, 200);
    v_until timestamptz := clock_timestamp() + make_interval(mins => f_param_int(r.params, 'minutes', 1, 1440));
    v_text text := f_param_words(r.params, 'text', 1000, true);
begin
    if f_ceiling_setting(v_kind) is null then
        perform f_refuse('bad_params', '{"param": "kind"}');
    elsif not exists (select from pg_roles g where g.rolname = v_login and pg_has_role(g.oid, 'asp_agent', 'member')) then
        perform f_refuse('unknown_login');
    elsif f_person(v_login::name) = f_person(session_user) then
        perform f_refuse('own_ceiling');
    end if;
    insert into ceiling_lift (id, login, person, kind, extra, until, by_login, at, text)
    values (r.id, v_login, f_person(v_login::name), v_kind, v_extra, v_until, session_user, clock_timestamp(), v_text);
    return row(jsonb_build_object('until', v_until), null, null, null)::t_done;
end $$;
