-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whether a text is one plain address.

-- An address in which something is invisible or looks like something else is none.
create function asp.f_is_email(p_text text) returns boolean language plpgsql immutable as $$
begin
    return p_text::asp.email is not null and p_text ~ '^[!-~]+$';
exception when check_violation then
    return false;
end $$;
