-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A mail was not taken: for good, or to be tried again.
--
-- Function desk.relay_failed
-- Answers: status, state (queued or refused); 55000 when the mail is not claimed under that number

-- One plain line of the far server's words, for people to read.
create function asp.f_far_words(p_text text) returns text language sql immutable
    return left(btrim(regexp_replace(coalesce(p_text, ''), '[[:cntrl:]]+', ' ', 'g')), 500);

-- A passing failure is tried again after 1, 2, 4 … minutes, four hours at most; a permanent one, or one too many, is refused. p_reason is the
-- far server’s words, for people to read.
create function desk.relay_failed(p_mail bigint, p_permanent boolean, p_reason text, p_claim int default null)
    returns jsonb language plpgsql security definer as $$
declare
    v_mail mail := f_claimed_mail(p_mail, p_claim);
    v_give_up boolean := coalesce(p_permanent, false) or v_mail.attempts >= f_setting_int('mail.tentatives', 12);
begin
    update mail set state = case when v_give_up then 'refused' else 'queued' end,
                    bounced_at = case when v_give_up then clock_timestamp() end,
                    next_attempt_at = clock_timestamp()
                                      + least(make_interval(mins => 1 << least(v_mail.attempts - 1, 8)), '4 hours'),
                    claimed_until = null, lapses = 0, reason = f_far_words(p_reason)
    where id = v_mail.id;
    return jsonb_build_object('status', 'ok', 'state', case when v_give_up then 'refused' else 'queued' end);
end $$;

grant execute on function desk.relay_failed(bigint, boolean, text, int) to asp_relay;
