// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include "tests/support/accesspass.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Invented people; the SIRETs are valid and made up, but for the documented specimen.
constexpr auto world = R"sql(
set role asp_owner;
update asp.environment set kind = 'demonstration';
insert into asp.staff (login, display_name, person) values
    ('agent1', 'Nadia Martin', 'nadia'), ('agent2', 'Paul Durand', 'paul'), ('superviseur1', 'Inès Leroy', 'ines'),
    ('superviseur2', 'Nadia Martin', 'nadia');
insert into asp.company (siren, headcount) values ('732829320', 31);
insert into asp.establishment (id, siret, denomination, street_number, street_type, street_label, postcode, town, phone,
                               email, headcount, registered_at) values
    (1, '73282932000074', 'Boulangerie du Capitole', '12', 'rue', 'd’Alsace-Lorraine', '31000', 'Toulouse',
     '+33561234567', 'contact@boulangerie-capitole.fr', 14, now() - interval '60 days'),
    (2, '73282932000025', 'Boulangerie du Capitole', '3', 'place', 'de la Liberté', '31200', 'Toulouse', null, null, 8, null),
    (3, '41816609600010', 'Hôtel de l’Étoile', '1', 'rue', 'Schœlcher', '97200', 'Fort-de-France', '+596596112233', null, 5,
     null);
insert into asp.account (id, identifiant, last_name, first_name, email, phone, profile, password_state, locked_at,
                         locked_until, failed_logins, secrets_set, being_deleted_at, disabled_at, last_login_at) values
    (1, 'claire.fontan', 'Fontan', 'Claire', 'claire.fontan@boulangerie-capitole.fr', '+33612345678', 'etablissement',
     'active', now() - interval '5 minutes', now() + interval '25 minutes', 3, true, null, null, now() - interval '1 day'),
    (2, 'marc.delmas', 'Delmas', 'Marc', 'marc@cabinet-delmas.fr', '+33611111111', 'tiers', 'active', null, null, 0, true,
     null, null, now()),
    (3, 'sonia.roux', 'Roux', 'Sonia', 'sonia.roux@boulangerie-capitole.fr', null, 'etablissement', 'active',
     now() - interval '2 hours', now() - interval '90 minutes', 3, false, null, null, null),
    (4, 'luc.petit', 'Petit', 'Luc', 'luc.petit@boulangerie-capitole.fr', null, 'etablissement', 'active', now(),
     now() + interval '30 minutes', 3, true, now(), null, null),
    (5, 'jean.morel', 'Morel', 'Jean', 'jean.morel@boulangerie-capitole.fr', null, 'etablissement', 'active', now(),
     now() + interval '30 minutes', 3, true, null, now(), null),
    (6, 'ud.correze', 'Corrèze', 'UD', 'ud19@correze.gouv.fr', null, 'ud', 'none', null, null, 0, false, null, null, null),
    (7, 'lea.blanc', 'Blanc', 'Léa', 'marc@cabinet-delmas.fr', null, 'tiers', 'active', null, null, 0, true, null, null,
     now() - interval '9 days');
insert into asp.account_secret (account_id, password_hash, secret_question, secret_answer_hash)
    select id, '$argon2id$old' || id, 'Votre ville ?', '$argon2id$answer' || id from asp.account;
insert into asp.account_extranet values (2, 'SYLAé');
insert into asp.habilitation (id, account_id, establishment_id, state, active_from, revoked_at, referent) values
    (1, 1, 1, 'active', now() - interval '40 days', null, true),
    (2, 2, 1, 'active', now() - interval '20 days', null, false),
    (3, 2, 2, 'active', now() - interval '20 days', null, true),
    (4, 3, 1, 'awaiting_confirmation', null, null, false),
    (5, 4, 1, 'active', now(), null, false),
    (6, 5, 1, 'active', now(), null, false),
    (7, 6, 3, 'requested', null, null, false),
    (8, 7, 1, 'revoked', now() - interval '90 days', now() - interval '1 day', false);
insert into asp.mail (id, kind, account_id, habilitation_id, to_address, state, sent_at) values
    (1, 'identifiant', 1, null, 'claire.fontan@boulangerie-capitole.fr', 'delivered', now()),
    (2, 'mot_de_passe', 1, null, 'claire.fontan@boulangerie-capitole.fr', 'queued', null);
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, state, owner, due_at, closed_at, closed_by, outcome, answer) values
    (48213, '73282932000074', 'Boulangerie', 'Claire Fontan', '06 12 34 56 78', 'claire.fontan@boulangerie-capitole.fr',
     'habilitation', 'Je ne peux plus entrer.', 'extranet', 'open', null, now() + interval '3 hours', null, null, null, null),
    (48377, '73282932000074', 'Boulangerie', 'Claire Fontan', '0612345678', 'pas une adresse', 'habilitation', 'Toujours rien.',
     'extranet', 'open', null, now() + interval '40 hours', null, null, null, null),
    (48400, '73282932000074', 'Boulangerie', 'Claire Fontan', '0612345678', 'claire.fontan@boulangerie-capitole.fr', 'autres',
     '', 'extranet', 'taken', 'agent2', now() + interval '40 hours', null, null, null, null),
    (48500, '73282932000074', 'Boulangerie', 'Claire Fontan', '0612345678', 'claire.fontan@boulangerie-capitole.fr', 'autres',
     '', 'extranet', 'closed', 'agent1', now(), now(), 'agent1', 'explained', 'Voilà.'),
    (48600, '11111111111111', 'Inconnue', 'Ana Faux', '0612345678', 'ana@exemple.fr', 'autres', '', 'extranet', 'open', null,
     now() + interval '40 hours', null, null, null, null);
insert into asp.ticket_event (ticket, at, actor, kind) select number, received_at, 'extranet1', 'received' from asp.ticket;
insert into asp.call (id, agent, opened_at, closed_at, outcome) values
    ('00000000-0000-4000-8000-000000000001', 'agent1', now(), null, null),
    ('00000000-0000-4000-8000-000000000002', 'agent2', now(), null, null),
    ('00000000-0000-4000-8000-000000000003', 'agent1', now() - interval '1 hour', now() - interval '50 minutes', 'solved');
insert into asp.call_file (call_id, establishment_id) values
    ('00000000-0000-4000-8000-000000000001', 1), ('00000000-0000-4000-8000-000000000002', 1);
update asp.account set created_at = now() - interval '100 days';
select setval(pg_get_serial_sequence('asp.establishment', 'id'), 100), setval(pg_get_serial_sequence('asp.account', 'id'), 100),
       setval(pg_get_serial_sequence('asp.habilitation', 'id'), 100);
select setval(pg_get_serial_sequence('asp.mail', 'id'), 100), setval(pg_get_serial_sequence('asp.ticket', 'number'), 49000);
)sql";

std::optional<QByteArray> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.toUtf8());
}

} // namespace

QString RulesWorld::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool RulesWorld::start(QString *why)
{
    return m_cluster.start(why) && fresh(why);
}

bool RulesWorld::fresh(QString *why)
{
    m_connections.clear();
    m_database = u"monde%1"_s.arg(++m_count);
    if (!m_cluster.createDatabase(m_database, true, why))
        return false;
    auto admin = connect(u"admin"_s);
    const auto done = admin ? admin->execScript(world) : Result<Done>(Failure(admin.error()));
    if (!done)
        *why = done.error().detail;
    return done.has_value();
}

PgConnection &RulesWorld::as(const QString &login)
{
    auto it = m_connections.find(login);
    if (it == m_connections.end()) {
        auto opened = connect(login);
        it = m_connections.emplace(login, opened ? std::move(*opened) : PgConnection()).first;
    }
    return it->second;
}

QJsonObject RulesWorld::document(const QString &login, const QByteArray &sql,
                                 const QList<std::optional<QByteArray>> &params)
{
    const auto rows = as(login).exec(sql, params);
    error = rows ? std::nullopt : std::optional(rows.error());
    return rows ? QJsonDocument::fromJson(rows->bytes(0, "d")).object() : QJsonObject();
}

QJsonObject RulesWorld::read(const QString &login, const QByteArray &what, const QByteArray &params)
{
    const QByteArray id = newId().toUtf8();
    const QJsonObject announced
        = document(login, "select desk.announce($1::uuid, $2, $3::jsonb) as d", {id, what, params});
    if (announced.value("status"_L1) != "ok"_L1)
        return announced;
    return document(login, "select desk.answer($1::uuid) as d", {id});
}

QJsonObject RulesWorld::operate(const QString &login, const Ask &ask)
{
    return document(login, "select desk.operate($1::uuid, $2, $3::jsonb, $4, $5, $6::uuid, $7::bigint) as d",
                    {(ask.id.isEmpty() ? newId() : ask.id).toUtf8(), ask.kind.toUtf8(), ask.params, orNull(ask.reason),
                     orNull(ask.reasonText), orNull(ask.call),
                     ask.ticket ? std::optional(QByteArray::number(ask.ticket)) : std::nullopt});
}

void RulesWorld::givePass(const QString &inCall, qint64 establishment, qint64 account)
{
    const auto given = as(u"admin"_s).execScript(testsupport::passedCheckSql(inCall.toUtf8(), establishment, account));
    error = given ? std::nullopt : std::optional(given.error());
}

QString RulesWorld::stateOf(const QString &login, const QByteArray &sql)
{
    const auto done = as(login).execScript(sql);
    error = done ? std::nullopt : std::optional(done.error());
    return done ? QString() : done.error().params.value(u"sqlstate"_s).toString();
}

QString RulesWorld::one(const QByteArray &sql)
{
    const auto rows = as(u"admin"_s).exec("select (" + sql + ")::text as v");
    error = rows ? std::nullopt : std::optional(rows.error());
    return rows ? rows->text(0, "v") : u"error: "_s + rows.error().detail;
}

} // namespace desk
