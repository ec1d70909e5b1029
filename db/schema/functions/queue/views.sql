-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Saved views: private or shared, fifty a person.
--
-- Operation view.save
-- Takes: view (the console’s uuid), name, shared, filter{}, sort, descending
-- Answers: view
-- Refuses: bad_params, not_your_view, supervisor_only, text_too_long, too_many_views, unknown_view, view_name_needed,
--     view_name_taken
-- Caps: 50 views a person
--
-- Operation view.delete
-- Takes: view
-- Answers: view
-- Refuses: bad_params, not_your_view, unknown_view
--
-- Operation view.choose
-- Takes: view (null: none chosen)
-- Answers: view
-- Refuses: bad_params, unknown_view
--
-- Function desk.views
-- Answers: views[{id, name, owner, owner_name, shared, mine, owner_gone, chosen, filter, sort, descending}]
-- Refuses: rate_limited

create function desk.views() returns jsonb language plpgsql security definer as $$
begin
    if not f_admit('views', 'files') then
        return f_refused('rate_limited');
    end if;
    return jsonb_build_object('status', 'ok', 'views', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'id', v.id, 'name', v.name, 'owner', v.owner, 'owner_name', f_display_name(v.owner), 'shared', v.shared,
            'mine', v.owner = session_user, 'owner_gone', not f_is_desk_login(v.owner), 'chosen', c.login is not null,
            'filter', v.filter, 'sort', v.sort, 'descending', v.descending) order by v.shared, f_norm(v.name), v.id), '[]')
        from ticket_view v left join chosen_view c on c.view = v.id and c.login = session_user
        where v.owner = session_user or v.shared));
end $$;

grant execute on function desk.views() to asp_agent;

-- The view, locked. Only its owner changes it; when they left, a supervisor does.
create function asp.f_lock_view(p_view uuid) returns asp.ticket_view language plpgsql as $$
declare
    v_view ticket_view;
begin
    select * into v_view from ticket_view v where v.id = p_view for update;
    if v_view.id is null or not (v_view.shared or v_view.owner = session_user or f_is_supervisor()) then
        perform f_refuse('unknown_view');
    elsif v_view.owner <> session_user and (f_is_desk_login(v_view.owner) or not f_is_supervisor()) then
        perform f_refuse('not_your_view', jsonb_build_object('owner', v_view.owner, 'owner_name', f_display_name(v_view.owner)));
    end if;
    return v_view;
end $$;

create function asp.f_view_fault(p_params jsonb) returns text language plpgsql stable as $$
begin
    return coalesce(case when f_filter_fault(p_params -> 'filter') is not null then 'filter' end,
                    case when coalesce(jsonb_typeof(p_params -> 'sort'), '') <> 'string'
                              or f_queue_key(p_params ->> 'sort', true) is null then 'sort' end);
end $$;

create function asp.op_view_save(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view uuid := f_param_uuid(r.params, 'view');
    v_name text := regexp_replace(f_param_text(r.params, 'name'), '[[:cntrl:]]', ' ', 'g');
    v_shared boolean := f_param_bool(r.params, 'shared', false);
    v_fault text := f_view_fault(r.params);
begin
    if v_fault is not null then
        perform f_refuse('bad_params', jsonb_build_object('param', v_fault));
    elsif v_name = '' then
        perform f_refuse('view_name_needed');
    elsif length(v_name) > 60 then
        perform f_refuse('text_too_long', '{"limit": 60}');
    elsif v_shared and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    elsif exists (select from ticket_view v where v.id = v_view) then
        perform f_lock_view(v_view);
    end if;
    -- A view that another person's list has no room for any more is not saved half.
    if (select count(*) from ticket_view v where v.owner = session_user and v.id <> v_view) >= 50 then
        perform f_refuse('too_many_views', '{"limit": 50}');
    end if;
    begin
        insert into ticket_view as v (id, owner, name, shared, filter, sort, descending, saved_at)
        values (v_view, session_user, v_name, v_shared, r.params -> 'filter', r.params ->> 'sort',
                f_param_bool(r.params, 'descending', false), clock_timestamp())
        on conflict (id) do update
            set owner = excluded.owner, name = excluded.name, shared = excluded.shared, filter = excluded.filter,
                sort = excluded.sort, descending = excluded.descending, saved_at = excluded.saved_at;
    exception when unique_violation then
        perform f_refuse('view_name_taken', jsonb_build_object('name', v_name));
    end;
    delete from queue_figures f where starts_with(f.what, v_view::text); -- counted by another filter
    return row(jsonb_build_object('view', v_view), null, null, null)::t_done;
end $$;

create function asp.op_view_delete(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view ticket_view := f_lock_view(f_param_uuid(r.params, 'view'));
begin
    delete from ticket_view v where v.id = v_view.id;
    return row(jsonb_build_object('view', v_view.id), null, null, null)::t_done;
end $$;

create function asp.op_view_choose(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_view uuid := case when r.params -> 'view' <> 'null' then f_param_uuid(r.params, 'view') end;
begin
    if v_view is not null and not exists (select from ticket_view v where v.id = v_view
                                            and (v.shared or v.owner = session_user)) then
        perform f_refuse('unknown_view');
    end if;
    delete from chosen_view c where c.login = session_user;
    insert into chosen_view (login, view) select session_user, v_view where v_view is not null;
    return row(jsonb_build_object('view', v_view), null, null, null)::t_done;
end $$;
