// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

struct RecordedOperation {
    QUuid id;
    QString kind;
};
BOOST_DESCRIBE_STRUCT(RecordedOperation, (), (id, kind))

/// What walk.save is given: version of the script, path with evidence and overrules, outcome, seconds per node.
struct WalkRecord {
    QUuid id;
    QString scriptId;
    int scriptVersion = 0;
    QString title;
    AccountId account{0};
    EstablishmentId establishment{0};
    TicketNumber ticket{0};
    QString outcome, lastNode;
    QDateTime startedAt, endedAt;
    QList<QJsonObject> path; ///< WalkStep without where its ends led
    QHash<QString, qint64> seconds; ///< by "script/node"
    int overrules = 0;
    QList<RecordedOperation> carriedOut; ///< in this walk
    std::optional<QUuid> replaces; ///< the record of the end one came back from
};
BOOST_DESCRIBE_STRUCT(WalkRecord, (),
                      (id, scriptId, scriptVersion, title, account, establishment, ticket, outcome, lastNode, startedAt,
                       endedAt, path, seconds, overrules, carriedOut, replaces))
template <>
inline constexpr auto documentMarks<WalkRecord> = std::array{named("account", "account_id"), orNull("account"),
                                                             named("establishment", "establishment_id"),
                                                             orNull("establishment"), orNull("ticket")};

} // namespace desk
