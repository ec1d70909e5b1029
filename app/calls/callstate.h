// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

struct CallState {
    QUuid id;
    QDateTime openedAt;
    QString note;
    friend bool operator==(const CallState &, const CallState &) = default;
};
BOOST_DESCRIBE_STRUCT(CallState, (), (id, openedAt, note))

} // namespace desk
