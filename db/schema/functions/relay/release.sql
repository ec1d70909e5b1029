-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A mail goes back into the queue, its attempt not counted.
--
-- Function desk.relay_release
-- Answers: status; 55000 when the mail is not claimed under that number

-- Given back untouched: no mail could leave at all, or the relay stops. The attempt does not count.
create function desk.relay_release(p_mail bigint, p_claim int) returns jsonb language plpgsql security definer as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
begin
    update mail set state = 'queued', attempts = attempts - 1, next_attempt_at = clock_timestamp(), claimed_until = null,
                    lapses = 0
    where id = v_mail.id;
    return '{"status": "ok"}';
end $$;

grant execute on function desk.relay_release(bigint, int) to asp_relay;
