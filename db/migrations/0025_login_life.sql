-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What belongs to a log-in itself: its drafts, where its PC has no usable keychain to seal them with, and word of a
-- password it changed.

set local search_path = asp, public;

insert into asp.setting (key, value, label) values
    ('motdepasse.alerte_jours', '14', 'Annonce de l’expiration du mot de passe d’un agent, en jours'),
    ('motdepasse.par_heure', '10', 'Changements de son mot de passe annoncés par heure et par agent'),
    ('brouillon.jours', '7', 'Durée de conservation des brouillons dans la base, en jours'),
    ('brouillon.par_minute', '180', 'Brouillons enregistrés dans la base par minute et par agent'),
    ('brouillon.par_heure', '5000', 'Brouillons enregistrés dans la base par heure et par agent')
on conflict (key) do nothing;

-- Names and texts as the console keeps them: "note/<call>", "answer/<ticket>". One person's own words, for a week.
create table asp.draft (
    login name not null default session_user,
    key text not null check (key <> '' and length(key) <= 200),
    value text not null check (octet_length(value) <= 65536),
    at timestamptz not null default clock_timestamp(),
    primary key (login, key)
);
create index draft_at on asp.draft (at);
revoke all on asp.draft from public;

create function asp.f_draft_limit() returns timestamptz language sql stable
    return clock_timestamp() - make_interval(days => f_setting_int('brouillon.jours', 7));

-- An empty value removes. The old ones go with whoever saves next, a few at a time: no job to forget.
create function desk.save_draft(p_key text, p_value text) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
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

create function desk.drafts() returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    end if;
    return jsonb_build_object('status', 'ok', 'drafts', (
        select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'value', d.value, 'at', d.at) order by d.key), '[]')
        from draft d where d.login = session_user and d.at >= f_draft_limit()));
end $$;

-- A console says that its log-in has just changed its own password. The change itself is PostgreSQL's, which tells
-- nobody: so this is an announcement and no proof, and holds nothing but who and when.
create function desk.own_password_changed() returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    elsif not f_admit('password', 'motdepasse') then
        return f_refused('rate_limited');
    end if;
    perform f_journal('own_password_changed');
    return jsonb_build_object('status', 'ok');
end $$;

revoke execute on all functions in schema asp, desk from public;
grant execute on function desk.save_draft(text, text), desk.drafts(), desk.own_password_changed() to asp_agent;
