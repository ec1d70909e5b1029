// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/accesschanges.h"

#include "db/demo/copytext.h"

namespace desk::demo {

namespace {

// :now is the demonstration's present; ids and times are the same in every run with the same seed and time.
constexpr char calls[] = R"sql(
insert into asp.call (id, agent, opened_at, closed_at, outcome, note)
select ('dec00000-0000-4000-8000-00000000000' || c.n)::uuid, c.agent, :now - c.ago, :now - c.ago + interval '9 minutes',
       c.outcome, c.note
from (values (1, 'n.martin', interval '5 hours', 'solved', 'La référente part à la retraite ; sa remplaçante rappelle demain.'),
             (2, 'l.hoarau', interval '3 hours', 'solved', 'Compte demandé pour un collègue de la comptabilité.'),
             (3, 'p.kervella', interval '2 hours', 'check_failed', 'N’a su dire ni le téléphone ni l’effectif.'))
     as c (n, agent, ago, outcome, note);
insert into asp.call_file (call_id, establishment_id, at)
select ('dec00000-0000-4000-8000-00000000000' || c.n)::uuid, e.id, :now - c.ago
from (values (1, 'Conserverie de l’Iroise', interval '5 hours'), (2, 'Tissages Chomarat', interval '3 hours'),
             (3, 'Menuiserie Kervella', interval '2 hours')) as c (n, denomination, ago)
join lateral (select id from asp.establishment x where x.denomination = c.denomination order by x.id limit 1) e on true
order by c.n;
)sql";

constexpr char checks[] = R"sql(
insert into asp.operation (id, kind, params, call_id, actor, at, result, digest, establishment_id)
select ('dec00000-0000-4000-8000-0000000000c' || c.n)::uuid, 'call.check',
       jsonb_build_object('establishment_id', f.establishment_id, 'account_id', null, 'facts', to_jsonb(c.facts)),
       k.id, k.agent, k.opened_at + c.after,
       jsonb_build_object('check', 'dec00000-0000-4000-8000-0000000000c' || c.n, 'passed', c.passed), '', f.establishment_id
from (values (1, 1, true, interval '2 minutes', array['establishment.phone', 'establishment.headcount']),
             (2, 2, true, interval '2 minutes', array['establishment.email', 'establishment.street']),
             (3, 3, false, interval '2 minutes', array['establishment.phone', 'establishment.headcount']),
             (4, 3, false, interval '4 minutes', array['establishment.phone', 'establishment.headcount']))
     as c (n, call, passed, after, facts)
join asp.call k on k.id = ('dec00000-0000-4000-8000-00000000000' || c.call)::uuid
join asp.call_file f on f.call_id = k.id;
insert into asp.caller_check (id, call_id, agent, person, establishment_id, facts, passed, at, valid_until, meter, meter_day)
select o.id, o.call_id, o.actor, o.actor, o.establishment_id,
       array(select jsonb_array_elements_text(o.params -> 'facts')), (o.result ->> 'passed')::boolean, o.at,
       case when (o.result ->> 'passed')::boolean then o.at + interval '30 minutes' end, 0, 0
from asp.operation o where o.id::text like 'dec0%' and o.kind = 'call.check';
)sql";

constexpr char waiting[] = R"sql(
insert into asp.operation (id, kind, params, reason, call_id, actor, at, result, digest, establishment_id)
select 'dec00000-0000-4000-8000-0000000000a1', 'referent.reassign',
       jsonb_build_object('establishment_id', f.establishment_id, 'account_id', null, 'keep_old', false, 'person',
                          '{"last_name": "Riou", "first_name": "Maëlle", "phone": "+33298010203",
                            "email": "maelle.riou@messagerie-orme.example", "profile": "etablissement"}'::jsonb),
       'referent_left', k.id, k.agent, k.opened_at + interval '7 minutes', '{"state": "waiting"}', '', f.establishment_id
from asp.call k join asp.call_file f on f.call_id = k.id where k.id = 'dec00000-0000-4000-8000-000000000001';
insert into asp.approval_request (id, kind, params, reason, call_id, check_id, establishment_id, requested_by,
                                  requested_person, requested_at, expires_at, why, evidence)
select o.id, o.kind, o.params, o.reason, o.call_id, 'dec00000-0000-4000-8000-0000000000c1', o.establishment_id, o.actor,
       o.actor, o.at, o.at + interval '72 hours', array['address_outside_domains', 'no_ticket_from_requester'],
       jsonb_build_object('domain', 'messagerie-orme.example', 'known_domains', '["conserverie-iroise.example"]'::jsonb,
                          'tickets', '[]'::jsonb, 'recent_changes', '[]'::jsonb,
                          'referent', (select h.account_id from asp.habilitation h
                                       where h.establishment_id = o.establishment_id and h.referent),
                          'check', jsonb_build_object('at', o.at - interval '5 minutes',
                                                      'facts', '["establishment.phone", "establishment.headcount"]'::jsonb))
from asp.operation o where o.id = 'dec00000-0000-4000-8000-0000000000a1';
)sql";

constexpr char changed[] = R"sql(
insert into asp.account (identifiant, last_name, first_name, email, phone, profile, created_at, created_by_desk)
values ('hugo.chomarat', 'Chomarat', 'Hugo', 'hugo.chomarat@tissages-chomarat.example', '+33477010203', 'etablissement',
        :now - interval '175 minutes', true);
insert into asp.habilitation (account_id, establishment_id, state, requested_at, active_from, made_by_desk)
select a.id, f.establishment_id, 'active', a.created_at, a.created_at, true
from asp.account a join asp.call_file f on f.call_id = 'dec00000-0000-4000-8000-000000000002'
where a.identifiant = 'hugo.chomarat';
insert into asp.operation (id, kind, params, reason, call_id, actor, at, result, digest, establishment_id, account_id)
select 'dec00000-0000-4000-8000-0000000000a2', 'account.create',
       jsonb_build_object('establishment_id', h.establishment_id), 'never_received', k.id, k.agent, a.created_at,
       jsonb_build_object('state', 'done', 'change', 'dec00000-0000-4000-8000-0000000000a2', 'account_id', a.id,
                          'identifiant', a.identifiant), '', h.establishment_id, a.id
from asp.account a join asp.habilitation h on h.account_id = a.id
join asp.call k on k.id = 'dec00000-0000-4000-8000-000000000002'
where a.identifiant = 'hugo.chomarat';
insert into asp.mail (kind, account_id, habilitation_id, operation_id, origin, to_address, params, state, queued_at, attempts,
                      next_attempt_at, sent_at, delivered_at)
select m.kind, case when m.who = 'new' then o.account_id when m.who = 'referent' then r.account_id end,
       case when m.kind = 'habilitation' then h.id end, o.id, 'desk',
       case m.who when 'new' then n.email when 'referent' then c.email else e.email end,
       case when m.kind <> 'avis_changement' then '{}'::jsonb else
           jsonb_build_object('kind', o.kind, 'denomination', e.denomination, 'siret', e.siret, 'when', o.at,
                              'until', o.at + interval '24 hours', 'name', n.first_name || ' ' || n.last_name,
                              'who', m.who) end,
       'delivered', o.at, 1, o.at, o.at + interval '40 seconds', o.at + interval '55 seconds'
from (values (1, 'identifiant', 'new'), (2, 'mot_de_passe', 'new'), (3, 'habilitation', 'new'),
             (4, 'avis_changement', 'referent'), (5, 'avis_changement', 'etablissement')) as m (place, kind, who)
cross join asp.operation o
join asp.establishment e on e.id = o.establishment_id
join asp.account n on n.id = o.account_id
join asp.habilitation h on h.account_id = o.account_id and h.establishment_id = e.id
join asp.habilitation r on r.establishment_id = e.id and r.referent
join asp.account c on c.id = r.account_id
where o.id = 'dec00000-0000-4000-8000-0000000000a2'
order by m.place;
update asp.account set password_state = 'active', password_changed_at = created_at + interval '1 minute',
                       password_changed_by = 'desk'
where identifiant = 'hugo.chomarat';
insert into asp.access_change (id, kind, requested_by, establishment_id, new_habilitation_id, new_account_id,
                               account_created, before, mails, at, until)
select o.id, o.kind, o.actor, o.establishment_id, h.id, o.account_id, true, '{"new": null, "old": null}',
       array(select m.id from asp.mail m where m.operation_id = o.id and m.kind <> 'avis_changement' order by m.id),
       o.at, o.at + interval '24 hours'
from asp.operation o join asp.habilitation h on h.account_id = o.account_id
where o.id = 'dec00000-0000-4000-8000-0000000000a2';
)sql";

} // namespace

Result<Done> addAccessChanges(PgConnection &admin, Moment now)
{
    const QByteArray present = "'" + isoMoment(now) + "'::timestamptz";
    for (const char *part : {calls, checks, waiting, changed}) {
        if (auto done = admin.execScript(QByteArray(part).replace(":now", present)); !done)
            return done;
    }
    return Done{};
}

} // namespace desk::demo
