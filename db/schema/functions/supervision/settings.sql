-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The settings page, and changing a setting or a shared mail provider.
--
-- Operation setting.set
-- Takes: key, value
-- Answers: key, was, is
-- Refuses: bad_params, bad_value, unknown_setting
--
-- Operation provider.set
-- Takes: domain, shared
-- Answers: domain
-- Refuses: bad_params
--
-- Function desk.settings_page
-- Answers: settings[{key, value, label, group, least, most}], providers[]
-- Refuses: supervisor_only

create function asp.op_provider_set(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_domain text := rtrim(lower(f_param_text(r.params, 'domain') collate "C"), '.');
begin
    if length(v_domain) > 253 or v_domain !~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$' then
        perform f_refuse('bad_params', '{"param": "domain"}');
    elsif f_param_bool(r.params, 'shared', true) then
        insert into shared_mail_provider (domain) values (v_domain) on conflict do nothing;
    else
        delete from shared_mail_provider where domain = v_domain;
    end if;
    return row(jsonb_build_object('domain', v_domain), null, null, null)::t_done;
end $$;

create function desk.settings_page() returns jsonb language plpgsql stable security definer as $$
begin
    if not f_is_supervisor() then
        return f_refused('supervisor_only');
    end if;
    return jsonb_build_object('status', 'ok',
        'settings', (select coalesce(jsonb_agg(jsonb_build_object(
                         'key', s.key, 'value', s.value, 'label', s.label, 'group', s.group_label,
                         'least', s.least, 'most', s.most) order by s.group_label, s.label), '[]')
                     from setting s where s.editable),
        'providers', (select coalesce(jsonb_agg(p.domain order by p.domain), '[]') from shared_mail_provider p));
end $$;

grant execute on function desk.settings_page() to asp_supervisor;

-- Hours that end before they begin would close the desk without a word.
create function asp.op_setting_set(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_key text := f_param_text(r.params, 'key');
    v_value text := f_param_text(r.params, 'value');
    v_setting setting;
begin
    select * into v_setting from setting s where s.key = v_key and s.editable for update;
    if v_setting.key is null then
        perform f_refuse('unknown_setting');
    elsif v_setting.least is not null then
        if v_value !~ '^[0-9]{1,9}$' or v_value::int not between v_setting.least and v_setting.most then
            perform f_refuse('bad_value', jsonb_build_object('limit', v_setting.least || ' – ' || v_setting.most));
        end if;
        v_value := v_value::int::text;
    elsif v_key like 'horaires.%' and v_value <> 'fermé' and f_hours(v_value) is null then
        perform f_refuse('bad_value', '{"limit": "08:30-18:00, fermé"}');
    elsif v_value = '' or length(v_value) > 300 or v_value ~ '[\n\r]' or not f_is_plain(v_value)
          or v_value !~ ('^(' || v_setting.pattern || ')$') then
        perform f_refuse('bad_value', jsonb_build_object(
            'limit', case when v_setting.pattern ~ '^[a-z|]+$' then replace(v_setting.pattern, '|', ', ') else '300' end));
    end if;
    update setting set value = v_value where key = v_key;
    return row(jsonb_build_object('key', v_key, 'was', v_setting.value, 'is', v_value), null, null, null)::t_done;
end $$;
