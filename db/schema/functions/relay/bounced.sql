-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a delivery report says of a mail.
--
-- Function desk.relay_bounced
-- Answers: status ok with the resulting state, or later (under way again)
-- Refuses: bad_params, unknown_mail

-- What a mail server reported afterwards: p_status 'failed', 'delayed' or 'delivered'. Answers the state that results;
-- 'later' when the mail is in a relay's hands again, and its report has to wait for that.
create function desk.relay_bounced(p_message_id text, p_status text, p_text text) returns jsonb
    language plpgsql security definer as $$
declare
    v_id text[] := regexp_match(p_message_id, '^<?mail-([0-9]{1,18})(?:\.([0-9a-f]{16}))?@');
    v_mail mail;
    v_state text;
begin
    if p_status is null or p_status not in ('failed', 'delayed', 'delivered') then
        return f_refused('bad_params');
    end if;
    select * into v_mail from mail m where m.id = v_id[1]::bigint and m.token is not distinct from v_id[2] for update;
    if v_mail.id is null then
        return f_refused('unknown_mail');
    elsif v_mail.state in ('queued', 'sending') and v_mail.claims > 0 then
        return '{"status": "later"}';
    end if;
    v_state := case when p_status = 'failed' and v_mail.state in ('sent', 'delivered') then 'bounced'
                    when p_status = 'delivered' and v_mail.state = 'sent' then 'delivered'
                    else v_mail.state end;
    if v_state <> v_mail.state or (p_status = 'delayed' and v_state = 'sent') then
        update mail set state = v_state,
                        bounced_at = case when v_state = 'bounced' then clock_timestamp() else bounced_at end,
                        delivered_at = case when v_state = 'delivered' then clock_timestamp() else delivered_at end,
                        reason = case when v_state = 'delivered' then '' else f_far_words(p_text) end
        where id = v_mail.id;
    end if;
    return jsonb_build_object('status', 'ok', 'state', v_state);
end $$;

grant execute on function desk.relay_bounced(text, text, text) to asp_relay;
