// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/sqlstate.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Row {
    QLatin1StringView prefix; ///< a whole state, or the beginning that a class of states shares
    Error::Code code;
    QLatin1StringView rule = {};
};

// Whole states come before the prefixes of their class: the first match wins.
constexpr Row table[] = {
    {"28P01"_L1, Error::Code::AuthFailed},
    {"28000"_L1, Error::Code::AuthFailed},
    {"3D000"_L1, Error::Code::NotFound, "no_database"_L1},
    {"42501"_L1, Error::Code::Forbidden},
    {"57014"_L1, Error::Code::Timeout},
    {"55P03"_L1, Error::Code::Locked},
    {"25006"_L1, Error::Code::ReadOnly},
    {"53100"_L1, Error::Code::DiskFull},
    {"53300"_L1, Error::Code::Unavailable, "too_many_connections"_L1},
    {"40001"_L1, Error::Code::Conflict},
    {"40P01"_L1, Error::Code::Conflict},
    {"57P03"_L1, Error::Code::Unavailable, "server_starting"_L1},
    {"57P0"_L1, Error::Code::Unavailable},
    {"08"_L1, Error::Code::Unavailable},
};

} // namespace

Error errorFromSqlState(const QString &sqlState, const QString &detail)
{
    Error error{Error::Code::Internal, detail};
    if (sqlState.isEmpty()) {
        error.code = Error::Code::Unavailable;
        return error;
    }
    error.params.insert(u"sqlstate"_s, sqlState);
    const auto row
        = std::find_if(std::begin(table), std::end(table), [&](const Row &r) { return sqlState.startsWith(r.prefix); });
    if (row != std::end(table)) {
        error.code = row->code;
        error.rule = row->rule;
    }
    return error;
}

} // namespace desk
