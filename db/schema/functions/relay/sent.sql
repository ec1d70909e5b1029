-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A mail was taken by the far server.
--
-- Function desk.relay_sent
-- Answers: status; 55000 when the mail is not claimed under that number

create function desk.relay_sent(p_mail bigint, p_claim int default null) returns jsonb
    language plpgsql security definer as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
begin
    update mail set state = 'sent', sent_at = clock_timestamp(), claimed_until = null, reason = ''
    where id = v_mail.id;
    return '{"status": "ok"}';
end $$;

grant execute on function desk.relay_sent(bigint, int) to asp_relay;
