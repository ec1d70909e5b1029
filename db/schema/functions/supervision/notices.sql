-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Incident notices: in force, posted, ended.
--
-- Operation notice.post
-- Takes: text, kind, from, until, link
-- Answers: notice
-- Refuses: bad_params, text_needed, text_too_long
--
-- Operation notice.end
-- Takes: notice
-- Answers: notice
-- Refuses: bad_params, unknown_notice
--
-- Function desk.notices
-- Answers: notices[] (filter all: supervisors)

create function asp.op_notice_post(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_kind text := f_param_text(r.params, 'kind');
    v_link text := nullif(f_param_text(r.params, 'link'), '');
    v_now timestamptz := clock_timestamp();
    v_from timestamptz := coalesce(nullif(f_param_text(r.params, 'from'), '')::timestamptz, v_now);
    v_until timestamptz := nullif(f_param_text(r.params, 'until'), '')::timestamptz;
    v_id bigint;
begin
    if v_kind not in ('incident', 'annonce') then
        perform f_refuse('bad_params', '{"param": "kind"}');
    elsif not f_is_plain(v_text) then
        perform f_refuse('bad_params', '{"param": "text"}');
    elsif v_link !~ '^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9./_~%?=&#:+,-]*)?$'
          or length(v_link) > 300 then
        perform f_refuse('bad_params', '{"param": "link"}');
    elsif v_until <= greatest(v_from, v_now) then
        perform f_refuse('bad_params', '{"param": "until"}');
    end if;
    insert into incident_notice (text, kind, link, valid_from, valid_until, posted_by)
    values (v_text, v_kind, v_link, v_from, v_until, session_user) returning id into v_id;
    return row(jsonb_build_object('notice', v_id), null, null, null)::t_done;
end $$;

create function asp.op_notice_end(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_id bigint := f_param_id(r.params, 'notice');
begin
    update incident_notice set ended_at = clock_timestamp(), ended_by = session_user
    where id = v_id and ended_at is null and (valid_until is null or valid_until > clock_timestamp());
    if not found then
        perform f_refuse('unknown_notice');
    end if;
    return row(jsonb_build_object('notice', v_id), null, null, null)::t_done;
end $$;

create function desk.notices(p_filter text) returns jsonb language plpgsql stable security definer as $$
declare
    v_now timestamptz := clock_timestamp();
    v_all boolean := f_is_supervisor() and p_filter is not distinct from 'all';
begin
    return jsonb_build_object('status', 'ok', 'notices', (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'id', n.id, 'kind', n.kind, 'text', n.text, 'link', n.link, 'from', n.valid_from,
                   'until', n.valid_until, 'posted_by_name', f_display_name(n.posted_by), 'ended_at', n.ended_at)
                   order by n.id desc), '[]')
        from (select * from incident_notice x
              where v_all or (x.ended_at is null and x.valid_from <= v_now
                              and (x.valid_until is null or x.valid_until > v_now))
              order by x.id desc limit 200) n));
end $$;

grant execute on function desk.notices(text) to asp_agent;

create function asp.f_notices() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'text', n.text, 'link', n.link,
                                                         'from', n.valid_from, 'until', n.valid_until)
                                      order by n.valid_from desc), '[]')
            from incident_notice n
            where n.valid_from <= clock_timestamp() and n.ended_at is null
              and (n.valid_until is null or n.valid_until > clock_timestamp()));
end $$;
