// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

struct PastOperation {
    QUuid id;
    QString kind; ///< see OperationKind in app/operations/operation.h, e.g. "account.unlock"
    QDateTime at;
    QString actor, actorName, identifiant, reasonLabel, reasonText;
    QUuid call;
    qint64 ticket = 0;
    friend bool operator==(const PastOperation &, const PastOperation &) = default;
};
BOOST_DESCRIBE_STRUCT(PastOperation, (),
                      (id, kind, at, actor, actorName, identifiant, reasonLabel, reasonText, call, ticket))
template <> inline constexpr auto documentMarks<PastOperation> = std::array{orNull("ticket")};

} // namespace desk
