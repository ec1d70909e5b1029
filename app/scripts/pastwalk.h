// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

struct PastWalk {
    QUuid id;
    QString scriptId, title, outcome;
    QDateTime endedAt;
    QString agent;
    QUuid call;
    qint64 ticket = 0;
    friend bool operator==(const PastWalk &, const PastWalk &) = default;
};
BOOST_DESCRIBE_STRUCT(PastWalk, (), (id, scriptId, title, outcome, endedAt, agent, call, ticket))
template <> inline constexpr auto documentMarks<PastWalk> = std::array{orNull("ticket")};

} // namespace desk
