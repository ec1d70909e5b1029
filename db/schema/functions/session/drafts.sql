-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Drafts of those whose PC has no usable keychain.
--
-- Function desk.save_draft
-- Answers: status; 64 KiB each, 200 and 1 MiB a person, gone after brouillon.jours
-- Refuses: bad_params, draft_too_long, no_role, rate_limited, too_many_drafts
--
-- Function desk.drafts
-- Answers: drafts[]; one’s own
-- Refuses: no_role

create function asp.f_draft_limit() returns timestamptz language sql stable
    return clock_timestamp() - make_interval(days => f_setting_int('brouillon.jours', 7));

-- An empty value removes. The old ones go with whoever saves next, a few at a time: no job to forget.
create function desk.save_draft(p_key text, p_value text) returns jsonb language plpgsql security definer as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    elsif coalesce(p_key, '') = '' or length(p_key) > 200 then
        return f_refused('bad_params');
    elsif octet_length(p_value) > 65536 then
        return f_refused('draft_too_long', jsonb_build_object('limit', 65536));
    elsif not f_admit('draft', 'brouillon') then
        return f_refused('rate_limited');
    end if;
    delete from draft where ctid in (select d.ctid from draft d where d.at < f_draft_limit() limit 100 for update skip locked);
    if coalesce(p_value, '') = '' then
        delete from draft where login = session_user and key = p_key;
        return jsonb_build_object('status', 'ok');
    end if;
    -- Two of one log-in at once may go one over; the next is refused.
    if (select count(*) >= 200 or coalesce(sum(octet_length(d.value)), 0) + octet_length(p_value) > 1048576
        from draft d where d.login = session_user and d.key <> p_key) then
        return f_refused('too_many_drafts', jsonb_build_object('limit', 200));
    end if;
    insert into draft (key, value) values (p_key, p_value)
    on conflict (login, key) do update set value = excluded.value, at = clock_timestamp();
    return jsonb_build_object('status', 'ok');
end $$;

grant execute on function desk.save_draft(text, text) to asp_agent;

create function desk.drafts() returns jsonb language plpgsql stable security definer as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    end if;
    return jsonb_build_object('status', 'ok', 'drafts', (
        select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'value', d.value, 'at', d.at) order by d.key), '[]')
        from draft d where d.login = session_user and d.at >= f_draft_limit()));
end $$;

grant execute on function desk.drafts() to asp_agent;
