// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/queries/queries.h"

#include <QFile>

#include <mutex>

using namespace Qt::StringLiterals;

// Outside any namespace, as the macro wants it: a static library's resources are registered by hand.
static void registerQueries()
{
    Q_INIT_RESOURCE(queries);
}

namespace desk {

QByteArray queryText(QLatin1StringView name)
{
    static std::once_flag registered;
    std::call_once(registered, registerQueries);
    QFile file(":/queries/"_L1 + name + ".sql"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace desk
