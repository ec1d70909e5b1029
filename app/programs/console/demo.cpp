// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/console/demo.h"

#include "db/demo/generator.h"
#include "db/libpq/pgconnection.h"

using namespace Qt::StringLiterals;

namespace desk {

Result<Done> fillWithDemo(const QString &conninfo, const std::function<void(int percent)> &progress)
{
    auto admin = PgConnection::open(conninfo, u"asp-console"_s);
    if (!admin)
        return Failure(admin.error());
    const auto made = generateDemo(*admin, {}, [&progress](const QString &, int percent) { progress(percent); });
    return made ? Result<Done>(Done{}) : Result<Done>(Failure(made.error()));
}

Result<Done> refreshDemoData(const QString &conninfo)
{
    auto admin = PgConnection::open(conninfo, u"asp-console"_s);
    return admin ? refreshDemo(*admin) : Result<Done>(Failure(admin.error()));
}

} // namespace desk
