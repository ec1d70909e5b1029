-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A person says that their password was changed.
--
-- Function desk.own_password_changed
-- Answers: status
-- Refuses: no_role, rate_limited

-- A console says that its log-in has just changed its own password. The change itself is PostgreSQL's, which tells
-- nobody: so this is an announcement and no proof, and holds nothing but who and when.
create function desk.own_password_changed() returns jsonb language plpgsql security definer as $$
begin
    if not f_is_agent() then
        return f_refused('no_role');
    elsif not f_admit('password', 'motdepasse') then
        return f_refused('rate_limited');
    end if;
    perform f_journal('own_password_changed');
    return jsonb_build_object('status', 'ok');
end $$;

grant execute on function desk.own_password_changed() to asp_agent;
