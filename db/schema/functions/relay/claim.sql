-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Mails for one relay to send, held for a time.
--
-- Function desk.relay_claim
-- Answers: [{id, kind, to, message_id, attempts, claim, seconds, account{}, params{}, policy{}}]

-- A password mail is overtaken when a later one was asked for: its password would open nothing.
create function asp.f_overtaken(m asp.mail) returns boolean language plpgsql stable as $$
begin
    return m.kind = 'mot_de_passe'
        and exists (select from mail n where n.account_id = m.account_id and n.kind = 'mot_de_passe' and n.id > m.id
                    and n.state <> 'cancelled');
end $$;

create function asp.f_mail_document(m asp.mail) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', m.id, 'kind', m.kind, 'to', m.to_address, 'attempts', m.attempts, 'claim', m.claims,
        'message_id', '<mail-' || m.id || coalesce('.' || m.token, '') || '@'
                      || f_setting('mail.domaine', 'localhost') || '>',
        'account', (select jsonb_build_object('identifiant', a.identifiant, 'first_name', a.first_name,
                                              'last_name', a.last_name)
                    from account a where a.id = m.account_id),
        'params', m.params || coalesce(
            (select jsonb_build_object('denomination', e.denomination, 'siret', e.siret, 'actif_depuis', h.active_from)
             from habilitation h join establishment e on e.id = h.establishment_id where h.id = m.habilitation_id), '{}'),
        'policy', case when m.kind = 'mot_de_passe' then
            (select jsonb_build_object('min_length', p.generated_length, 'specials', p.generated_specials,
                                       'must_change', p.must_change)
             from account a cross join lateral f_policy(a.profile) p where a.id = m.account_id) end);
end $$;

-- p_seconds: how long this relay needs at least; the claim lasts that long or as the setting says, the longer of the two.
-- A claim that lapsed is no attempt: the mail may not have been touched. But what ends fifty relays is given up.
create function desk.relay_claim(p_limit int, p_seconds int default null) returns jsonb
    language plpgsql security definer as $$
declare
    v_now timestamptz := clock_timestamp();
    v_until timestamptz := v_now + make_interval(secs => greatest(f_setting_int('mail.reservation_secondes', 120),
                                                                  least(p_seconds, 3600)));
    v_mails jsonb;
begin
    with due as (
        select m.id, f_overtaken(m) as overtaken, m.state = 'sending' as lapsed, m.lapses >= 50 as hopeless from mail m
        where m.state in ('queued', 'sending') and m.next_attempt_at <= v_now
        order by m.next_attempt_at, m.id
        limit least(greatest(p_limit, 0), 1000)
        for update skip locked
    ), taken as (
        -- next_attempt_at moves along with the claim, so that claimed rows leave the head of the index.
        update mail m set state = case when d.overtaken then 'cancelled' when d.hopeless then 'refused' else 'sending' end,
                          attempts = m.attempts + case when d.lapsed or d.overtaken then 0 else 1 end,
                          lapses = m.lapses + case when d.lapsed then 1 else 0 end,
                          claims = m.claims + 1, claimed_until = v_until, next_attempt_at = v_until,
                          bounced_at = case when d.hopeless and not d.overtaken then v_now end,
                          reason = case when d.hopeless then 'le relais s’est arrêté pendant chaque envoi' else m.reason end
        from due d where m.id = d.id
        returning m.*
    )
    select coalesce(jsonb_agg(f_mail_document(row(t.*)::mail) || jsonb_build_object(
                                  'seconds', extract(epoch from v_until - v_now)::int) order by t.id), '[]') into v_mails
    from taken t where t.state = 'sending';
    return v_mails;
end $$;

grant execute on function desk.relay_claim(int, int) to asp_relay;
