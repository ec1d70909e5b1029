// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/tempcluster.h"

#include <QFuture>
#include <QTest>

namespace desk {

/// A cluster with one establishment (id 1, SIRET below), its locked referent (account 1, claire.fontan) and an open
/// ticket (48213). Log-ins are those of TempCluster. Blocks.
class StoresWorld {
public:
    static inline const QString siret = QStringLiteral("73282932000074");

    [[nodiscard]] bool start(QString *why)
    {
        if (!cluster.start(why))
            return false;
        const auto done = admin(world);
        if (!done && why)
            *why = done.error().detail;
        return done.has_value();
    }
    Result<Done> admin(const QByteArray &sql, const QString &database = QStringLiteral("asp"))
    {
        auto connection = cluster.connect(QStringLiteral("admin"), database);
        return connection ? connection->execScript(sql) : Failure(connection.error());
    }
    QString one(const QByteArray &sql)
    {
        auto connection = cluster.connect(QStringLiteral("admin"), QStringLiteral("asp"));
        const auto rows = connection ? connection->exec(sql) : Failure(connection.error());
        return rows ? rows->text(0, "x") : rows.error().detail;
    }

    TempCluster cluster;

private:
    static constexpr auto world = R"sql(
set role asp_owner;
update asp.environment set kind = 'recette';
insert into asp.staff (login, display_name, person) values ('agent1', 'Nadia Martin', 'nadia');
insert into asp.company (siren, headcount) values ('732829320', 31);
insert into asp.establishment (id, siret, denomination, street_number, street_type, street_label, postcode, town, phone,
                               email, headcount) values
    (1, '73282932000074', 'Boulangerie du Capitole', '12', 'rue', 'd’Alsace-Lorraine', '31000', 'Toulouse',
     '+33561234567', 'contact@boulangerie-capitole.fr', 14);
insert into asp.account (id, identifiant, last_name, first_name, email, phone, profile, password_state, locked_at,
                         locked_until, failed_logins, secrets_set) values
    (1, 'claire.fontan', 'Fontan', 'Claire', 'claire.fontan@boulangerie-capitole.fr', '+33612345678', 'etablissement',
     'active', now(), now() + interval '30 minutes', 3, true);
insert into asp.habilitation (id, account_id, establishment_id, state, active_from, referent) values
    (1, 1, 1, 'active', now() - interval '30 days', true);
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, state, due_at) values
    (48213, '73282932000074', 'Boulangerie', 'Claire Fontan', '0612345678', 'claire.fontan@boulangerie-capitole.fr',
     'habilitation', 'Je ne peux plus entrer.', 'extranet', 'open', now() + interval '3 hours');
)sql";
};

/// Spins the event loop until the answer is here.
template <class T> T await(const QFuture<T> &future, int atMostMs = 30'000)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, atMostMs);
    return future.isFinished() ? future.result() : T(fail(Error::Code::Internal, QStringLiteral("never answered")));
}

} // namespace desk
