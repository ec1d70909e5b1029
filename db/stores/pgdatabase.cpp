// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgdatabase.h"

#include "db/worker/timelimits.h"

namespace desk {

PgDatabase::PgDatabase() : m_suggestions(timelimits::idleSecond)
{
}

void PgDatabase::configure(const ConnectionSettings &where, const QString &secret,
                           const DatabaseSession::Greeting &greeting)
{
    m_main.configure({connectText(where, timelimits::serverStatement), secret}, greeting);
    m_suggestions.configure({connectText(where, timelimits::serverSuggestion), secret}, greeting);
}

void PgDatabase::setPassword(const QString &secret)
{
    m_main.setPassword(secret);
    m_suggestions.setPassword(secret);
}

void PgDatabase::close()
{
    m_main.close();
    m_suggestions.close();
}

} // namespace desk
