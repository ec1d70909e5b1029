// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

struct PastCall {
    QUuid id;
    QDateTime openedAt, closedAt;
    QString agent, agentName, outcomeLabel, note;
    friend bool operator==(const PastCall &, const PastCall &) = default;
};
BOOST_DESCRIBE_STRUCT(PastCall, (), (id, openedAt, closedAt, agent, agentName, outcomeLabel, note))

} // namespace desk
