-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Settings as values; the rows are in rules/settings.sql.

create function asp.f_setting(p_key text, p_default text) returns text language plpgsql stable as $$
begin
    return coalesce((select s.value from setting s where s.key = p_key), p_default);
end $$;

-- A setting that somebody spoiled must not stop the desk: the default then stands.
create function asp.f_setting_int(p_key text, p_default int) returns int language plpgsql stable as $$
begin
    return coalesce((select s.value::int from setting s where s.key = p_key and s.value ~ '^[0-9]{1,9}$'), p_default);
end $$;
