-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Parameters of an operation, read strictly: what is missing or malformed is refused as bad_params.

-- Parameters: of the wrong type they refuse the operation, missing ones are null.
create function asp.f_param_id(p_params jsonb, p_key text) returns bigint language plpgsql stable as $$
begin
    if jsonb_typeof(p_params -> p_key) is distinct from 'number' or (p_params ->> p_key) !~ '^[0-9]{1,18}$' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::bigint;
end $$;

create function asp.f_param_text(p_params jsonb, p_key text) returns text language plpgsql stable as $$
begin
    if coalesce(jsonb_typeof(p_params -> p_key), 'null') not in ('string', 'null') then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return coalesce(btrim(p_params ->> p_key, E' \t\r\n'), '');
end $$;

create function asp.f_param_bool(p_params jsonb, p_key text, p_default boolean) returns boolean
    language plpgsql stable as $$
begin
    if not p_params ? p_key then
        return p_default;
    end if;
    if jsonb_typeof(p_params -> p_key) <> 'boolean' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::boolean;
end $$;

-- A number of a walk that may be missing: null then.
create function asp.f_optional_id(p_params jsonb, p_key text) returns bigint language plpgsql stable as $$
begin
    return case when coalesce(jsonb_typeof(p_params -> p_key), 'null') <> 'null' and p_params -> p_key <> '0'
                then f_param_id(p_params, p_key) end;
end $$;

create function asp.f_param_uuid(p_params jsonb, p_key text) returns uuid language plpgsql stable as $$
begin
    if p_params ->> p_key !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not p_params ? p_key
       or jsonb_typeof(p_params -> p_key) <> 'string' then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return (p_params ->> p_key)::uuid;
end $$;

-- A text somebody else will read; p_needed refuses an empty one.
create function asp.f_param_words(p_params jsonb, p_key text, p_limit int, p_needed boolean) returns text
    language plpgsql stable as $$
declare
    v_text text := f_param_text(p_params, p_key);
begin
    if p_needed and v_text = '' then
        perform f_refuse('text_needed');
    elsif length(v_text) > p_limit then
        perform f_refuse('text_too_long', jsonb_build_object('limit', p_limit));
    end if;
    return v_text;
end $$;

create function asp.f_param_int(p_params jsonb, p_key text, p_least int, p_most int) returns int
    language plpgsql stable as $$
declare
    v_value bigint := f_param_id(p_params, p_key);
begin
    if v_value not between p_least and p_most then
        perform f_refuse('bad_params', jsonb_build_object('param', p_key));
    end if;
    return v_value;
end $$;

-- Until when: within ninety days.
create function asp.f_param_until(p_params jsonb, p_now timestamptz) returns timestamptz language plpgsql stable as $$
declare
    v_text text := f_param_text(p_params, 'until');
    v_until timestamptz;
begin
    begin
        v_until := case when v_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]' then v_text::timestamptz end;
    exception when data_exception then
        null;
    end;
    if v_until is null or v_until <= p_now or v_until > p_now + interval '90 days' then
        perform f_refuse('bad_until', '{"days": 90}');
    end if;
    return v_until;
end $$;
