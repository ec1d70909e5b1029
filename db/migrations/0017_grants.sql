-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Who may call what. Everything starts from nothing: no table, no function, no schema is for everybody.

revoke all on all tables in schema asp from public;
revoke all on all sequences in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
revoke all on schema asp, desk from public;

grant usage on schema desk to asp_agent, asp_supervisor, asp_relay, asp_extranet;
-- For everyone with a role of ours, if only to be told that theirs is not one for a console.
grant execute on function desk.session_info() to asp_agent, asp_relay, asp_extranet;
grant execute on function
    desk.published_scripts(), desk.pulse(bigint, bigint), desk.open_file(text, uuid), desk.suggest(text, text),
    desk.reveal(text, bigint, uuid), desk.operate(uuid, text, jsonb, text, text, uuid, bigint), desk.operation(uuid),
    desk.save_note(uuid, text)
    to asp_agent;
grant execute on function
    desk.relay_settings(), desk.relay_claim(int), desk.relay_set_password(bigint, text), desk.relay_sent(bigint),
    desk.relay_failed(bigint, boolean, text)
    to asp_relay;
grant execute on function desk.extranet_ticket(jsonb) to asp_extranet;
