// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace desk {

struct WatchAgent {
    QString login, displayName, kind;
    int hour = 0, day = 0, ceiling = 0;
    QDateTime liftedUntil;
    bool unusual = false;
    friend bool operator==(const WatchAgent &, const WatchAgent &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchAgent, (), (login, displayName, kind, hour, day, ceiling, liftedUntil, unusual))
template <> inline constexpr auto documentMarks<WatchAgent> = std::array{orNull("unusual")};

struct WatchCheck {
    QDateTime at;
    QUuid call;
    QString agentName, siret, denomination;
    int failures = 0;
    bool blocked = false;
    friend bool operator==(const WatchCheck &, const WatchCheck &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchCheck, (), (at, call, agentName, siret, denomination, failures, blocked))

struct WatchRefusal {
    QString login, displayName, rule;
    int count = 0;
    QDateTime lastAt;
    friend bool operator==(const WatchRefusal &, const WatchRefusal &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchRefusal, (), (login, displayName, rule, count, lastAt))

struct WatchReport {
    QList<WatchAgent> agents;
    QList<WatchCheck> checks;
    QList<WatchRefusal> refusals;
    friend bool operator==(const WatchReport &, const WatchReport &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchReport, (), (agents, checks, refusals))

} // namespace desk
