-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What is asked, in one form: an account that exists, or a person to make one for.

-- A name for mails, lists and CSV files: letters, spaces, hyphens, apostrophes and dots; nothing invisible, nothing that
-- turns the text around, no digits or signs. Null when it is none.
create function asp.f_name(p_text text) returns text language plpgsql immutable as $$
declare
    v_name text := regexp_replace(btrim(normalize(p_text, nfc), E' \u00A0\u202F'), '[ \u00A0\u202F]+', ' ', 'g');
begin
    return case when v_name = '' or length(v_name) > 80 or v_name ~ '^[-.''’ ]'
                  or v_name ~ '[\u0001-\u001f\u0021-\u0026\u0028-\u002c\u002f-\u0040\u005b-\u0060\u007b-\u00bf]'
                  or v_name ~ '[\u00d7\u00f7\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1680\u2000-\u2018]'
                  or v_name ~ '[\u201a-\u2bff\u3000-\u3004\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uff00-\uffff]'
                  or v_name ~ '[^\u0001-\uffff]'
                then null else v_name end;
end $$;

-- As strict as mail servers are in practice: letters a to z only, so that no look-alike passes for a known domain.
-- Nor one that old mail servers would pass on elsewhere: user%elsewhere@here, elsewhere!user@here.
create function asp.f_address(p_text text) returns text language plpgsql immutable as $$
declare
    v_address text := btrim(p_text);
begin
    return case when length(v_address) <= 254 and f_is_email(v_address)
                 and v_address ~ '^[A-Za-z0-9#$&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9#$&''*+/=?^_`{|}~-]+)*@'
                 and split_part(v_address, '@', 2) ~ '^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$'
                then v_address end;
end $$;

create function asp.f_read_person(p jsonb) returns jsonb language plpgsql stable as $$
declare
    v_person jsonb;
    v_field text;
begin
    if jsonb_typeof(p) is distinct from 'object' then
        perform f_refuse('bad_params', '{"param": "person"}');
    end if;
    v_person := jsonb_build_object(
        'last_name', f_name(p ->> 'last_name'), 'first_name', f_name(p ->> 'first_name'),
        'phone', case when length(p ->> 'phone') <= 40 then f_phone(p ->> 'phone') end,
        'email', f_address(p ->> 'email'),
        'profile', case when p ->> 'profile' in ('etablissement', 'tiers', 'ud', 'direccte', 'dgefp')
                        then p ->> 'profile' end);
    select k.key into v_field from jsonb_each(v_person) k
    where k.value = 'null' or jsonb_typeof(p -> k.key) is distinct from 'string' order by k.key limit 1;
    if v_field is not null then
        perform f_refuse('bad_person', jsonb_build_object('field', v_field));
    end if;
    return v_person;
end $$;

create function asp.f_read_access(p_kind text, p_params jsonb) returns asp.t_access language plpgsql stable as $$
declare
    v_access t_access;
begin
    v_access.kind := p_kind;
    v_access.establishment := f_param_id(p_params, 'establishment_id');
    v_access.account := f_optional_id(p_params, 'account_id');
    if coalesce(jsonb_typeof(p_params -> 'person'), 'null') <> 'null' then
        v_access.person := f_read_person(p_params -> 'person');
    end if;
    if p_kind = 'referent.reassign' then
        v_access.keep_old := f_param_bool(p_params, 'keep_old', null);
    end if;
    if num_nonnulls(v_access.account, v_access.person) <> 1 then
        perform f_refuse('bad_params', '{"param": "person"}');
    elsif p_kind = 'referent.reassign' and v_access.keep_old is null then
        perform f_refuse('bad_params', '{"param": "keep_old"}');
    end if;
    return v_access;
end $$;
