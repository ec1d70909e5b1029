-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Mails waiting, refused and bounced.
--
-- Reading mails_page
-- Takes: state, before, limit
-- Answers: mails[{id, kind, state, to_masked, identifiant, siret, denomination, ticket, queued_at, next_attempt_at,
--     attempts, sent_at, bounced_at, reason, replaced_by}], counts{waiting, failed, bounced} of a week, not sent again
-- Refuses: bad_params

create function asp.f_mail_line(m asp.mail) returns jsonb language plpgsql stable as $$
declare
    e establishment;
begin
    select * into e from establishment s where s.id = f_mail_establishment(m);
    return jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'state', m.state, 'to_masked', f_mask_email(m.to_address),
        'identifiant', (select a.identifiant from account a where a.id = m.account_id),
        'siret', e.siret, 'denomination', e.denomination, 'ticket', m.ticket, 'queued_at', m.queued_at,
        'next_attempt_at', m.next_attempt_at, 'attempts', m.attempts, 'sent_at', m.sent_at, 'bounced_at', m.bounced_at,
        'reason', m.reason, 'replaced_by', m.replaced_by);
end $$;

-- What still asks for somebody: failed within a week and not sent again.
create function asp.f_mails_failing(p_state text) returns bigint language plpgsql stable as $$
begin
    return (select count(*) from mail m where m.state = p_state and m.state in ('refused', 'bounced')
              and m.bounced_at > clock_timestamp() - interval '7 days' and m.replaced_by is null);
end $$;

-- p_state 'waiting', 'failed' or 'sent'; the newest first, those below the id p_before.
create function asp.f_read_mails_page(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_state text := (p_params ->> 'state');
    p_before bigint := (p_params ->> 'before')::bigint;
    p_limit int := (p_params ->> 'limit')::int;
    v_before bigint := coalesce(nullif(p_before, 0), 9223372036854775807);
    v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
    v_mails jsonb;
begin
    if coalesce(p_state, '') not in ('waiting', 'failed', 'sent') then
        return f_refused('bad_params', '{"param": "state"}');
    end if;
    -- One branch each, with the states spelt out: each has an index of its own.
    select coalesce(jsonb_agg(f_mail_line(row(x.*)::mail) order by x.id desc), '[]') into v_mails from (
        (select m.* from mail m where p_state = 'waiting' and m.state in ('queued', 'sending') and m.id < v_before
         order by m.id desc limit v_limit)
        union all
        (select m.* from mail m where p_state = 'failed' and m.state in ('refused', 'bounced') and m.id < v_before
         order by m.id desc limit v_limit)
        union all
        (select m.* from mail m where p_state = 'sent' and m.state in ('sent', 'delivered') and m.id < v_before
         order by m.id desc limit v_limit)) x;
    return jsonb_build_object('status', 'ok', 'mails', v_mails, 'counts', jsonb_build_object(
        'waiting', (select count(*) from mail m where m.state in ('queued', 'sending')),
        'failed', f_mails_failing('refused'), 'bounced', f_mails_failing('bounced')));
end $$;
