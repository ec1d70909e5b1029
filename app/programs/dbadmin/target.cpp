// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/target.h"

#include "app/programs/dbadmin/terminal.h"

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

constexpr int triesAllowed = 3;

Result<PgConnection> openCentral(const QString &uri)
{
    const QString program = u"asp-dbadmin"_s;
    Result<PgConnection> connection = PgConnection::open(uri, program);
    for (int tries = 0; tries < triesAllowed && !connection; ++tries) {
        const Error &error = connection.error();
        if (error.code != Error::Code::AuthFailed || (tries == 0 && error.rule != "password_needed"_L1))
            break;
        const std::optional<QString> secret = askSecret(u"Mot de passe de la base : "_s);
        if (!secret)
            break;
        connection = PgConnection::open(uri, program, *secret);
    }
    return connection;
}

} // namespace

Result<Target> Target::open(const QString &database, const PrivateCluster::Progress &progress)
{
    Target target;
    QString where = database;
    if (const QString prefix = u"private:"_s; database.startsWith(prefix)) {
        const QString folder = database.mid(prefix.size());
        Result<ConnInfo> running = PrivateCluster::runningOn(folder);
        if (!running) {
            auto cluster = PrivateCluster::open(folder, {}, progress);
            if (!cluster)
                return Failure(cluster.error());
            target.m_cluster = std::move(*cluster);
            if (const Result<Done> ready = target.m_cluster->prepareDatabase({}, progress); !ready)
                return Failure(ready.error());
            running = target.m_cluster->connInfo(PrivateCluster::superuser);
        }
        where = toConnInfoText(*running);
    }
    Result<PgConnection> connection = openCentral(where);
    if (!connection)
        return Failure(connection.error());
    target.m_connection = std::move(*connection);
    return target;
}

} // namespace desk::dbadmin
