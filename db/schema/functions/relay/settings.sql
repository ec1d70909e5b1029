-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The settings, for the relay.
--
-- Function desk.relay_settings
-- Answers: {key: value}, no status

-- Every setting by its key: the sender's address and the values templates name.
create function desk.relay_settings() returns jsonb language plpgsql stable security definer as $$
begin
    return (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from setting s);
end $$;

grant execute on function desk.relay_settings() to asp_relay;
